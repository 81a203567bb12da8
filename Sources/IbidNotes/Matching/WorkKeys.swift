package import IbidModel
import IbidText

/// What matching compares of a work, in numbers.
package struct WorkKeys: Sendable {
  /// The title's words, in order.
  let titleWords: MatchWords
  /// Key of the first author's family name; 0 without one.
  let firstAuthor: UInt64
  let year: Int
  /// Keys of volume and first page; 0 where there is none.
  let volume: UInt64
  let firstPage: UInt64
  /// The names of the journal, in full and abbreviated.
  let containers: [String]

  /// The keys of an item.
  package init(_ item: Item) {
    titleWords = MatchWords(item[.title] ?? "")
    let names = item[names: .author]
    let first = names.first ?? item[names: .editor].first
    firstAuthor = first.map { WordKeys.whole($0.familyOrLiteral) } ?? 0
    year = item[date: .issued]?.year ?? 0
    volume = item[.volume].map(WordKeys.whole) ?? 0
    firstPage = WorkPlace.firstPage(of: item).map(WordKeys.whole) ?? 0
    containers = [item[.containerTitle], item[.containerTitleShort]].compactMap(\.self)
  }

  /// Keys of the title's words, in order.
  var title: [UInt64] { titleWords.keys }
}
