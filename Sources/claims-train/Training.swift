import IbidClaims

/// Makes a model of articles.
enum Training {
  /// How many parts the articles are cut into, so that the trees see words weighed by models that did not know them.
  private static let folds = 4

  /// A model; trained twice on the same articles it is the same.
  static func model(of articles: [TrainingArticle]) -> WorthinessModel {
    var scores = [[Double]](repeating: [], count: articles.count)
    for fold in 0..<folds {
      let others = articles.indices.filter { $0 % folds != fold }.map { articles[$0] }
      let words = WordModel(others)
      for index in articles.indices where index % folds == fold { scores[index] = words.scores(of: articles[index]) }
    }
    var rows: [[Float]] = []
    var labels: [Bool] = []
    for (article, scores) in zip(articles, scores) {
      let maker = WorthinessRows(article.sentences, terms: article.terms, scores: scores)
      rows += article.sentences.indices.map(maker.row)
      labels += article.sentences.map(\.isCited)
    }
    let words = WordModel(articles)
    let kept = words.quantized
    var model = WorthinessModel(
      hashes: words.hashes, weights: kept.weights, bias: kept.bias, texts: texts(of: words.hashes, in: articles),
      citing: TreeGrower().grow(rows, labels, featureLimit: WorthinessFeature.allCases.count),
      plain: TreeGrower().grow(rows, labels, featureLimit: WorthinessFeature.firstOfContext.rawValue))
    // The score 0.5 is where F1 is best: on the rows that the trees grew on, whose words were weighed by others.
    model.citing.base -= bestCut(model.citing, rows, labels)
    model.plain.base -= bestCut(model.plain, rows, labels)
    return model
  }

  private static func bestCut(_ trees: BoostedTrees, _ rows: [[Float]], _ labels: [Bool]) -> Double {
    Quality(zip(rows.map { trees.logOdds(of: $0).sum }, labels).map { ($0, $1) }).bestCut
  }

  private static func texts(of hashes: [UInt32], in articles: [TrainingArticle]) -> [String] {
    let wanted = Set(hashes)
    var texts: [UInt32: String] = [:]
    for sentence in articles.flatMap(\.sentences) {
      _ = SentenceTerms(sentence.text) { hash, text in
        // Of two terms with one hash the first by the alphabet stands for both.
        if wanted.contains(hash) { texts[hash] = min(text, texts[hash] ?? text) }
      }
    }
    return hashes.map { texts[$0] ?? "" }
  }
}
