import IbidModel

/// How much an entry of a list looks like a reference, by its outer shape: names with initials at the start, a year set
/// off by marks, pages, an identifier or address, words that only references use.
///
/// This is asked of lists that no heading announces and of entries that no blank line parts, before anything is known
/// about the article; what a note says is read later, and with more care.
struct ReferenceShape {
  /// Points of an entry that is a reference, whatever stands around it.
  static let sure = 4
  /// Points of an entry that is one where something else says so, too.
  static let likely = 3

  private(set) var points = 0
  /// Whether it starts with a family name and initials, or with initials and a family name.
  let startsWithName: Bool
  private(set) var hasYear = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let range = range.lowerBound..<min(range.upperBound, range.lowerBound + 1_000)
    let words = EntryWords(bytes, range)
    startsWithName = EntryNames.start(bytes, range)
    points += startsWithName ? 2 : EntryNames.mayStart(bytes, range) ? 1 : 0
    if !startsWithName, words.namesOthers { points += 1 }
    if words.hasIdentifier { points += 3 } else if words.hasAddress { points += 2 }
    if words.hasHint { points += 1 }
    addNumbers(EntryNumbers(bytes, range))
    if !startsWithName, words.proseCount >= 2, words.proseCount * 10 > words.count { points -= 2 }
  }

  private mutating func addNumbers(_ numbers: EntryNumbers) {
    hasYear = numbers.hasYear
    if numbers.hasYear { points += 1 }
    if numbers.hasFramedYear { points += 1 }
    if numbers.hasPageRange || numbers.hasVolumeAndIssue {
      points += 2
    } else if numbers.hasVolumeAndPage || numbers.hasPage {
      points += 1
    }
  }
}
