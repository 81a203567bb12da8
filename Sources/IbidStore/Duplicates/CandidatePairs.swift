internal import IbidModel
internal import IbidText

/// The pairs of works that are worth comparing: those that have a key in common, and of many with one key only those
/// that stand next to each other in order. Their number grows with that of the works, not with its square.
struct CandidatePairs {
  /// Works of one key are all compared with each other up to this number.
  private static let wholeBlock = 16
  /// Of more, each is compared with so many behind it.
  private static let window = 8

  /// Pairs of indices of `works`, the smaller first, each once, in order.
  ///
  /// The works stand in an order that brings like ones together.
  static func pairs(of works: [ComparedWork]) -> [(Int, Int)] {
    var keyed: [(key: UInt64, index: UInt32)] = []
    keyed.reserveCapacity(works.count * 7)
    for (index, work) in works.enumerated() {
      for key in keys(of: work) { keyed.append((key, UInt32(index))) }
    }
    keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.index < $1.index }
    var pairs: [UInt64] = []
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
      let reach = end - start <= wholeBlock ? wholeBlock : window
      for first in start..<end {
        for second in (first + 1)..<max(first + 1, min(end, first + 1 + reach))
        where keyed[first].index != keyed[second].index {
          pairs.append(UInt64(keyed[first].index) << 32 | UInt64(keyed[second].index))
        }
      }
      start = end
    }
    pairs.sort()
    var result: [(Int, Int)] = []
    var last: UInt64?
    for pair in pairs where pair != last {
      result.append((Int(pair >> 32), Int(pair & 0xFFFF_FFFF)))
      last = pair
    }
    return result
  }

  /// What works that may be one have in common: an identifier, the title's beginning, its end or its longest words, or
  /// the place.
  private static func keys(of work: ComparedWork) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for identifier in work.identifiers {
      keys.insert(key("id", identifier.kind.rawValue, identifier.value))
    }
    // A chapter meets its book.
    if work.kind == .book { keys.insert(key("book", TitleWords.content(work.title.words))) }
    if work.kind == .chapter, let book = work.container?.head { keys.insert(key("book", TitleWords.content(book))) }
    let words = work.title.words
    for title in [words, work.title.otherWords] where !title.isEmpty {
      let strong = title.filter { !TitleWords.isWeak($0) }
      keys.insert(key("title", String(title.joined().prefix(28))))
      if strong.count >= 4 {
        keys.insert(key("end", strong.suffix(4).joined(separator: " ")))
        let longest = Set(strong).sorted { $0.utf8.count != $1.utf8.count ? $0.utf8.count > $1.utf8.count : $0 < $1 }
        keys.insert(key("longest", longest.prefix(3).joined(separator: " ")))
        keys.insert(key("beginning", strong.prefix(4).joined(separator: " ")))
      }
    }
    let author = work.authors.first { !$0.isBody }?.words.first ?? ""
    if let year = work.year {
      if let page = work.place.pages?.first ?? work.place.pages?.last {
        if page > 1, !author.isEmpty { keys.insert(key("author", author, "\(year) \(page)")) }
        if let volume = work.place.volume, page > 1 { keys.insert(key("place", "\(volume) \(page)")) }
      }
      if !author.isEmpty,
        let word = words.max(by: { $0.utf8.count != $1.utf8.count ? $0.utf8.count < $1.utf8.count : $0 > $1 })
      {
        keys.insert(key("year", author, "\(year) \(word)"))
      }
    }
    return keys
  }

  private static func key(_ parts: String...) -> UInt64 {
    var hash = UInt64.fnvBasis
    for part in parts {
      for byte in part.utf8 { hash = hash.fnv(byte) }
      hash = hash.fnv(0)
    }
    return hash
  }
}
