import IbidModel
import IbidText

/// What the checks ask of a PubMed record.
extension Item {
  /// Whether the work was retracted; the notice of a retraction was not.
  var isRetracted: Bool { pubmed.map { PubMedReading($0).isRetracted } ?? false }

  /// Where the retraction was announced.
  var retractionNotice: String? {
    pubmed.flatMap { PubMedReading($0).commentsCorrections.first { $0.refType == "RetractionIn" }?.source }
  }

  /// The year of electronic publication.
  var electronicYear: Int? { self[date: .availableDate]?.year }

  /// The journal's names: its title, and its abbreviations.
  var journalNames: [String] {
    let abbreviations = pubmed.map { PubMedReading($0).journalAbbreviations } ?? []
    return [self[.containerTitle], self[.containerTitleShort]].compactMap(\.self) + abbreviations
  }
}
