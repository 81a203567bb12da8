package import IbidModel
import IbidText

/// Works in memory, found by identifier, place, author and year, and the words of their titles.
package struct MemoryWorks: WorkIndex {
  private let works: [WorkKeys]
  private let byIdentifier: [Identifier: [Int]]
  private let byPlace: [String: [Int]]
  private let byAuthor: [UInt64: [Int]]
  private var byWord: [UInt64: TitlePostings] = [:]

  /// Indexes the items; numbers count in their order.
  package init(_ items: [Item]) {
    works = items.map(WorkKeys.init)
    var byIdentifier: [Identifier: [Int]] = [:]
    var byPlace: [String: [Int]] = [:]
    var byAuthor: [UInt64: [Int]] = [:]
    for (number, item) in items.enumerated() {
      for identifier in item.identifiers { byIdentifier[identifier, default: []].append(number) }
      if let place = WorkPlace.word(of: item) { byPlace[place, default: []].append(number) }
      let work = works[number]
      if work.firstAuthor != 0, work.year != 0 {
        byAuthor[Self.key(work.firstAuthor, work.year), default: []].append(number)
      }
      for word in Set(work.title) {
        byWord[word, default: TitlePostings(count: 0, numbers: [])].add(number)
      }
    }
    self.byIdentifier = byIdentifier
    self.byPlace = byPlace
    self.byAuthor = byAuthor
  }

  package func size() -> Int { works.count }

  package func work(_ number: Int) -> WorkKeys { works[number] }

  package func works(with identifier: Identifier) -> [Int] { byIdentifier[identifier] ?? [] }

  package func works(at place: String) -> [Int] { byPlace[place] ?? [] }

  package func works(by family: String, in year: Int, titled word: String?) -> [Int] {
    let found = byAuthor[Self.key(WordKeys.whole(family), year)] ?? []
    guard let key = word.flatMap({ WordKeys.keys(of: $0).first }) else { return found }
    return found.filter { works[$0].title.contains(key) }
  }

  package func titles(with word: UInt64, spelled: () -> String) -> TitlePostings {
    byWord[word] ?? TitlePostings(count: 0, numbers: [])
  }

  private static func key(_ author: UInt64, _ year: Int) -> UInt64 {
    author ^ UInt64(truncatingIfNeeded: year) &* 0x9E37_79B9_7F4A_7C15
  }
}

extension TitlePostings {
  fileprivate mutating func add(_ number: Int) {
    count += 1
    if count <= Self.limit { numbers.append(number) } else { numbers = [] }
  }
}
