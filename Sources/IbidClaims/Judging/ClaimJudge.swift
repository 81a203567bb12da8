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
    /// What it added to the log odds.
    package var weight: Double
    let cause: Cause

    /// A feature by its name; or the words, of which these terms of the model are the heaviest.
    enum Cause: Hashable {
      case feature(String)
      case words([Int])
    }

    /// What it is, in words. Few ask.
    package var name: String {
      switch cause {
      case .feature(let name): return name
      case .words(let terms):
        guard let model = WorthinessModel.bundled, !terms.isEmpty else { return "its words" }
        return "its words, as \(terms.map { "“\(model.texts[$0])”" }.joined(separator: ", "))"
      }
    }
  }
}

/// Tells which sentences of an article are claims.
///
/// A research article is judged by the model that was learnt from such articles. Other prose is judged by
/// features set by hand, to which the words of that model are added with a small weight.
package enum ClaimJudge {
  /// Log odds of a sentence of which no feature holds.
  private static let prior = -1.7
  /// How much the words count in other prose.
  private static let wordWeight = 0.35
  /// What the words say of a sentence in the middle of a research article, in log odds.
  private static let usualWords = -1.2

  /// A judgement for each sentence of the article, in order.
  package static func judgements(of article: Article) -> [Judgement] {
    let kinds = Register.sectionKinds(of: article)
    switch (Register(of: article, kinds: kinds), WorthinessModel.bundled) {
    case (.journal, let model?): return judgements(of: article, kinds: kinds, model: model)
    case (_, let model):
      var lexicon = LexiconReader()
      return article.sentences.map { judgement(of: $0, in: article, model: model, lexicon: &lexicon) }
    }
  }

  /// Whether a part of a sentence would be a claim if it stood alone.
  static func standsAlone(_ text: String, like sentence: Sentence, in article: Article) -> Bool {
    var part = sentence
    part.text = text
    part.markers = 0..<0
    var lexicon = LexiconReader()
    return judgement(of: part, in: article, model: WorthinessModel.bundled, lexicon: &lexicon).kind == .claim
  }

  private static func fixedJudgement(of sentence: Sentence) -> Judgement? {
    switch sentence.setting {
    case .heading: Judgement(kind: .heading, needsCitation: 0, reasons: [])
    case .metadata, .caption: Judgement(kind: .navigation, needsCitation: 0, reasons: [])
    case .paragraph, .listItem, .quotation: nil
    }
  }

  // MARK: Other prose

  private static func judgement(
    of sentence: Sentence, in article: Article, model: WorthinessModel?, lexicon: inout LexiconReader
  ) -> Judgement {
    if let fixed = fixedJudgement(of: sentence) { return fixed }
    let words = SentenceWords(sentence, in: article, lexicon: &lexicon)
    var reasons = ClaimFeature.all.compactMap { feature -> Judgement.Reason? in
      let count = min(feature.most, feature.count(words))
      return count == 0 ? nil : Judgement.Reason(weight: feature.weight * Double(count), cause: .feature(feature.name))
    }
    if let model {
      let terms = model.known(SentenceTerms(sentence.text))
      let said = max(-2, min(2, model.score(known: terms) - usualWords))
      reasons.append(Judgement.Reason(weight: wordWeight * said, cause: wordCause(terms, model)))
    }
    return judgement(words, logOdds: reasons.reduce(prior) { $0 + $1.weight }, reasons: reasons)
  }

  // MARK: Research articles

  private static func judgements(of article: Article, kinds: [SectionKind?], model: WorthinessModel) -> [Judgement] {
    let judged = article.sentences.indices.filter { fixedJudgement(of: article.sentences[$0]) == nil }
    let logOdds = model.logOdds(
      of: judged.map { index in
        let sentence = article.sentences[index]
        return WorthinessSentence(
          text: sentence.text, section: sentence.section.flatMap { kinds[$0] } ?? .other, paragraph: sentence.block,
          isCited: !sentence.markers.isEmpty)
      })
    var judgements = article.sentences.map {
      fixedJudgement(of: $0) ?? Judgement(kind: .other, needsCitation: 0, reasons: [])
    }
    var lexicon = LexiconReader()
    for (index, (sum, parts, terms)) in zip(judged, logOdds) {
      let sentence = article.sentences[index]
      judgements[index] = judgement(
        SentenceWords(sentence, in: article, lexicon: &lexicon), logOdds: sum,
        reasons: reasons(of: parts, words: wordCause(terms, model)))
    }
    return judgements
  }

  /// Features of one name count together; what moves nothing is left out.
  private static func reasons(of parts: [Double], words: Judgement.Reason.Cause) -> [Judgement.Reason] {
    var weights = [Double?](repeating: nil, count: firstOfName.count)
    for (feature, part) in zip(firstOfName, parts) { weights[feature] = (weights[feature] ?? 0) + part }
    return zip(WorthinessFeature.allCases, weights).compactMap { feature, weight in
      guard let weight, abs(weight) >= 0.05 else { return nil }
      return Judgement.Reason(weight: weight, cause: feature == .words ? words : .feature(feature.name))
    }
  }

  /// For each feature the first that bears its name.
  private static let firstOfName = WorthinessFeature.allCases.map { feature in
    WorthinessFeature.allCases.first { $0.name == feature.name }?.rawValue ?? feature.rawValue
  }

  // MARK: Both

  private static func wordCause(_ terms: [Int], _ model: WorthinessModel) -> Judgement.Reason.Cause {
    .words(model.heaviest(of: terms, limit: 3))
  }

  private static func judgement(_ words: SentenceWords, logOdds: Double, reasons: [Judgement.Reason]) -> Judgement {
    let score = 1 / (1 + exp(-logOdds))
    return Judgement(
      kind: kind(of: words, score: score), needsCitation: (score * 1000).rounded() / 1000,
      reasons: reasons.sorted { abs($0.weight) > abs($1.weight) })
  }

  private static func kind(of words: SentenceWords, score: Double) -> ClaimKind {
    if words.isQuestion { return .question }
    if ClaimFeature.isAboutThePage(words) || words.startsAsNavigation && score < 0.5 {
      return .navigation
    }
    if score >= 0.5 { return .claim }
    if words.contains(.experience) { return .experience }
    if words.contains(.definition) { return .definition }
    let speaksOfWriter = words.count(of: .firstPerson) > 0
    return words.contains(.opinion) || speaksOfWriter ? .opinion : .other
  }
}
