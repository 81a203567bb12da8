import IbidModel
import IbidText

/// Works by their whole titles.
struct TitledWorks {
  private var works: [String: [Item]] = [:]

  init(_ items: [Item]) {
    for item in items { works[Self.title(of: item), default: []].append(item) }
  }

  /// The key of the only work of this title whose first author is the item's; whose year is, where
  /// one of them names no author.
  func key(of item: Item) -> String? {
    let title = Self.title(of: item)
    guard !title.isEmpty, let found = works[title], found.count == 1, let work = found.first else { return nil }
    guard let isSameAuthor = Self.agree(Self.author(of: work), Self.author(of: item)) else {
      return Self.agree(Self.year(of: work), Self.year(of: item)) == true ? work.id : nil
    }
    return isSameAuthor ? work.id : nil
  }

  private static func title(of item: Item) -> String { SearchKey.words(of: item[.title] ?? "").joined(separator: " ") }

  private static func author(of item: Item) -> String? {
    let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
    return names.first.map { SearchKey.folded($0.family ?? $0.literal ?? "") }
  }

  private static func year(of item: Item) -> Int? { item[date: .issued]?.year }

  private static func agree<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool? {
    guard let one, let other else { return nil }
    return one == other
  }
}
