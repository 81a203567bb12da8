internal import IbidModel

/// Writes text so that LaTeX and BibTeX print it as it is.
///
/// Letters stay in UTF-8, which every LaTeX since 2018 reads; only what LaTeX would take for a command is changed.
package struct LaTeXEncoder {
  /// What was written so far.
  package private(set) var result = ""
  /// Whether braces of the text may be written as such: they have their partners, as BibTeX counts them.
  private let hasBalancedBraces: Bool

  /// An encoder for pieces of this text.
  package init(for text: String) { hasBalancedBraces = Self.hasBalancedBraces(text) }

  /// Plain text with LaTeX's special characters escaped and dashes as hyphens. Tags in it are text.
  package static func encoded(plain text: String) -> String {
    var encoder = LaTeXEncoder(for: text)
    encoder.add(text[...])
    return encoder.result
  }

  /// Text with CSL's rich-text tags, which become commands; a tag without a partner is text.
  package static func encoded(_ text: String) -> String {
    var encoder = LaTeXEncoder(for: text)
    for piece in RichTextTags(text).pieces {
      switch piece {
      case .text(let text): encoder.add(text)
      case .opening(let kind): encoder.add(command: command(of: kind))
      case .closing: encoder.add(command: "}")
      }
    }
    return encoder.result
  }

  /// The command for a kind of text, with its opening brace.
  package static func command(of kind: RichTextTags.Kind) -> String {
    switch kind {
    case .italic: "\\textit{"
    case .bold: "\\textbf{"
    case .superscript: "\\textsuperscript{"
    case .subscript: "\\textsubscript{"
    case .smallCapitals: "\\textsc{"
    case .noCase, .other: "{"
    }
  }

  /// Adds what is LaTeX already.
  package mutating func add(command: String) { result += command }

  /// Adds plain text.
  package mutating func add(_ text: Substring) {
    var text = String(text)
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x20 || $0 == 0x2C || $0 == 0x2E || $0 == 0x3A }
    }
    if isPlain {
      result += text
      return
    }
    for scalar in text.unicodeScalars { add(scalar) }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"":
      // A straight mark opens behind a blank, a bracket or nothing, and closes elsewhere; \textquotedbl is not in
      // every font encoding.
      result += result.unicodeScalars.last.map { " ([{-`".unicodeScalars.contains($0) } ?? true ? "``" : "''"
    case "{" where hasBalancedBraces: result += "\\{"
    case "}" where hasBalancedBraces: result += "\\}"
    case "-" where result.utf8.last == 0x2D, "'" where result.utf8.last == 0x27:
      // Two in a row are another sign.
      result += "{}"
      result.unicodeScalars.append(scalar)
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
    default:
      if let command = LaTeXCharacters.spelling(of: scalar) {
        if command.utf8.first == 0x2D, result.utf8.last == 0x2D || command.utf8.first == 0x27 && result.utf8.last == 0x27 {
          result += "{}"
        }
        result += command
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func hasBalancedBraces(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// `text` as it is but for what would end a BibTeX field or a LaTeX argument: for addresses and identifiers.
  ///
  /// - Parameter escapingPercent: writes `\%`, which BibTeX's styles need: a bare one begins a remark in their `.bbl`.
  ///   biblatex' verbatim fields print the backslash, too.
  package static func verbatim(_ text: String, escapingPercent: Bool = true) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += escapingPercent ? "\\%" : "%"
      case "{", "}", "\\", "\"":
        result += (escapingPercent ? "\\%" : "%") + String(scalar.value, radix: 16, uppercase: true)
      case _ where scalar.value < 0x20: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
