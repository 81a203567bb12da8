internal import IbidModel
internal import IbidText

extension SearchQuery {
  /// A search as a person types it: words that must all occur, `"a phrase"`, `prefix*`, `this OR that`, `NOT other` or
  /// `-other`, `(groups)`, `author:name`, `year:2018..2022`, and filters: `tag:rct`, `source:embase`, `has:abstract`,
  /// `is:retracted`. An identifier, also as an address, is looked for as such.
  ///
  /// - Throws: `SearchError` where a word before a colon is no column, a range or filter is none, or a parenthesis has
  ///   no other half.
  package init(_ text: String) throws(SearchError) {
    self.init()
    var parser = SearchParser(SearchToken.tokens(of: text))
    for condition in try parser.conditions() { require(condition) }
    // What is only excluded is excluded from all that there is.
    guard !hasWords else { return }
    let excluded = clauses.filter(\.isExcluded)
    for clause in excluded { require(filter: .not(.any(clause.anyOf.map(WorkFilter.words)))) }
  }

  /// Asks, beyond what it asks already, that this holds: in words where words can say it, as an engine finds those by
  /// its index. Of all else the words, one of which must occur, narrow what is looked through.
  private mutating func require(_ condition: WorkFilter) {
    switch condition {
    case .all(let parts): for part in parts { require(part) }
    case .not(let part):
      if let terms = part.terms { require(terms, isExcluded: true) } else { require(filter: condition) }
    default:
      if let terms = condition.terms { return require(terms) }
      if let terms = condition.necessaryTerms { require(terms) }
      require(filter: condition)
    }
  }
}

extension WorkFilter {
  /// The terms of which one must occur, where the condition says no more than that.
  fileprivate var terms: [SearchQuery.Alternative]? {
    switch self {
    case .words(let term): [term]
    case .any(let parts): parts.reduce([]) { all, part in part.terms.flatMap { terms in all.map { $0 + terms } } }
    default: nil
    }
  }

  /// Terms of which one occurs wherever the condition holds; nil where there are none such.
  fileprivate var necessaryTerms: [SearchQuery.Alternative]? {
    switch self {
    case .words(let term): [term]
    case .any(let parts):
      parts.reduce([]) { all, part in part.necessaryTerms.flatMap { terms in all.map { $0 + terms } } }
    case .all(let parts): parts.lazy.compactMap(\.necessaryTerms).first
    default: nil
    }
  }
}

/// Makes conditions of the parts of a search. What stands side by side must hold together; `OR` binds its two sides
/// closer than that, and `NOT` excludes all that `OR` joins behind it.
struct SearchParser {
  private let tokens: [SearchToken]
  private var index = 0
  /// Groups within groups; nobody types more.
  private static let deepest = 32

  init(_ tokens: [SearchToken]) { self.tokens = tokens }

  /// What must all hold.
  mutating func conditions() throws(SearchError) -> [WorkFilter] {
    let conditions = try group(depth: 0)
    guard index == tokens.count else { throw .unbalanced }
    return conditions
  }

  private mutating func group(depth: Int) throws(SearchError) -> [WorkFilter] {
    guard depth <= Self.deepest else { throw .unbalanced }
    var conditions: [WorkFilter] = []
    var alternatives: [WorkFilter] = []
    var isExcluded = false
    var isOr = false
    func close() {
      if !alternatives.isEmpty {
        let condition = alternatives.count == 1 ? alternatives[0] : .any(alternatives)
        conditions.append(isExcluded ? .not(condition) : condition)
      }
      alternatives = []
    }
    while index < tokens.count, tokens[index] != .closing {
      let token = tokens[index]
      index += 1
      switch token {
      case .word("OR") where !alternatives.isEmpty:
        isOr = true
        continue
      case .word("AND") where !alternatives.isEmpty: continue
      case .word("NOT"):
        close()
        (isExcluded, isOr) = (true, false)
        continue
      default: break
      }
      let isMinus = token.isMinus
      if !isOr, !(isExcluded && alternatives.isEmpty) {
        close()
        isExcluded = isMinus
      }
      isOr = false
      switch token {
      case .opening:
        let parts = try group(depth: depth + 1)
        guard index < tokens.count, tokens[index] == .closing else { throw .unbalanced }
        index += 1
        if !parts.isEmpty { alternatives.append(parts.count == 1 ? parts[0] : .all(parts)) }
      case .phrase(let words): alternatives += Self.words(words, in: nil, isPhrase: true)
      case .word(let text): alternatives += try Self.conditions(isMinus ? String(text.dropFirst()) : text)
      case .closing: break
      }
    }
    close()
    return conditions
  }

  // MARK: Words

