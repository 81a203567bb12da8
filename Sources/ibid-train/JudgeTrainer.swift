import Glibc
import IbidNotes

/// Trains the judge of whole readings: the likelihood of a right way among those that there are, with weights that
/// are drawn to zero, by gradient steps over all references at once (Adam).
enum JudgeTrainer {
  static func bytes(_ choices: [CrossFit.Choice], report: (String) -> Void) -> [UInt8] {
    let count = ReadingModel.weightCount + 1
    var weights = [Float](repeating: 0, count: count)
    weights[count - 1] = 1
    var momenta = [Float](repeating: 0, count: count)
    var squares = [Float](repeating: 0, count: count)
    for step in 1...steps {
      let (gradient, loss, right) = gradient(choices, weights)
      if step % 100 == 1 || step == steps {
        report("step \(step): loss \(loss / Double(choices.count)), right \(right) of \(choices.count)")
      }
      let rate = 0.03 * min(1, 3 * Float(steps - step) / Float(steps))
      let bias = (1 - pow(Float(0.9), Float(step)), 1 - pow(Float(0.999), Float(step)))
      for index in 0..<count {
        // The labeller's own weight is not drawn to zero.
        let slope = gradient[index] + (index == count - 1 ? 0 : penalty * weights[index])
        momenta[index] = 0.9 * momenta[index] + 0.1 * slope
        squares[index] = 0.999 * squares[index] + 0.001 * slope * slope
        weights[index] -= rate * (momenta[index] / bias.0) / ((squares[index] / bias.1).squareRoot() + 1e-6)
      }
    }
    return bytes(weights)
  }

  private static let steps = 400
  private static let penalty: Float = 3

  private static func gradient(
    _ choices: [CrossFit.Choice], _ weights: [Float]
  ) -> (gradient: [Float], loss: Double, right: Int) {
    var gradient = [Float](repeating: 0, count: weights.count)
    var loss = 0.0
    var right = 0
    for choice in choices {
      let scores = choice.ways.map { way in
        way.places.reduce(way.logarithm * weights[weights.count - 1]) { $0 + weights[Int($1)] }
      }
      let greatest = scores.max() ?? 0
      let shares = scores.map { exp($0 - greatest) }
      let whole = shares.reduce(0, +)
      let good = zip(shares, choice.ways).reduce(Float(1e-20)) { $0 + ($1.1.isRight ? $1.0 : 0) }
      loss -= Double(log(good / whole) * choice.weight)
      if let best = scores.firstIndex(of: greatest), choice.ways[best].isRight { right += 1 }
      for (share, way) in zip(shares, choice.ways) {
        let slope = (share / whole - (way.isRight ? share / good : 0)) * choice.weight
        for place in way.places { gradient[Int(place)] += slope }
        gradient[weights.count - 1] += slope * way.logarithm
      }
    }
    return (gradient, loss, right)
  }

  private static func bytes(_ weights: [Float]) -> [UInt8] {
    let unit = (weights.dropLast().map(abs).max() ?? 1) / 127
    var bytes: [UInt8] = []
    ModelWriter.append(ReadingModel.magic, to: &bytes)
    ModelWriter.append(unit.bitPattern, to: &bytes)
    ModelWriter.append(weights[weights.count - 1].bitPattern, to: &bytes)
    return bytes + weights.dropLast().map { UInt8(bitPattern: Int8(($0 / unit).rounded())) }
  }
}
