import IbidModel

/// What references of an author-year list are cited by: their first words, and the years in them.
struct ReferenceKeys: Sendable {
  /// One reference's keys.
  struct Key: Sendable {
    var label: String
    /// Its first words without case and accents: authors, and the title's start.
    var words: [String]
    /// Whether each of these words is in capitals or one letter, as initials are.
    var isInitials: [Bool]
    /// Years in it, or what stands in their place, the likeliest first, with their letters.
    var years: [(year: Int, letter: UInt8?)]
    /// Offset of the first year in words; authors stand before it in most styles.
    var authorWords: Int
    /// Words in parentheses near its start, in capitals for the most part.
    var acronyms: [String]
  }

  let keys: [Key]
  /// Keys by a year in them and their first word; organizations by their acronym too.
  private var byWord: [Entry: [Int]] = [:]
  private var byAcronym: [Entry: [Int]] = [:]
  /// Works of one year under one name that are told apart at most.
  private static let mostAlike = 64

  private struct Entry: Hashable {
    var word: String
    var year: Int
  }

  init(_ draft: ArticleDraft) {
    keys = draft.notes.map { Self.key(draft.text, $0) }
    for (index, key) in keys.enumerated() {
      let acronyms = Set(key.acronyms + [Self.acronym(key)].compactMap(\.self))
      for year in Set(key.years.map(\.year)) {
        if let word = key.words.first { Self.add(index, Entry(word: word, year: year), to: &byWord) }
        for acronym in acronyms { Self.add(index, Entry(word: acronym, year: year), to: &byAcronym) }
      }
    }
  }

  /// Adds the short forms that a text gives for the names of references.
  mutating func define(_ definitions: [(word: String, key: Int)]) {
    for (word, index) in definitions {
      for year in Set(keys[index].years.map(\.year)) where !keys(withAcronym: word, year: year).contains(index) {
        Self.add(index, Entry(word: word, year: year), to: &byAcronym)
      }
    }
  }

  private static func add(_ index: Int, _ entry: Entry, to table: inout [Entry: [Int]]) {
    if table[entry, default: []].count < mostAlike { table[entry, default: []].append(index) }
  }

  /// The references of a year whose first word this is.
  func keys(startingWith word: String, year: Int) -> [Int] { byWord[Entry(word: word, year: year), default: []] }

  /// The references of an organization with this acronym and of a year.
  func keys(withAcronym word: String, year: Int) -> [Int] {
    byAcronym[Entry(word: word, year: year), default: []]
  }

  private static func key(_ text: [UInt8], _ note: ArticleDraft.NoteDraft) -> Key {
    let range = note.paragraphs.first?.range ?? note.range
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 1500)
    let words = NameWord.words(text, in: head, limit: 40)
    var years: [(year: Int, letter: UInt8?)] = []
    var firstYear = words.count
    var index = head.lowerBound
    while index < head.upperBound {
      if let year = CitedYear.readOrSubstitute(text, at: index, to: head.upperBound),
        year.year >= 1700 || years.isEmpty && isSetOff(text, year, in: head)
      {
        if years.isEmpty { firstYear = words.firstIndex { $0.range.lowerBound >= index } ?? words.count }
        years.append((year.year, year.letter))
        index = year.range.upperBound
      } else {
        index += 1
      }
    }
    return Key(
      label: note.label, words: words.map(\.folded),
      isInitials: words.map { $0.isCapitals && $0.folded.utf8.count <= 4 || $0.folded.utf8.count == 1 }, years: years,
      authorWords: firstYear, acronyms: acronyms(text, words))
  }

  /// Whether words in the place of a year begin behind a stop, comma or bracket: those within a title don't.
  private static func isSetOff(_ text: [UInt8], _ year: CitedYear, in head: Range<Int>) -> Bool {
    guard year.year <= YearSubstitute.toAppear else { return false }
    let before = text[head.lowerBound..<year.range.lowerBound].last { !$0.isASCIISpace }
    return before.map { ".,([:;".utf8.contains($0) } ?? false
  }

  /// «(FNIH)», «, FAO»: words of at least three capitals behind a bracket or comma.
  private static func acronyms(_ text: [UInt8], _ words: [NameWord]) -> [String] {
    words.prefix(18).dropFirst().filter { word in
      let start = word.range.lowerBound
      guard text[word.range].count(where: { (65...90).contains($0) }) >= 3, start >= 2 else { return false }
      return text[start - 1] == UInt8(ascii: "(") || text[start - 2] == UInt8(ascii: ",")
    }.map(\.folded)
  }

  /// `fao` for «Food and Agriculture Organization …»: the initials of leading words that are no initials themselves.
  private static func acronym(_ key: Key) -> String? {
    var letters = ""
    for (word, isInitials) in zip(key.words.prefix(8), key.isInitials) {
      if ["and", "of", "the", "for", "on", "in"].contains(word) { continue }
      if isInitials || word.first?.isNumber == true { break }
      letters += word.prefix(1)
      if letters.count == 6 { break }
    }
    return letters.count >= 2 ? letters : nil
  }
}
