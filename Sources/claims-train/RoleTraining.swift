import IbidClaims

/// Learns what sentences do from labelled documents.
struct RoleTraining {
  /// What the research model and the model of worthiness make of a document is reckoned once.
  struct Prepared {
    var article: RoleArticle
    var document: RoleDocument
    var research: [[Float]]
    var worthiness: [Float]
    var terms: [[(hash: UInt32, value: Float)]]

    init(_ article: RoleArticle, _ research: TermWeights) {
      self.article = article
      document = RoleDocument(article.sentences)
      self.research = RoleModel.research(of: document, by: research)
      worthiness = RoleModel.worthiness(of: document)
      terms = RoleModel.terms(of: document, research: self.research)
    }
  }

  let research: TermWeights
  private static let folds = 5

  /// A model of these documents; each comes as it is and as if it cited nothing.
  func model(of articles: [[Prepared]]) -> RoleModel {
    var rows: [[Float]] = []
    var labels: [Bool] = []
    var importance: [Double] = []
    for fold in 0..<Self.folds {
      let others = articles.indices.filter { $0 % Self.folds != fold }.flatMap { articles[$0] }
      let weights = weights(of: others)
      for index in articles.indices where index % Self.folds == fold {
        for one in articles[index] where one.article.showsStructure {
          rows += RoleModel.rows(of: one.document, views(of: one, weights))
          labels += one.article.roles.map { $0 == .need }
          importance += one.article.weights
        }
      }
    }
    let trees = Self.trees(rows, labels, importance)
    return RoleModel(research: research, roles: weights(of: articles.flatMap(\.self)), trees: trees)
  }

  /// Several sets of trees that look at other features of each row; what they say is averaged.
  private static func trees(_ rows: [[Float]], _ labels: [Bool], _ importance: [Double]) -> BoostedTrees {
    var grower = TreeGrower()
    grower.treeCount = 150
    grower.depth = 4
    grower.rate = 0.05
    grower.leastWeight = 6
    grower.leftOut = 2
    grower.penalty = 10
    var all: BoostedTrees?
    for seed in 0..<sets {
      grower.seed = 11 + seed
      var trees = grower.grow(rows, labels, featureLimit: RoleModel.columnCount, importance: importance)
      for index in trees.trees.indices {
        trees.trees[index].values = trees.trees[index].values.map { $0 / Int16(sets) }
      }
      trees.trees = (all?.trees ?? []) + trees.trees
      all = trees
    }
    // The score 0.5 stands where half of the uncited sentences that want a source are found, two of three rightly.
    all?.base += margin
    return all ?? BoostedTrees(cuts: [], trees: [], base: 0)
  }

  private static let sets: UInt64 = 3
  private static let margin = 0.3

  private func views(of one: Prepared, _ weights: TermWeights) -> [RoleView] {
    RoleModel.views(of: one.document, research: one.research, worthiness: one.worthiness, roles: weights)
  }

  /// The first pass.
  private func weights(of articles: [Prepared]) -> TermWeights {
    var counts: [UInt32: Int] = [:]
    for term in articles.lazy.flatMap(\.terms).joined() { counts[term.hash, default: 0] += 1 }
    // Each document comes twice.
    let hashes = counts.filter { $0.value >= 4 }.keys.sorted()
    var places: [UInt32: Int32] = [:]
    for (index, hash) in hashes.enumerated() { places[hash] = Int32(index) }
    var rows = SparseRows()
    for terms in articles.lazy.flatMap(\.terms) {
      let known = terms.compactMap { term in places[term.hash].map { ($0, term.value) } }
      rows.append(known + [(Int32(hashes.count), 1)])
    }
    let roles = SentenceRole.allCases.count
    let learnt = SoftmaxTrainer(answers: roles, columnCount: hashes.count + 1, penalty: 4.5, iterations: 30)
      .learn(
        rows, articles.flatMap { $0.article.roles.map(\.rawValue) }, importance: articles.flatMap(\.article.weights))
    return TermWeights(answers: roles, hashes: hashes, weights: learnt.map(TermWeights.weight))
  }
}
