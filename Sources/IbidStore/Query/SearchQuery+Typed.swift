internal import IbidText

extension SearchQuery {
  /// A search as a person types it: words that must all occur, `"a phrase"`, `prefix*`, `this OR that`, `NOT other` or
  /// `-other`, `author:name`, `year:2018..2022`, and filters: `tag:rct`, `source:embase`, `has:abstract`, `is:retracted`.
  ///
  /// - Throws: `SearchError` where a word before a colon is no column, or a range or filter is none.
  package init(_ text: String) throws(SearchError) {
    self.init()
    var alternatives: [Alternative] = []
    var isExcluded = false
    var isOr = false
    for part in Self.parts(of: text) {
      switch part.text {
      case "OR" where !part.isPhrase && !alternatives.isEmpty:
        isOr = true
        continue
      case "AND" where !part.isPhrase && !alternatives.isEmpty: continue
      case "NOT" where !part.isPhrase:
        require(alternatives, isExcluded: isExcluded)
        (alternatives, isExcluded, isOr) = ([], true, false)
        continue
      default: break
      }
      var words = part.text
      let isMinus = !part.isPhrase && words.hasPrefix("-") && words.count > 1
      if isMinus { words.removeFirst() }
      if !isOr, !(isExcluded && alternatives.isEmpty) {
        require(alternatives, isExcluded: isExcluded)
        (alternatives, isExcluded) = ([], isMinus)
      }
      isOr = false
      switch try Self.part(words, isPhrase: part.isPhrase) {
      case .terms(let terms): alternatives += terms
      case .filter(let filter): require(isExcluded ? .not(filter) : filter)
      }
    }
    require(alternatives, isExcluded: isExcluded)
  }

  private enum Part {
    case terms([Alternative])
    case filter(WorkFilter)
  }

  private static func part(_ text: String, isPhrase: Bool) throws(SearchError) -> Part {
    var words = text
    var column: SearchColumn?
    if !isPhrase, let colon = words.firstIndex(of: ":") {
      let name = words[..<colon].lowercased()
      let value = String(words[words.index(after: colon)...])
      if let known = SearchColumn(rawValue: name) {
        column = known
        words = value
      } else if let filter = try WorkFilter(name: name, value: value) {
        return .filter(filter)
      } else if !value.isEmpty, !value.hasPrefix("/"), !name.isEmpty,
        name.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
      {
        throw .unknownColumn(String(words[..<colon]))
      }
    }
    if column == .year, let range = words.firstRange(of: "..") {
      return .terms(try years(words[..<range.lowerBound], words[range.upperBound...]))
    }
    let term = Term(words, isPrefix: !isPhrase && words.hasSuffix("*"))
    return .terms(term.map { [Alternative(column: column, term: $0)] } ?? [])
  }

  /// The years of a range, one by one; an open one ends where no work is.
  private static func years(_ first: Substring, _ last: Substring) throws(SearchError) -> [Alternative] {
    let bounds = (first.isEmpty ? 1400 : Int(first), last.isEmpty ? 2100 : Int(last))
    guard let from = bounds.0, let to = bounds.1, from <= to, to - from <= 1000, !(first.isEmpty && last.isEmpty) else {
      throw .badRange("\(first)..\(last)")
    }
    return (from...to).compactMap { Term(String($0)).map { Alternative(column: .year, term: $0) } }
  }

  /// Blank-separated parts; quotation marks make one part of what stands between, a column before them stays.
  private static func parts(of text: String) -> [(text: String, isPhrase: Bool)] {
    var parts: [(text: String, isPhrase: Bool)] = []
    var part = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "“", "”":
        if isQuoted || !part.hasSuffix(":") {
          if !part.isEmpty { parts.append((part, isQuoted && !part.contains(":"))) }
          part = ""
        }
        isQuoted.toggle()
      case " " where !isQuoted, "\t" where !isQuoted, "\n" where !isQuoted:
        if !part.isEmpty { parts.append((part, false)) }
        part = ""
      default: part.unicodeScalars.append(scalar)
      }
    }
    if !part.isEmpty { parts.append((part, false)) }
    return parts
  }
}

/// Why a search cannot be understood.
package enum SearchError: Error, Equatable {
  case unknownColumn(String)
  case badRange(String)
  case unknownFilter(name: String, value: String, known: [String])

  /// One line for a person.
  package var message: String {
    switch self {
    case .unknownColumn(let name):
      "“\(name):” is no column; columns are \(Self.columns), filters \(WorkFilter.names.joined(separator: ", ")); "
        + "to look for the words, put a blank behind the colon"
    case .badRange(let text): "“\(text)” is no range of years; write year:2018..2022, year:2018.. or year:..2022"
    case .unknownFilter(let name, let value, let known):
      "“\(name):\(value)” is no filter; \(name): takes \(known.joined(separator: ", "))"
    }
  }

  private static let columns = SearchColumn.allCases.map(\.rawValue).joined(separator: ", ")
}
