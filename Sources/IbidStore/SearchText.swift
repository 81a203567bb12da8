internal import IbidModel
internal import IbidText

/// What of an item full-text search looks at, folded by `SearchKey`: SQLite's own tokenizers fold neither `Ł`, `Ø` nor
/// `ß`.
///
/// The index keeps no text, and forgets an item by being told again what it indexed: whoever changes the folding or a
/// column raises `Schema.version`, and libraries build their index anew.
///
/// Holds the text of several items: FTS5's table of words is larger than a processor's nearest memory, and putting a
/// thousand items in one after another, with nothing between, takes a fifth less time than one at a time.
struct SearchText {
  /// The columns' names, which a query may put before a word: `author:smith`.
  static let columnNames = ["title", "author", "container", "year", "keyword", "abstract", "identifier"]

  private var bytes: [UInt8] = []
  /// Where the columns end, all those of one item after those of the other.
  private var ends: [Int] = []
  private var numbers: [Int64] = []

  /// How many items' text is held.
  var count: Int { numbers.count }

  /// Adds the columns of this item.
  mutating func add(_ item: Item, _ identifiers: [Identifier], number: Int64) {
    numbers.append(number)
    column(item[.title], item[.originalTitle])
    for list in item.nameLists {
      for name in list.value { append(name.nonDroppingParticle, name.family, name.given, name.literal) }
    }
    column()
    column(item[.containerTitle], item[.containerTitleShort])
    if let year = item[date: .issued]?.year { bytes.append(contentsOf: String(year).utf8) }
    column()
    column(item[.keyword])
    column(item[.abstract])
    for identifier in identifiers { append(identifier.value) }
    column(item.id)
  }

  /// Runs the statement for each item, its number as the first parameter and its columns behind it, and forgets them.
  mutating func run(_ statement: PreparedStatement) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      var column = 0
      for number in numbers {
        statement.bind(number, at: 1)
        for index in 2..<Int32(2 + Self.columnNames.count) {
          statement.bind(lasting: UnsafeBufferPointer(rebasing: bytes[start..<ends[column]]), at: index)
          start = ends[column]
          column += 1
        }
        try statement.run()
      }
    }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ texts: String?...) {
    for case let text? in texts { SearchKey.appendFolded(text, to: &bytes) }
  }

  private mutating func column(_ texts: String?...) {
    for case let text? in texts { SearchKey.appendFolded(text, to: &bytes) }
    ends.append(bytes.count)
  }
}
