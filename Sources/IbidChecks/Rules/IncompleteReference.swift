import IbidClaims
import IbidModel

extension Rule {
  static let incompleteReference = Rule(
    id: "incomplete-reference", severity: .warning,
    summary: "A reference that lacks what its kind of work needs",
    explanation: """
      A journal article needs authors, a title, the journal, a year, and, unless it was published ahead of print,
      volume and pages; a book authors or editors, a title, a publisher and a year. What is missing may stand in the
      library's record. A bare link or identifier says all that is needed to look the work up.
      """,
    examples: [
      RuleExample(
        """
        Exercise is good for joints.[^1]

        [^1]: ⟦Lin I, Wiles L, Waller R, et al. What does best practice care for musculoskeletal pain look like? Br J Sports Med. 2019.⟧
        """, "the reference lacks volume and pages"),
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460
        """),
    ]
  ) { article in
    article.notes.flatMap(\.references).compactMap { link in
      let item = link.reference.item
      // An identifier without a title says all that is needed to find the record, once there is one.
      let isFound = link.match != nil && item[.title] == nil && !item.identifiers.isEmpty
      if isFound || isBare(item) { return nil }
      let missing = missingParts(of: item)
      guard !missing.isEmpty else { return nil }
      return Remark(link.reference.range, "the reference lacks \(list(missing))")
    }
  }

  /// Whether an item is nothing but a link or an identifier.
  private static func isBare(_ item: Item) -> Bool {
    let isNamed = !item.identifiers.isEmpty || item[.URL] != nil
    return isNamed && item[.title] == nil && item[names: .author].isEmpty && item[names: .editor].isEmpty
      && item[date: .issued] == nil && item[.containerTitle] == nil
  }

  private static func missingParts(of item: Item) -> [String] {
    var missing: [String] = []
    if item[names: .author].isEmpty, item[names: .editor].isEmpty { missing.append("authors") }
    if item[.title] == nil { missing.append("a title") }
    if item[date: .issued] == nil, item[.status] == nil { missing.append("a year") }
    switch item.type {
    case .articleJournal:
      if item[.containerTitle] == nil, item[.containerTitleShort] == nil { missing.append("the journal") }
      let isFound = item[.DOI] != nil || item[.PMID] != nil || item[.PMCID] != nil
      if item[.volume] == nil, !isFound, item[.page] == nil { missing.append("volume and pages") }
    case .book, .chapter:
      if item[.publisher] == nil { missing.append("a publisher") }
    case .webpage:
      if item[.URL] == nil { missing.append("an address") }
    default: break
    }
    return missing
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
