import IbidModel
import IbidText

/// What matching compares of a work, in numbers.
struct WorkKeys {
  /// Keys of the title's words, in order.
  var title: [UInt64]
  /// Key of the first author's family name; 0 without one.
  var firstAuthor: UInt64
  var year: Int
  /// Keys of volume and first page; 0 where there is none.
  var volume: UInt64
  var firstPage: UInt64

  init(_ item: Item) {
    title = item[.title].map(WordKeys.keys(of:)) ?? []
    let names = item[names: .author]
    let first = names.first ?? item[names: .editor].first
    firstAuthor = first.map { WordKeys.whole($0.familyOrLiteral) } ?? 0
    year = item[date: .issued]?.year ?? 0
    volume = item[.volume].map(WordKeys.whole) ?? 0
    firstPage = item[.page].map { WordKeys.whole(String($0.prefix { $0 != "-" && $0 != "–" && $0 != "," })) } ?? 0
  }
}
