#if canImport(Glibc)
  import Glibc
#endif
import IbidModel

/// How likely note numbers are where they stand: notes are mostly first cited in the order of their numbers.
struct NoteOrder: Sendable {
  /// What the order counts for beside what surrounds a number; 1 where the two are weighed as they are.
  let weight: Double
  /// Whether a note that is cited ahead of its turn may leave the order of the others as it was.
  let allowsExcursions: Bool

  /// Of all citations, the share that cite the note that is next in order.
  private static let nextShare = 0.45
  /// The share that cite one of the notes cited before.
  private static let againShare = 0.45
  /// The share that pass over one to three notes, each of them.
  private static let shortJumpShare = 0.015
  /// The share that go anywhere.
  private static let jumpShare = 0.02
  /// A boundary between two numbers that nothing marks, as a logarithm.
  static let logCutShare = log(0.12)

  private static let logNext = log(nextShare)
  private let logShortJump: Double
  private let logJump: Double
  /// By the highest note cited so far.
  private let logAgain: [Double]

  /// A reading's log odds by order, and the highest note cited once it is taken.
  struct Step {
    var score: Double
    var frontier: Int
  }

  /// The order of `count` notes.
  init(count: Int, weight: Double = 1, allowsExcursions: Bool = false) {
    self.weight = weight
    self.allowsExcursions = allowsExcursions
    let anywhere = Self.jumpShare * (1 / Double(max(count, 1)))
    logShortJump = log(Self.shortJumpShare + anywhere)
    logJump = log(anywhere)
    logAgain = (0...max(count, 0)).map { log(Self.againShare / Double(max($0, 1)) + anywhere) }
  }

  /// The steps that the readings of a run are, each from wherever it is asked.
  func steps(_ readings: [NumberRun.Reading]) -> RunSteps { RunSteps(readings, order: self) }

  /// The logarithm of the probability that a citation cites this note, when `frontier` is the highest cited so far.
  func logProbability(of number: Int, frontier: Int) -> Double {
    switch number - frontier {
    case 1: Self.logNext
    case ...0: logAgain[max(0, min(frontier, logAgain.count - 1))]
    case 2...4: logShortJump
    default: logJump
    }
  }

  /// How often a number that is no citation has this value, as a logarithm: small ones are frequent.
  static func logOtherwise(_ number: Int) -> Double { log(0.5 / Double(number + 3)) }
}
