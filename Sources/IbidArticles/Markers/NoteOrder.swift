#if canImport(Glibc)
  import Glibc
#endif
import IbidModel

/// How likely note numbers are where they stand: notes are mostly first cited in the order of their numbers.
struct NoteOrder: Sendable {
  /// How many notes there are.
  let count: Int
  /// What the order counts for beside what surrounds a number; 1 where the two are weighed as they are.
  var weight = 1.0

  /// Of all citations, the share that cite the note that is next in order.
  private static let nextShare = 0.45
  /// The share that cite one of the notes cited before.
  private static let againShare = 0.45
  /// The share that pass over one to three notes, each of them.
  private static let shortJumpShare = 0.015
  /// The share that go anywhere.
  private static let jumpShare = 0.02
  /// A boundary between two numbers that nothing marks.
  private static let logCutShare = log(0.12)

  /// A reading's log odds by order, and the highest note cited once it is taken.
  struct Step {
    var score: Double
    var frontier: Int
  }

  /// For each reading of a run the log odds that its numbers are a citation and nothing else, when `frontier` is the
  /// highest note cited so far.
  ///
  /// Readings of the same digits are first weighed against each other: the likeliest cut is not charged for the others.
  func steps(_ readings: [NumberRun.Reading], frontier: Int) -> [Step] {
    var steps: [Step] = []
    steps.reserveCapacity(readings.count)
    guard readings.contains(where: { $0.cuts > 0 }) else {
      for reading in readings { steps.append(step(reading, frontier: frontier).step) }
      return steps
    }
    var likelihoods: [Double] = []
    for reading in readings {
      let (step, likelihood) = step(reading, frontier: frontier)
      steps.append(step)
      likelihoods.append(likelihood)
    }
    for index in readings.indices {
      let rivals = readings.indices.filter { readings[$0].extent == readings[index].extent }
      let best = rivals.map { likelihoods[$0] }.max() ?? likelihoods[index]
      steps[index].score += likelihoods[index] - best
    }
    return steps
  }

  /// The log odds of one reading, and the logarithm of its likelihood.
  private func step(_ reading: NumberRun.Reading, frontier: Int) -> (step: Step, likelihood: Double) {
    var likelihood = reading.cuts == 0 ? 0 : Double(reading.cuts) * Self.logCutShare
    var odds = 0.0
    var highest = frontier
    for part in reading.parts {
      let probability = log(probability(of: part.first, frontier: highest))
      likelihood += probability
      odds += probability - log(Self.otherwise(part.first))
      highest = max(highest, part.last)
    }
    return (Step(score: weight * odds / Double(max(1, reading.parts.count)), frontier: highest), likelihood)
  }

  private func probability(of number: Int, frontier: Int) -> Double {
    let anywhere = 1 / Double(max(count, 1))
    switch number - frontier {
    case 1: return Self.nextShare
    case ...0: return Self.againShare / Double(max(frontier, 1)) + Self.jumpShare * anywhere
    case 2...4: return Self.shortJumpShare + Self.jumpShare * anywhere
    default: return Self.jumpShare * anywhere
    }
  }

  /// How often a number that is no citation has this value: small ones are frequent.
  private static func otherwise(_ number: Int) -> Double { 0.5 / Double(number + 3) }
}
