import IbidModel

/// What a line of Org is by its first characters.
///
/// Source: «Org Syntax», «Headings», «Greater Elements», «Elements».
struct OrgLineSyntax {
  let text: [UInt8]

  /// A headline: how many stars it has, its words without keyword, priority and tags, and whether it is written out.
  struct Headline {
    var level: Int
    var title: Range<Int>
    var isExported: Bool
  }

  func headline(_ line: TextLine) -> Headline? {
    guard line.indent == 0, let first = line.range.first, text[first] == UInt8(ascii: "*") else { return nil }
    let stars = text[line.range].prefix { $0 == UInt8(ascii: "*") }.count
    guard stars < line.range.count, text[first + stars] == 0x20 else { return nil }
    var title = text.trimmedASCII(first + stars..<line.range.upperBound)
    var isExported = true
    for word in ["TODO", "DONE", "COMMENT"] where text[title].starts(with: (word + " ").utf8) {
      isExported = word != "COMMENT"
      title = text.trimmedASCII(title.lowerBound + word.utf8.count..<title.upperBound)
    }
    if title.count > 4, text[title].starts(with: "[#".utf8), text[title.lowerBound + 3] == UInt8(ascii: "]") {
      title = text.trimmedASCII(title.lowerBound + 4..<title.upperBound)
    }
    if let tags = tags(of: title) {
      if text[tags].split(separator: UInt8(ascii: ":")).contains(where: { $0.elementsEqual("noexport".utf8) }) {
        isExported = false
      }
      title = text.trimmedASCII(title.lowerBound..<tags.lowerBound)
    }
    return Headline(level: stars, title: title, isExported: isExported)
  }

  /// `:one:two:` at the end of a headline.
  private func tags(of title: Range<Int>) -> Range<Int>? {
    guard let last = title.last, text[last] == UInt8(ascii: ":"),
      let blank = title.last(where: { text[$0].isASCIISpace }), text[blank + 1] == UInt8(ascii: ":"), last > blank + 1
    else { return nil }
    return blank + 1..<title.upperBound
  }

  /// `#+name: value`, the name in lower case; nil where the line sets none. `#+begin_src` is one without a colon.
  func keyword(_ line: TextLine) -> (name: String, value: Range<Int>)? {
    guard text[line.range].starts(with: "#+".utf8) else { return nil }
    var end = line.range.lowerBound + 2
    var depth = 0
    while end < line.range.upperBound, end - line.range.lowerBound < 200 {
      if text[end] == UInt8(ascii: "[") { depth += 1 }
      if text[end] == UInt8(ascii: "]") { depth -= 1 }
      if depth <= 0, text[end] == UInt8(ascii: ":") || text[end].isASCIISpace { break }
      end += 1
    }
    let name = text[line.range.lowerBound + 2..<end].prefix { $0 != UInt8(ascii: "[") }
    guard !name.isEmpty else { return nil }
    let value = text.trimmedASCII(min(end + 1, line.range.upperBound)..<line.range.upperBound)
    return (String(decoding: Array(name).loweredASCII, as: UTF8.self), value)
  }

  /// `# remark`
  func isRemark(_ line: TextLine) -> Bool {
    text[line.range].elementsEqual("#".utf8) || text[line.range].starts(with: "# ".utf8)
  }

  /// `:NAME:` alone on its line: a drawer's beginning or end.
  func drawer(_ line: TextLine) -> String? {
    guard line.range.count > 2, text[line.range.lowerBound] == UInt8(ascii: ":"),
      text[line.range.upperBound - 1] == UInt8(ascii: ":")
    else { return nil }
    let name = text[line.range.lowerBound + 1..<line.range.upperBound - 1]
    guard name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x5F || $0 == 0x2D || $0 >= 0x80 }) else {
      return nil
    }
    return String(decoding: Array(name).loweredASCII, as: UTF8.self)
  }

  /// Lines that plan a task or keep its time, fixed text, rules, and org-ref's places of bibliographies.
  func isNoProse(_ line: TextLine) -> Bool {
    let text = text[line.range]
    let target = text.starts(with: "[[".utf8) ? text.dropFirst(2) : text
    if ["bibliography:", "bibliographystyle:", "printbibliography:", "nobibliography:"]
      .contains(where: { target.starts(with: $0.utf8) }), !text.contains(0x20)
    {
      return true
    }
    if ["SCHEDULED:", "DEADLINE:", "CLOSED:", "CLOCK:"].contains(where: { text.starts(with: $0.utf8) }) { return true }
    if text.elementsEqual(":".utf8) || text.starts(with: ": ".utf8) { return true }
    return text.count >= 5 && text.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// The label and the text of a footnote's definition: `[fn:1] text`.
  func footnote(_ line: TextLine) -> (label: Range<Int>, text: Range<Int>)? {
    guard line.indent == 0, text[line.range].starts(with: "[fn:".utf8) else { return nil }
    let start = line.range.lowerBound + 4
    guard let close = (start..<line.range.upperBound).prefix(200).first(where: { !isLabelByte(text[$0]) }),
      close > start, text[close] == UInt8(ascii: "]")
    else { return nil }
    return (start..<close, text.trimmedASCII(close + 1..<line.range.upperBound))
  }

  func isLabelByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == 0x5F || byte == 0x2D || byte >= 0x80
  }

  /// An item's label and where its text stands, counters and boxes passed over; a star at the margin is a headline's.
  func item(_ line: TextLine) -> (number: Int?, text: Int)? {
    guard let label = ListLabel(text, line.range) else { return nil }
    switch label.form {
    case .bullet:
      let sign = text[label.range.lowerBound]
      guard sign < 0x80, sign != UInt8(ascii: "*") || line.indent > 0 else { return nil }
    case .dot, .parenthesis: guard label.number != nil else { return nil }
    default: return nil
    }
    var start = label.text
    if text[start..<line.range.upperBound].starts(with: "[@".utf8),
      let close = (start..<line.range.upperBound).prefix(12).first(where: { text[$0] == UInt8(ascii: "]") })
    {
      start = close + 1
    }
    for box in ["[ ] ", "[X] ", "[x] ", "[-] "] where text[start..<line.range.upperBound].starts(with: box.utf8) {
      start += 4
      break
    }
    while start < line.range.upperBound, text[start].isASCIISpace { start += 1 }
    return start < line.range.upperBound ? (label.number, start) : nil
  }

  /// The name of the LaTeX environment that begins with a line.
  func environment(_ line: TextLine) -> String? {
    guard text[line.range].starts(with: "\\begin{".utf8) else { return nil }
    let name = text[(line.range.lowerBound + 7)..<line.range.upperBound].prefix { $0 != UInt8(ascii: "}") }
    return String(decoding: name, as: UTF8.self)
  }
}
