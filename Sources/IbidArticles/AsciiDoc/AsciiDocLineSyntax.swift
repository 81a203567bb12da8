import IbidModel

/// What a line of AsciiDoc is by its first characters.
///
/// Source: the AsciiDoc Language documentation, «Blocks», «Sections», «Lists».
struct AsciiDocLineSyntax {
  let text: [UInt8]

  /// `== Title`, or `## Title`, as many signs as its level.
  func heading(_ line: TextLine) -> (level: Int, text: Range<Int>)? {
    guard line.indent == 0, let first = line.range.first, text[first] == 0x3D || text[first] == 0x23 else { return nil }
    let level = text[line.range].prefix { $0 == text[first] }.count
    guard level <= 6, level < line.range.count, text[first + level].isASCIISpace else { return nil }
    return (level, text.trimmedASCII(first + level..<line.range.upperBound))
  }

  /// The level of a title that is underlined in the old manner.
  func underline(_ line: TextLine, of title: TextLine) -> Int? {
    guard line.range.count >= 2, line.indent == 0, title.indent == 0,
      let level = "=-~^+".utf8.firstIndex(of: text[line.range.lowerBound]),
      text[line.range].allSatisfy({ $0 == text[line.range.lowerBound] }),
      text[title.range].contains(where: { $0.isASCIILetter || $0 >= 0x80 })
    else { return nil }
    let width = String(decoding: text[title.range], as: UTF8.self).unicodeScalars.count
    return abs(width - line.range.count) <= 1
      ? "=-~^+".utf8.distance(from: "=-~^+".utf8.startIndex, to: level) + 1 : nil
  }

  /// `:name: value`, and `:!name:`
  func attribute(_ line: TextLine) -> String? {
    guard line.indent == 0, line.range.count > 2, text[line.range.lowerBound] == UInt8(ascii: ":"),
      let end = line.range.dropFirst().prefix(80).first(where: { text[$0] == UInt8(ascii: ":") }),
      end > line.range.lowerBound + 1, end + 1 == line.range.upperBound || text[end + 1].isASCIISpace
    else { return nil }
    let name = text[line.range.lowerBound + 1..<end]
    guard name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "-_!".utf8.contains($0) }) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// What opens and closes a block: four signs or more, `--`, ```` ``` ````, or a table's `|===`.
  func delimiter(_ line: TextLine) -> [UInt8]? {
    guard line.indent == 0, line.range.count >= 2 else { return nil }
    let bytes = Array(text[line.range])
    if bytes == Array("--".utf8) { return bytes }
    if bytes.starts(with: "```".utf8) { return Array("```".utf8) }
    if bytes.count >= 4, bytes.dropFirst().allSatisfy({ $0 == UInt8(ascii: "=") }), "|,:!".utf8.contains(bytes[0]) {
      return bytes
    }
    guard bytes.count >= 4, "-.=*_+/".utf8.contains(bytes[0]), bytes.allSatisfy({ $0 == bytes[0] }) else { return nil }
    return bytes
  }

  /// `[source,python]`, `[[anchor]]`, `[bibliography]`: the inside in lower case. `[[[key]]]` is an entry's label.
  func attributes(_ line: TextLine) -> String? {
    guard line.indent == 0, line.range.count > 1, text[line.range.lowerBound] == UInt8(ascii: "["),
      text[line.range.upperBound - 1] == UInt8(ascii: "]"), !text[line.range].starts(with: "[[[".utf8)
    else { return nil }
    let inside = text[line.range.lowerBound + 1..<line.range.upperBound - 1]
    // A line of prose may begin and end with brackets too.
    guard !inside.contains(UInt8(ascii: "]")) || inside.first == UInt8(ascii: "[") else { return nil }
    guard let first = inside.first, first.isASCIILetter || "[#.%\"'".utf8.contains(first) else { return nil }
    return String(decoding: Array(inside).loweredASCII, as: UTF8.self)
  }

  /// `.Title of a block`
  func blockTitle(_ line: TextLine) -> Range<Int>? {
    guard line.indent == 0, line.range.count > 1, text[line.range.lowerBound] == UInt8(ascii: "."),
      text[line.range.lowerBound + 1] != UInt8(ascii: "."), !text[line.range.lowerBound + 1].isASCIISpace
    else { return nil }
    return line.range.dropFirst()
  }

  /// `image::x.png[…]`, `include::x.adoc[]`, `ifdef::x[]`
  func isBlockMacro(_ line: TextLine) -> Bool {
    guard line.indent == 0, text[line.range].last == UInt8(ascii: "]") else { return false }
    let name = text[line.range].prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x5F || $0 == 0x2D }
    return !name.isEmpty && text[name.endIndex..<line.range.upperBound].starts(with: "::".utf8)
      && text[line.range].contains(UInt8(ascii: "["))
  }

  /// `'''`, `<<<` or `---`, alone on its line
  func isBreak(_ line: TextLine) -> Bool {
    line.indent == 0 && ["'''", "<<<", "---"].contains { text[line.range].elementsEqual($0.utf8) }
  }

  /// `// remark`
  func isRemark(_ line: TextLine) -> Bool {
    line.indent == 0 && text[line.range].starts(with: "//".utf8) && !text[line.range].starts(with: "///".utf8)
  }

  /// How deep in lists an item stands, its number, and where its text starts.
  func item(_ line: TextLine) -> (depth: Int, number: Int?, text: Int)? {
    guard let first = line.range.first else { return nil }
    let sign = text[first]
    switch sign {
    case UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: "-"):
      let end = first + text[line.range].prefix { $0 == sign }.count
      let depth = end - first
      guard depth <= (sign == UInt8(ascii: "-") ? 1 : 6), end < line.range.upperBound, text[end].isASCIISpace else {
        return nil
      }
      return (depth, nil, text.trimmedASCII(end..<line.range.upperBound).lowerBound)
    case UInt8(ascii: "<"):
      // What explains a mark in code: `<1> text`.
      guard let close = line.range.prefix(6).first(where: { text[$0] == UInt8(ascii: ">") }),
        text[first + 1..<close].allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }), close > first + 1,
        close + 1 < line.range.upperBound, text[close + 1] == 0x20
      else { return nil }
      return (1, nil, text.trimmedASCII(close + 1..<line.range.upperBound).lowerBound)
    default:
      guard let label = ListLabel(text, line.range), label.form == .dot else { return nil }
      return (1, label.number, label.text)
    }
  }

  /// The key and the text of a bibliography's entry: `[[[key]]] text`, `[[[key,2]]] text`.
  func entry(_ range: Range<Int>) -> (key: String, text: Range<Int>)? {
    guard text[range].starts(with: "[[[".utf8),
      let close = range.prefix(200).first(where: { text[$0] == UInt8(ascii: "]") }),
      text[close..<range.upperBound].starts(with: "]]]".utf8)
    else { return nil }
    let key = text[range.lowerBound + 3..<close].prefix { $0 != UInt8(ascii: ",") }.trimmedASCII
    return key.isEmpty ? nil : (String(decoding: key, as: UTF8.self), text.trimmedASCII(close + 3..<range.upperBound))
  }

  /// A line without the name of its admonition: `NOTE: text`.
  func withoutAdmonition(_ range: Range<Int>) -> Range<Int> {
    for word in ["NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "] where text[range].starts(with: word.utf8) {
      return range.dropFirst(word.utf8.count)
    }
    return range
  }

  /// A line without the ` +` that breaks it.
  func withoutBreak(_ range: Range<Int>) -> Range<Int> {
    range.count > 2 && text[range].suffix(2).elementsEqual(" +".utf8) ? range.dropLast(2) : range
  }
}
