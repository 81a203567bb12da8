import IbidClaims
public import IbidModel

/// A work that may support a claim.
///
///     let suggestions = try ArticleSuggestions(for: article, from: records)
///     for suggestion in suggestions.claims.flatMap(\.suggestions) where suggestion.score >= 50 {
///       print(suggestion.key, suggestion.title, suggestion.kind)
///     }
public struct Suggestion: Sendable, Hashable {
  /// Its key in the library.
  public let key: String
  /// Its title, empty where it has none.
  public let title: String
  /// The year of its publication.
  public let year: Int?
  /// What kind of work it is: `trial`, `systematic review`, `study in animals`, `article` …
  public let kind: String
  /// How sure it is that it supports the claim, 0…100, on one scale for all claims of all articles.
  public let score: Double
  /// What it says of the claim; for the first five works of claims that something is likely to support, else nil.
  public internal(set) var support: Support?

  /// What a work says of a claim, and how the claim would cite it.
  ///
  ///     for claim in try ArticleSuggestions(for: article, from: records).claims {
  ///       guard let support = claim.suggestions.first?.support else { continue }
  ///       print(support.sentence ?? "no abstract", support.sharedWords, support.citation)
  ///     }
  public struct Support: Sendable, Hashable {
    /// The sentence of the abstract that is nearest to the claim; nil where the record has no abstract.
    public let sentence: String?
    /// Words of the claim that the work has too, the rarest first.
    public let sharedWords: [String]
    /// What the claim says otherwise than that sentence, in words; nil where nothing plain.
    public let warning: String?
    /// What to put behind the claim, in the way in which the article cites.
    public let citation: String
  }
}

/// A sentence without a citation, and the works that may support it.
///
///     for claim in try ArticleSuggestions(for: article, from: records).claims where claim.isSupported {
///       print(claim.range.place.line, claim.text)
///     }
public struct ClaimSuggestions: Sendable {
  /// The sentence, without markers.
  public let text: String
  /// Where it stands.
  public let range: SourceRange
  /// The heading of the section that holds it; nil before the first.
  public let section: String?
  /// The sentence's place among the article's.
  let sentence: Int
  /// The works that fit best, the best first: also those that are not likely to support it.
  public internal(set) var suggestions: [Suggestion]

  /// Whether the first work is likely enough to support it.
  public var isSupported: Bool { suggestions.first.map { $0.score >= ArticleSuggestions.threshold } ?? false }
}
