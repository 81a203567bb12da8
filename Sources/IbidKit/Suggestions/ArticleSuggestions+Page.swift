import IbidModel

extension ArticleSuggestions {
  /// Of supported claims the works that are told of, by the sentence's place: of each a line that names it, then the
  /// abstract's nearest sentence, a warning, and how it is cited.
  var bySentence: [Int: [[String]]] {
    let supported = claims.filter(\.isSupported).map { claim in
      (claim.sentence, claim.suggestions.compactMap { one in one.support.map { Self.lines(one, $0) } })
    }
    return Dictionary(supported, uniquingKeysWith: { first, _ in first })
  }

  private static func lines(_ one: Suggestion, _ support: Suggestion.Support) -> [String] {
    let facts = [one.key, one.year.map(String.init), one.kind].compactMap(\.self).joined(separator: ", ")
    return [
      "\(facts): \(one.title) (score \(Int(one.score.rounded())) of 100)", support.sentence.map { "“\($0)”" },
      support.warning.map { "warning: \($0)" }, "cite as: \(support.citation)",
    ].compactMap(\.self)
  }
}
