/// Writes text so that LaTeX and BibTeX print it as it is.
///
/// Letters stay in UTF-8, which every LaTeX since 2018 reads; only what LaTeX would take for a command is changed.
package enum LaTeXEncoder {
  /// `text` with LaTeX's special characters escaped, dashes as hyphens and CSL's rich-text tags as commands.
  ///
  /// A brace that is escaped still counts for BibTeX, so braces are written by name.
  package static func encoded(_ text: String) -> String {
    var result = ""
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.first {
      if scalar == "<", let tag = tags.first(where: { rest.starts(with: $0.tag.unicodeScalars) }) {
        result += tag.command
        rest = rest.dropFirst(tag.tag.unicodeScalars.count)
        continue
      }
      if scalar == "\"" {
        // A straight mark opens behind a blank, a bracket or nothing, and closes elsewhere; \textquotedbl is not in
        // every font encoding.
        result += result.last.map { " ([{-`".contains($0) } ?? true ? "``" : "''"
      } else if let command = LaTeXCharacters.spelling(of: scalar) {
        result += command
      } else if scalar.value >= 0x20 {
        result.unicodeScalars.append(scalar)
      } else {
        result += " "
      }
      rest = rest.dropFirst()
    }
    return result
  }

  /// `text` as it is but for what would end a BibTeX field or a LaTeX argument: for addresses and identifiers.
  package static func verbatim(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}", "\\", "%", "\"": result += percentEncoded(scalar)
      case _ where scalar.value < 0x20: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
    // A per cent sign would start a comment in a .bbl file; as `\%` hyperref and url understand it.
    scalar == "%" ? "\\%" : "\\%" + String(scalar.value, radix: 16, uppercase: true)
  }

  private static let tags: [(tag: String, command: String)] = [
    ("<i>", "\\textit{"), ("</i>", "}"), ("<b>", "\\textbf{"), ("</b>", "}"), ("<sup>", "\\textsuperscript{"),
    ("</sup>", "}"), ("<sub>", "\\textsubscript{"), ("</sub>", "}"), ("<sc>", "\\textsc{"), ("</sc>", "}"),
    ("<span class=\"nocase\">", "{"), ("<span style=\"font-variant:small-caps;\">", "\\textsc{"),
    ("<span style=\"font-variant: small-caps;\">", "\\textsc{"), ("</span>", "}"),
  ]
}
