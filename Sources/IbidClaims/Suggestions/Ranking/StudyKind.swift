package import IbidModel
package import IbidText

/// What kind of work stands behind a record, as far as it tells.
package enum StudyKind: String, Sendable, CaseIterable {
  case guideline, systematicReview = "systematic review", trial, review, cohort = "cohort study"
  case animals = "study in animals", caseReport = "case report", preprint, article, book, chapter
  case thesis, report, webpage = "web page", dataset, editorial, letter, notice, other

  /// The kind of the work of a record: by its publication types, else by what its title says, else by its type.
  package init(_ item: Item, _ facts: PubMedReading?) {
    let types = Set(((facts?.publicationTypes ?? []) + (item[.genre].map { [$0] } ?? [])).map { $0.lowercased() })
    let title = item[.title].map(WordKeys.keys) ?? []
    self =
      Self.byType(types) ?? Self.byTitle(title)
      ?? (Self.isOfAnimals(title) ? .animals : Self.byItemType(item.type))
  }

  /// What it adds to a work's value among those that say the same: reviews and trials before opinions, people before
  /// animals. It moves neighbours, and brings nothing up from far below.
  package func preference(isAboutAnimals: Bool) -> Float {
    switch self {
    case .guideline, .systematicReview: 0.25
    case .trial, .review: 0.15
    case .animals: isAboutAnimals ? 0 : -0.25
    case .caseReport: -0.1
    case .editorial, .letter: -0.4
    case .notice: -2
    default: 0
    }
  }

  /// Whether animals of the laboratory are named in one of these texts.
  static func namesAnimals(_ texts: [String]) -> Bool { texts.contains(where: namesAnimals) }

  /// Whether animals of the laboratory are named in a text.
  static func namesAnimals(_ text: String) -> Bool { WordKeys.keys(of: text).contains(where: animalWords.contains) }

  private static func byType(_ types: Set<String>) -> StudyKind? {
    types.isEmpty ? nil : typeKinds.first { !$0.types.isDisjoint(with: types) }?.kind
  }

  private static func byTitle(_ words: [UInt64]) -> StudyKind? {
    guard words.contains(where: lastTitleWords.contains) else { return nil }
    return titleKinds.first { kind in
      kind.phrases.contains { phrase in words.indices.contains { words[$0...].starts(with: phrase) } }
    }?.kind
  }

  private static func byItemType(_ type: ItemType) -> StudyKind {
    switch type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .paperConference: .article
    case .article: .preprint
    case .book: .book
    case .chapter, .entry, .entryEncyclopedia, .entryDictionary: .chapter
    case .thesis: .thesis
    case .report: .report
    case .webpage, .post, .postWeblog: .webpage
    case .dataset: .dataset
    default: .other
    }
  }

  private static func isOfAnimals(_ words: [UInt64]) -> Bool {
    words.contains(where: animalWords.contains) && !words.contains(where: peopleWords.contains)
  }

  private static let typeKinds: [(kind: StudyKind, types: Set<String>)] = [
    (.notice, ["retraction of publication", "retraction notice", "published erratum", "expression of concern"]),
    (.guideline, ["guideline", "practice guideline"]),
    (.systematicReview, ["systematic review", "meta-analysis", "network meta-analysis"]),
    (
      .trial,
      [
        "randomized controlled trial", "controlled clinical trial", "clinical trial", "pragmatic clinical trial",
        "clinical trial, phase i", "clinical trial, phase ii", "clinical trial, phase iii", "clinical trial, phase iv",
        "equivalence trial", "adaptive clinical trial",
      ]
    ),
    (.review, ["review", "scoping review", "review-article"]),
    (.caseReport, ["case reports", "case-report"]),
    (.editorial, ["editorial", "news", "comment"]),
    (.letter, ["letter"]),
    (.cohort, ["observational study", "multicenter study", "cohort study", "twin study"]),
    (.preprint, ["preprint"]),
  ]
  private static let titleKinds: [(kind: StudyKind, phrases: [[UInt64]])] = [
    (.systematicReview, ["systematic review", "meta analysis", "metaanalysis"]),
    (.trial, ["randomized trial", "randomised trial", "controlled trial", "clinical trial"]),
    (.review, ["a review", "literature review", "review of"]),
    (.cohort, ["cohort study", "prospective study", "longitudinal study", "case control study"]),
    (.caseReport, ["case report"]),
  ].map { ($0, $1.map { WordKeys.keys(of: $0) }) }
  /// The last words of those phrases, of which most titles have none.
  private static let lastTitleWords = Set(titleKinds.flatMap { $0.phrases.compactMap(\.last) })
  private static let animalWords = Set(
    WordKeys.keys(
      of: """
        mouse mice murine rat rats zebrafish rabbit rabbits hamster hamsters piglet piglets macaque macaques
        """))
  private static let peopleWords = Set(
    WordKeys.keys(
      of: """
        patient patients participants women men children adults people persons human humans infants volunteers
        """))
}
