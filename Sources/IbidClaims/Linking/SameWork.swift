import IbidModel
import IbidText

/// Whether two references, as people wrote them, mean one work.
enum SameWork {
  /// What two references to one work have in common.
  enum Key: Hashable {
    case identifier(Identifier)
    case title(String)
  }

  /// The keys of an item: only items that share one can be one work.
  static func keys(of item: Item) -> [Key] {
    let title = SearchKey.folded(item[.title] ?? "")
    return item.identifiers.map(Key.identifier) + (title.isEmpty ? [] : [.title(title)])
  }

  /// Whether they share an identifier; or, where neither contradicts it by one, the title and the first author or year.
  static func holds(_ left: Item, _ right: Item) -> Bool {
    let (ours, theirs) = (left.identifiers, right.identifiers)
    if ours.contains(where: theirs.contains) { return true }
    let contradicts = ours.contains { our in theirs.contains { $0.kind == our.kind && $0.value != our.value } }
    guard !contradicts, let title = left[.title], let other = right[.title] else { return false }
    let key = SearchKey.folded(title)
    guard !key.isEmpty, key == SearchKey.folded(other) else { return false }
    let families = [left, right].map { SearchKey.folded($0[names: .author].first?.familyOrLiteral ?? "") }
    return families[0] == families[1] || left[date: .issued]?.year == right[date: .issued]?.year
  }
}
