import IbidModel
internal import IbidText

extension RecordFormat {
  /// BibTeX's entries.
  package static let bibtex = RecordFormat(
    name: "bibtex", summary: "entries for BibTeX", shortNames: ["bib"], endings: ["bib"],
    recognizes: BibTeXEntries.areBegun,
    makeWriter: { _ in BibTeXWriter(.bibtex) })

  /// The same for biblatex with biber; a file does not tell which of both it is for.
  package static let biblatex = RecordFormat(
    name: "biblatex", summary: "entries for biblatex with biber", makeWriter: { _ in BibTeXWriter(.biblatex) })
}

/// How `.bib` files look.
private enum BibTeXEntries {
  /// Whether the first line that is neither blank nor a remark begins an entry: `@article{`.
  @Sendable static func areBegun(in prefix: [UInt8]) -> Bool {
    let lines = prefix.prefix(4096).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    let first = lines.lazy.map { $0.drop(while: \.isASCIISpace) }.first {
      $0.first.map { $0 != UInt8(ascii: "%") } == true
    }
    guard let first, first.first == UInt8(ascii: "@") else { return false }
    let rest = first.dropFirst().drop(while: \.isASCIILetter)
    let behind = rest.drop(while: \.isASCIISpace).first
    return rest.startIndex > first.startIndex + 1 && (behind == UInt8(ascii: "{") || behind == UInt8(ascii: "("))
  }
}
