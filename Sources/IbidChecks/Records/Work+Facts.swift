import IbidClaims
import IbidModel
import IbidText

/// What the checks ask of the record of a work.
extension Work {
  /// PubMed's publication types.
  var publicationTypes: Set<String> { Set(facts?.publicationTypes ?? []) }

  /// The works that stand in one of these relations to the record (PubMed's words, as in `RetractionIn`).
  func relations(_ types: Set<String>) -> [PubMedReading.Relation] {
    facts?.commentsCorrections.filter { types.contains($0.refType) } ?? []
  }

  /// Whether the work was retracted and nothing took its place.
  var isRetractedForGood: Bool {
    guard let facts else { return false }
    return facts.isRetracted && relations(["RetractedandRepublishedIn"]).isEmpty
  }

  /// The year of electronic publication.
  var electronicYear: Int? { item[date: .availableDate]?.year }

  /// The journal's names: its title, and its abbreviations.
  var journalNames: [String] {
    [item[.containerTitle], item[.containerTitleShort]].compactMap(\.self) + (facts?.journalAbbreviations ?? [])
  }
}

extension PubMedReading.Relation {
  /// Where it stands, for a person: «Lancet. 2006;367(9510):579 (PMID 16488796)».
  var words: String {
    let identifier = pmid.map { "PMID \($0)" } ?? doi.map { "DOI \($0)" }
    guard let source else { return identifier ?? "" }
    return source + (identifier.map { " (\($0))" } ?? "")
  }
}

extension [PubMedReading.Relation] {
  /// The first of them in brackets of a sentence, or nothing.
  var aside: String {
    guard let words = first?.words, !words.isEmpty else { return "" }
    return ": " + words
  }
}
