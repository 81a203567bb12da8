import IbidModel

/// The inside of Markdown blocks as HTML, in one pass without recursion: a mark that nothing closes is text again.
package struct MarkdownInlineHTML {
  /// The numbers of the footnotes, by label, in the order in which they are met.
  private var numbers: [String: Int] = [:]
  private let labels: Set<String>

  init(notes labels: [String]) { self.labels = Set(labels) }

  /// The number of a footnote; those that nothing points at come last.
  func number(of label: String) -> Int { numbers[label] ?? numbers.count + 1 }

  /// The text with the characters escaped that mean something in HTML.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }

  /// The HTML of a block's text.
  mutating func html(of source: String) -> String {
    var scan = Scan(Array(source.utf8))
    while scan.index < scan.text.count { step(&scan) }
    return scan.finished()
  }

  private mutating func step(_ scan: inout Scan) {
    if let (closing, resume) = scan.closings[scan.index] {
      scan.pieces.append(closing)
      scan.index = resume
      return
    }
    switch scan.text[scan.index] {
    case UInt8(ascii: "\\"): scan.readEscape()
    case UInt8(ascii: "`"): scan.readCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "~"): scan.readMarks()
    case UInt8(ascii: "["): readBracket(&scan)
    default: scan.readText()
    }
  }

  private mutating func readBracket(_ scan: inout Scan) {
    let close = Int(scan.brackets.close[scan.index])
    guard close > scan.index + 1 else { return scan.readText() }
    if scan.text[scan.index + 1] == UInt8(ascii: "^") {
      let label = String(decoding: scan.text[(scan.index + 2)..<close], as: UTF8.self)
      guard labels.contains(label) else { return scan.readText() }
      let number = numbers[label] ?? numbers.count + 1
      numbers[label] = number
      scan.pieces.append("<sup><a href=\"#fn\(number)\">\(number)</a></sup>")
      scan.index = close + 1
    } else {
      scan.readSpan(to: close)
    }
  }

  /// One block's text on its way.
  private struct Scan {
    let text: [UInt8]
    let brackets: MarkdownBrackets
    var index = 0
    var pieces: [String] = []
    /// Marks that are open, and the piece that holds each.
    var open: [(mark: String, tag: String, piece: Int)] = []
    /// What a closing bracket is, and where to go on behind it.
    var closings: [Int: (String, resume: Int)] = [:]

    init(_ text: [UInt8]) {
      self.text = text
      brackets = MarkdownBrackets(text)
    }

    func finished() -> String { pieces.joined() }

    mutating func readText() {
      let start = index
      index += 1
      while index < text.count, !"\\`*_^~[]".utf8.contains(text[index]) { index += 1 }
      pieces.append(MarkdownInlineHTML.escaped(String(decoding: text[start..<index], as: UTF8.self)))
    }

    mutating func readEscape() {
      guard index + 1 < text.count, text[index + 1] < 0x80, !text[index + 1].isASCIILetter else { return readText() }
      let next = text[index + 1]
      pieces.append(next == 0x0A ? "<br>\n" : MarkdownInlineHTML.escaped(String(UnicodeScalar(next))))
      index += 2
    }

    mutating func readCode() {
      var start = index
      while start < text.count, text[start] == UInt8(ascii: "`") { start += 1 }
      guard let end = brackets.codeEnd[index] else { return readText() }
      pieces.append(
        "<code>" + MarkdownInlineHTML.escaped(String(decoding: text[start..<end], as: UTF8.self)) + "</code>")
      index = end + start - index
    }

    /// `*`, `**`, `_`, `^` and `~`: they open before a word and close behind one.
    mutating func readMarks() {
      let byte = text[index]
      var count = 1
      while count < 2, index + count < text.count, text[index + count] == byte, byte != UInt8(ascii: "^") { count += 1 }
      let mark = String(decoding: text[index..<index + count], as: UTF8.self)
      let before = index == 0 ? 0x20 : text[index - 1]
      let after = index + count < text.count ? text[index + count] : 0x20
      let isInWord = byte == UInt8(ascii: "_") && isWord(before) && isWord(after)
      index += count
      if !before.isASCIISpace, !isInWord, let at = open.lastIndex(where: { $0.mark == mark }) {
        let (_, tag, piece) = open[at]
        // What was opened since and is open still was no markup.
        open.removeSubrange(at...)
        pieces[piece] = "<\(tag)>"
        pieces.append("</\(tag)>")
      } else {
        if !after.isASCIISpace, !isInWord, open.count < 64 { open.append((mark, Self.tag(of: mark), pieces.count)) }
        pieces.append(mark)
      }
    }

    private func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 }

    private static func tag(of mark: String) -> String {
      switch mark {
      case "*", "_": "em"
      case "**", "__": "strong"
      case "^": "sup"
      case "~": "sub"
      default: "del"
      }
    }

    /// `[words](address)` and `[words]{.class}`; other brackets are text.
    mutating func readSpan(to close: Int) {
      let next = close + 1
      guard next < text.count else { return readText() }
      let limit = min(text.count, next + 2000)
      if text[next] == UInt8(ascii: "("),
        let end = (next..<limit).first(where: { text[$0] == UInt8(ascii: ")") })
      {
        let address = String(decoding: text[(next + 1)..<end], as: UTF8.self)
        pieces.append("<a href=\"\(MarkdownInlineHTML.escaped(address))\">")
        closings[close] = ("</a>", end + 1)
        index += 1
      } else if text[next] == UInt8(ascii: "{"),
        let end = (next..<limit).first(where: { text[$0] == UInt8(ascii: "}") })
      {
        let attributes = String(decoding: text[(next + 1)..<end], as: UTF8.self)
        pieces.append("<span style=\"\(Self.style(of: attributes))\">")
        closings[close] = ("</span>", end + 1)
        index += 1
      } else {
        readText()
      }
    }

    private static func style(of attributes: String) -> String {
      switch attributes {
      case ".smallcaps": "font-variant:small-caps"
      case ".underline": "text-decoration:underline"
      case ".nodecor": "font-style:normal;font-weight:normal"
      default: ""
      }
    }
  }
}
