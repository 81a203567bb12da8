internal import IbidModel
internal import IbidText

/// What is looked for in a library: clauses that must all hold, and filters. An engine renders the clauses in its own
/// language; the filters are the store's.
///
/// A tree of fixed depth, query → clause → alternative → word: nothing that a person or program writes makes an engine
/// recurse. What such a tree cannot say, as groups within alternatives, is a filter.
package struct SearchQuery: Equatable, Sendable {
  /// One of these must occur, or, where the clause is excluded, none.
  package struct Clause: Equatable, Sendable {
    package let anyOf: [Alternative]
    package let isExcluded: Bool
  }

  /// A term, in one column where one is named.
  package struct Alternative: Equatable, Sendable {
    package let column: SearchColumn?
    package let term: Term
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
      let words = Ideographs.apart(SearchKey.words(of: text))
      guard !words.isEmpty else { return nil }
      self.words = words
      self.isPrefix = isPrefix
    }
  }

  /// What must hold; a query without a clause that is not excluded finds nothing by its words.
  package private(set) var clauses: [Clause] = []
  /// What must hold of a work beside.
  package private(set) var filters: [WorkFilter] = []

  /// A query that finds nothing.
  package init() {}

  /// Whether there is something that must occur.
  package var hasWords: Bool { clauses.contains { !$0.isExcluded } }

  /// Asks, beyond what it asks already, for one of these terms; nothing more where there is none.
  package mutating func require(_ terms: [Term?], in column: SearchColumn? = nil) {
    require(terms.compactMap(\.self).map { Alternative(column: column, term: $0) })
  }

  /// Asks, beyond what it asks already, for one of these, or for none of them; nothing more where there is none.
  package mutating func require(_ alternatives: [Alternative], isExcluded: Bool = false) {
    if !alternatives.isEmpty { clauses.append(Clause(anyOf: alternatives, isExcluded: isExcluded)) }
  }

  /// Asks, beyond what it asks already, that this holds.
  package mutating func require(filter: WorkFilter) { filters.append(filter) }
}

/// The parts of a record that are searched apart; their names are what a person writes before a word: `author:smith`.
///
/// Tags are keywords; `other` is the rest, which has no name before a word: notes, publisher, kind, numbers of trials.
package enum SearchColumn: String, CaseIterable, Sendable {
  case title, author, container, year, keyword, abstract, identifier, other

  /// Those that a person names.
  static let named = allCases.filter { $0 != .other }
}

/// Chinese and Japanese put no blanks between words: each character is one.
enum Ideographs {
  /// Words, their ideographs and kana as words of their own.
  static func apart(_ words: [String]) -> [String] {
    guard words.contains(where: { $0.utf8.contains(where: mayBegin) }) else { return words }
    return words.flatMap { word -> [String] in
      var bytes = Array(word.utf8)
      setApart(in: &bytes, from: 0)
      return bytes.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Puts blanks around the ideographs and kana of folded text that begins at `start`.
  static func setApart(in bytes: inout [UInt8], from start: Int) {
    guard mayHoldIdeographs(bytes, from: start) else { return }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    bytes.removeSubrange(start...)
    for scalar in text.unicodeScalars {
      let isOne = isIdeograph(scalar)
      if isOne, bytes.last != blank, !bytes.isEmpty { bytes.append(blank) }
      bytes.append(contentsOf: String(scalar).utf8)
      if isOne { bytes.append(blank) }
    }
    if bytes.last == blank { bytes.removeLast() }
  }

  /// Most texts hold none, and an import asks of every abstract.
  private static func mayHoldIdeographs(_ bytes: [UInt8], from start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let place = bytes.baseAddress else { return false }
      var index = start
      while index < bytes.count {
        let end = min(index + 16, bytes.count)
        if end - index < 16 || !ByteRun.isASCII(place + index, 16) {
          for place in index..<end where mayBegin(bytes[place]) { return true }
        }
        index = end
      }
      return false
    }
  }

  private static let blank = UInt8(ascii: " ")

  /// Whether a byte may be the first of an ideograph in UTF-8.
  private static func mayBegin(_ byte: UInt8) -> Bool { (0xE3...0xE9).contains(byte) || byte >= 0xEF }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
