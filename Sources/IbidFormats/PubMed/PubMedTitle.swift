/// Titles as PubMed writes them: a full stop at their end, and brackets around those that it has translated.
struct PubMedTitle {
  /// The title with CSL's rich-text tags, without full stop and brackets.
  var text: String
  /// Whether it stood in brackets.
  var isTranslated = false

  /// Takes one full stop (not an ellipsis) and the brackets off; the stop may stand inside of closing tags.
  init(_ raw: String) {
    var bytes = Array(raw.utf8)
    Self.removeStop(&bytes)
    if bytes.first == UInt8(ascii: "["), Self.closingBracket(of: bytes) == bytes.count - 1 {
      bytes.removeLast()
      bytes.removeFirst()
      isTranslated = true
      Self.removeStop(&bytes)
    }
    while let last = bytes.last, last == 0x20 { bytes.removeLast() }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// PubMed's words for a title that it does not have.
  var isPlaceholder: Bool { text.isEmpty || text == "Not Available" || text == "In Process Citation" }

  private static func removeStop(_ bytes: inout [UInt8]) {
    var end = bytes.count
    while end > 3, bytes[end - 1] == UInt8(ascii: ">"),
      let open = bytes[..<end].lastIndex(of: UInt8(ascii: "<")), bytes[open + 1] == UInt8(ascii: "/")
    {
      end = open
    }
    guard end > 0, bytes[end - 1] == UInt8(ascii: "."), end < 2 || bytes[end - 2] != UInt8(ascii: ".") else { return }
    bytes.remove(at: end - 1)
  }

  /// The offset of the bracket that closes the first one; nil where none does.
  private static func closingBracket(of bytes: [UInt8]) -> Int? {
    var depth = 0
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }
}
