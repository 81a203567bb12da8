extension Lattice {
  /// A way through the lattice: each token's label, and the logarithm of its share of all ways' weight.
  package struct Path: Sendable {
    package var labels: [Label]
    package var logarithm: Float
  }

  /// The best paths, best first, at most `count` of them, and none whose logarithm is less than that of the best by
  /// more than `reach`.
  ///
  /// A backward pass tells the most that can follow each state, so that hardly a step is taken that no such path takes.
  package func bestPaths(_ count: Int, reach: Float) -> [Path] {
    guard !weights.isEmpty, count > 0 else { return [] }
    let ahead = bestAhead()
    let least = ahead[0].logarithm - reach
    var columns = [[Step(state: 16, source: -1, logarithm: 0, most: ahead[0].logarithm)]]
    columns.reserveCapacity(weights.count + 1)
    for index in weights.indices {
      var steps: [Step] = []
      for (place, step) in columns[index].enumerated() {
        extend(step, at: place, index, ahead[index + 1], least: least, into: &steps)
      }
      // Each step that is kept starts another path at least: of more than `count` the best will do.
      if steps.count > count { steps = Array(steps.sorted { $0.most > $1.most }.prefix(count)) }
      columns.append(steps)
    }
    // Equal ones stay in order: sorting is stable.
    let ends = columns[weights.count].enumerated().sorted { $0.element.logarithm > $1.element.logarithm }
    let whole = logSum
    return ends.prefix(count).map { end in
      Path(labels: labels(to: end.offset, columns), logarithm: end.element.logarithm - whole)
    }
  }

  /// A way into a state: the place of the step before it, the logarithm of its weight so far, and that of the best path
  /// that goes on from it.
  private struct Step {
    var state: UInt8
    var source: Int32
    var logarithm: Float
    var most: Float
  }

  /// The best weights from each state to the end, scaled, and the logarithm of the scale.
  private struct Ahead {
    var field = Scores(repeating: 1)
    var other = Scores(repeating: 1)
    var logarithm: Float = 0
  }

  /// What can follow the states before each token; behind the last of them nothing does.
  private func bestAhead() -> [Ahead] {
    var all = [Ahead](repeating: Ahead(), count: weights.count + 1)
    for index in stride(from: weights.count - 1, through: 0, by: -1) {
      let toField = all[index + 1].field * weights[index]
      let toOther = all[index + 1].other * weights[index][0]
      var ahead = Ahead(field: .zero, other: .zero)
      for label in 1..<16 where toField[label] > Self.leastOfBest {
        ahead.field.raise(to: toField[label] * transitions.fromFields[label])
        ahead.other.raise(to: toField[label] * transitions.fromOthers[label])
      }
      ahead.field.raise(to: transitions.fromFieldToOther * toOther)
      ahead.other.raise(to: transitions.fromOtherToOther * toOther)
      // A reference begins behind no field.
      let greatest = max(index == 0 ? ahead.other[0] : max(ahead.field.greatest, ahead.other.greatest), 1e-30)
      ahead.field /= greatest
      ahead.other /= greatest
      ahead.logarithm = all[index + 1].logarithm + Scores.logarithm(greatest)
      all[index] = ahead
    }
    return all
  }

  /// Adds the steps that go on from another one at a token and may be part of a path that weighs enough.
  private func extend(
    _ step: Step, at place: Int, _ index: Int, _ ahead: Ahead, least: Float, into steps: inout [Step]
  ) {
    let state = Int(step.state)
    func add(_ next: Int, _ weight: Float, _ rest: Float) {
      let logarithm = step.logarithm + Scores.logarithm(weight)
      steps.append(
        Step(
          state: UInt8(next), source: Int32(truncatingIfNeeded: place), logarithm: logarithm,
          most: logarithm + Scores.logarithm(rest) + ahead.logarithm))
    }
    // How small the product of a step's weight and what follows may be.
    let bound = max(1e-20, Scores.exponential(Scores(repeating: least - step.logarithm - ahead.logarithm))[0])
    let toLabels = transitions.toLabel[state] * weights[index]
    let whole = toLabels * ahead.field
    if whole.greatest >= bound {
      for label in 1..<16 where whole[label] >= bound { add(label, toLabels[label], ahead.field[label]) }
    }
    let memory = state & 15
    let toOther =
      (state < 16 ? transitions.fromFieldToOther[memory] : transitions.fromOtherToOther[memory]) * weights[index][0]
    if toOther * ahead.other[memory] >= bound { add(16 | memory, toOther, ahead.other[memory]) }
  }

  private func labels(to end: Int, _ columns: [[Step]]) -> [Label] {
    var labels = [Label](repeating: .other, count: weights.count)
    var place = end
    for index in stride(from: weights.count - 1, through: 0, by: -1) {
      let step = columns[index + 1][place]
      labels[index] = Label(rawValue: step.state < 16 ? step.state : 0) ?? .other
      place = Int(step.source)
    }
    return labels
  }
}
