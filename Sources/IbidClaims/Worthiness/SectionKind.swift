/// What a section of a research article does.
package enum SectionKind: String, Sendable, Hashable, CaseIterable {
  case intro, methods, results, discussion, conclusion, other

  /// The kind that a heading tells: «2.1 Materials and Methods» → `methods`; nil where it tells none.
  package init?(heading: String) {
    let text = String(heading.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0 == " " })
    let words = text.split(separator: " ").map(String.init)
    guard let kind = Self.kind(of: words) else { return nil }
    self = kind
  }

  private static func kind(of words: [String]) -> SectionKind? {
    guard words.count <= 6 else { return nil }
    for (stems, kind) in stems where words.contains(where: { word in stems.contains { word.hasPrefix($0) } }) {
      return kind
    }
    return nil
  }

  /// In this order: «Results and discussion» counts as results, as it does in the sentences that were learnt from.
  private static let stems: [([String], SectionKind)] = [
    (["conclusion", "concluding"], .conclusion),
    (["method", "procedure", "participants", "experimental"], .methods),
    (["result", "findings"], .results),
    (["discussion", "limitations"], .discussion),
    (["introduction", "background"], .intro),
  ]
}
