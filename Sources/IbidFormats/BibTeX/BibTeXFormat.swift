import IbidModel

extension RecordFormat {
  /// BibTeX's entries.
  package static let bibtex = RecordFormat(
    name: "bibtex", summary: "entries for BibTeX", shortNames: ["bib"], endings: ["bib"],
    recognizes: BibTeXBeginning.isBibTeX, read: readEntries,
    makeWriter: { BibTeXWriter(.bibtex, isForArticle: $0.article != nil) }, isWithoutFrame: true)

  /// The same for biblatex with biber; a file does not tell which of both it is for, and both are read alike.
  package static let biblatex = RecordFormat(
    name: "biblatex", summary: "entries for biblatex with biber", read: readEntries,
    makeWriter: { BibTeXWriter(.biblatex, isForArticle: $0.article != nil) }, isWithoutFrame: true)

  private static let readEntries: Reading = { input, _, each in try BibTeXReader.read(&input, each: each) }
}
