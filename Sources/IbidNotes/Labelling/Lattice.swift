/// The paths of labels through a reference, as a linear-chain conditional random field weighs them.
///
/// A state is a field's label, or `other` behind a field: what stands between two fields knows the one before it, so
/// that a title after authors and a title after a year weigh differently. Scores are natural logarithms.
package struct Lattice {
  /// States: 0 to 15 are the labels (0 is not used), 16 to 31 are `other` behind the label less 16 (16: behind none).
  package static let stateCount = 32

  /// What weighs less, of a whole of 1, is passed over.
  private static let least: Float = 1e-8

  /// A path that is so much worse than the best one so far does not catch up.
  static let leastOfBest: Float = 1e-5

  /// What each token's labels weigh, before their neighbours are looked at.
  package typealias Scores = SIMD16<Float>

  /// Exponentials of the weights of passing from a state to a label.
  package struct Transitions: Sendable {
    /// By state: to each label; 0 means to `other`.
    package var toLabel: [Scores]
    /// By label: the same from each field, and from `other` behind each field.
    private(set) var fromFields: [Scores]
    private(set) var fromOthers: [Scores]
    /// By memory: from the field itself, and from `other` behind it, to `other`.
    var fromFieldToOther: Scores
    var fromOtherToOther: Scores

    /// Transitions from the logarithms of their weights, by state.
    package init(logarithms: [Scores]) {
      toLabel = logarithms.map { row in
        var row = Scores.exponential(row)
        row[0] = 0
        return row
      }
      fromFields = Array(repeating: .zero, count: 16)
      fromOthers = fromFields
      for label in 0..<16 {
        for state in 0..<16 {
          // No path comes from the label 0.
          fromFields[label][state] = state == 0 ? 0 : toLabel[state][label]
          fromOthers[label][state] = toLabel[16 + state][label]
        }
      }
      fromFieldToOther = .zero
      fromOtherToOther = .zero
      for memory in 0..<16 {
        fromFieldToOther[memory] = memory == 0 ? 0 : Scores.exponential(Scores(repeating: logarithms[memory][0]))[0]
        fromOtherToOther[memory] = Scores.exponential(Scores(repeating: logarithms[16 + memory][0]))[0]
      }
    }
  }

  /// Weights of the states before each token's successor, scaled: fields and `other` states.
  private var fields: [Scores] = []
  private var others: [Scores] = []
  private var scales: [Float] = []
  let weights: [Scores]
  let transitions: Transitions

  /// A lattice over the scores of a reference's tokens.
  package init(_ scores: [Scores], _ transitions: Transitions) {
    self.transitions = transitions
    weights = scores.map { Scores.exponential($0 - $0.greatest) }
    fields.reserveCapacity(scores.count)
    others.reserveCapacity(scores.count)
    scales.reserveCapacity(scores.count)
    var field = Scores.zero
    var other = Scores.zero
    other[0] = 1
    for weight in weights {
      var nextField = Scores.zero
      // Few states are alive at a time.
      for state in 1..<16 where field[state] > Self.least { nextField += field[state] * transitions.toLabel[state] }
      for memory in 0..<16 where other[memory] > Self.least {
        nextField += other[memory] * transitions.toLabel[16 + memory]
      }
      var nextOther = field * transitions.fromFieldToOther + other * transitions.fromOtherToOther
      nextField *= weight
      nextOther *= weight[0]
      let scale = 1 / max(nextField.sum() + nextOther.sum(), 1e-30)
      field = nextField * scale
      other = nextOther * scale
      fields.append(field)
      others.append(other)
      scales.append(scale)
    }
  }

  /// The logarithm of the sum over all paths, less that of the tokens' greatest scores.
  package var logSum: Float { -scales.reduce(0) { $0 + Scores.logarithm($1) } }

  /// For each token how probable each label is; and what `visit` is told of each pair of neighbours: the state
  /// before, the label after, and how probable the pair is.
  package func marginals(visit: ((_ state: Int, _ labels: Scores) -> Void)? = nil) -> [Scores] {
    guard !weights.isEmpty else { return [] }
    var marginals = [Scores](repeating: .zero, count: weights.count)
    var field = Scores(repeating: 1)
    var other = Scores(repeating: 1)
    for index in stride(from: weights.count - 1, through: 0, by: -1) {
      var marginal = fields[index] * field
      let outside = others[index] * other
      marginal[0] = outside.sum()
      let total = max(marginal.sum(), 1e-30)
      marginals[index] = marginal / total
      // What follows from each state before this token.
      let ahead = field * weights[index] * scales[index]
      let aheadOther = other * (weights[index][0] * scales[index])
      if let visit {
        tell(visit, index, ahead, aheadOther, total)
      }
      if index == 0 { break }
      var nextField = Scores.zero
      var nextOther = Scores.zero
      let before = fields[index - 1]
      let beforeOther = others[index - 1]
      // Label by label for all states at once; those that are not alive are taken out behind it.
      for label in 1..<16 where ahead[label] > 0 {
        nextField += ahead[label] * transitions.fromFields[label]
        nextOther += ahead[label] * transitions.fromOthers[label]
      }
      nextField.replace(with: 0, where: before .<= Self.least)
      nextOther.replace(with: 0, where: beforeOther .<= Self.least)
      nextField += transitions.fromFieldToOther * aheadOther
      nextOther += transitions.fromOtherToOther * aheadOther
      field = nextField
      other = nextOther
    }
    return marginals
  }

  private func tell(
    _ visit: (Int, Scores) -> Void, _ index: Int, _ ahead: Scores, _ aheadOther: Scores, _ total: Float
  ) {
    for state in 0..<Self.stateCount {
      let memory = state & 15
      let before: Float =
        index == 0 ? (state == 16 ? 1 : 0) : state < 16 ? fields[index - 1][state] : others[index - 1][memory]
      guard before > Self.least, state != 0 else { continue }
      var pair = transitions.toLabel[state] * ahead * before
      let toOther = state < 16 ? transitions.fromFieldToOther[memory] : transitions.fromOtherToOther[memory]
      pair[0] = before * toOther * aheadOther[memory]
      visit(state, pair / total)
    }
  }

  /// The best path.
  ///
  /// On the way forward only the weights are kept; from where the best path came into a state is told on the way back,
  /// for the one state of each token that it leads through.
  package func bestPath() -> Path {
    guard !weights.isEmpty else { return Path(labels: [], logarithm: 0) }
    var field = Scores.zero
    var other = Scores.zero
    other[0] = 1
    // The weights before each token.
    var bestFields: [Scores] = []
    var bestOthers: [Scores] = []
    bestFields.reserveCapacity(weights.count)
    bestOthers.reserveCapacity(weights.count)
    var logarithm: Float = 0
    for weight in weights {
      bestFields.append(field)
      bestOthers.append(other)
      var best = Scores.zero
      for state in 1..<16 where field[state] >= Self.leastOfBest {
        best.raise(to: field[state] * transitions.toLabel[state])
      }
      for memory in 0..<16 where other[memory] >= Self.leastOfBest {
        best.raise(to: other[memory] * transitions.toLabel[16 + memory])
      }
      var nextOther = other * transitions.fromOtherToOther
      nextOther.raise(to: field * transitions.fromFieldToOther)
      best *= weight
      nextOther *= weight[0]
      let greatest = max(best.greatest, nextOther.greatest, 1e-30)
      let scale = 1 / greatest
      logarithm += Scores.logarithm(greatest)
      field = best * scale
      field[0] = 0
      other = nextOther * scale
    }
    var state = Self.best(field, other)
    var labels = [Label](repeating: .other, count: weights.count)
    for index in stride(from: weights.count - 1, through: 0, by: -1) {
      if state < 16 {
        labels[index] = Label(rawValue: UInt8(state)) ?? .other
        state = source(of: state, bestFields[index], bestOthers[index])
      } else {
        let memory = state - 16
        let direct = bestFields[index][memory] * transitions.fromFieldToOther[memory]
        if direct > bestOthers[index][memory] * transitions.fromOtherToOther[memory] { state = memory }
      }
    }
    return Path(labels: labels, logarithm: min(0, logarithm - logSum))
  }

  /// The state of the greatest weight, the first of equals.
  private static func best(_ field: Scores, _ other: Scores) -> Int {
    var state = 16
    var greatest: Float = -1
    for candidate in 1..<32 {
      let value = candidate < 16 ? field[candidate] : other[candidate - 16]
      if value > greatest {
        greatest = value
        state = candidate
      }
    }
    return state
  }

  /// The state from which the best path comes to a label, the first of equals; 0 where none is alive.
  private func source(of label: Int, _ field: Scores, _ other: Scores) -> Int {
    var source = 0
    var greatest: Float = -1
    for state in 1..<32 {
      let value = state < 16 ? field[state] : other[state - 16]
      guard value >= Self.leastOfBest else { continue }
      let candidate = value * transitions.toLabel[state][label]
      if candidate > greatest {
        greatest = candidate
        source = state
      }
    }
    return source
  }
}

