import IbidModel
import IbidScan

/// Titles as PubMed writes them: a full stop at their end, and brackets around those that it has translated.
struct PubMedTitle {
  /// The title with CSL's rich-text tags, without full stop and brackets.
  var text: String
  /// Whether it stood in brackets.
  var isTranslated = false

  /// Takes one full stop (not an ellipsis) and the brackets off; the stop may stand inside of closing tags.
  init(_ raw: Span<UInt8>) {
    var title = 0..<raw.count
    var tags = Self.removeStop(raw, &title)
    if !title.isEmpty, raw[title.lowerBound] == UInt8(ascii: "["),
      Self.closingBracket(raw, title) == title.upperBound - 1, tags.isEmpty
    {
      title = title.lowerBound + 1..<title.upperBound - 1
      isTranslated = true
      tags = Self.removeStop(raw, &title)
    }
    if tags.isEmpty {
      while !title.isEmpty, raw[title.upperBound - 1] == 0x20 { title = title.lowerBound..<title.upperBound - 1 }
    }
    text = raw.extracting(title).text + raw.extracting(tags).text
  }

  /// PubMed's words for a title that it does not have.
  var isPlaceholder: Bool { text.isEmpty || text == "Not Available" || text == "In Process Citation" }

  /// Takes a full stop off, and gives back the closing tags behind it, where it had any.
  private static func removeStop(_ bytes: Span<UInt8>, _ title: inout Range<Int>) -> Range<Int> {
    let start = title.lowerBound
    var end = title.upperBound
    while end - start > 3, bytes[end - 1] == UInt8(ascii: ">"),
      let open = bytes.lastOffset(of: UInt8(ascii: "<"), before: end, after: start),
      bytes[open + 1] == UInt8(ascii: "/")
    {
      end = open
    }
    let length = end - start
    let word = bytes.extracting((bytes.lastOffset(of: 0x20, before: end, after: start) ?? start - 1) + 1..<end)
    let isDoubled =
      length > 3 && word.has("..", at: word.count - 2) && word[max(0, word.count - 3)] != UInt8(ascii: ".")
    guard length > 0, bytes[end - 1] == UInt8(ascii: "."),
      isDoubled
        ? isAbbreviation(word.extracting(..<(word.count - 1)))
        : !isAbbreviation(word) && (length < 2 || bytes[end - 2] != UInt8(ascii: "."))
    else { return title.upperBound..<title.upperBound }
    defer { title = start..<end - 1 }
    return end..<title.upperBound
  }

  /// Whether a word's stop is its own: single letters with stops (`U.S.`), and a few that no sentence ends without.
  private static func isAbbreviation(_ word: Span<UInt8>) -> Bool {
    guard word.count > 2, word.last == UInt8(ascii: ".") else { return false }
    if word.equals("etc.") || word.equals("al.") || word.equals("spp.") || word.equals("Jr.") || word.equals("Inc.") {
      return true
    }
    for index in 0..<word.count {
      let isStop = index % 2 == 1
      guard isStop ? word[index] == UInt8(ascii: ".") : word[index].isASCIILetter else { return false }
    }
    return word.count > 3 && word.count % 2 == 0
  }

  /// The offset of the bracket that closes the first one; nil where none does.
  private static func closingBracket(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int? {
    var depth = 0
    for offset in title {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }
}
