import IbidModel

/// The quotation mark that a citation stands behind, and the punctuation that American English puts within it.
///
/// Source: pandoc's manual, «Citations in note styles»; Chicago Manual of Style 17, 6.9.
struct ClosingQuote {
  private let bytes: [UInt8]
  /// The mark's place.
  private let range: Range<Int>

  /// The closing mark that ends at `end`; nil where none does: an apostrophe, or the sign of inches.
  init?(_ bytes: [UInt8], before end: Int) {
    self.bytes = bytes
    let head = bytes[..<end]
    guard let mark = Self.marks.first(where: { head.suffix($0.closing.utf8.count).elementsEqual($0.closing.utf8) })
    else { return nil }
    let start = end - mark.closing.utf8.count
    range = start..<end
    guard let before = bytes[..<range.lowerBound].last, !before.isASCIISpace, before != UInt8(ascii: "\\"),
      Self.isOpen(mark, in: bytes, before: range.lowerBound)
    else { return nil }
  }

  /// The mark with the punctuation, where the order changes: `."`, or `"` alone behind `?`; nil for other punctuation.
  func enclosing(_ punctuation: [UInt8]) -> (range: Range<Int>, text: String)? {
    guard punctuation == [UInt8(ascii: ".")] || punctuation == [UInt8(ascii: ",")] else { return nil }
    let isEnded = bytes[range.lowerBound - 1] == punctuation[0] || ".!?".utf8.contains(bytes[range.lowerBound - 1])
    let isNeedless = isEnded && punctuation == [UInt8(ascii: ".")]
    return (range, String(decoding: (isNeedless ? [] : punctuation) + bytes[range], as: UTF8.self))
  }

  private static let marks: [(opening: String, closing: String)] = [("“", "”"), ("\"", "\""), ("‘", "’"), ("'", "'")]

  /// Whether a quotation is open before `end`, in the same paragraph.
  private static func isOpen(_ mark: (opening: String, closing: String), in bytes: [UInt8], before end: Int) -> Bool {
    let opening = Array(mark.opening.utf8)
    let closing = Array(mark.closing.utf8)
    var isOpen = false
    var index = paragraphStart(bytes, before: end)
    while index < end {
      let before = index > 0 ? bytes[index - 1] : 0x20
      let next = index + closing.count < end ? bytes[index + closing.count] : 0x20
      if !isOpen, bytes[index..<end].starts(with: opening), !isWord(before), before != UInt8(ascii: "\\") {
        isOpen = true
        index += opening.count
      } else if isOpen, bytes[index..<end].starts(with: closing), !before.isASCIISpace, !isWord(next) {
        isOpen = false
        index += closing.count
      } else {
        index += 1
      }
    }
    return isOpen
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }

  /// Behind the blank line before, at most 5,000 bytes back.
  private static func paragraphStart(_ bytes: [UInt8], before end: Int) -> Int {
    var index = end
    while index > max(0, end - 5000) {
      if bytes[index - 1] == 0x0A, index < 2 || bytes[index - 2] == 0x0A { return index }
      index -= 1
    }
    return index
  }
}