extension SIMD16<Float> {
  /// Takes each number that is greater than its own.
  @inline(__always)
  mutating func raise(to other: Self) { replace(with: other, where: other .> self) }

  /// The greatest of the numbers.
  @inline(__always)
  var greatest: Float {
    var eight = lowHalf
    eight.replace(with: highHalf, where: highHalf .> eight)
    var four = eight.lowHalf
    four.replace(with: eight.highHalf, where: eight.highHalf .> four)
    var two = four.lowHalf
    two.replace(with: four.highHalf, where: four.highHalf .> two)
    return two[1] > two[0] ? two[1] : two[0]
  }

  /// e to each power, to about five digits; powers below −87 give 0.
  static func exponential(_ power: Self) -> Self {
    var clamped = power.replacing(with: -87, where: power .< -87)
    clamped.replace(with: 87, where: clamped .> 87)
    let scaled = clamped * 1.442695
    // Adding 1.5 · 2²³ leaves the whole part in the lowest bits.
    let shifted = scaled + 12_582_912
    let part = scaled - (shifted - 12_582_912)
    let c5 = part * 0.001_333_56 + 0.009_618_13
    let c4 = part * c5 + 0.055_504_1
    let c3 = part * c4 + 0.240_226_5
    let c2 = part * c3 + 0.693_147_2
    let series = part * c2 + 1
    let whole = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &- 0x4B40_0000
    return series * unsafeBitCast((whole &+ 127) &<< 23, to: Self.self)
  }

  /// The natural logarithm of a positive number, to about five digits.
  static func logarithm(_ value: Float) -> Float {
    let exponent = Float(value.exponent)
    let x = (value.significand - 1) / (value.significand + 1)
    let square = x * x
    let series = 2 * x * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
    return exponent * 0.693_147_2 + series
  }
}
