/// How well scores tell what is cited.
struct Quality {
  private let ranked: [(score: Double, isCited: Bool)]
  private let citedCount: Int

  /// Of these scores.
  init(_ scores: [(Double, Bool)]) {
    ranked = scores.enumerated().sorted { ($0.element.0, $1.offset) > ($1.element.0, $0.offset) }
      .map { (score: $0.element.0, isCited: $0.element.1) }
    citedCount = scores.count { $0.1 }
  }

  /// The mean of the precision at each cited sentence.
  var averagePrecision: Double {
    var found = 0
    var sum = 0.0
    for (index, one) in ranked.enumerated() where one.isCited {
      found += 1
      sum += Double(found) / Double(index + 1)
    }
    return sum / Double(max(1, citedCount))
  }

  /// F1 where scores of at least `cut` say «cited».
  func f1(at cut: Double) -> Double {
    let chosen = ranked.prefix { $0.score >= cut }
    return 2 * Double(chosen.count { $0.isCited }) / Double(max(1, chosen.count + citedCount))
  }

  /// The best F1 of any cut, and that cut.
  var best: (f1: Double, cut: Double) {
    var found = 0
    var best = (f1: 0.0, cut: 0.0)
    for (index, one) in ranked.enumerated() {
      found += one.isCited ? 1 : 0
      let f1 = 2 * Double(found) / Double(index + 1 + citedCount)
      if f1 > best.f1 { best = (f1, one.score) }
    }
    return best
  }

  /// The cut of the best F1.
  var bestCut: Double { best.cut }
}
