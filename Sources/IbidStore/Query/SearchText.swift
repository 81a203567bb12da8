internal import IbidModel
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

  /// Adds the columns of a work that is found by these entries.
  package mutating func add(_ entries: WorkEntries) {
    let item = entries.item
    column(item[.title], item[.originalTitle])
    for list in item.nameLists {
      for name in list.value { append(name.nonDroppingParticle, name.family, name.given, name.literal) }
    }
    column()
    column(item[.containerTitle], item[.containerTitleShort])
    if let year = item[date: .issued]?.year { bytes.append(contentsOf: String(year).utf8) }
    column()
    for tag in entries.tags { add(tag) }
    column(item[.keyword])
    column(item[.abstract])
    for identifier in entries.identifiers { append(identifier.value) }
    // By its place a work is found whose title a reference leaves out.
    column(WorkPlace.word(of: item), item.id)
    for note in entries.notes { add(note) }
    for member in item.custom { add(member.value, depth: 0) }
    for number in Self.dataNumbers(of: item) { add(number) }
    column(item[.publisher], item[.publisherPlace], item[.genre], item[.note], item[.number], item[.eventTitle])
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

  /// What a format kept of a record: numbers of trials stand there, in fields of many names.
  private mutating func add(_ value: JSONValue, depth: Int) {
    if let text = value.text, text.utf8.count < 200 { add(text) }
    guard depth < 4 else { return }
    for element in value.elements { add(element, depth: depth + 1) }
    for member in value.members { add(member.value, depth: depth + 1) }
  }

  /// What PubMed says of data that belong to a work: the numbers of its trials are among them.
  private static func dataNumbers(of item: Item) -> [String] {
    // Few records have some, and an import asks of every one.
    guard let facts = item.pubmed, Array(facts.json.utf8).firstOffset(of: "\"DataBankList\"") != nil else { return [] }
    let banks = facts.value(of: ["DataBankList"])["DataBankList"]?.elements ?? []
    return banks.flatMap { $0["AccessionNumberList"]?.elements.compactMap(\.text) ?? [] }
  }

  private mutating func add(_ text: String) {
    let start = bytes.count
    SearchKey.appendFolded(text, to: &bytes)
    Ideographs.setApart(in: &bytes, from: start)
  }
}
