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
  /// Numbers behind a blank, in a text that sets blanks around its raised numbers, before any was chosen and after.
  let spaced: Table
  let spacedSecond: Table
  /// Numbers in brackets.
  let bracketed: Table
  /// Numbers in parentheses.
  let parenthesized: Table

  /// The weights of a file with a table for each way.
  init(_ numbers: FittedNumbers) {
    raised = Table(numbers.rows(of: "raised"))
    second = Table(numbers.rows(of: "second"))
    spaced = Table(numbers.rows(of: "spaced"))
    spacedSecond = Table(numbers.rows(of: "spacedSecond"))
    bracketed = Table(numbers.rows(of: "bracketed"))
    parenthesized = Table(numbers.rows(of: "parenthesized"))
  }

  /// The weights before any citation was chosen.
  func first(_ style: Marker.Style) -> Table {
    style == .superscript ? raised : style == .bracket ? bracketed : parenthesized
  }

  /// The name of two features that are seen together.
  static func pair(_ left: String, _ right: String) -> String { left + "+" + right }

  struct Table: Sendable {
    let bias: Double
    /// What the order of the notes counts for.
    let order: Double
    /// A weight for each feature.
    private let weights: [Double]
    /// A weight for each two features that are seen together, by the first's number and then the second's; empty where
    /// none counts.
    private var pairs: [Double] = []

    /// A row `bias`, a row `order` (1 where it is missing), and a row for each feature, or two with a plus sign between,
    /// that counts.
    init(_ rows: [FittedNumbers.Row]) {
      let numbers = Dictionary(rows.map { ($0.name, $0.number) }) { $1 }
      bias = numbers["bias"] ?? 0
      order = numbers["order"] ?? 1
      weights = MarkerFeature.names.map { numbers[$0] ?? 0 }
      let places = Dictionary(uniqueKeysWithValues: zip(MarkerFeature.names, 0...))
      for row in rows {
        guard let plus = row.name.firstIndex(of: "+"), let left = places[String(row.name[..<plus])],
          let right = places[String(row.name[row.name.index(after: plus)...])]
        else { continue }
        if pairs.isEmpty { pairs = Array(repeating: 0, count: weights.count * weights.count) }
        pairs[min(left, right) * weights.count + max(left, right)] = row.number
      }
    }

    /// The log odds that a citation stands where this reading does.
    func score(of reading: NumberRun.Reading) -> Double {
      let score = bias + reading.features.sum(weights)
      return pairs.isEmpty ? score : score + sumOfPairs(reading.features.members)
    }

    private func sumOfPairs(_ members: [Int]) -> Double {
      var sum = 0.0
      for (index, left) in members.enumerated() {
        for right in members[(index + 1)...] { sum += pairs[left * weights.count + right] }
      }
      return sum
    }
  }
}
