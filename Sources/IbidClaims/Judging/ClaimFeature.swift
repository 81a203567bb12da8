internal import IbidModel

/// One thing about a sentence that speaks for or against its needing a citation.
struct ClaimFeature: Sendable {
  /// What it is, in words for a person.
  let name: String
  /// What it adds to the log odds each time.
  let weight: Double
  /// How often it counts at the most.
  let most: Int
  /// How often it holds of a sentence.
  let count: @Sendable (SentenceWords) -> Int

  /// The features, by hand. Weights are log odds: +0.7 doubles the odds that the sentence needs a citation.
  static let all: [ClaimFeature] = [
    feature("says that one thing affects another", 0.75, most: 2) { $0.count(ofStems: Lexicon.effect) },
    feature("says whether something works or is safe", 0.7) { $0.count(of: Lexicon.efficacy) },
    feature("names evidence", 0.75) { $0.count(of: Lexicon.evidence) },
    feature("reports what was found", 0.45) { $0.count(ofStems: Lexicon.report) },
    feature("compares", 0.4, most: 2) { $0.count(of: Lexicon.comparison) },
    feature("counts in words", 0.35, most: 2) { $0.count(of: Lexicon.quantity) },
    feature("gives a number", 0.7, most: 2) { $0.words.count { $0.contains(where: \.isNumber) && !isYear($0) } },
    feature("gives a year", 0.25) { $0.words.count(where: isYear) },
    feature("speaks of health", 0.4, most: 3) { $0.count(ofStems: Lexicon.health) },
    feature("carries a marker", 0.9) { $0.sentence.markers.isEmpty ? 0 : 1 },
    feature("judges a thing", 0.7) { $0.count(of: Lexicon.judgement) },
    feature("speaks of the page itself", -1.3) { $0.contains(anyOf: Lexicon.thisPage) ? 1 : 0 },
    feature("is long", 0.25, most: 2) { $0.words.count / 15 },
    feature("is short", -0.4) { $0.words.count < 7 ? 1 : 0 },
    feature("is very short", -1.0) { $0.words.count < 4 ? 1 : 0 },
    feature("speaks of its writer", -1.3, most: 2) { $0.count(of: Lexicon.firstPerson) },
    feature("speaks to its reader", -0.6) { $0.count(of: Lexicon.secondPerson) },
    feature("hedges", -0.3) { $0.count(of: Lexicon.hedge) },
    feature("gives an opinion", -0.8) { $0.contains(anyOf: Lexicon.opinion) ? 1 : 0 },
    feature("tells an experience", -0.9) { $0.contains(anyOf: Lexicon.experience) ? 1 : 0 },
    feature("defines a word", -0.5) { $0.contains(anyOf: Lexicon.definition) ? 1 : 0 },
    feature("asks", -4) { $0.isQuestion ? 1 : 0 },
    feature("leads elsewhere", -1.5) { startsAsNavigation($0) ? 1 : 0 },
    feature("stands in a part about the page", -3) { isAboutThePage($0) ? 1 : 0 },
    feature("exclaims", -0.5) { $0.sentence.text.hasSuffix("!") ? 1 : 0 },
    feature("leads up to a list", -0.5) { $0.sentence.text.hasSuffix(":") ? 1 : 0 },
  ]

  private static func feature(
    _ name: String, _ weight: Double, most: Int = 1, count: @escaping @Sendable (SentenceWords) -> Int
  ) -> ClaimFeature {
    ClaimFeature(name: name, weight: weight, most: most, count: count)
  }

  private static func isYear(_ word: String) -> Bool {
    guard word.utf8.count == 4, let number = Int(word) else { return false }
    return (1500...2100).contains(number)
  }

  static func startsAsNavigation(_ sentence: SentenceWords) -> Bool {
    sentence.starts(withAnyOf: Lexicon.navigation)
  }

  static func isAboutThePage(_ sentence: SentenceWords) -> Bool {
    Lexicon.pageSections.contains { sentence.sectionTitle.hasPrefix($0) }
  }
}
