package import IbidModel
import IbidText

/// Finds the items of a library that references name.
///
/// An identifier decides once title or author agree. Otherwise the words of an item's title, weighed by how rare they
/// are in the library, must stand in the reference in their order, and author, year, volume or first page agree.
/// A work that the library lacks stays unmatched, also beside one with a similar title.
package struct Matcher: Sendable {
  private let works: [WorkKeys]
  private let byIdentifier: [Identifier: [Int32]]
  private let index: TitleIndex
  /// Items by volume and first page, for references without title.
  private let byPlace: [UInt64: [Int32]]
  /// Items by first author and year, for titles of common words.
  private let byAuthor: [UInt64: [Int32]]

  /// A matcher over the items of a library; results count in their order.
  package init(_ items: [Item]) {
    works = items.map(WorkKeys.init)
    var byIdentifier: [Identifier: [Int32]] = [:]
    var byPlace: [UInt64: [Int32]] = [:]
    var byAuthor: [UInt64: [Int32]] = [:]
    for (number, item) in items.enumerated() {
      for identifier in item.identifiers { byIdentifier[identifier, default: []].append(Int32(number)) }
      let work = works[number]
      if work.volume != 0, work.firstPage != 0 {
        byPlace[work.volume &* 31 &+ work.firstPage, default: []].append(Int32(number))
      }
      if let key = work.authorAndYear { byAuthor[key, default: []].append(Int32(number)) }
    }
    self.byIdentifier = byIdentifier
    self.byPlace = byPlace
    self.byAuthor = byAuthor
    index = TitleIndex(works.map(\.title))
  }

  /// The match of a reference that was read from `text`.
  package func match(_ item: Item, text: String) -> Match {
    let reference = WorkKeys(item)
    let words = WordKeys.keys(of: text)
    var match = Match()
    for identifier in item.identifiers {
      for number in byIdentifier[identifier, default: []] {
        let agreement = agreement(of: Int(number), with: reference, words)
        if agreement.supportsIdentifier(of: reference) {
          if match.index == nil {
            match.outcome = .matched(Int(number))
            match.reasons = [.identifier(identifier.kind)] + agreement.reasons
            match.score = max(0.9, agreement.score)
          } else if match.index == Int(number) {
            match.reasons.insert(.identifier(identifier.kind), at: 1)
          }
        } else {
          match.conflicts.append(.init(identifier: identifier, item: Int(number)))
        }
      }
    }
    if match.index == nil { matchFields(reference, words, into: &match) }
    return match
  }

  private func matchFields(_ reference: WorkKeys, _ words: [UInt64], into match: inout Match) {
    var candidates = index.candidates(for: words)
    if reference.volume != 0, reference.firstPage != 0 {
      candidates += byPlace[reference.volume &* 31 &+ reference.firstPage, default: []].prefix(8)
    }
    if let key = reference.authorAndYear { candidates += byAuthor[key, default: []].prefix(12) }
    var found: [(number: Int, agreement: Agreement)] = []
    for candidate in candidates where !found.contains(where: { $0.number == Int(candidate) }) {
      let agreement = agreement(of: Int(candidate), with: reference, words)
      if agreement.namesTheWork { found.append((Int(candidate), agreement)) }
    }
    found.sort { ($0.agreement.score, $1.number) > ($1.agreement.score, $0.number) }
    guard let best = found.first else { return }
    let rivals = found.filter { $0.agreement.score >= best.agreement.score - 0.02 }
    let chosen = rivals.count > 1 ? spelledAlike(rivals, words) : best
    match.score = (chosen ?? best).agreement.score
    match.reasons = (chosen ?? best).agreement.reasons
    match.outcome = chosen.map { .matched($0.number) } ?? .ambiguous(rivals.map(\.number))
  }

  /// Of several items the one with the longest title that stands in the reference word for word: a library that has a
  /// work twice spells it in two ways. Nil where there is none or several.
  private func spelledAlike(_ rivals: [(number: Int, agreement: Agreement)], _ words: [UInt64]) -> (
    number: Int, agreement: Agreement
  )? {
    let alike = rivals.filter { words.prefix(250).contains(inARow: works[$0.number].title) }
    guard let longest = alike.map({ works[$0.number].title.count }).max() else { return nil }
    let ofThem = alike.filter { works[$0.number].title.count == longest }
    return ofThem.count == 1 ? ofThem.first : nil
  }

  private func agreement(of number: Int, with reference: WorkKeys, _ words: [UInt64]) -> Agreement {
    Agreement(item: works[number], reference: reference, words: words, index: index)
  }
}

extension ArraySlice<UInt64> {
  /// Whether all of `others` stand here one behind the other.
  fileprivate func contains(inARow others: [UInt64]) -> Bool {
    guard !others.isEmpty, others.count <= count else { return false }
    return (startIndex...(endIndex - others.count)).contains { self[$0..<($0 + others.count)].elementsEqual(others) }
  }
}
