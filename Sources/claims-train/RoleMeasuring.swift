import IbidClaims

/// Measures what is told of documents that were not learnt from.
enum RoleMeasuring {
  /// One sentence: how much it wants a source, whether it does, and what else there is to know.
  struct Told {
    var score: Double
    var needs: Bool
    var isCited: Bool
    var isSure: Bool
    var kind: String
  }

  static func validate(_ articles: [[RoleTraining.Prepared]], _ training: RoleTraining, parts: Int) {
    var told: [Told] = []
    for part in 0..<parts {
      let model = training.model(of: articles.indices.filter { $0 % parts != part }.map { articles[$0] })
      for index in articles.indices where index % parts == part {
        guard let one = articles[index].first, one.article.isPublished else { continue }
        told += Self.told(one.article, by: model)
      }
    }
    report(told)
  }

  /// What a model tells of a document.
  static func told(_ article: RoleArticle, by model: RoleModel) -> [Told] {
    model.judgements(of: article.sentences).map(\.sum).enumerated().map { place, odds in
      Told(
        score: odds, needs: article.roles[place] == .need, isCited: article.sentences[place].isCited,
        isSure: article.weights[place] == 1, kind: article.kind)
    }
  }

  static func report(_ told: [Told]) {
    func text(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
    for kind in ["all"] + Set(told.map(\.kind)).sorted() {
      let those = told.filter { kind == "all" || $0.kind == kind }
      print(
        "\(kind): AUC \(text(area(those))), of the sure \(text(area(those.filter(\.isSure)))), "
          + "of the uncited \(text(area(those.filter { !$0.isCited })))")
      for (name, sample) in [("uncited", those), ("uncited and sure", those.filter(\.isSure))] {
        let open = sample.filter { !$0.isCited }.sorted { $0.score > $1.score }
        let all = open.count { $0.needs }
        var line = "  \(name): precision (log odds) at recall"
        for recall in [0.4, 0.5, 0.6, 0.7] {
          var found = 0
          let cut = open.firstIndex { one in
            found += one.needs ? 1 : 0
            return Double(found) >= recall * Double(all)
          }
          guard let cut else { continue }
          line += " \(recall): \(text(Double(found) / Double(cut + 1))) (\(text(open[cut].score)))"
        }
        for precision in [0.7, 0.85] {
          var found = 0
          var best = (recall: 0.0, cut: 0.0)
          for (index, one) in open.enumerated() {
            found += one.needs ? 1 : 0
            guard index >= 9, Double(found) >= precision * Double(index + 1) else { continue }
            best = (Double(found) / Double(max(1, all)), one.score)
          }
          line += "; recall at precision \(precision): \(text(best.recall)) (\(text(best.cut)))"
        }
        print(line)
      }
    }
  }

  /// How often one that needs a source stands before one that does not.
  private static func area(_ told: [Told]) -> Double {
    let ranked = told.sorted { $0.score < $1.score }
    var others = 0.0
    var wins = 0.0
    for one in ranked { if one.needs { wins += others } else { others += 1 } }
    return wins / max(1, others * Double(ranked.count { $0.needs }))
  }
}
