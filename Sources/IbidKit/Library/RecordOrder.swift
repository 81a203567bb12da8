import IbidModel
import IbidText

/// Puts records in an order.
enum RecordOrder {
  /// The items in this order; in the one that they have for those that only a library knows.
  static func sorted(_ items: [Item], _ order: RecordQuery.Order) -> [Item] {
    switch order {
    case .relevance, .added: items
    case .key: items.sorted { $0.id < $1.id }
    case .year: sorted(items) { ($0[date: .issued]?.year).map { -$0 } ?? Int.max }
    case .author: sorted(items) { WordKey(Self.author(of: $0)) }
    case .title: sorted(items) { WordKey($0[.title] ?? "") }
    }
  }

  private static func sorted<Key: Comparable>(_ items: [Item], by key: (Item) -> Key) -> [Item] {
    items.map { (key($0), $0) }.sorted { one, other in
      if one.0 != other.0 { return one.0 < other.0 }
      return one.1.id < other.1.id
    }.map(\.1)
  }

  private static func author(of item: Item) -> String {
    let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
    return names.first.map { [$0.family ?? $0.literal ?? "", $0.given ?? ""].joined(separator: " ") } ?? ""
  }
}

/// A text as it is sorted: without case, accents and marks; nothing goes last.
private struct WordKey: Comparable {
  private let words: String

  init(_ text: String) { words = SearchKey.words(of: text).joined(separator: " ") }

  static func < (left: WordKey, right: WordKey) -> Bool {
    if left.words.isEmpty != right.words.isEmpty { return right.words.isEmpty }
    return left.words < right.words
  }
}
