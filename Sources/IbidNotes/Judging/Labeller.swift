/// Tells which field each token of a reference belongs to.
package struct Labeller: Sendable {
  private let model: LabelModel
  private let journals: JournalNames
  /// Weighs whole readings; without one the labeller's own weights decide.
  private let judge: ReadingModel?

  /// A labeller of trained models; `journals` are those that they were trained with.
  package init(model: LabelModel, journals: JournalNames, judge: ReadingModel? = nil) {
    self.model = model
    self.journals = journals
    self.judge = judge
  }

  /// The labeller that the package carries; nil where its resources are broken. Nothing is read before its first use.
  package static let bundled: Labeller? = {
    guard let model = ResourceArray(named: "references/labels.bin").flatMap(LabelModel.init(_:)),
      let journals = ResourceArray(named: "references/journals.bin").flatMap(JournalNames.init(_:))
    else { return nil }
    return Labeller(
      model: model, journals: journals,
      judge: ResourceArray(named: "references/readings.bin").flatMap(ReadingModel.init(_:)))
  }()

  /// The likeliest reading of a reference, and how likely it is, 0…1.
  ///
  /// - Parameter style: the style of the list that the reference stands in, which takes up what is read.
  package func reading(among possible: PossibleReadings, in style: inout ListStyle) -> (reading: Reading, share: Float)
  {
    let readings = possible.readings
    guard readings.count > 1 else {
      style.take(up: [(readings[0], 1)])
      return (readings[0], 1)
    }
    let weights = zip(readings, possible.features(in: style)).map { reading, features in
      judge?.weight(of: features, logarithm: reading.logarithm) ?? reading.logarithm
    }
    var best = 0
    for index in weights.indices where weights[index] > weights[best] { best = index }
    let shares = weights.map { Lattice.Scores.exponential(Lattice.Scores(repeating: $0 - weights[best]))[0] }
    let sum = shares.reduce(0, +)
    style.take(up: zip(readings, shares).map { ($0, $1 / sum) })
    return (readings[best], 1 / sum)
  }

  /// The likeliest reading of a reference that stands alone.
  package func reading(of text: ReferenceText) -> Reading {
    var style = ListStyle()
    return reading(among: readings(of: text), in: &style).reading
  }

  /// The ways to read a reference that are possible, one at least.
  package func readings(of text: ReferenceText) -> PossibleReadings {
    let attributes = TokenAttributes(text, journals: journals)
    let readings = Reading.all(of: text, attributes, model.lattice(Features(attributes)))
    return PossibleReadings(text: text, attributes: attributes, readings: readings)
  }
}

/// The ways to read a reference that are possible, one at least, whatever list it stands in.
package struct PossibleReadings: Sendable {
  fileprivate let text: ReferenceText
  fileprivate let attributes: TokenAttributes
  package let readings: [Reading]

  /// Where there are several, what each looks like in a list of a style.
  package func features(in style: ListStyle) -> [ReadingFeatures] {
    guard readings.count > 1 else { return [] }
    var names: ReadingFeatures.NamesOfTokens = [:]
    return readings.map { ReadingFeatures($0, of: text, attributes, in: style, names: &names) }
  }
}
