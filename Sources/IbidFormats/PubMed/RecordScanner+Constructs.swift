import Glibc
import IbidModel

/// The name in a tag, without its prefix.
struct TagName {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(in text: UnsafeBufferPointer<UInt8>, at start: Int) {
    var start = start
    var end = start
    while end < text.count, end - start < 200, !Self.endsName(text[end]) {
      if text[end] == UInt8(ascii: ":") { start = end + 1 }
      end += 1
    }
    bytes = UnsafeBufferPointer(rebasing: text[min(start, text.count)..<min(max(start, end), text.count)])
  }

  var first: UInt8? { bytes.first }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func equals(_ name: StaticString) -> Bool {
    guard let start = bytes.baseAddress, bytes.count == name.utf8CodeUnitCount else { return false }
    return memcmp(start, name.utf8Start, bytes.count) == 0
  }

  func equals(_ other: TagName) -> Bool { bytes.elementsEqual(other.bytes) }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isASCIISpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
  }
}

extension RecordScanner {
  enum ConstructKind {
    case startTag(TagName, isEmpty: Bool)
    case endTag(TagName)
    /// A comment, CDATA, a processing instruction or a document type.
    case other
  }

  /// What begins with the `<` at `open`, and the place behind it; nil where its end is not among `bytes`.
  static func construct(
    in bytes: UnsafeBufferPointer<UInt8>, at open: Int
  ) -> (kind: ConstructKind, end: Int)? {
    guard open + 1 < bytes.count else { return nil }
    switch bytes[open + 1] {
    case UInt8(ascii: "?"): return end(of: "?>", in: bytes, from: open + 2).map { (.other, $0) }
    case UInt8(ascii: "!"):
      if starts(bytes, at: open, with: "<!--") { return end(of: "-->", in: bytes, from: open + 4).map { (.other, $0) } }
      if starts(bytes, at: open, with: "<![CDATA[") {
        return end(of: "]]>", in: bytes, from: open + 9).map { (.other, $0) }
      }
      // `<!` alone may be the beginning of any of them.
      guard open + 9 < bytes.count else { return nil }
      return endOfDeclaration(in: bytes, from: open + 2).map { (.other, $0) }
    case UInt8(ascii: "/"):
      let name = TagName(in: bytes, at: open + 2)
      return index(of: UInt8(ascii: ">"), in: bytes, from: open).map { (.endTag(name), $0 + 1) }
    default:
      guard let close = endOfTag(in: bytes, from: open + 1) else { return nil }
      return (
        .startTag(TagName(in: bytes, at: open + 1), isEmpty: close > open + 2 && bytes[close - 2] == UInt8(ascii: "/")),
        close
      )
    }
  }

  /// The place behind the `>` that ends a tag, past those in quoted values. A `<` ends what is no tag.
  private static func endOfTag(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var quote: UInt8 = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        return index
      }
    }
    return nil
  }

  /// The place behind a document type, past its internal subset with its strings and comments.
  private static func endOfDeclaration(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    var isInSubset = false
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = index(of: bytes[place], in: bytes, from: place + 1) else { return nil }
        place = close + 1
      case UInt8(ascii: "["):
        isInSubset = true
        place += 1
      case UInt8(ascii: "]"):
        isInSubset = false
        place += 1
      case UInt8(ascii: "<"):
        if starts(bytes, at: place, with: "<!--") {
          guard let end = end(of: "-->", in: bytes, from: place + 4) else { return nil }
          place = end
        } else if starts(bytes, at: place, with: "<?") {
          guard let end = end(of: "?>", in: bytes, from: place + 2) else { return nil }
          place = end
        } else {
          place += 1
        }
      case UInt8(ascii: ">"):
        place += 1
        if !isInSubset { return place }
      default: place += 1
      }
    }
    return nil
  }

  /// The place behind the next `mark`, which ends in `>`.
  private static func end(of mark: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let before = mark.utf8CodeUnitCount - 1
    var place = start + before
    while let close = index(of: UInt8(ascii: ">"), in: bytes, from: place) {
      if starts(bytes, at: close - before, with: mark) { return close + 1 }
      place = close + 1
    }
    return nil
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, with mark: StaticString) -> Bool {
    guard let base = bytes.baseAddress, place + mark.utf8CodeUnitCount <= bytes.count else { return false }
    return memcmp(base + place, mark.utf8Start, mark.utf8CodeUnitCount) == 0
  }
}
