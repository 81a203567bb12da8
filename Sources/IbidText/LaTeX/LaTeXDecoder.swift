/// Reads text that LaTeX prints: commands for characters, accents, ligatures and ties; braces go.
package enum LaTeXDecoder {
  /// What LaTeX prints of `text`, as plain text.
  ///
  /// Commands that stand for no character vanish, and their arguments stay: `\emph{in vitro}` is `in vitro`. A line
  /// break `\\` is a blank. Formulas between dollar signs stay as they are.
  package static func decoded(_ text: String) -> String {
    var reading = Reading(rest: Substring(text).unicodeScalars)
    return reading.read()
  }

  /// A pass over a text or an accent's argument.
  private struct Reading {
    var rest: Substring.UnicodeScalarView
    var depth = 0
    var result = ""

    /// The longest argument of an accent, in scalars, and how deep accents stand in each other.
    static let longest = 64
    static let deepest = 8

    mutating func read() -> String {
      while let scalar = rest.first {
        if let ligature = LaTeXCharacters.ligature(at: rest) {
          result += ligature.text
          rest.removeFirst(ligature.spelling.unicodeScalars.count)
          continue
        }
        switch scalar {
        case "\\":
          rest.removeFirst()
          readCommand()
        case "{", "}": rest.removeFirst()
        case "$": copyFormula()
        default:
          result.unicodeScalars.append(scalar)
          rest.removeFirst()
        }
      }
      return result
    }

    private mutating func readCommand() {
      guard let first = rest.first else { return }
      let name = first.isLetter ? String(rest.prefix(while: \.isLetter)) : String(first)
      rest.removeFirst(name.unicodeScalars.count)
      if let accent = LaTeXAccent.named(name) {
        readAccent(accent)
      } else if let symbol = LaTeXCharacters.symbol(name) {
        result += symbol
        // The blank that ends a command's letters is not printed.
        if first.isLetter { skipBlanks() }
      } else if first.isLetter {
        // «one\newline two»: of what vanishes the blank stays, where words would join.
        if result.isEmpty || result.utf8.last == 0x20 { skipBlanks() }
      } else if first.properties.isWhitespace || ["\\", ":", ";"].contains(first) {
        result += " "
      }
    }

    private mutating func readAccent(_ accent: LaTeXAccent) {
      guard depth < Self.deepest else { return }
      skipBlanks()
      guard let argument = argument() else { return }
      var inside = Reading(rest: argument, depth: depth + 1)
      let letters = inside.read().unicodeScalars
      guard let letter = letters.first else { return }
      result += accent.on(letter)
      result.unicodeScalars.append(contentsOf: letters.dropFirst())
    }

    /// The group, command or character that stands next; nil where there is none.
    private mutating func argument() -> Substring.UnicodeScalarView? {
      guard let first = rest.first, first != "}" else { return nil }
      var end = rest.startIndex
      if first == "{" {
        guard let close = closingBrace() else { return nil }
        end = rest.index(after: close)
      } else if first == "\\" {
        rest.formIndex(after: &end)
        let letters = rest[end...].prefix(while: \.isLetter)
        end = letters.isEmpty ? rest.index(end, offsetBy: 1, limitedBy: rest.endIndex) ?? end : letters.endIndex
        // «\'\i n»: the blank ends the command.
        while !letters.isEmpty, end < rest.endIndex, rest[end] == " " { rest.formIndex(after: &end) }
      } else {
        rest.formIndex(after: &end)
      }
      defer { rest = rest[end...] }
      return rest[..<end]
    }

    private func closingBrace() -> String.Index? {
      var open = 0
      var isEscaped = false
      for index in rest.indices.prefix(Self.longest) {
        switch rest[index] {
        case _ where isEscaped: isEscaped = false
        case "\\": isEscaped = true
        case "{": open += 1
        case "}":
          open -= 1
          if open == 0 { return index }
        default: break
        }
      }
      return nil
    }

    private mutating func copyFormula() {
      let behind = rest.dropFirst()
      let end = behind.firstIndex(of: "$").map { rest.index(after: $0) } ?? behind.startIndex
      result.unicodeScalars.append(contentsOf: rest[..<end])
      rest = rest[end...]
    }

    private mutating func skipBlanks() { while rest.first == " " { rest.removeFirst() } }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar belongs to the name of a command of LaTeX's.
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
