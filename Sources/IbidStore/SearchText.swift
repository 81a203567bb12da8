internal import IbidModel
internal import IbidText

/// What of an item full-text search looks at, folded by `SearchKey`: SQLite's own tokenizers fold neither `Ł`, `Ø` nor
/// `ß`.
///
/// The index keeps no text, and forgets an item by being told again what it indexed: whoever changes the folding or a
/// column raises `Schema.version`, and libraries build their index anew.
struct SearchText {
  /// The columns' names, which a query may put before a word: `author:smith`.
  static let columnNames = ["title", "author", "container", "year", "keyword", "abstract", "identifier"]

  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// The columns of no item.
  init() { ends.reserveCapacity(Self.columnNames.count) }

  /// Takes the columns of this item in place of what was there.
  mutating func take(_ item: Item, identifiers: [Identifier]) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
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

  /// Binds the columns from this parameter on, and runs the statement.
  func run(_ statement: PreparedStatement, from index: Int32) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for (offset, end) in ends.enumerated() {
        statement.bind(lasting: UnsafeBufferPointer(rebasing: bytes[start..<end]), at: index + Int32(offset))
        start = end
      }
      try statement.run()
    }
  }

  private mutating func append(_ texts: String?...) {
    for case let text? in texts { SearchKey.appendFolded(text, to: &bytes) }
  }

  private mutating func column(_ texts: String?...) {
    for case let text? in texts { SearchKey.appendFolded(text, to: &bytes) }
    ends.append(bytes.count)
  }
}
