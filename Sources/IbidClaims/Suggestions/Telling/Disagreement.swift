import IbidText

/// What a claim says otherwise than the sentence that is nearest to it: another percentage, or the other direction.
///
/// Only what is plain is told: one percentage on both sides, or one direction on both with the same thing beside it and
/// no negation. Whether two sentences about other things differ, no words tell.
package enum Disagreement: Sendable, Hashable {
  /// Percentages as they are written, without the sign.
  case percentage(claim: String, abstract: String)
  /// The words that tell of the direction.
  case direction(claim: String, abstract: String)

  /// So much of the claim has to stand in the sentence, 0…1.
  private static let leastCoverage = 0.5

  /// What a claim says otherwise than `nearest`; nil where nothing plain.
  package init?(_ claim: String, _ nearest: NearestSentence, abstract: String) {
    guard nearest.coverage >= Self.leastCoverage else { return nil }
    if let percentages = Self.percentages(claim, nearest.text, abstract) {
      self = .percentage(claim: percentages.0, abstract: percentages.1)
    } else if let directions = Self.directions(claim, nearest.text) {
      self = .direction(claim: directions.0, abstract: directions.1)
    } else {
      return nil
    }
  }

  /// In words: «the abstract says 29 %, the claim 12 %».
  package var message: String {
    switch self {
    case .percentage(let claim, let abstract): "the abstract says \(abstract) %, the claim \(claim) %"
    case .direction(let claim, let abstract): "the abstract says “\(abstract)”, the claim “\(claim)”"
    }
  }

  // MARK: Percentages

  private static func percentages(_ claim: String, _ sentence: String, _ abstract: String) -> (String, String)? {
    let said = percentages(in: claim)
    let found = percentages(in: sentence)
    guard said.count == 1, found.count == 1, said != found, !percentages(in: abstract).contains(said[0]) else {
      return nil
    }
    return (said[0], found[0])
  }

  /// The numbers before a percent sign or «percent», without trailing zeros behind the point.
  private static func percentages(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, isDigit(bytes[index]) || isPoint(bytes, at: index) { index += 1 }
      let rest = bytes[index...].drop { $0 == UInt8(ascii: " ") || $0 == 0xC2 || $0 == 0xA0 }
      if rest.first == UInt8(ascii: "%") || rest.starts(with: "percent".utf8) || rest.starts(with: "per cent".utf8) {
        found.append(number(bytes[start..<index]))
      }
    }
    return found
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> String {
    var digits = digits
    if digits.contains(UInt8(ascii: ".")) {
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
      if digits.last == UInt8(ascii: ".") { digits.removeLast() }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isPoint(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count && isDigit(bytes[index + 1])
  }

  // MARK: Directions

  private static func directions(_ claim: String, _ sentence: String) -> (String, String)? {
    let (said, found) = (SearchKey.words(of: claim), SearchKey.words(of: sentence))
    guard let one = direction(in: said), let other = direction(in: found), one.isUp != other.isUp else { return nil }
    // «Higher in A than in B» and «lower in B than in A» say the same.
    guard !said.contains("than"), !found.contains("than") else { return nil }
    guard let thing = thing(behind: one.index, in: said), thing == self.thing(behind: other.index, in: found) else {
      return nil
    }
    return (said[one.index], found[other.index])
  }

  /// The stem of the thing whose direction a word tells: of the first word behind it that says something, with the next
  /// where the first is a measure of anything; nil where none follows.
  private static func thing(behind index: Int, in words: [String]) -> [[UInt8]]? {
    let rest = words[(index + 1)...].filter { $0.utf8.count > 3 && !idle.contains($0) }
    guard let first = rest.first else { return nil }
    return rest.prefix(measures.contains(first) ? 2 : 1).map { WordStem(of: $0.utf8).bytes }
  }

  /// The one word of a text that tells of a direction; nil where there are several, or a negation.
  private static func direction(in words: [String]) -> (index: Int, isUp: Bool)? {
    guard negations.isDisjoint(with: words) else { return nil }
    let found = words.indices.filter { up.contains(words[$0]) || down.contains(words[$0]) }
    guard found.count == 1, let index = found.first else { return nil }
    return (index, up.contains(words[index]))
  }

  private static let idle: Set<String> = ["their", "this", "that", "these", "those", "with", "from", "among", "both"]
  private static let measures: Set<String> = [
    "risk", "risks", "rate", "rates", "level", "levels", "number", "numbers", "amount", "incidence", "prevalence",
    "odds",
    "likelihood", "probability", "activity", "expression", "concentration", "concentrations", "content", "production",
    "total", "mean", "average", "overall",
  ]
  private static let up: Set<String> = [
    "increase", "increases", "increased", "increasing", "higher", "rise", "rises", "rose", "rising", "raise", "raises",
    "raised", "greater", "elevated", "elevates", "enhances", "enhanced", "upregulated", "accelerates", "accelerated",
  ]
  private static let down: Set<String> = [
    "decrease", "decreases", "decreased", "decreasing", "lower", "lowers", "lowered", "reduce", "reduces", "reduced",
    "reducing", "reduction", "decline", "declines", "declined", "fell", "falls", "diminishes", "diminished", "fewer",
    "suppresses", "suppressed", "downregulated", "slows", "slowed",
  ]
  private static let negations: Set<String> = [
    "not", "no", "nor", "neither", "without", "never", "unlikely", "failed", "fails", "cannot", "hardly", "didnt",
    "doesnt",
  ]
}
