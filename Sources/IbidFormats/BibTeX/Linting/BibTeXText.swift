internal import IbidModel
internal import IbidText

/// What a `.bib` file says in UTF-8, as it is read.
package enum BibTeXText {
  /// The bytes themselves where they are UTF-8, or are taken for it; and whether they had to be converted: from UTF-16,
  /// or from the encoding that the file's first lines name.
  package static func utf8(of bytes: [UInt8]) -> (text: [UInt8], isConverted: Bool) {
    let start = Array(bytes.prefix(1 << 12))
    if let found = TextEncoding.find(inStart: Array(start.prefix(400))), found.encoding != .utf8,
      var input = try? ByteInput.memory(bytes, path: "")
    {
      return (input.readAll(), true)
    }
    guard let label = TextEncoding.remarkLabel(in: start), let encoding = TextEncoding(label: label), encoding != .utf8,
      TextEncoding.firstInvalidUTF8(in: bytes) != nil
    else { return (bytes, false) }
    var encodings = BibTeXEncodings()
    encodings.look(at: start)
    return (encodings.utf8(bytes[...]), true)
  }
}
