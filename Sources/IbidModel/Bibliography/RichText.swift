extension Item {
  /// Sets a standard or number variable from text with CSL's rich-text tags: the plain text, and the rich one
  /// beside it where it differs.
  public mutating func set(_ variable: Variable, richText: String) {
    let plain = RichText.plain(richText)
    texts[variable] = plain
    richTexts[variable] = plain == richText ? nil : richText
  }
}

/// CSL's rich text: `<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>` and `<span …>` inside a value.
///
/// Source: citeproc-js manual, «HTML-like formatting tags»; CSL-JSON keeps it.
///
///     print(RichText.plain("Role of <i>BRCA1</i>"))
public enum RichText {
  private static let tagNames: Set<String> = ["i", "b", "sup", "sub", "sc", "span"]

  private static func mayHaveTags(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard var place = bytes.baseAddress else { return false }
      let end = place + bytes.count
      while place + 32 <= end {
        guard ByteRun.lacks(UInt8(ascii: "<"), place, 32) else { return true }
        place += 32
      }
      return UnsafeBufferPointer(start: place, count: end - place).contains(UInt8(ascii: "<"))
    }
  }

  /// The text without its tags. A `<` that starts no tag of CSL's stays, and so does a tag without its partner:
  /// «p < 0.05», «Role of <i>BRCA1».
  public static func plain(_ text: String) -> String {
    guard mayHaveTags(text) else { return text }
    let bytes = Array(text.utf8)
    let tags = pairedTags(in: bytes)
    guard !tags.isEmpty else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    for tag in tags {
      plain += bytes[index..<tag.lowerBound]
      index = tag.upperBound
    }
    plain += bytes[index...]
    return String(decoding: plain, as: UTF8.self)
  }

  /// Where the tags of CSL's stand that have their partner, in order, as offsets in bytes.
  ///
  /// Source: CSL 1.0.2 specification, appendix VI: a tag that is not closed is text.
  package static func pairedTags(in bytes: [UInt8]) -> [Range<Int>] {
    var tags: [(range: Range<Int>, name: ArraySlice<UInt8>, isEnd: Bool, isPaired: Bool)] = []
    // Places in `tags` of those that are open, innermost last.
    var open: [Int] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard let end = endOfTag(in: bytes, at: start) else { continue }
      let isEnd = bytes[start + 1] == UInt8(ascii: "/")
      let name = bytes[(start + (isEnd ? 2 : 1))..<end].prefix(while: \.isASCIILetter)
      tags.append((start..<end, name, isEnd, false))
      index = end
      guard isEnd else {
        open.append(tags.count - 1)
        continue
      }
      // An end far out closes none: deep nesting must not cost the square of its depth.
      guard let partner = open.suffix(16).lastIndex(where: { tags[$0].name == name }) else {
        continue
      }
      tags[open[partner]].isPaired = true
      tags[tags.count - 1].isPaired = true
      open.removeSubrange(partner...)
    }
    return tags.filter(\.isPaired).map(\.range)
  }

  /// The offset behind the tag of CSL's that starts at `start`; nil where none does.
  private static func endOfTag(in bytes: [UInt8], at start: Int) -> Int? {
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
    let nameStart = index
    while index < bytes.count, bytes[index].isASCIILetter, index - nameStart < 5 { index += 1 }
    guard tagNames.contains(String(decoding: bytes[nameStart..<index], as: UTF8.self)) else { return nil }
    let limit = min(bytes.count, index + 200)
    guard index < limit, bytes[index] == UInt8(ascii: ">") || bytes[index].isASCIISpace else { return nil }
    while index < limit, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "<") { return nil }
      index += 1
    }
    return index < limit ? index + 1 : nil
  }
}