  /// What a word says: one of these must hold. A column's name stands before a colon.
  private static func conditions(_ text: String) throws(SearchError) -> [WorkFilter] {
    guard let colon = text.firstIndex(of: ":") else {
      if let identifier = pasted(text) { return words(identifier.value, in: .identifier, isPhrase: true) }
      return words(text, in: nil)
    }
    let name = text[..<colon].lowercased()
    let value = String(text[text.index(after: colon)...])
    if let column = SearchColumn(rawValue: name), SearchColumn.named.contains(column) {
      return column == .year ? try years(value) : words(value, in: column)
    }
    if let filter = try WorkFilter(name: name, value: value) { return [filter] }
    if let identifier = pasted(text) { return words(identifier.value, in: .identifier, isPhrase: true) }
    if !value.isEmpty, !value.hasPrefix("/"), !name.isEmpty, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
      throw .unknownColumn(String(text[..<colon]))
    }
    return words(text, in: nil)
  }

  private static func words(_ text: String, in column: SearchColumn?, isPhrase: Bool = false) -> [WorkFilter] {
    let term = SearchQuery.Term(text, isPrefix: !isPhrase && text.hasSuffix("*"))
    return term.map { [.words(SearchQuery.Alternative(column: column, term: $0))] } ?? []
  }

  /// An identifier by its address, or with its name before a colon: what people paste from a browser or a reference. A
  /// DOI alone is one, too; a number alone may be anything.
  private static func pasted(_ text: String) -> Identifier? {
    let lower = text.lowercased()
    if lower.hasPrefix("10."), lower.contains("/") { return Identifier(.doi, text) }
    for (kind, beginnings) in addresses {
      guard let beginning = beginnings.first(where: lower.hasPrefix) else { continue }
      let rest = text.dropFirst(beginning.count)
      let value = kind == .doi ? rest : rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if let identifier = Identifier(kind, String(value)) { return identifier }
    }
    return nil
  }

  private static let addresses: [(Identifier.Kind, [String])] = [
    (.doi, ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "doi:"]),
    (
      .pmcid,
      [
        "https://pmc.ncbi.nlm.nih.gov/articles/", "https://www.ncbi.nlm.nih.gov/pmc/articles/",
        "http://www.ncbi.nlm.nih.gov/pmc/articles/", "pmcid:",
      ]
    ),
    (
      .pmid,
      [
        "https://pubmed.ncbi.nlm.nih.gov/", "http://pubmed.ncbi.nlm.nih.gov/", "pubmed.ncbi.nlm.nih.gov/",
        "https://www.ncbi.nlm.nih.gov/pubmed/", "http://www.ncbi.nlm.nih.gov/pubmed/", "pmid:",
      ]
    ),
    (.arxiv, ["https://arxiv.org/abs/", "http://arxiv.org/abs/", "arxiv:"]), (.isbn, ["isbn:"]),
  ]

  /// A year, the beginning of one, or a range, year by year; an open one ends where no work is.
  private static func years(_ text: String) throws(SearchError) -> [WorkFilter] {
    guard let range = text.firstRange(of: "..") else {
      let digits = text.hasSuffix("*") ? text.dropLast() : text[...]
      guard digits.utf8.count <= 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw .badRange(text)
      }
      return words(text, in: .year)
    }
    let (first, last) = (text[..<range.lowerBound], text[range.upperBound...])
    let bounds = (first.isEmpty ? 1400 : Int(first), last.isEmpty ? 2100 : Int(last))
    guard let from = bounds.0, let to = bounds.1, from <= to, to - from <= 1000, !(first.isEmpty && last.isEmpty) else {
      throw .badRange("\(first)..\(last)")
    }
    return (from...to).flatMap { words(String($0), in: .year) }
  }
}

extension SearchToken {
  /// Whether a word is excluded by the sign before it.
  fileprivate var isMinus: Bool {
    if case .word(let text) = self { text.hasPrefix("-") && text.count > 1 } else { false }
  }
}

/// Why a search cannot be understood.
package enum SearchError: Error, Equatable {
  case unknownColumn(String)
  case badRange(String)
  case unknownFilter(name: String, value: String, known: [String])
  /// A parenthesis has no other half.
  case unbalanced
  /// There is nothing to look for in what was typed.
  case nothing(String)

  /// One line for a person.
  package var message: String {
    switch self {
    case .unknownColumn(let name):
      "“\(name):” is no column; columns are \(Self.columns), filters \(WorkFilter.names.joined(separator: ", ")); "
        + "to look for the words, put a blank behind the colon"
    case .badRange(let text):
      "“\(text)” is no year or range of years; write year:2018, year:201*, year:2018..2022, year:2018.. or year:..2022"
    case .unknownFilter(let name, let value, let known):
      "“\(name):\(value)” is no filter; \(name): takes \(known.joined(separator: ", "))"
    case .unbalanced: "a parenthesis has no other half; quotation marks around a word make it a word"
    case .nothing(let text): "there is no word to look for in “\(text)”"
    }
  }

  private static let columns = SearchColumn.named.map(\.rawValue).joined(separator: ", ")
}
