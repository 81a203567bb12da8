import IbidNotes

/// Trains a labeller: gradient steps (AdaGrad) on the likelihood of each example, features of little use dropped,
/// the rest trained again, and written in few bits.
///
/// One thread and a random stream of its own: the same data give the same bytes.
struct Trainer {
  typealias Row = SIMD16<Float>

  private let journals: JournalNames
  /// The features that have a row, in the order of the rows.
  private var features: [UInt32] = []
  private var columns = FeatureColumns()
  private var rows: [Row] = []
  private var squares: [Row] = []
  private var transitions = [Row](repeating: .zero, count: Lattice.stateCount)
  private var transitionSquares = [Row](repeating: Row(repeating: 1e-3), count: Lattice.stateCount)
  private var random: Random
  private var isAveraging = false
  private var sums: [Row] = []
  private var transitionSums: [Row] = []
  private var snapshotCount: Float = 0
  private let report: (String) -> Void

  init(journals: JournalNames, seed: UInt64, report: @escaping (String) -> Void) {
    random = Random(seed: seed)
    self.journals = journals
    self.report = report
  }

  /// - Parameters:
  ///   - passes: passes over the examples before and after features are dropped.
  ///   - bucketBits: the logarithm of the count of buckets of eight features that are kept.
  mutating func train(_ examples: [Example], passes: (Int, Int), bucketBits: Int, dropping: UInt64 = 26) -> [UInt8] {
    chooseFeatures(examples)
    report("\(examples.count) examples, \(rows.count) features")
    let half = passes.0
    for pass in 0..<half { run(pass, examples, rate: 0.12, dropping: dropping) }
    keep(Int(Double(8 << bucketBits) * 0.86))
    for pass in 0..<passes.1 {
      isAveraging = pass >= passes.1 - 2
      run(half + pass, examples, rate: 0.08 / Float(1 + pass), dropping: dropping * 3 / 4)
    }
    average()
    return ModelWriter.bytes(
      features: features, weights: rows, transitions: transitions, bucketBits: bucketBits)
  }

  /// Gives the features that stand in some examples their rows.
  private mutating func chooseFeatures(_ examples: [Example]) {
    columns = FeatureColumns(examples, journals: journals)
    features = columns.chooseFeatures(standingMoreThan: 5)
    rows = Array(repeating: .zero, count: features.count)
    squares = Array(repeating: Row(repeating: 1e-3), count: rows.count)
  }

  private mutating func run(_ pass: Int, _ examples: [Example], rate: Float, dropping: UInt64) {
    var order = Array(examples.indices)
    order.shuffle(using: &random)
    var loss: Double = 0
    var tokens = 0
    let stretch = max(1, order.count / Self.snapshots)
    for (number, index) in order.enumerated() {
      if isAveraging, number % stretch == stretch - 1 { addSnapshot() }
      loss += Double(step(index, examples[index].labels, rate: rate, dropping: dropping))
      tokens += examples[index].labels.count
    }
    report("pass \(pass + 1): loss a token \(loss / Double(max(1, tokens)))")
  }

  /// How many states of each of the last two passes are averaged: what single examples shook goes.
  private static let snapshots = 12

  private mutating func addSnapshot() {
    if sums.isEmpty {
      sums = Array(repeating: .zero, count: rows.count)
      transitionSums = Array(repeating: .zero, count: transitions.count)
    }
    for index in rows.indices { sums[index] += rows[index] }
    for index in transitions.indices { transitionSums[index] += transitions[index] }
    snapshotCount += 1
  }

  private mutating func average() {
    guard snapshotCount > 0 else { return }
    rows = sums.map { $0 / snapshotCount }
    transitions = transitionSums.map { $0 / snapshotCount }
  }

  private mutating func step(_ example: Int, _ labels: [Label], rate: Float, dropping: UInt64) -> Float {
    let all = columns.rows(of: example)
    guard !labels.isEmpty else { return 0 }
    var active: [Int32] = []
    active.reserveCapacity(all.count)
    var ends: [Int] = []
    var scores: [Row] = []
    for token in labels.indices {
      var sum = Row.zero
      var dice: UInt64 = 0
      for place in 0..<Features.perToken {
        if place % 8 == 0 { dice = random.next() }
        let isDropped = dice & 0xFF < dropping
        dice >>= 8
        let row = all[all.startIndex + token * Features.perToken + place]
        guard row >= 0, !isDropped else { continue }
        active.append(row)
        sum += rows[Int(row)]
      }
      ends.append(active.count)
      scores.append(sum)
    }
    let lattice = Lattice(scores, Lattice.Transitions(logarithms: transitions))
    var gradients = [Row](repeating: .zero, count: Lattice.stateCount)
    let marginals = lattice.marginals { gradients[$0] += $1 }
    var start = 0
    var state = 16
    var loss = lattice.logSum
    for (token, label) in labels.enumerated() {
      let gold = Int(label.rawValue)
      gradients[state][gold] -= 1
      loss -= scores[token][gold] - scores[token].max() + transitions[state][gold]
      state = gold == 0 ? 16 | (state & 15) : gold
      var gradient = marginals[token]
      gradient[gold] -= 1
      if (gradient * gradient).sum() > 1e-5 {
        for row in active[start..<ends[token]] { Self.update(&rows[Int(row)], &squares[Int(row)], gradient, rate) }
      }
      start = ends[token]
    }
    for state in 1..<Lattice.stateCount {
      Self.update(&transitions[state], &transitionSquares[state], gradients[state], rate)
    }
    return loss
  }

  @inline(__always)
  private static func update(_ row: inout Row, _ square: inout Row, _ gradient: Row, _ rate: Float) {
    square += gradient * gradient
    row -= gradient * rate / square.squareRoot()
  }

  /// Keeps the features that moved most.
  private mutating func keep(_ count: Int) {
    guard rows.count > count else { return }
    // A feature's use: how far its weights differ, and how often that mattered.
    let uses = zip(rows, squares).map { row, square in
      let spread = row.max() - row.min()
      return spread * SIMD16<Float>.root(square.sum())
    }
    let least = uses.sorted(by: >)[count]
    var newRows: [Row] = []
    var kept: [UInt32] = []
    var rowOfOld = [Int32](repeating: -1, count: rows.count)
    for (row, feature) in features.enumerated() where uses[row] > least {
      rowOfOld[row] = Int32(kept.count)
      kept.append(feature)
      newRows.append(rows[row])
    }
    features = kept
    rows = newRows
    columns.renumber(rowOfOld)
    squares = Array(repeating: Row(repeating: 0.05), count: rows.count)
    report("kept \(rows.count) features")
  }
}

extension SIMD16<Float> {
  static func root(_ value: Float) -> Float { value.squareRoot() }
}
