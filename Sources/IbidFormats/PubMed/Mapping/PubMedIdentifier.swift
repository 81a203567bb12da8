import IbidModel

/// Identifiers as PubMed writes them: mostly clean already, and then taken as they are.
enum PubMedIdentifier {
  /// A PMID without leading zeros; nil where `text` is none.
  static func pmid(_ text: String) -> String? {
    let utf8 = text.utf8
    if (1...9).contains(utf8.count), utf8.first != UInt8(ascii: "0"), utf8.allSatisfy(\.isASCIIDigit) { return text }
    return Identifier(.pmid, text)?.value
  }

  /// A DOI without resolver or prefix, in the case of the record; nil where `text` holds none.
  static func doi(_ text: String) -> String? {
    var text = text
    let isClean = text.withUTF8 { utf8 in
      guard (8...2_000).contains(utf8.count), utf8[0] == 0x31, utf8[1] == 0x30, utf8[2] == 0x2E else { return false }
      var slash = 3
      while slash < utf8.count, utf8[slash].isASCIIDigit || utf8[slash] == 0x2E { slash += 1 }
      guard slash >= 7, slash + 1 < utf8.count, utf8[slash] == UInt8(ascii: "/") else { return false }
      return !utf8.contains { $0 <= 0x20 }
    }
    return isClean ? text : cleaned(text)
  }

  private static func cleaned(_ text: String) -> String? {
    guard Identifier(.doi, text) != nil else { return nil }
    let bytes = text.utf8.trimmedASCII
    return bytes.firstOffset(of: "10.").map { String(decoding: bytes[$0...], as: UTF8.self) }
  }

  /// `PMC` and digits, without a version; nil where `text` holds no number. `pmc-id: PMC123;` is read as well.
  static func pmcid(_ text: String) -> String? {
    let utf8 = text.utf8
    if (4...13).contains(utf8.count), utf8.starts(with: "PMC".utf8), utf8.dropFirst(3).allSatisfy(\.isASCIIDigit) {
      return text
    }
    if let identifier = Identifier(.pmcid, text) { return identifier.value }
    let bytes = Array(text.utf8)
    guard let start = bytes.firstOffset(of: "PMC") else { return nil }
    let digits = bytes[(start + 3)...].prefix(while: \.isASCIIDigit)
    return digits.isEmpty || digits.count > 10 ? nil : "PMC" + String(decoding: digits, as: UTF8.self)
  }
}
