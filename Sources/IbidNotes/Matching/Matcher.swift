package import IbidModel
import IbidText

/// Finds the works that references name, in memory or in a library.
///
/// An identifier decides once title or author agree. Otherwise the words of a work's title, weighed by how rare they
/// are among all titles, must stand in the reference in their order, and author, year, volume or first page agree;
/// where a reference gives no title, journal, volume, first page and year stand for it. A work that the library lacks
/// stays unmatched, also beside one with a similar title.
package struct Matcher {
  private let index: any WorkIndex

  /// A matcher with the works of an index; results are its numbers.
  package init(_ index: any WorkIndex) { self.index = index }

  /// The match of a reference that was read from `text`.
  ///
  /// - Throws: what the index throws.
  package func match(_ item: Item, text: String) throws -> Match {
    let reference = WorkKeys(item)
    let words = MatchWords(text)
    let search = try TitleSearch(index, for: words)
    func agreement(_ number: Int) throws -> Agreement {
      try Agreement(item: index.work(number), reference: reference, words: words, search: search)
    }
    var match = Match()
    for identifier in item.identifiers {
      for number in try index.works(with: identifier) {
        let agreement = try agreement(number)
        if agreement.supportsIdentifier(of: reference) {
          if match.index == nil {
            match.outcome = .matched(number)
            match.reasons = [.identifier(identifier.kind)] + agreement.reasons
            match.score = max(0.9, agreement.score)
          } else if match.index == number {
            match.reasons.insert(.identifier(identifier.kind), at: 1)
          }
        } else {
          match.conflicts.append(.init(identifier: identifier, item: number))
        }
      }
    }
    guard match.index == nil else { return match }
    if let number = try theOneWithTitle(reference, of: item) {
      let agreement = try agreement(number)
      match.score = agreement.score
      match.reasons = agreement.reasons
      match.outcome = .matched(number)
      return match
    }
    var numbers = try search.candidates()
    if let place = WorkPlace.word(of: item) { numbers += try index.works(at: place).prefix(8) }
    numbers += try works(by: item, titled: nil).prefix(12)
    var found: [Found] = []
    for number in numbers where !found.contains(where: { $0.number == number }) {
      let agreement = try agreement(number)
      if agreement.namesTheWork { found.append((number, agreement)) }
    }
    try settle(&match, among: found, words)
    return match
  }

  private typealias Found = (number: Int, agreement: Agreement)

  /// The only work by the first author, of the year, with the reference's title word for word, where that says enough
  /// and nothing else speaks against it: what is true of most references, and asks an index for little. A second
  /// edition, whose title goes on, makes two of them.
  private func theOneWithTitle(_ reference: WorkKeys, of item: Item) throws -> Int? {
    guard reference.title.count >= 4, reference.firstAuthor != 0 else { return nil }
    let word = SearchKey.words(of: item[.title] ?? "").max { $0.utf8.count < $1.utf8.count }
    let alike = try works(by: item, titled: word).filter { number in
      let work = try index.work(number)
      return work.firstAuthor == reference.firstAuthor
        && (work.title.starts(with: reference.title) || reference.title.starts(with: work.title))
    }
    guard alike.count == 1, let number = alike.first else { return nil }
    let work = try index.work(number)
    let differs =
      work.volume != 0 && reference.volume != 0 && work.volume != reference.volume
      || work.firstPage != 0 && reference.firstPage != 0 && work.firstPage != reference.firstPage
    return work.title == reference.title && work.year == reference.year && !differs ? number : nil
  }

  private func works(by item: Item, titled word: String?) throws -> [Int] {
    guard let name = item[names: .author].first ?? item[names: .editor].first, let year = item[date: .issued]?.year
    else { return [] }
    return try index.works(by: name.familyOrLiteral, in: year, titled: word)
  }

  private func settle(_ match: inout Match, among found: [Found], _ words: MatchWords) throws {
    let found = found.sorted { ($0.agreement.score, $1.number) > ($1.agreement.score, $0.number) }
    guard let best = found.first else { return }
    let rivals = found.filter { $0.agreement.score >= best.agreement.score - 0.02 }
    let chosen = rivals.count > 1 ? try spelledAlike(rivals, words) : best
    match.score = (chosen ?? best).agreement.score
    match.reasons = (chosen ?? best).agreement.reasons
    match.outcome = chosen.map { .matched($0.number) } ?? .ambiguous(rivals.map(\.number))
  }

  /// Of several items the one with the longest title that stands in the reference word for word: a library that has a
  /// work twice spells it in two ways. Nil where there is none or several.
  private func spelledAlike(_ rivals: [Found], _ words: MatchWords) throws -> Found? {
    let titles = try rivals.map { (found: $0, title: try index.work($0.number).title) }
    let alike = titles.filter { words.keys.prefix(250).contains(inARow: $0.title) }
    guard let longest = alike.map(\.title.count).max() else { return nil }
    let ofThem = alike.filter { $0.title.count == longest }
    return ofThem.count == 1 ? ofThem.first?.found : nil
  }
}

extension ArraySlice<UInt64> {
  /// Whether all of `others` stand here one behind the other.
  fileprivate func contains(inARow others: [UInt64]) -> Bool {
    guard !others.isEmpty, others.count <= count else { return false }
    return (startIndex...(endIndex - others.count)).contains { self[$0..<($0 + others.count)].elementsEqual(others) }
  }
}
