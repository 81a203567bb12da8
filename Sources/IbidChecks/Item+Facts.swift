import IbidModel

/// What the checks ask of a PubMed record.
extension Item {
  /// Whether the work was retracted.
  var isRetracted: Bool {
    guard let facts = pubmed?.value else { return false }
    return facts["CommentsCorrectionsList"]?.elements.contains { $0["RefType"]?.text == "RetractionIn" } == true
      || facts["PublicationTypeList"]?.elements.contains { $0["text"]?.text == "Retracted Publication" } == true
  }

  /// Where the retraction was announced.
  var retractionNotice: String? {
    pubmed?.value["CommentsCorrectionsList"]?.elements.first { $0["RefType"]?.text == "RetractionIn" }?["RefSource"]?
      .text
  }

  /// The year of electronic publication.
  var electronicYear: Int? { self[date: .availableDate]?.year }

  /// The journal's names: its title, its ISO abbreviation and MEDLINE's.
  var journalNames: [String] {
    [self[.containerTitle], self[.containerTitleShort], pubmed?.value["MedlineJournalInfo"]?["MedlineTA"]?.text]
      .compactMap(\.self)
  }
}
