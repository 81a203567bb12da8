import IbidModel
import IbidText

/// Headings under which notes and references stand, in the languages of the field.
enum NoteHeading {
  /// What a heading announces.
  enum Kind {
    /// The article's own list.
    case list
    /// Works beyond those that are cited, or something else: «Further reading», «Note». It is the article's list where no
    /// other is, and its entries read as references.
    case doubtful
  }

  /// Whether the words of a heading announce a list of notes: «References», «7. Works cited», «Notes:», «Quellen».
  static func announcesNotes(_ bytes: [UInt8], _ heading: Range<Int>) -> Bool { kind(bytes, heading) == .list }

  /// What a heading announces; nil where it is another. Case, accents, marks, a number before the words and a remark in
  /// brackets behind them make no difference.
  static func kind(_ bytes: [UInt8], _ heading: Range<Int>) -> Kind? {
    guard heading.count <= 120, !heading.isEmpty else { return nil }
    var start = withoutNumber(bytes, heading)
    var end = heading.upperBound
    if let bracket = bytes[start..<end].dropFirst().firstIndex(where: { $0 == 0x28 || $0 == 0x5B }) { end = bracket }
    while start < end, marks.contains(bytes[start]) { start += 1 }
    // A heading is no sentence.
    guard bytes[start..<end].count(where: { $0 == 0x20 }) <= 6, !endsAsSentence(bytes, start..<end) else { return nil }
    let words = SearchKey.folded(String(decoding: bytes[start..<end], as: UTF8.self).replacing("&", with: " and "))
    if names.contains(words) { return .list }
    return doubtful.contains(words) ? .doubtful : nil
  }

  /// «References.» may be a heading; «Literatur, Quellen.» and what ends in another mark is none.
  private static func endsAsSentence(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let last = range.last else { return true }
    return bytes[last] == UInt8(ascii: "?") || bytes[last] == UInt8(ascii: "!") || bytes[last] == UInt8(ascii: ";")
  }

  /// Where a heading's words start behind «7.», «VII.», «A)» or «7 ».
  private static func withoutNumber(_ bytes: [UInt8], _ heading: Range<Int>) -> Int {
    let start = heading.first { !marks.contains(bytes[$0]) } ?? heading.lowerBound
    var index = start
    while index < heading.upperBound, bytes[index].isASCIIDigit || bytes[index] == UInt8(ascii: ".") { index += 1 }
    if index == start {
      while index < heading.upperBound, index - start < 5, "IVXLABCDEF".utf8.contains(bytes[index]) { index += 1 }
      guard index > start, index < heading.upperBound, ".):".utf8.contains(bytes[index]) else { return start }
    }
    return index
  }

  /// Marks of emphasis and of other markup that a copy may have kept.
  private static let marks = Set("#*_=~§ ".utf8)

  private static let names = folded(NoteHeadingNames.lists)
  private static let doubtful = folded(NoteHeadingNames.doubtful)

  private static func folded(_ lines: StaticString) -> Set<String> {
    Set(lines.description.split(whereSeparator: { $0 == "," || $0 == "\n" }).map { SearchKey.folded(String($0)) })
  }
}
