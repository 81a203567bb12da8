internal import IbidModel
internal import IbidText

/// What of an item full-text search looks at, folded by `SearchKey`: SQLite's own tokenizer folds `ñ`, but neither
/// `Ł`, `Ø` nor `ß`.
///
/// The index keeps no text, and forgets an item by being told again what it indexed: whoever changes the folding or a
/// column raises `Schema.version` and builds the index anew.
struct SearchText: Equatable {
  /// The columns of `item_text`, in its order.
  let columns: [String]

  /// The columns' names, which a query may put before a word: `author:smith`.
  static let columnNames = ["title", "author", "container", "year", "keyword", "abstract", "identifier"]

  init(of item: Item) {
    let names = item.nameLists.flatMap(\.value).map { name in
      [name.nonDroppingParticle, name.family, name.given, name.literal].compactMap(\.self).joined(separator: " ")
    }
    let container = [item[.containerTitle], item[.containerTitleShort]].compactMap(\.self)
    let identifiers = item.identifiers.map(\.value)
    columns = [
      SearchKey.folded([item[.title], item[.originalTitle]].compactMap(\.self).joined(separator: " ")),
      SearchKey.folded(names.joined(separator: " ")),
      SearchKey.folded(container.joined(separator: " ")),
      item[date: .issued]?.year.map(String.init) ?? "",
      SearchKey.folded(item[.keyword] ?? ""),
      SearchKey.folded(item[.abstract] ?? ""),
      SearchKey.folded((identifiers + [item.id]).joined(separator: " ")),
    ]
  }
}
