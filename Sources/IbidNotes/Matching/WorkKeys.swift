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

  /// First author and year together; nil without one of them.
  var authorAndYear: UInt64? {
    firstAuthor != 0 && year != 0 ? firstAuthor ^ UInt64(truncatingIfNeeded: year) &* 0x9E37_79B9_7F4A_7C15 : nil
  }
}
