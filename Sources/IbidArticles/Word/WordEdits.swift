import IbidModel

/// Replacements in a part's bytes, collected in any order and made at once.
struct WordEdits: Sendable {
  private var edits: [(range: Range<Int>, text: [UInt8], number: Int)] = []

  var isEmpty: Bool { edits.isEmpty }

  /// Puts `text` in place of `range`; of several insertions at one place the first stands first.
  mutating func replace(_ range: Range<Int>, by text: some Sequence<UInt8>) {
    edits.append((range, Array(text), edits.count))
  }

  mutating func insert(_ text: String, at offset: Int) { replace(offset..<offset, by: text.utf8) }

  mutating func remove(_ range: Range<Int>) { replace(range, by: []) }

  /// The bytes with all edits made; one that begins within another's stretch is that one's.
  func applied(to bytes: [UInt8]) -> [UInt8] { applied(to: bytes, within: bytes.indices) }

  /// The same for a stretch of the bytes that holds all edits.
  func applied(to bytes: [UInt8], within whole: Range<Int>) -> [UInt8] {
    guard !edits.isEmpty else { return Array(bytes[whole]) }
    let sorted = edits.sorted {
      ($0.range.lowerBound, $0.range.isEmpty ? 0 : 1, $0.number) < (
        $1.range.lowerBound, $1.range.isEmpty ? 0 : 1, $1.number
      )
    }
    var result: [UInt8] = []
    result.reserveCapacity(whole.count + whole.count / 8)
    var position = whole.lowerBound
    for edit in sorted where edit.range.lowerBound >= position {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.text
      position = edit.range.upperBound
    }
    result += bytes[position..<whole.upperBound]
    return result
  }
}

/// Text as XML writes it.
enum WordEscape {
  /// Escapes what XML does not allow as it is, and leaves out control characters, which it allows in no way.
  static func text(_ text: some Sequence<UInt8>, inAttribute: Bool = false) -> [UInt8] {
    var escaped: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      case UInt8(ascii: "\"") where inAttribute: escaped += "&quot;".utf8
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: break
      default: escaped.append(byte)
      }
    }
    return escaped
  }

  static func text(_ text: String) -> String { String(decoding: Self.text(text.utf8), as: UTF8.self) }
}
