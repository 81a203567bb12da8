import IbidClaims
import IbidModel

extension Rule {
  static let incompleteReference = Rule(
    id: "incomplete-reference", severity: .warning,
    summary: "A reference that lacks what its kind of work needs",
    explanation: """
      A journal article needs authors, a title, the journal, a year, and, unless it was published ahead of print,
      volume and pages; a book authors or editors, a title, a publisher and a year. What is missing may stand in the
      library's record. A bare link or identifier says all that is needed to look the work up, a page of the web is as
      old as the day of access says, a law or a report may have no author but its body, and what the text of the
      reference has in figures or words beyond what was read is not missed.
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
      let missing = missingParts(of: link.reference)
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

  private static func missingParts(of reference: Reference) -> [String] {
    let item = reference.item
    var missing: [String] = []
    let isArticle = item.type == .articleJournal
    let isBook = item.type == .book || item.type == .chapter
    if isArticle || isBook, item[names: .author].isEmpty, item[names: .editor].isEmpty,
      !opensWithName(reference.text)
    {
      missing.append("authors")
    }
    if item[.title] == nil { missing.append("a title") }
    let isDated = item[date: .issued] != nil || item[.status] != nil || item[date: .accessed] != nil
    if !isDated, item[.URL] == nil, !hasYear(reference.text) { missing.append("a year") }
    if isArticle {
      if item[.containerTitle] == nil, item[.containerTitleShort] == nil { missing.append("the journal") }
      let isFound = item[.DOI] != nil || item[.PMID] != nil || item[.PMCID] != nil || item[.URL] != nil
      if item[.volume] == nil, item[.page] == nil, item[.number] == nil, !isFound, numbers(in: reference.text) < 2 {
        missing.append("volume and pages")
      }
    }
    if isBook, item[.publisher] == nil, item[.publisherPlace] == nil, item[.URL] == nil, item[.ISBN] == nil,
      item[names: .author].contains(where: { $0.family != nil })
    {
      missing.append("a publisher")
    }
    return missing
  }

  /// Whether a text begins with a word in capitals and small letters and initials or a comma behind it, as names do.
  private static func opensWithName(_ text: String) -> Bool {
    let words = text.split(separator: " ", maxSplits: 2)
    guard words.count > 1, words[0].first?.isUppercase == true else { return false }
    let initials = words[1].filter(\.isLetter)
    return words[0].hasSuffix(",") || !initials.isEmpty && initials.count <= 3 && initials.allSatisfy(\.isUppercase)
  }

  private static func hasYear(_ text: String) -> Bool {
    text.split { !$0.isNumber }.contains { $0.count == 4 && (1400...2100).contains(Int($0) ?? 0) }
  }

  /// How many numbers stand in a text.
  private static func numbers(in text: String) -> Int { text.split { !$0.isNumber }.count }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
