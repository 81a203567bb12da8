import IbidText

/// One way to read a reference: what each of its tokens is.
package struct Reading: Sendable {
  /// A field: a run of tokens of one label.
  struct Field: Sendable {
    var label: Label
    var tokens: Range<Int>
  }

  /// What each token is, with what no reference has mended.
  package let labels: [Label]
  /// How probable the labeller thinks each token's label.
  package let confidences: [Float]
  /// How the labeller weighs the reading: the natural logarithm of its share of all ways to read the reference.
  package private(set) var logarithm: Float
  /// The fields, in order.
  let fields: [Field]
  /// What stands between them.
  let joints: [Joint]

  private init(
    _ text: ReferenceText, _ attributes: TokenAttributes, _ path: Lattice.Path, marginals: [Lattice.Scores]
  ) {
    confidences = zip(path.labels, marginals).map { $1[Int($0.rawValue)] }
    labels = LabelRepair(text, path.labels, confidences: confidences).labels
    logarithm = path.logarithm
    fields = Self.fields(of: labels)
    joints = Joint.joints(of: fields, attributes)
  }

  private static func fields(of labels: [Label]) -> [Field] {
    var fields: [Field] = []
    var index = 0
    while index < labels.count {
      let start = index
      while index < labels.count, labels[index] == labels[start] { index += 1 }
      if labels[start] != .other { fields.append(Field(label: labels[start], tokens: start..<index)) }
    }
    return fields
  }

  /// Whether two readings of a text differ in nothing but marks.
  private func says(theSameAs other: Reading, of text: ReferenceText) -> Bool {
    zip(text.tokens, zip(labels, other.labels)).allSatisfy { $0.kind == .mark || $1.0 == $1.1 }
  }

  /// The ways to read a text that the labeller thinks possible, the likeliest first; one where it is sure.
  package static func all(
    of text: ReferenceText, _ attributes: TokenAttributes, _ lattice: Lattice
  ) -> [Reading] {
    let marginals = lattice.marginals()
    let best = lattice.bestPath()
    guard best.logarithm < sure else { return [Reading(text, attributes, best, marginals: marginals)] }
    var readings: [Reading] = []
    for path in lattice.bestPaths(paths, reach: reach) {
      let reading = Reading(text, attributes, path, marginals: marginals)
      if let index = readings.firstIndex(where: { $0.says(theSameAs: reading, of: text) }) {
        readings[index].logarithm = Self.sum(readings[index].logarithm, reading.logarithm)
      } else if readings.count < most {
        readings.append(reading)
      }
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
  /// How many paths are looked at, and how many different readings they may give.
  private static let paths = 32
  private static let most = 10
  /// How much less likely than the best one, as a logarithm, a reading may be.
  private static let reach: Float = 7
}
