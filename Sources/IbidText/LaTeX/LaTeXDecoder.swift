internal import IbidModel

/// Reads text that LaTeX prints: commands for characters, accents, ligatures and ties; braces go.
package struct LaTeXDecoder {
  /// What becomes of that which plain text cannot say, and of blanks.
  package struct Options: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Formulas become text: `$\alpha^2$` is `α²`, or `α<sup>2</sup>` with `markup`. Without it they stay as they are.
    package static let formulas = Options(rawValue: 1)
    /// Italics, bold type and their likes become CSL's tags. Without it they vanish.
    package static let markup = Options(rawValue: 2)
    /// Braces around letters become `<span class="nocase">`, as BibTeX's styles leave the letters in them alone.
    package static let protection = Options(rawValue: 4)
    /// Runs of white space are one blank, and none stands at the ends.
    package static let blanks = Options(rawValue: 8)
    /// An apostrophe without a grave accent before it stays straight: people type it so, and LaTeX prints it curved.
    package static let straight = Options(rawValue: 16)

    /// The value of a field as plain text.
    package static let field: Options = [.formulas, .blanks, .straight]
  }

  let bytes: ArraySlice<UInt8>
  let options: Options
  var index: Int
  var output: [UInt8] = []
  /// Whether something was met that only tags can say.
  var hasMarkup = false
  var groups: [Group] = []
  /// How deep the reading stands in accents' arguments.
  var depth = 0
  /// Where a formula ends that is being read; nil outside of formulas.
  var endOfFormula: Int?
  /// From where on there is no dollar sign, as far as is known: nothing is searched twice.
  var dollarsEnd = Int.max
  /// Grave accents that wait for their apostrophe.
  var openQuotes = 0
  /// Quotations that `\enquote` has opened.
  var quotations = 0
  /// Braces that were too deep to be told from their neighbours.
  var ignoredDepth = 0

  /// The longest argument of an accent, in bytes, and how deep accents and braces stand in each other.
  static let longestArgument = 64
  static let deepestAccent = 8
  static let deepestGroup = 256

  init(_ bytes: ArraySlice<UInt8>, _ options: Options) {
    self.bytes = bytes
    self.options = options
    index = bytes.startIndex
  }

  /// What LaTeX prints of `text`, as plain text.
  ///
  /// Commands that stand for no character vanish, and their arguments stay: `\emph{in vitro}` is `in vitro`. A line
  /// break `\\` is a blank. Formulas between dollar signs stay as they are.
  package static func decoded(_ text: String) -> String {
    String(decoding: decoded(Array(text.utf8)[...], []).text, as: UTF8.self)
  }

  /// What LaTeX prints of these bytes, and whether `markup` or `protection` would say, or have said, more.
  package static func decoded(
    _ bytes: ArraySlice<UInt8>, _ options: Options
  ) -> (text: [UInt8], hasMarkup: Bool) {
    var decoder = LaTeXDecoder(bytes, options)
    decoder.read()
    return (decoder.output, decoder.hasMarkup)
  }

  mutating func read() {
    output.reserveCapacity(bytes.count)
    while index < bytes.endIndex {
      copyLetters()
      if index < bytes.endIndex { readNext() }
    }
    while !groups.isEmpty { closeGroup() }
    if options.contains(.blanks) { while output.last == 0x20 { output.removeLast() } }
  }

  /// Letters and digits up to the next sign.
  private mutating func copyLetters() {
    var end = index
    let limit = min(bytes.endIndex, endOfFormula ?? Int.max)
    while end < limit, bytes[end].isASCIILetter || bytes[end].isASCIIDigit || bytes[end] >= 0x80 { end += 1 }
    guard end > index else { return }
    output += bytes[index..<end]
    index = end
  }

  mutating func readNext() {
    if let end = endOfFormula, index >= end {
      endOfFormula = nil
      index = end + (bytes[end] == UInt8(ascii: "$") ? 1 : 2)
      return
    }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\\"):
      index += 1
      readCommand()
    case UInt8(ascii: "{"):
      index += 1
      openBrace()
    case UInt8(ascii: "}"):
      index += 1
      closeBrace()
    case UInt8(ascii: "$"): readDollar()
    case UInt8(ascii: "^") where endOfFormula != nil: readScript("sup")
    case UInt8(ascii: "_") where endOfFormula != nil: readScript("sub")
    case UInt8(ascii: "'") where endOfFormula != nil:
      output += "′".utf8
      index += 1
    case UInt8(ascii: "-"), UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "~"), UInt8(ascii: "!"),
      UInt8(ascii: "?"):
      readLigature(byte)
    case _ where byte.isASCIISpace && options.contains(.blanks):
      index += 1
      addBlank()
    default:
      output.append(byte)
      index += 1
    }
  }

  /// A blank, where none stands before it.
  mutating func addBlank() {
    guard options.contains(.blanks) else { return output.append(0x20) }
    if let last = output.last, last != 0x20 { output.append(0x20) }
  }

  private mutating func readLigature(_ byte: UInt8) {
    let run = bytes[index...].prefix(3).prefix { $0 == byte }.count
    switch (byte, run) {
    case (UInt8(ascii: "-"), 3): add("—", taking: 3)
    case (UInt8(ascii: "-"), 2): add("–", taking: 2)
    case (UInt8(ascii: "~"), _): add("\u{A0}", taking: 1)
    case (UInt8(ascii: "`"), 2...): add("“", taking: 2)
    case (UInt8(ascii: "'"), 2...): add("”", taking: 2)
    case (UInt8(ascii: "`"), _):
      openQuotes += 1
      add("‘", taking: 1)
    case (UInt8(ascii: "'"), _) where options.contains(.straight):
      // Within a word it is an apostrophe, even where a quotation is open.
      let closes = openQuotes > 0 && !(index + 1 < bytes.endIndex && bytes[index + 1].isASCIILetter)
      if closes { openQuotes -= 1 }
      add(closes ? "’" : "'", taking: 1)
    case (UInt8(ascii: "'"), _): add("’", taking: 1)
    default:
      let isTurned = index + 1 < bytes.endIndex && bytes[index + 1] == UInt8(ascii: "`")
      guard isTurned else {
        output.append(byte)
        index += 1
        return
      }
      add(byte == UInt8(ascii: "!") ? "¡" : "¿", taking: 2)
    }
  }

  private mutating func add(_ text: StaticString, taking count: Int) {
    text.withUTF8Buffer { output.append(contentsOf: $0) }
    index += count
  }

  mutating func skipBlanks() {
    while index < bytes.endIndex, bytes[index] == 0x20 || options.contains(.blanks) && bytes[index].isASCIISpace {
      index += 1
    }
  }
}
