/// Titles as PubMed writes them: a full stop at their end, and brackets around those that it has translated.
struct PubMedTitle {
  /// The title with CSL's rich-text tags, without full stop and brackets.
  var text: String
  /// Whether it stood in brackets.
  var isTranslated = false

  /// Takes one full stop (not an ellipsis) and the brackets off; the stop may stand inside of closing tags.
  init(_ raw: UnsafeBufferPointer<UInt8>) {
    var bytes = raw[...]
    var tags = Self.removeStop(&bytes)
    if bytes.first == UInt8(ascii: "["), Self.closingBracket(of: bytes) == bytes.endIndex - 1, tags.isEmpty {
      bytes = bytes.dropFirst().dropLast()
      isTranslated = true
      tags = Self.removeStop(&bytes)
    }
    if tags.isEmpty {
      while bytes.last == 0x20 { bytes.removeLast() }
    }
    text = String(decoding: bytes, as: UTF8.self) + String(decoding: tags, as: UTF8.self)
  }

  /// PubMed's words for a title that it does not have.
  var isPlaceholder: Bool { text.isEmpty || text == "Not Available" || text == "In Process Citation" }

  /// Takes a full stop off, and gives back the closing tags behind it, where it had any.
  private static func removeStop(_ bytes: inout Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>>
  {
    var end = bytes.endIndex
    while end - bytes.startIndex > 3, bytes[end - 1] == UInt8(ascii: ">"),
      let open = bytes[..<end].lastIndex(of: UInt8(ascii: "<")), bytes[open + 1] == UInt8(ascii: "/")
    {
      end = open
    }
    let length = end - bytes.startIndex
    guard length > 0, bytes[end - 1] == UInt8(ascii: "."), length < 2 || bytes[end - 2] != UInt8(ascii: ".") else {
      return bytes[bytes.endIndex...]
    }
    defer { bytes = bytes[..<(end - 1)] }
    return bytes[end...]
  }

  /// The offset of the bracket that closes the first one; nil where none does.
  private static func closingBracket(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var depth = 0
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }
}
