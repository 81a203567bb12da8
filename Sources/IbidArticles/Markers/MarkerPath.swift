import IbidModel

/// Chooses among the readings of all runs at once, so that one false hit cannot push the rest out of order.
///
/// A beam over the highest note cited so far: a run is either no citation, or one of its readings.
struct MarkerPath {
  /// States that are kept from one run to the next: fewer where there are very many runs.
  private static func width(for runs: Int) -> Int { max(4, min(48, 2_000_000 / max(1, runs))) }

  private struct State {
    var score: Double
    var frontier: Int
    /// Offset up to which the last citation took the text.
    var end: Int
    /// Index of the last choice; −1 where none was made.
    var choice: Int
  }

  private struct Choice {
    var run: Int
    var reading: Int
    var previous: Int
  }

  /// The readings that together are most likely, in the order of the text.
  static func chosen(_ runs: [NumberRun], order: NoteOrder) -> [NumberRun.Reading] {
    var choices: [Choice] = []
    let width = width(for: runs.count)
    var states = [State(score: 0, frontier: 0, end: 0, choice: -1)]
    for (number, run) in runs.enumerated() {
      var next = states
      var steps = order.steps(run.readings)
      for state in states {
        steps.weigh(from: state.frontier)
        for (index, reading) in run.readings.enumerated() where reading.extent.lowerBound >= state.end {
          let step = steps.steps[index]
          let score = state.score + reading.score + step.score
          guard score > state.score - 6 else { continue }
          choices.append(Choice(run: number, reading: index, previous: state.choice))
          let taken = State(
            score: score, frontier: step.frontier, end: reading.extent.upperBound, choice: choices.count - 1)
          next.append(taken)
          // A note that is cited ahead of its turn does not bring the others out of order.
          if order.allowsExcursions, step.frontier > state.frontier + 1 {
            next.append(State(score: score, frontier: state.frontier, end: taken.end, choice: taken.choice))
          }
        }
      }
      if next.count > states.count { states = best(next, distinct: states.count, width) }
    }
    var readings: [NumberRun.Reading] = []
    var choice = states.max { $0.score < $1.score }?.choice ?? -1
    while choice >= 0 {
      readings.append(runs[choices[choice].run].readings[choices[choice].reading])
      choice = choices[choice].previous
    }
    return readings.reversed()
  }

  /// The best state of each frontier and end, and of these the best; the first ones are known to be distinct.
  private static func best(_ states: [State], distinct: Int, _ width: Int) -> [State] {
    var kept = Array(states[..<distinct])
    for state in states[distinct...] {
      if let same = kept.firstIndex(where: { $0.frontier == state.frontier && $0.end == state.end }) {
        if kept[same].score < state.score { kept[same] = state }
      } else {
        kept.append(state)
      }
    }
    guard kept.count > width else { return kept }
    kept.sort { $0.score > $1.score }
    return Array(kept.prefix(width))
  }
}
