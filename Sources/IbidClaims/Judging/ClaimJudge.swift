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

    /// A feature by its name; or the words of a sentence.
    enum Cause: Hashable {
      case feature(String)
      case words(String)
    }

    /// What it is, in words. Few ask.
    package var name: String {
      switch cause {
      case .feature(let name): return name
      case .words(let text):
        let telling = RoleModel.bundled?.tellingWords(of: text, limit: 3) ?? []
        guard !telling.isEmpty else { return RoleFeature.words }
        return "\(RoleFeature.words), as \(telling.map { "“\($0)”" }.joined(separator: ", "))"
      }
    }
  }
}

/// Tells which sentences of an article are claims.
package enum ClaimJudge {
  /// A judgement for each sentence of the article, in order.
  ///
  /// - Parameter cited: whether each sentence cites something, be it known or not.
  package static func judgements(of article: Article, cited: [Bool]) -> [Judgement] {
    var judgements = article.sentences.map { sentence in
      isJudged(sentence) ? nil : Judgement(kind: kind(of: sentence.setting), needsCitation: 0, reasons: [])
    }
    let judged = judgements.indices.filter { judgements[$0] == nil }
    let headings = HeadingPaths(article)
    var stretch = 0
    let sentences = judged.map { index in
      let sentence = article.sentences[index]
      if index > 0, article.sentences[index - 1].setting == .heading { stretch += 1 }
      return RoleSentence(
        text: sentence.text, headings: headings.path(of: sentence.section), section: sentence.section ?? -1,
        paragraph: sentence.block, stretch: stretch, isCited: cited[index])
    }
    var lexicon = LexiconReader()
    for (index, told) in zip(judged, RoleModel.bundled?.judgements(of: sentences) ?? []) {
      let sentence = article.sentences[index]
      judgements[index] = judgement(
        SentenceWords(sentence, in: article, lexicon: &lexicon), isCited: cited[index], logOdds: told.sum,
        view: told.view,
        reasons: reasons(of: told.parts, text: sentence.text))
    }
    return judgements.map { $0 ?? Judgement(kind: .other, needsCitation: 0, reasons: []) }
  }

  /// The same of an article of which no more is known than its markers.
  package static func judgements(of article: Article) -> [Judgement] {
    judgements(of: article, cited: article.sentences.map { !$0.markers.isEmpty })
  }

  /// Whether a part of a sentence would be a claim if it stood alone.
  static func standsAlone(_ text: String, like sentence: Sentence, in article: Article) -> Bool {
    let headings = HeadingPaths(article)
    let part = RoleSentence(
      text: text, headings: headings.path(of: sentence.section), section: 0, paragraph: 0, stretch: 0, isCited: false)
    return (RoleModel.bundled?.judgements(of: [part]).first?.sum ?? -1) >= 0
  }

  /// Words of others, and what is no text, are not judged.
  private static func isJudged(_ sentence: Sentence) -> Bool {
    switch sentence.setting {
    case .paragraph, .listItem: true
    case .heading, .metadata, .caption, .quotation: false
    }
  }

  private static func kind(of setting: Sentence.Setting) -> ClaimKind {
    switch setting {
    case .heading: .heading
    case .metadata, .caption: .navigation
    case .paragraph, .listItem, .quotation: .other
    }
  }

  /// Features of one name count together; what moves nothing is left out.
  private static func reasons(of parts: [Double], text: String) -> [Judgement.Reason] {
    var weights = [Double?](repeating: nil, count: firstOfName.count)
    for (feature, part) in zip(firstOfName, parts) { weights[feature] = (weights[feature] ?? 0) + part }
    return zip(RoleFeature.all, weights).compactMap { name, weight in
      guard let weight, abs(weight) >= 0.05 else { return nil }
      return Judgement.Reason(weight: weight, cause: name == RoleFeature.words ? .words(text) : .feature(name))
    }
  }

  /// For each feature the first that bears its name.
  private static let firstOfName: [Int] = {
    var first: [String: Int] = [:]
    for (index, name) in RoleFeature.all.enumerated() where first[name] == nil { first[name] = index }
    return RoleFeature.all.compactMap { first[$0] }
  }()

  /// What an uncited sentence about its writer loses in log odds: one in ten of these wants a source.
  private static let ofWriter = 1.0

  private static func judgement(
    _ words: SentenceWords, isCited: Bool, logOdds: Double, view: RoleView, reasons: [Judgement.Reason]
  ) -> Judgement {
    let logOdds = logOdds - (words.speaksOfWriter && !isCited ? ofWriter : 0)
    let score = words.isAboutThePage ? 0 : 1 / (1 + exp(-logOdds))
    return Judgement(
      kind: kind(of: words, score: score, view), needsCitation: (score * 1000).rounded() / 1000,
      reasons: reasons.sorted { abs($0.weight) > abs($1.weight) })
  }

  private static func kind(of words: SentenceWords, score: Double, _ view: RoleView) -> ClaimKind {
    if words.isQuestion { return .question }
    if words.isAboutThePage || words.startsAsNavigation && score < 0.5 { return .navigation }
    if score >= 0.5 { return .claim }
    if words.contains(.experience) { return .experience }
    if words.contains(.definition) { return .definition }
    if words.contains(.opinion) || words.speaksOfWriter { return .opinion }
    let roles = view.roles
    return roles[SentenceRole.opinion.rawValue] == roles.max() ? .opinion : .other
  }
}
