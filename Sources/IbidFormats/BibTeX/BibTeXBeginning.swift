internal import IbidModel

/// How `.bib` files begin.
enum BibTeXBeginning {
  /// Whether a text's first line that begins with an `@` and a word begins an entry: `@article{key,`. What stands
  /// before it is a remark, with a per cent sign or without; but not where the text is of another kind.
  @Sendable static func isBibTeX(_ prefix: [UInt8]) -> Bool {
    let prefix = prefix.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(prefix.dropFirst(3)) : prefix
    // JSON, XML and YAML have strings in which anything may stand.
    guard let first = prefix.first(where: { !$0.isASCIISpace }), !"{[<".utf8.contains(first),
      !prefix.starts(with: "---".utf8)
    else { return false }
    for line in prefix.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = line.drop(while: \.isASCIISpace)
      guard line.first == UInt8(ascii: "@") else { continue }
      return isEntry(line.dropFirst(), isLast: line.endIndex == prefix.endIndex)
    }
    return false
  }

  /// `article{key,`, of which the end may be cut off.
  private static func isEntry(_ line: ArraySlice<UInt8>, isLast: Bool) -> Bool {
    let word = line.drop(while: \.isASCIISpace)
    let rest = word.drop(while: \.isASCIILetter)
    guard rest.startIndex > word.startIndex else { return false }
    let type = String(decoding: Array(word[..<rest.startIndex]).loweredASCII, as: UTF8.self)
    let behind = rest.drop(while: \.isASCIISpace)
    guard let open = behind.first else {
      // «@comment» alone is a remark, and a brace may stand on the next line.
      return type == "comment" || BibTeXTypes.isKnown(type) && !isLast
    }
    guard open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else { return type == "comment" }
    if ["comment", "string", "preamble"].contains(type) || BibTeXTypes.isKnown(type) { return true }
    // «@ me{» of a chat begins no entry.
    guard word.startIndex == line.startIndex else { return false }
    let key = behind.dropFirst()
    guard let end = key.firstIndex(where: { ",=}{)".utf8.contains($0) }) else { return true }
    return key[end] != UInt8(ascii: "{")
  }
}
