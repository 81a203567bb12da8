package import IbidModel
internal import Glibc

/// What was made of one sentence.
package struct Judgement: Sendable, Hashable {
  /// What the sentence does.
  package var kind: ClaimKind
  /// How much the sentence needs a citation, 0…1; a claim has 0.5 or more.
  package var needsCitation: Double
  /// What spoke for it (above 0) and against it (below), the heaviest first.
  package var reasons: [Reason]

  /// One feature that held, and what it added to the log odds.
  package struct Reason: Sendable, Hashable {
    /// What it is, in words.
    package var name: String
    /// What it added to the log odds.
    package var weight: Double
  }
}

/// Tells which sentences of an article are claims.
package enum ClaimJudge {
  /// Log odds of a sentence of which no feature holds.
  private static let prior = -1.7

  /// A judgement for each sentence of the article, in order.
  package static func judgements(of article: Article) -> [Judgement] {
    article.sentences.map { judgement(of: $0, in: article) }
  }

  private static func judgement(of sentence: Sentence, in article: Article) -> Judgement {
    switch sentence.setting {
    case .heading: return Judgement(kind: .heading, needsCitation: 0, reasons: [])
    case .metadata, .caption: return Judgement(kind: .navigation, needsCitation: 0, reasons: [])
    case .paragraph, .listItem, .quotation: break
    }
    let words = SentenceWords(sentence, in: article)
    let reasons = ClaimFeature.all.compactMap { feature -> Judgement.Reason? in
      let count = min(feature.most, feature.count(words))
      return count == 0 ? nil : Judgement.Reason(name: feature.name, weight: feature.weight * Double(count))
    }
    let logOdds = reasons.reduce(prior) { $0 + $1.weight }
    let score = 1 / (1 + exp(-logOdds))
    return Judgement(
      kind: kind(of: words, score: score), needsCitation: (score * 1000).rounded() / 1000,
      reasons: reasons.sorted { abs($0.weight) > abs($1.weight) })
  }

  private static func kind(of words: SentenceWords, score: Double) -> ClaimKind {
    if words.isQuestion { return .question }
    if ClaimFeature.isAboutThePage(words) || ClaimFeature.startsAsNavigation(words) && score < 0.5 {
      return .navigation
    }
    if score >= 0.5 { return .claim }
    if words.contains(anyOf: Lexicon.experience) { return .experience }
    if words.contains(anyOf: Lexicon.definition) { return .definition }
    let speaksOfWriter = words.count(of: Lexicon.firstPerson) > 0
    return words.contains(anyOf: Lexicon.opinion) || speaksOfWriter ? .opinion : .other
  }
}
