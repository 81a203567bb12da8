internal import IbidModel

/// Which of several records of one work says most.
enum RecordWorth {
  /// Whether `item` is to be kept before `other`: PubMed's own, else the one with more identifiers, authors and fields;
  /// of equal ones the one whose key comes first.
  static func isBetter(_ item: Item, than other: Item) -> Bool {
    let (worth, otherWorth) = (worth(of: item), worth(of: other))
    for (one, two) in zip(worth, otherWorth) where one != two { return one > two }
    return item.id < other.id
  }

  private static func worth(of item: Item) -> [Int] {
    let given = item[names: .author].reduce(0) { $0 + ($1.given?.utf8.count ?? 0) }
    return [
      item.pubmed == nil ? 0 : 1, item[.PMID] == nil ? 0 : 1, item.identifiers.count,
      min(item[names: .author].count, 50),
      item.texts.count + item.nameLists.count + item.dates.count, given,
    ]
  }
}
