/// Reads a value's rich text into runs: CSL's tags become spans, quotation marks become quotes or apostrophes.
///
/// Source: citeproc-js manual, «HTML-like formatting tags»; CSL 1.0.2, «Quotes».
struct RichTextParser {
  private let scalars: [Unicode.Scalar]
  private let isProse: Bool
  private var runs: [Run] = []
  private var text = String.UnicodeScalarView()
  /// Spans that are open: the tag that closes each, or the quotation mark.
  private var open: [(closing: Closing, run: Int)] = []

  /// The next mark of each kind that can close a quotation, as far as it was looked for.
  private var nextClosing: [Unicode.Scalar: Int] = [:]

  private enum Closing: Equatable {
    case tag(String)
    case quote(Unicode.Scalar)
  }

  /// Appends the runs of `value` to `runs`.
  ///
  /// - Parameter isProse: whether the value is a writer's own words, whose typographic quotation marks are meant as
  ///   they are.
  static func append(_ value: String, to runs: inout [Run], isProse: Bool = false) {
    guard value.utf8.contains(where: isSpecial) else {
      if !value.isEmpty { runs.append(.text(value)) }
      return
    }
    var parser = RichTextParser(scalars: Array(value.unicodeScalars), isProse: isProse)
    parser.parse()
    guard parser.runs.contains(.open(.quotes)) else { return runs.append(contentsOf: parser.runs) }
    runs.append(.open(.tag(.value)))
    runs.append(contentsOf: parser.runs)
    runs.append(.close)
  }

