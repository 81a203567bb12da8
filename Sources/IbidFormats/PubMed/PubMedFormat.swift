import IbidModel

extension RecordFormat {
  /// PubMed's XML export. Its name's ending, `.xml`, says nothing: all kinds of XML have it.
  package static let pubmed = RecordFormat(
    name: "pubmed", summary: "PubMed's XML export", recognizes: PubMedReader.recognizes,
    read: { input, options, each in
      var reader = PubMedReader(path: input.path)
      reader.threads = options.threads
      return ReadingSummary(try reader.read(from: &input) { try each($0.item) })
    })
}

extension ReadingSummary {
  /// What PubMed's readers met with.
  init(_ summary: PubMedSummary) {
    self.init(
      problems: summary.problems, rejected: summary.rejected, deletedPMIDs: summary.deleted,
      unheld: Dictionary(summary.unknownElements.map { ($0.name, $0.count) }, uniquingKeysWith: +))
  }
}
