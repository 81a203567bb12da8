import IbidModel

/// The steps that the readings of one run are, asked for from many places of the order: what does not depend on the
/// place is worked out once.
struct RunSteps {
  /// For each reading the step from the place that `weigh` was last told.
  private(set) var steps: [NoteOrder.Step]
  private let order: NoteOrder
  private let readings: [NumberRun.Reading]
  /// For the parts of all readings, one after another, how often such a number is no citation, as a logarithm.
  private let otherwise: [Double]
  /// For each reading the first of the same digits; empty where no reading cuts a row of digits.
  private let rivals: [Int]
  private var likelihoods: [Double]
  private var best: [Double]

  /// The steps of these readings, in this order of notes.
  init(_ readings: [NumberRun.Reading], order: NoteOrder) {
    self.order = order
    self.readings = readings
    steps = Array(repeating: NoteOrder.Step(score: 0, frontier: 0), count: readings.count)
    otherwise = readings.flatMap { $0.parts.map { NoteOrder.logOtherwise($0.first) } }
    rivals =
      readings.contains { $0.cuts > 0 }
      ? readings.map { reading in readings.firstIndex { $0.extent == reading.extent } ?? 0 } : []
    likelihoods = Array(repeating: 0, count: rivals.count)
    best = likelihoods
  }

  /// Works out the steps when `frontier` is the highest note cited so far.
  ///
  /// Readings of the same digits are weighed against each other: the likeliest cut is not charged for the others.
  mutating func weigh(from frontier: Int) {
    var next = 0
    for index in readings.indices {
      var likelihood = Double(readings[index].cuts) * NoteOrder.logCutShare
      var odds = 0.0
      var highest = frontier
      for part in readings[index].parts {
        let probability = order.logProbability(of: part.first, frontier: highest)
        likelihood += probability
        odds += probability - otherwise[next]
        highest = max(highest, part.last)
        next += 1
      }
      let count = Double(max(1, readings[index].parts.count))
      steps[index] = NoteOrder.Step(score: order.weight * odds / count, frontier: highest)
      guard !rivals.isEmpty else { continue }
      likelihoods[index] = likelihood
      let first = rivals[index]
      best[first] = first == index ? likelihood : max(best[first], likelihood)
    }
    for index in rivals.indices { steps[index].score += likelihoods[index] - best[rivals[index]] }
  }
}
