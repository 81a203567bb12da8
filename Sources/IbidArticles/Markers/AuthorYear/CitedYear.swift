import IbidModel

/// A year in a text, with the letter that tells works of one year apart: `2017c`; or the words that stand in its place,
/// as `n.d.` does.
struct CitedYear: Sendable {
  var range: Range<Int>
  /// From 1600 to 2099; or what `YearSubstitute` gives for words.
  var year: Int
  /// `a` to `z`; nil where none is given.
  var letter: UInt8?

  /// The year at `index`: four digits from 1600 to 2099 that are no part of a longer number or word.
  static func read(_ text: [UInt8], at index: Int, to end: Int) -> CitedYear? {
    guard index + 4 <= end, text[index] == UInt8(ascii: "1") || text[index] == UInt8(ascii: "2"),
      text[index + 1].isASCIIDigit, text[index + 2].isASCIIDigit, text[index + 3].isASCIIDigit
    else { return nil }
    if index > 0, text[index - 1].isASCIIDigit || text[index - 1].isASCIILetter || text[index - 1] == UInt8(ascii: ".")
    {
      return nil
    }
    let year = text[index..<index + 4].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    guard (1600...2099).contains(year) else { return nil }
    var stop = index + 4
    var letter: UInt8?
    if stop < end, text[stop] >= UInt8(ascii: "a"), text[stop] <= UInt8(ascii: "z") {
      letter = text[stop]
      stop += 1
    }
    if stop < end, text[stop].isASCIIDigit || text[stop].isASCIILetter { return nil }
    return CitedYear(range: index..<stop, year: year, letter: letter)
  }

  /// The year, or what stands in its place, at `index`.
  static func readOrSubstitute(_ text: [UInt8], at index: Int, to end: Int) -> CitedYear? {
    text[index].isASCIIDigit ? read(text, at: index, to: end) : YearSubstitute.read(text, at: index, to: end)
  }

  /// Further letters behind the first, as in «2011a,b»: the offset and letter of each.
  static func furtherLetters(_ text: [UInt8], from index: Int, to end: Int) -> [(range: Range<Int>, letter: UInt8)] {
    var found: [(range: Range<Int>, letter: UInt8)] = []
    var index = index
    while index < end, found.count < 8 {
      var next = index
      guard text[next] == UInt8(ascii: ",") || text[next] == UInt8(ascii: "&") else { break }
      next = NumberList.skippingBlanks(text, next + 1, end)
      guard next < end, text[next] >= UInt8(ascii: "a"), text[next] <= UInt8(ascii: "h"),
        next + 1 == end || !text[next + 1].isASCIILetter && !text[next + 1].isASCIIDigit
      else { break }
      found.append((next..<next + 1, text[next]))
      index = next + 1
    }
    return found
  }
}
