internal import IbidModel

/// Writes text so that LaTeX and BibTeX print it as it is.
///
/// Letters stay in UTF-8, which every LaTeX since 2018 reads; only what LaTeX would take for a command is changed.
package struct LaTeXEncoder {
  /// What was written so far.
  package private(set) var result: [UInt8] = []
  /// Whether braces of the text may be written as such: they have their partners, as BibTeX counts them.
  private let hasBalancedBraces: Bool

  /// An encoder for pieces of this text.
  package init(for text: [UInt8]) {
    hasBalancedBraces = Self.hasBalancedBraces(text)
    result.reserveCapacity(text.count + 16)
  }

  /// What was written, as text.
  package var text: String { String(decoding: result, as: UTF8.self) }

  /// Plain text with LaTeX's special characters escaped and dashes as hyphens. Tags in it are text.
  package static func encoded(plain text: String) -> String {
    var text = text
    if text.withUTF8(isPlain) { return text }
    let bytes = Array(text.utf8)
    var encoder = LaTeXEncoder(for: bytes)
    encoder.add(bytes[...])
    return encoder.text
  }

  /// Text with CSL's rich-text tags, which become commands; a tag without a partner is text.
  package static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var encoder = LaTeXEncoder(for: bytes)
    for piece in RichTextTags(bytes).pieces {
      switch piece {
      case .text(let range): encoder.add(bytes[range])
      case .opening(let kind): encoder.add(command: command(of: kind))
      case .closing: encoder.add(command: "}")
      }
    }
    return encoder.text
  }

  /// The command for a kind of text, with its opening brace.
  package static func command(of kind: RichTextTags.Kind) -> StaticString {
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
  package mutating func add(command: StaticString) {
    command.withUTF8Buffer { result.append(contentsOf: $0) }
  }

  /// Adds plain text.
  package mutating func add(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      var end = index
      while end < text.endIndex, !Self.isSpecial(text[end]) { end += 1 }
      result += text[index..<end]
      index = end
      guard index < text.endIndex else { return }
      let length = min(text.endIndex - index, text[index] >= 0xE0 ? 3 : text[index] >= 0x80 ? 2 : 1)
      add(sign: text[index..<index + length])
      index += length
    }
  }

  /// Adds one character that may have to be written otherwise.
  private mutating func add(sign: ArraySlice<UInt8>) {
    let byte = sign[sign.startIndex]
    switch byte {
    case UInt8(ascii: "\""):
      // A straight mark opens behind a blank, a bracket or nothing, and closes elsewhere; \textquotedbl is not in
      // every font encoding.
      let opens = result.last.map { " ([{-`".utf8.contains($0) } ?? true
      if !opens, result.last == UInt8(ascii: "'") { add(command: "{}") }
      add(command: opens ? "``" : "''")
    case UInt8(ascii: "{") where hasBalancedBraces: add(command: "\\{")
    case UInt8(ascii: "}") where hasBalancedBraces: add(command: "\\}")
    case UInt8(ascii: "-"), UInt8(ascii: "'"):
      // Two in a row are another sign.
      if result.last == byte { add(command: "{}") }
      result.append(byte)
    case _ where byte < 0x20 || byte == 0x7F: result.append(0x20)
    default:
      let scalar = String(decoding: sign, as: UTF8.self).unicodeScalars.first ?? " "
      guard let command = LaTeXCharacters.spelling(of: scalar) else {
        result += sign
        return
      }
      let first = command.utf8.first
      if first == UInt8(ascii: "-") || first == UInt8(ascii: "'"), result.last == first { add(command: "{}") }
      // `?\`` and `!\`` are the marks that stand upside down.
      if first == UInt8(ascii: "`"), result.last == UInt8(ascii: "?") || result.last == UInt8(ascii: "!") {
        add(command: "{}")
      }
      result += command.utf8
    }
  }

  /// Whether the text says in LaTeX what it looks like.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0
    for byte in text {
      // Two in a row are another sign.
      if isSpecial(byte), byte != UInt8(ascii: "-") && byte != UInt8(ascii: "'") || byte == before { return false }
      before = byte
    }
    return true
  }

  /// Whether the text is written as it is, and read again as it is: no sign of LaTeX's stands in it, nor any white space
  /// but single blanks inside.
  package static func isReadAsWritten(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var before: UInt8 = 0x20
      for byte in bytes {
        if byte == before, byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") { return false }
        if isSpecial(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "'") { return false }
        before = byte
      }
      return before != 0x20
    }
  }

  /// Whether the byte begins a character which may have to be written otherwise.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xE2, UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "-"),
      UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "\\"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  private static func hasBalancedBraces(_ text: [UInt8]) -> Bool {
    var depth = 0
    for byte in text where byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
      depth += byte == UInt8(ascii: "{") ? 1 : -1
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// `text` as it is but for what would end a BibTeX field or a LaTeX argument: for addresses and identifiers.
  ///
  /// - Parameter escapingPercent: writes `\%`, which BibTeX's styles need: a bare one begins a remark in their `.bbl`.
  ///   biblatex' verbatim fields print the backslash, too.
  package static func verbatim(_ text: String, escapingPercent: Bool = true) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || "{}\\%\"".utf8.contains($0) }) else { return text }
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
