package import IbidModel
internal import IbidText

/// What of an item full-text search looks at, folded by `SearchKey`: SQLite's own tokenizers fold neither `Ł`, `Ø` nor
/// `ß`.
///
/// An index that keeps no text, as SQLite's, forgets an item by being told again what it indexed: whoever changes the
/// folding or a column raises `Schema.version`, and libraries build their index anew.
package struct SearchText {
  /// The columns of all items, one behind the other.
  package private(set) var bytes: [UInt8] = []
  /// Where the columns end, all those of one item, in the order of `SearchColumn`, after those of the other.
  package private(set) var ends: [Int] = []

  /// The text of no item.
  package init() {}

  /// Adds the columns of this item, whose identifiers these are.
  package mutating func add(_ item: Item, _ identifiers: [Identifier]) {
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
    // By its place a work is found whose title a reference leaves out.
    column(WorkPlace.word(of: item), item.id)
  }

  /// Forgets all items, and keeps the room for others.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ texts: String?...) {
    for case let text? in texts { add(text) }
  }

  private mutating func column(_ texts: String?...) {
    for case let text? in texts { add(text) }
    ends.append(bytes.count)
  }

  private mutating func add(_ text: String) {
    let start = bytes.count
    SearchKey.appendFolded(text, to: &bytes)
    Ideographs.setApart(in: &bytes, from: start)
  }
}
