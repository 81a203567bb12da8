import IbidModel
import IbidNotes

/// Log odds that each feature adds, per way of writing markers; fitted by logistic regression on marked articles.
struct MarkerWeights: Sendable {
  /// The weights that the command carries.
  static let bundled = MarkerWeights(.bundled("articles/markers.tsv"))

  /// Numbers behind a word or a stop, before any was chosen.
  let raised: Table
  /// Numbers behind a word or a stop, once a first choice was made.
  let second: Table
  /// Numbers in brackets.
  let bracketed: Table
  /// Numbers in parentheses.
  let parenthesized: Table

  /// The weights of a file with a table for each way.
  init(_ numbers: FittedNumbers) {
    raised = Table(numbers.rows(of: "raised"))
    second = Table(numbers.rows(of: "second"))
    bracketed = Table(numbers.rows(of: "bracketed"))
    parenthesized = Table(numbers.rows(of: "parenthesized"))
  }

  /// The weights before any citation was chosen.
  func first(_ style: Marker.Style) -> Table {
    style == .superscript ? raised : style == .bracket ? bracketed : parenthesized
  }

  struct Table: Sendable {
    let bias: Double
    /// What the order of the notes counts for.
    let order: Double
    /// A weight for each feature.
    private let weights: [Double]

    /// A row `bias`, a row `order` (1 where it is missing), and a row for each feature that counts.
    init(_ rows: [FittedNumbers.Row]) {
      let numbers = Dictionary(rows.map { ($0.name, $0.number) }) { $1 }
      bias = numbers["bias"] ?? 0
      order = numbers["order"] ?? 1
      weights = MarkerFeature.names.map { numbers[$0] ?? 0 }
    }

    /// The log odds that a citation stands where this reading does.
    func score(of reading: NumberRun.Reading) -> Double { bias + reading.features.sum(weights) }
  }
}
