import Glibc

/// A logistic model with a weight for each of a few features, fitted by Newton's steps; weights are drawn to zero.
struct LogisticModel {
  /// What is known of one case.
  struct Row: Sendable {
    /// Indices of the features that are seen; one that counts several times stands there several times.
    var features: [Int]
    /// A feature with a value of its own; its weight is the last one.
    var value = 0.0
    /// Log odds that are known before.
    var offset = 0.0
    var isRight: Bool
  }

  /// One weight a feature, and last that of `Row.value`.
  private(set) var weights: [Double]

  /// Fits the weights.
  ///
  /// - Parameter count: how many features there are.
  init(_ rows: [Row], count: Int, penalty: Double) {
    weights = Array(repeating: 0, count: count + 1)
    // Rows of many candidates are alike: each is looked at once, as often as it occurs.
    var counts: [Key: (right: Double, all: Double)] = [:]
    for row in rows {
      let cell = counts[Key(row), default: (0, 0)]
      counts[Key(row)] = (cell.right + (row.isRight ? 1 : 0), cell.all + 1)
    }
    let cells = counts.sorted { $0.key.precedes($1.key) }
    for _ in 0..<30 {
      let step = solution(cells.map { ($0.key, $0.value.right, $0.value.all) }, penalty)
      // A step that overshoots is shortened.
      let longest = step.map(abs).max() ?? 0
      let share = min(1, 2 / max(longest, 1e-9))
      for index in weights.indices { weights[index] -= share * step[index] }
      if longest < 1e-6 { break }
    }
  }

  /// How likely a case is right, 0…1.
  func probability(_ row: Row) -> Double { probability(Key(row)) }

  /// How badly the cases are foretold: the mean of the negative logarithms; 0 is perfect.
  static func loss(_ cases: [(probability: Double, isRight: Bool)]) -> Double {
    let sum = cases.reduce(0) { sum, item in
      sum - log(max(1e-6, item.isRight ? item.probability : 1 - item.probability))
    }
    return sum / Double(max(1, cases.count))
  }

  /// A row without its outcome: each feature with how often it counts.
  private struct Key: Hashable {
    var places: [Int] = []
    var values: [Double] = []
    var offset: Double

    init(_ row: Row) {
      offset = row.offset
      for feature in row.features.sorted() {
        if places.last == feature {
          values[values.count - 1] += 1
        } else {
          places.append(feature)
          values.append(1)
        }
      }
      if row.value != 0 {
        places.append(-1)
        values.append(row.value)
      }
    }

    /// An order of rows, so that sums come out the same each time.
    func precedes(_ other: Key) -> Bool {
      if places != other.places { return places.lexicographicallyPrecedes(other.places) }
      if values != other.values { return values.lexicographicallyPrecedes(other.values) }
      return offset < other.offset
    }
  }

  private func place(_ index: Int) -> Int { index < 0 ? weights.count - 1 : index }

  private func probability(_ key: Key) -> Double {
    var odds = key.offset
    for (index, value) in zip(key.places, key.values) { odds += value * weights[place(index)] }
    return 1 / (1 + exp(-odds))
  }

  /// The step of Newton's that the gradient and the curvature give.
  private func solution(_ cells: [(key: Key, right: Double, all: Double)], _ penalty: Double) -> [Double] {
    let count = weights.count
    var gradient = weights.map { $0 * penalty }
    var curvature = [Double](repeating: 0, count: count * count)
    for index in 0..<count { curvature[index * count + index] = penalty }
    for cell in cells {
      let probability = probability(cell.key)
      let slope = probability * cell.all - cell.right
      let bend = probability * (1 - probability) * cell.all
      for (index, value) in zip(cell.key.places, cell.key.values) {
        let row = place(index)
        gradient[row] += slope * value
        for (other, factor) in zip(cell.key.places, cell.key.values) {
          curvature[row * count + place(other)] += bend * value * factor
        }
      }
    }
    return Self.solve(curvature, gradient)
  }

  /// Solves a system of equations whose matrix is symmetric and positive, by Cholesky's decomposition.
  private static func solve(_ matrix: [Double], _ sides: [Double]) -> [Double] {
    let count = sides.count
    var lower = matrix
    for row in 0..<count {
      for column in 0...row {
        var sum = matrix[row * count + column]
        for index in 0..<column { sum -= lower[row * count + index] * lower[column * count + index] }
        lower[row * count + column] =
          row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column * count + column]
      }
    }
    var result = sides
    for row in 0..<count {
      for column in 0..<row { result[row] -= lower[row * count + column] * result[column] }
      result[row] /= lower[row * count + row]
    }
    for row in (0..<count).reversed() {
      for below in (row + 1)..<max(row + 1, count) { result[row] -= lower[below * count + row] * result[below] }
      result[row] /= lower[row * count + row]
    }
    return result
  }
}
