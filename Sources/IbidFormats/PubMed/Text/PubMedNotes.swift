import IbidModel
import IbidScan

/// What is noted of one record while it is read.
struct PubMedNotes: ~Copyable {
  /// One thing that the item needs, in the order of the file.
  struct Entry: BitwiseCopyable {
    var field: PubMedField
    /// Whether the text stands in ``facts``, escaped for JSON.
    var isEscaped: Bool
    var hasMarkup: Bool
    var start: Int32
    var count: Int32

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// The record's facts as JSON, as far as they are written.
  var facts: ByteArena
  /// Texts that only the item needs.
  var texts: ByteArena
  var entries: PlainList<Entry>

  /// Notes with room for what a record has.
  init() {
    facts = ByteArena(capacity: 1 << 16)
    texts = ByteArena(capacity: 1 << 14)
    entries = PlainList(capacity: 512)
  }

  private init(empty: Void) {
    facts = ByteArena(capacity: 0)
    texts = ByteArena(capacity: 0)
    entries = PlainList(capacity: 0)
  }

  /// Notes without any room, to stand in for those that are taken.
  static var none: PubMedNotes { PubMedNotes(empty: ()) }

  mutating func removeAll() {
    facts.truncate(to: 0)
    texts.truncate(to: 0)
    entries.removeAll()
  }

  /// A comma, unless an object or array has just begun.
  @inline(__always)
  mutating func separate() {
    let last = facts.last
    if last != 0x7B, last != 0x5B { facts.append(0x2C) }
  }

  /// An entry's bytes, which may be escaped for JSON.
  @inline(__always) @_lifetime(borrow self)
  func bytes(_ entry: Entry) -> Span<UInt8> {
    entry.isEscaped ? facts.slice(entry.range) : texts.slice(entry.range)
  }

  /// The same of an entry that may be missing.
  @_lifetime(borrow self)
  func bytes(of entry: Entry?) -> Span<UInt8>? {
    guard let entry else { return nil }
    return bytes(entry)
  }

  /// An entry's text.
  @inline(__always)
  func string(_ entry: Entry) -> String {
    let bytes = bytes(entry)
    guard entry.isEscaped, bytes.offset(of: UInt8(ascii: "\\")) != nil else { return bytes.checkedText }
    return String(decoding: JSONText.unescaped(bytes), as: UTF8.self)
  }

  /// What `body` makes of an entry's bytes, which are escaped no more.
  func withPlainBytes<Result>(_ entry: Entry, _ body: (Span<UInt8>) -> Result) -> Result {
    let bytes = bytes(entry)
    guard entry.isEscaped, bytes.offset(of: UInt8(ascii: "\\")) != nil else { return body(bytes) }
    return body(JSONText.unescaped(bytes).span)
  }

  /// Appends an entry's bytes to ``facts``, escaped for JSON.
  mutating func escape(_ entry: Entry) {
    if entry.isEscaped {
      let bytes = bytes(entry).array
      _ = facts.append(escaping: bytes.span, after: true)
    } else {
      _ = facts.append(escaping: texts, entry.range, after: true)
    }
  }

  /// One String of what `body` appends to ``texts``.
  mutating func collected(_ body: (inout PubMedNotes) -> Void) -> String {
    let start = texts.count
    body(&self)
    defer { texts.truncate(to: start) }
    return texts.slice(start..<texts.count).checkedText
  }

  /// Appends an entry's text to ``texts``.
  mutating func copy(_ entry: Entry) {
    if !entry.isEscaped {
      texts.appendOwn(entry.range)
    } else if bytes(entry).offset(of: UInt8(ascii: "\\")) == nil {
      texts.append(facts, entry.range)
    } else {
      let plain = JSONText.unescaped(bytes(entry))
      texts.append(plain.span)
    }
  }
}

/// Text as this reader escapes it.
enum JSONText {
  /// The text of a JSON string that holds no escapes but `\"`, `\\` and `\u007f`.
  static func unescaped(_ bytes: Span<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < bytes.count {
        byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "u") {
          byte = 0x7F
          index += 4
        }
      }
      plain.append(byte)
    }
    return plain
  }
}
