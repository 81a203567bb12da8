internal import IbidText

/// What is looked for in a library: clauses that must all hold. An engine renders it in its own language.
///
/// A tree of fixed depth, query → clause → term → word: nothing that a person or program writes makes an engine recurse.
package struct SearchQuery: Equatable, Sendable {
  /// One of these terms must occur; with a column, in it.
  package struct Clause: Equatable, Sendable {
    package let column: SearchColumn?
    package let anyOf: [Term]
  }

  /// Words that stand one behind the other, folded by `SearchKey` as the library's own text is: letters and digits only,
  /// which no engine's language takes for its own.
  package struct Term: Equatable, Sendable {
    /// At least one.
    package let words: [String]
    /// Whether the last word may go on.
    package let isPrefix: Bool

    /// The words of `text`; nil where it holds none.
    package init?(_ text: String, isPrefix: Bool = false) {
      let words = SearchKey.words(of: text)
      guard !words.isEmpty else { return nil }
      self.words = words
      self.isPrefix = isPrefix
    }
  }

  /// What must hold; a query without a clause finds nothing.
  package private(set) var clauses: [Clause] = []

  /// A query that finds nothing.
  package init() {}

  /// Asks, beyond what it asks already, for one of these terms; nothing more where there is none.
  package mutating func require(_ terms: [Term?], in column: SearchColumn? = nil) {
    let terms = terms.compactMap(\.self)
    if !terms.isEmpty { clauses.append(Clause(column: column, anyOf: terms)) }
  }
}

/// The parts of a record that are searched apart; their names are what a person writes before a word: `author:smith`.
package enum SearchColumn: String, CaseIterable, Sendable {
  case title, author, container, year, keyword, abstract, identifier
}
