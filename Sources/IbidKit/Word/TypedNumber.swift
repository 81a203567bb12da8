import IbidModel

/// What may make a number in brackets something else than a citation.
enum TypedNumber {
  /// Why the number in brackets at a place may be no citation; nil where nothing speaks against it.
  static func doubt(_ range: Range<Int>, _ style: Marker.Style, in text: [UInt8]) -> String? {
    guard style == .bracket || style == .parenthesis else { return nil }
    let before = text[..<range.lowerBound].suffix(40)
    let word = before.reversed().drop { $0 == 0x20 || $0 == 0x2E }.prefix { $0.isASCIILetter || $0 >= 0x80 }
    let isGlued = before.last.map { $0 != 0x20 && $0 != 0x0A } ?? false
    if isGlued, word.count == 1, before.last?.isASCIILetter == true {
      return "behind a single letter it may be an index"
    }
    let name = String(decoding: word.reversed(), as: UTF8.self).lowercased()
    if names.contains(name) { return "behind “\(name)” it may be the number of one" }
    let behind = text[range.upperBound...].prefix(40).drop { $0 == 0x20 }.prefix(while: \.isASCIILetter)
    let next = String(decoding: behind, as: UTF8.self).lowercased()
    return ranges.contains(next) || ranges.contains(name) ? "beside “interval” it may be one" : nil
  }

  /// Things of a text that have numbers in brackets.
  private static let names: Set<String> = [
    "equation", "equations", "eq", "eqs", "eqn", "figure", "figures", "fig", "figs", "table", "tables", "section", "sections",
    "sec", "step", "steps", "chapter", "theorem", "lemma", "proposition", "corollary", "definition", "algorithm", "appendix",
    "item", "question", "hypothesis", "condition", "constraint", "inequality", "formula", "formulas", "expression", "array",
    "vector", "matrix", "index", "gleichung", "gl", "abbildung", "abb", "tabelle", "tab", "abschnitt", "schritt", "équation",
    "ecuación", "figura", "tabla", "tableau",
  ]
  private static let ranges: Set<String> = ["interval", "intervals", "range", "intervall", "intervalle", "intervalo"]
}
