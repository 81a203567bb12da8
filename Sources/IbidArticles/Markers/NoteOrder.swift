#if canImport(Glibc)
  import Glibc
#endif
import IbidModel

/// How likely note numbers are where they stand: notes are mostly first cited in the order of their numbers.
struct NoteOrder: Sendable {
  /// How many notes there are.
  let count: Int
  /// Whether notes are numbered in the order of citation. A list in the order of the alphabet is not.
  let isOrdered: Bool

  /// Of all citations, the share that cite the note that is next in order.
  private static let nextShare = 0.45
  /// The share that cite one of the notes cited before.
  private static let againShare = 0.45
  /// The share that pass over one to three notes, each of them.
  private static let shortJumpShare = 0.015
  /// The share that go anywhere.
  private static let jumpShare = 0.02
  /// A boundary between two numbers that nothing marks.
  private static let cutShare = 0.12

  /// The log odds that these parts are a citation and no other number, when `frontier` is the highest note cited so
  /// far; and the highest note then.
  func logOdds(_ reading: NumberRun.Reading, frontier: Int) -> (score: Double, frontier: Int) {
    var frontier = frontier
    var sum = 0.0
    for part in reading.parts {
      sum += log(probability(of: part.first, frontier: frontier))
      if reading.cuts == 0 { sum -= log(Self.otherwise(part.first)) }
      frontier = max(frontier, part.last)
    }
    if reading.cuts > 0 {
      sum += Double(reading.cuts) * log(Self.cutShare)
      sum -= log(Self.otherwise(value(of: reading)))
    } else {
      sum /= Double(reading.parts.count)
    }
    return (sum, frontier)
  }

  private func probability(of number: Int, frontier: Int) -> Double {
    let anywhere = 1 / Double(max(count, 1))
    guard isOrdered else { return anywhere }
    switch number - frontier {
    case 1: return Self.nextShare
    case ...0: return Self.againShare / Double(max(frontier, 1)) + 0.2 * anywhere
    case 2...4: return Self.shortJumpShare + Self.jumpShare * anywhere
    default: return Self.jumpShare * anywhere
    }
  }

  /// How often a number that is no citation has this value: small ones are frequent.
  private static func otherwise(_ number: Int) -> Double { 0.5 / Double(number + 3) }

  /// The value of all digits of a reading in a row; numbers beyond a million count as one.
  private func value(of reading: NumberRun.Reading) -> Int {
    var value = 0
    for part in reading.parts {
      var scale = 1
      while scale <= part.first { scale *= 10 }
      value = min(1_000_000, value * scale + part.first)
    }
    return value
  }
}
