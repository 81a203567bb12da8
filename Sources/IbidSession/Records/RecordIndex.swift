package import IbidModel
import IbidText

/// Records as a person looks for them while he types: by key, author, title and year, with the beginnings of words.
package struct RecordIndex: Sendable {
  /// A record as a list shows it.
  package struct Entry: Sendable, Hashable {
    package let key: String
    /// «Saragiotto 2016», «Weng and Goh 2023».
    package let name: String
    package let title: String
  }

  /// The records, in the order in which they came.
  package let entries: [Entry]
  /// Of each record its words, each with a blank before it: the key's, the authors', the year, the title's.
  private let words: [UInt8]
  /// Where the records' words begin, and their key, authors, year and title; four numbers a record, and one at the end.
  private let bounds: [Int]

  /// Gathers records.
  struct Builder {
    private var entries: [Entry] = []
    private var words: [UInt8] = []
    private var bounds: [Int] = [0]

    var count: Int { entries.count }

    mutating func add(_ item: Item) {
      let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
      let year = item[date: .issued]?.year.map(String.init)
      entries.append(Entry(key: item.id, name: RecordIndex.name(names, year: year), title: item[.title] ?? ""))
      add(SearchKey.folded(item.id))
      add(names.prefix(20).map { SearchKey.folded($0.familyOrLiteral) }.joined(separator: " "))
      add(year ?? "")
      add(SearchKey.folded(item[.title] ?? ""))
    }

    private mutating func add(_ text: String) {
      words.append(0x20)
      words.append(contentsOf: text.utf8)
      bounds.append(words.count)
    }

    func index() -> RecordIndex { RecordIndex(entries: entries, words: words, bounds: bounds) }
  }

  private init(entries: [Entry], words: [UInt8], bounds: [Int]) {
    (self.entries, self.words, self.bounds) = (entries, words, bounds)
  }

  /// An index of these records.
  package init(_ items: [Item]) {
    var builder = Builder()
    for item in items { builder.add(item) }
    self = builder.index()
  }

  /// «Saragiotto 2016», «Weng and Goh 2023», «Roe et al. 2010».
  package static func name(_ names: [Name], year: String?) -> String {
    let families = names.map(\.familyOrLiteral)
    let authors =
      switch families.count {
      case 0: ""
      case 1: families[0]
      case 2: families[0] + " and " + families[1]
      default: families[0] + " et al."
      }
    return [authors, year ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The records in which each word of `query` begins some word, those where it begins the key first, then those of its
  /// first author, another author, the year, the title; at most `limit`. All records fit an empty query.
  package func records(_ query: String, limit: Int) -> [(entry: Entry, score: Int)] {
    let asked = SearchKey.words(of: query).prefix(8).map { [0x20] + Array($0.utf8) }
    var byScore: [Int: [Int]] = [:]
    words.withUnsafeBufferPointer { words in
      for record in entries.indices {
        var score = 0
        for word in asked {
          let found = Self.score(of: word, in: words, bounds[record * 4...record * 4 + 4])
          if found == 0 {
            score = -1
            break
          }
          score += found
        }
        if score >= 0 { byScore[score, default: []].append(record) }
      }
    }
    var best: [(Entry, Int)] = []
    for score in byScore.keys.sorted(by: >) {
      for record in byScore[score] ?? [] {
        guard best.count < limit else { return best }
        best.append((entries[record], score))
      }
    }
    return best
  }

  /// What a word is worth by the field in which it begins a word; 0 where in none.
  private static func score(of word: [UInt8], in words: UnsafeBufferPointer<UInt8>, _ bounds: ArraySlice<Int>) -> Int {
    let first = bounds.startIndex
    if begins(word, words, at: bounds[first], before: bounds[first + 1]) { return 16 }
    if begins(word, words, at: bounds[first + 1], before: bounds[first + 2]) { return 8 }
    for (field, worth) in [(1, 4), (2, 3), (3, 2), (0, 1)] {
      let end = bounds[first + field + 1]
      var place = bounds[first + field]
      while place + word.count <= end {
        if words[place] == 0x20, begins(word, words, at: place, before: end) { return worth }
        place += 1
      }
    }
    return 0
  }

  private static func begins(
    _ word: [UInt8], _ words: UnsafeBufferPointer<UInt8>, at place: Int, before end: Int
  ) -> Bool {
    guard place + word.count <= end else { return false }
    for index in word.indices where words[place + index] != word[index] { return false }
    return true
  }
}
