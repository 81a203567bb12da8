import Glibc

/// Rows of sparse features.
struct SparseRows {
  /// The columns of all rows, one behind the other.
  var columns: [Int32] = []
  /// Their values.
  var values: [Float] = []
  /// Where each row begins, and the end of the last.
  var starts: [Int] = [0]

  var count: Int { starts.count - 1 }

  mutating func append(_ row: some Sequence<(Int32, Float)>) {
    for (column, value) in row {
      columns.append(column)
      values.append(value)
    }
    starts.append(columns.count)
  }
}

/// Learns a linear model of several answers, of which one is right, by L-BFGS with a penalty on the squares of weights.
struct SoftmaxTrainer {
  var answers: Int
  var columnCount: Int
  /// What the squares of all weights but the last column's cost.
  var penalty: Double
  var iterations: Int
  private static let memory = 7

  /// The weights, by column and answer. The last column is that of no feature and is in every row.
  func learn(_ rows: SparseRows, _ labels: [Int], importance: [Double]) -> [Double] {
    let size = columnCount * answers
    var point = [Double](repeating: 0, count: size)
    var (loss, slope) = value(at: point, rows, labels, importance)
    var steps: [(step: [Double], change: [Double], product: Double)] = []
    for iteration in 0..<iterations {
      let direction = Self.direction(slope, steps)
      let descent = dot(direction, slope)
      guard descent < 0 else { break }
      var length = iteration == 0 ? 1 / dot(slope, slope).squareRoot() : 1.0
      var accepted: (point: [Double], loss: Double, slope: [Double])?
      for _ in 0..<20 {
        let next = zip(point, direction).map { $0 + length * $1 }
        let (nextLoss, nextSlope) = value(at: next, rows, labels, importance)
        if nextLoss <= loss + 1e-4 * length * descent {
          accepted = (next, nextLoss, nextSlope)
          break
        }
        length /= 2
      }
      guard let accepted else { break }
      let step = zip(accepted.point, point).map { $0 - $1 }
      let change = zip(accepted.slope, slope).map { $0 - $1 }
      let product = dot(step, change)
      if product > 1e-10 { steps.append((step, change, product)) }
      if steps.count > Self.memory { steps.removeFirst() }
      let gain = loss - accepted.loss
      (point, loss, slope) = accepted
      if gain < 1e-6 * abs(loss) { break }
    }
    return point
  }

  private static func direction(
    _ slope: [Double], _ steps: [(step: [Double], change: [Double], product: Double)]
  ) -> [Double] {
    var direction = slope
    var factors: [Double] = []
    for (step, change, product) in steps.reversed() {
      let factor = dot(step, direction) / product
      factors.append(factor)
      add(-factor, change, to: &direction)
    }
    if let last = steps.last {
      let scale = last.product / dot(last.change, last.change)
      for index in direction.indices { direction[index] *= scale }
    }
    for ((step, change, product), factor) in zip(steps, factors.reversed()) {
      add(factor - dot(change, direction) / product, step, to: &direction)
    }
    for index in direction.indices { direction[index] = -direction[index] }
    return direction
  }

  /// The loss at a point, and its slope there.
  private func value(
    at point: [Double], _ rows: SparseRows, _ labels: [Int], _ importance: [Double]
  ) -> (Double, [Double]) {
    var loss = 0.0
    var slope = [Double](repeating: 0, count: point.count)
    let unpunished = (columnCount - 1) * answers
    for index in 0..<unpunished {
      loss += 0.5 * penalty * point[index] * point[index]
      slope[index] = penalty * point[index]
    }
    var sums = [Double](repeating: 0, count: answers)
    point.withUnsafeBufferPointer { point in
      slope.withUnsafeMutableBufferPointer { slope in
        rows.columns.withUnsafeBufferPointer { columns in
          rows.values.withUnsafeBufferPointer { values in
            for row in 0..<rows.count {
              for answer in 0..<answers { sums[answer] = 0 }
              for place in rows.starts[row]..<rows.starts[row + 1] {
                let base = Int(columns[place]) * answers
                let value = Double(values[place])
                for answer in 0..<answers { sums[answer] += value * point[base + answer] }
              }
              loss += Self.correct(&sums, labels[row], importance[row])
              for place in rows.starts[row]..<rows.starts[row + 1] {
                let base = Int(columns[place]) * answers
                let value = Double(values[place])
                for answer in 0..<answers { slope[base + answer] += value * sums[answer] }
              }
            }
          }
        }
      }
    }
    return (loss, slope)
  }

  /// Turns sums into the slopes of the loss by them; gives the loss.
  private static func correct(_ sums: inout [Double], _ label: Int, _ importance: Double) -> Double {
    let most = sums.max() ?? 0
    let right = sums[label]
    var total = 0.0
    for answer in sums.indices {
      sums[answer] = exp(sums[answer] - most)
      total += sums[answer]
    }
    for answer in sums.indices { sums[answer] = importance * (sums[answer] / total - (answer == label ? 1 : 0)) }
    return importance * (log(total) + most - right)
  }
}

private func dot(_ first: [Double], _ second: [Double]) -> Double {
  var sum = 0.0
  for index in first.indices { sum += first[index] * second[index] }
  return sum
}

private func add(_ factor: Double, _ other: [Double], to values: inout [Double]) {
  for index in values.indices { values[index] += factor * other[index] }
}