  /// `<`, `"`, `'`, or the first byte of a typographic quotation mark.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x3C || byte == 0x22 || byte == 0x27 || byte == 0xE2 || byte == 0xC2
  }

  private init(scalars: [Unicode.Scalar], isProse: Bool) {
    self.scalars = scalars
    self.isProse = isProse
  }

  private mutating func parse() {
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "<": index = readTag(at: index)
      case "\"", "'", "“", "”", "‘", "’":
        readQuote(at: index)
        index += 1
      case "«" where index + 1 < scalars.count && scalars[index + 1] == " ":
        text.append(contentsOf: ["«", "\u{202F}"])
        index += 2
      case " " where index + 1 < scalars.count && scalars[index + 1] == "»":
        text.append(contentsOf: ["\u{202F}", "»"])
        index += 2
      default:
        text.append(scalars[index])
        index += 1
      }
    }
    flush()
    while let unclosed = open.popLast() { undo(unclosed) }
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    runs.append(.text(String(text)))
    text = String.UnicodeScalarView()
  }

  // MARK: Tags

  private static let tags: [(opening: String, closing: String, span: Span)] = [
    ("<i>", "</i>", .formatting(Formatting(fontStyle: .italic))),
    ("<b>", "</b>", .formatting(Formatting(fontWeight: .bold))),
    ("<sup>", "</sup>", .formatting(Formatting(verticalAlign: .sup))),
    ("<sub>", "</sub>", .formatting(Formatting(verticalAlign: .sub))),
    ("<sc>", "</sc>", .formatting(Formatting(fontVariant: .smallCaps))),
    ("<span class=\"nocase\">", "</span>", .noCase),
    ("<span class='nocase'>", "</span>", .noCase),
    ("<span class=\"nodecor\">", "</span>", .noDecoration),
    ("<span style=\"font-variant:small-caps;\">", "</span>", .formatting(Formatting(fontVariant: .smallCaps))),
    ("<span style=\"font-variant: small-caps;\">", "</span>", .formatting(Formatting(fontVariant: .smallCaps))),
    ("<span style=\"text-decoration:underline;\">", "</span>", .formatting(Formatting(textDecoration: .underline))),
  ]

  /// A tag as it is written.
  struct Tag {
    var text: String
    var isClosing: Bool
  }

  /// The tag of CSL's rich text whose «<» stands before `rest`.
  static func tag(before rest: Substring.UnicodeScalarView) -> Tag? {
    for tag in tags {
      for (text, isClosing) in [(tag.opening, false), (tag.closing, true)]
      where rest.starts(with: text.unicodeScalars.dropFirst()) {
        return Tag(text: text, isClosing: isClosing)
      }
    }
    return nil
  }

  private mutating func readTag(at start: Int) -> Int {
    for tag in Self.tags {
      if matches(tag.opening, at: start) {
        flush()
        open.append((.tag(tag.closing), runs.count))
        runs.append(.open(tag.span))
        return start + tag.opening.unicodeScalars.count
      }
      if matches(tag.closing, at: start), let at = open.lastIndex(where: { $0.closing == .tag(tag.closing) }) {
        flush()
        while open.count > at + 1, let unclosed = open.popLast() { undo(unclosed) }
        open.removeLast()
        runs.append(.close)
        return start + tag.closing.unicodeScalars.count
      }
    }
    text.append(scalars[start])
    return start + 1
  }

  private func matches(_ word: String, at start: Int) -> Bool {
    let word = word.unicodeScalars
    return start + word.count <= scalars.count && scalars[start..<start + word.count].elementsEqual(word)
  }

  // MARK: Quotation marks

  private mutating func readQuote(at index: Int) {
    let mark = scalars[index]
    guard !isProse || mark.isASCII else { return text.append(mark) }
    let isPrecededBySpace = index == 0 || Self.opensAfter(scalars[index - 1])
    let isFollowedBySpace = index + 1 == scalars.count || !Self.mayStartQuotation(scalars[index + 1])
    switch mark {
    case "“", "‘": openQuote(closing: mark == "“" ? "”" : "’")
    case "”":
      if !closeQuote(mark) { text.append(mark) }
    case "’":
      let isApostrophe = index + 1 < scalars.count && scalars[index + 1].properties.isAlphabetic
      if isApostrophe || !closeQuote(mark) { text.append(mark) }
    default:
      if isFollowedBySpaceOrPunctuation(index), closeQuote(mark) { return }
      if isPrecededBySpace, !isFollowedBySpace, hasClosing(mark, after: index) {
        openQuote(closing: mark)
      } else {
        text.append(mark == "'" ? "’" : mark)
      }
    }
  }

  private static func opensAfter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar == "(" || scalar == "[" || scalar == "\"" || scalar == "'"
      || scalar == "“" || scalar == "‘" || scalar == ">" || scalar == "-" || scalar == "—" || scalar == "–"
      || scalar == "/" || scalar == "{"
  }

  private static func mayStartQuotation(_ scalar: Unicode.Scalar) -> Bool { !scalar.isBlank }

  private func isFollowedBySpaceOrPunctuation(_ index: Int) -> Bool {
    guard index + 1 < scalars.count else { return true }
    let next = scalars[index + 1]
    return !(next.properties.isAlphabetic || next.properties.numericType != nil)
  }

  /// Whether a mark that can close a quotation comes later. What was found counts until it is passed, so that a
  /// text of nothing but quotation marks is still read in linear time.
  private mutating func hasClosing(_ mark: Unicode.Scalar, after start: Int) -> Bool {
    if let known = nextClosing[mark], known >= start + 2 { return known < scalars.count }
    var index = start + 2
    while index < scalars.count {
      if scalars[index] == mark, !scalars[index - 1].isBlank, isFollowedBySpaceOrPunctuation(index) {
        nextClosing[mark] = index
        return true
      }
      index += 1
    }
    nextClosing[mark] = Int.max
    return false
  }

  private mutating func openQuote(closing: Unicode.Scalar) {
    flush()
    open.append((.quote(closing), runs.count))
    runs.append(.open(.quotes))
  }

  private mutating func closeQuote(_ mark: Unicode.Scalar) -> Bool {
    guard let last = open.last, last.closing == .quote(mark) else { return false }
    flush()
    open.removeLast()
    runs.append(.close)
    return true
  }

  /// A span that was never closed becomes text again.
  private mutating func undo(_ unclosed: (closing: Closing, run: Int)) {
    switch unclosed.closing {
    case .quote(let mark):
      let opening: Unicode.Scalar =
        switch mark {
        case "”": "“"
        case "’": "‘"
        case "'": "’"
        default: mark
        }
      runs[unclosed.run] = .text(String(opening))
    case .tag:
      flush()
      runs.append(.close)
    }
  }
}
