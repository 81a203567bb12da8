import IbidText

/// One way to read a reference: what each of its tokens is.
package struct Reading: Sendable {
  /// What each token is, with what no reference has mended.
  package let labels: [Label]
  /// How probable the labeller thinks each token's label.
  package let confidences: [Float]
  /// How the labeller weighs the reading: the natural logarithm of its share of all ways to read the reference.
  package private(set) var logarithm: Float
  /// The fields, in order.
  let fields: [LabelledSpan]
  /// What stands between them.
  let boundaries: [FieldBoundary]
  /// Whether the container is the name of a known journal.
  let knowsJournal: Bool

  private init(
    _ text: ReferenceText, _ attributes: TokenAttributes, _ path: Lattice.Path, marginals: [Lattice.Scores]
  ) {
    confidences = zip(path.labels, marginals).map { $1[Int($0.rawValue)] }
    labels = LabelRepair(text, path.labels, confidences: confidences).labels
    logarithm = path.logarithm
    fields = LabelledSpan.spans(of: labels, confidences: confidences)
    boundaries = FieldBoundary.boundaries(of: fields, attributes)
    knowsJournal = fields.contains { field in
      guard field.label == .container, let last = field.tokens.last(where: { text.tokens[$0].isWord }) else {
        return false
      }
      return [1, 4, 5].contains(attributes.journals[field.tokens.lowerBound])
        && [3, 4, 7].contains(attributes.journals[last])
    }
  }

  /// The ways to read a text that the labeller thinks possible, the likeliest first; one where it is sure.
  package static func all(
    of text: ReferenceText, _ attributes: TokenAttributes, _ lattice: Lattice
  ) -> [Reading] {
    let marginals = lattice.marginals()
    let best = lattice.bestPath()
    guard best.logarithm < sure, best.logarithm > hopeless else {
      return [Reading(text, attributes, best, marginals: marginals)]
    }
    // Readings that differ in nothing but marks are one.
    let words = text.tokens.indices.filter { text.tokens[$0].kind != .mark }
    var places: [[UInt8]: Int] = [:]
    var readings: [Reading] = []
    for path in lattice.bestPaths(paths, reach: reach) {
      let given = words.map { path.labels[$0].rawValue }
      var place = places[given]
      if place == nil {
        let reading = Reading(text, attributes, path, marginals: marginals)
        let mended = words.map { reading.labels[$0].rawValue | 0x80 }
        place = places[mended]
        if place == nil, readings.count < most {
          place = readings.count
          readings.append(reading)
          places[mended] = place
          places[given] = place
          continue
        }
        places[given] = place
      }
      if let place { readings[place].logarithm = Self.sum(readings[place].logarithm, path.logarithm) }
    }
    return readings.isEmpty ? [Reading(text, attributes, best, marginals: marginals)] : readings
  }

  /// The logarithm of a sum, of the logarithms of what is added.
  private static func sum(_ first: Float, _ second: Float) -> Float {
    let greater = max(first, second)
    return greater
      + Lattice.Scores.logarithm(1 + Lattice.Scores.exponential(Lattice.Scores(repeating: -abs(first - second)))[0])
  }

  /// The logarithm of a share from which on no other way is looked for.
  private static let sure: Float = -0.01
  /// The logarithm of a share below which the text is no reference: a thousand ways are as likely as the best.
  private static let hopeless: Float = -6
  /// How many paths are looked at, and how many different readings they may give.
  private static let paths = 32
  private static let most = 10
  /// How much less likely than the best one, as a logarithm, a reading may be.
  private static let reach: Float = 7
}
