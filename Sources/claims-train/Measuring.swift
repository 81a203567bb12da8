import IbidClaims

/// Measures models on articles that they did not see.
enum Measuring {
  /// Trains on all parts but one and measures on that one, for each part.
  static func validate(_ articles: [TrainingArticle], folds: Int) {
    var pooled: [String: [(Double, Bool)]] = [:]
    for fold in 0..<folds {
      // Parts of neighbours, where training cuts one by one: the two must not fall together.
      let part = articles.indices.filter { $0 * folds / articles.count == fold }
      let model = Training.model(of: articles.indices.filter { !part.contains($0) }.map { articles[$0] })
      let scores = report(part.map { articles[$0] }, model: model, name: "fold \(fold)")
      for (name, values) in scores { pooled[name, default: []] += values }
    }
    for (name, values) in pooled.sorted(by: { $0.key < $1.key }) { print(line("all folds", name, values)) }
  }

  /// Prints how well a model does, and how well sentence length alone does.
  @discardableResult
  static func report(
    _ articles: [TrainingArticle], model: WorthinessModel, name: String
  ) -> [String: [(Double, Bool)]] {
    var scores: [String: [(Double, Bool)]] = [:]
    for article in articles {
      let labels = article.sentences.map(\.isCited)
      let plain = article.sentences.map { sentence in
        WorthinessSentence(
          text: sentence.text, section: sentence.section, paragraph: sentence.paragraph, isCited: false)
      }
      scores["model", default: []] += zip(model.logOdds(of: article.sentences).map(\.sum), labels)
      scores["model without citations", default: []] += zip(model.logOdds(of: plain).map(\.sum), labels)
      scores["words alone", default: []] += zip(article.terms.map(model.score), labels)
      scores["sentence length", default: []] += zip(article.terms.map { Double($0.wordCount) }, labels)
    }
    for (kind, values) in scores.sorted(by: { $0.key < $1.key }) { print(line(name, kind, values)) }
    return scores
  }

  private static func line(_ name: String, _ kind: String, _ values: [(Double, Bool)]) -> String {
    let quality = Quality(values)
    func text(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
    return "\(name), \(kind): F1 at 0.5 \(text(quality.f1(at: 0))), best F1 \(text(quality.best.f1)), "
      + "average precision \(text(quality.averagePrecision)), \(values.count) sentences"
  }
}
