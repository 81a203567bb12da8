import IbidModel

/// How sure the reading of a whole reference is.
enum ReferenceConfidence {
  /// 0…1: the least sure token's probability, the others' together, and less where the fields look odd.
  static func of(_ item: Item, tokens: [Float], _ traits: ReadingTraits) -> Double {
    let share = calibrated(score(of: item, tokens: tokens))
    let odds = min(share, 0.9995) / (1 - min(share, 0.9995)) * ReadingOdds.bundled.factor(of: item, traits)
    // What says neither who nor when is hardly a reference.
    let isAnonymous = item[names: .author].isEmpty && item[names: .editor].isEmpty && item[date: .issued] == nil
    return min(isAnonymous ? 0.5 : 1, odds / (1 + odds))
  }

  /// 0…1: what the tokens and the fields say together, before it is known how often that is right.
  static func score(of item: Item, tokens: [Float]) -> Double {
    let least = Double(tokens.min() ?? 1)
    // Doubts add up: many tokens that are nearly sure are one that is not.
    let doubts = tokens.reduce(0) { $0 + Double(1 - $1) }
    return max(0, min(1, least * (1 / (1 + doubts)) * names(of: item) * fields(of: item)))
  }

  /// How many of a hundred references with such a score are read without a fault.
  ///
  /// The steps were counted on styles and articles that the labeller had not seen, and rise throughout.
  static func calibrated(_ score: Double) -> Double {
    guard var previous = steps.first else { return score }
    for step in steps.dropFirst() {
      if score <= step.score {
        let share = (score - previous.score) / (step.score - previous.score)
        return previous.right + share * (step.right - previous.right)
      }
      previous = step
    }
    return previous.right
  }

  private static let steps: [(score: Double, right: Double)] =
    FittedNumbers.bundled("references/confidence.tsv").rows(of: "step").compactMap { row in
      Double(row.name).map { ($0, row.number) }
    }

  /// Persons of whom only one name, or only initials, was read.
  private static func names(of item: Item) -> Double {
    var confidence = 1.0
    for name in item[names: .author] + item[names: .editor] {
      if let literal = name.literal {
        if literal.utf8.count < 5 { confidence *= 0.6 }
      } else if name.given?.isEmpty != false {
        confidence *= 0.8
      } else if (name.family?.utf8.count ?? 0) < 2 || (name.given?.utf8.count ?? 0) > 24 {
        confidence *= 0.8
      }
    }
    return confidence
  }

  /// What every reference says.
  private static func fields(of item: Item) -> Double {
    var confidence = 1.0
    if item[names: .author].isEmpty, item[names: .editor].isEmpty { confidence *= 0.8 }
    if item[date: .issued]?.year == nil { confidence *= 0.85 }
    if item[.title] == nil { confidence *= item[.containerTitle] == nil ? 0.3 : 0.8 }
    if item[.containerTitle] != nil, item[.page] == nil, item[.volume] == nil, item[.publisher] == nil {
      confidence *= 0.9
    }
    // A title that goes on behind a full stop may hold the journal, one that breaks off a part of it.
    if let title = item[.title], title.utf8.count < 12 || title.hasStop(UInt8(ascii: ".")) { confidence *= 0.9 }
    if item.type == .articleJournal, item[.containerTitle]?.hasStop(UInt8(ascii: ".")) == true { confidence *= 0.9 }
    return confidence
  }
}
