/// Pandoc's `^raised^` and `~lowered~` text in rendered Markdown: it may hold no blank that no backslash precedes.
///
/// Source: pandoc's manual, «Superscripts and subscripts».
enum RaisedText {
  /// The text with a backslash before each blank between such marks, or with blanks that do not break in their place.
  static func escapingBlanks(_ markdown: String, for format: FormattedManuscript.Format) -> String {
    guard markdown.utf8.contains(where: { $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~") }) else { return markdown }
    var result = String.UnicodeScalarView()
    var open: Unicode.Scalar?
    var isEscaped = false
    for scalar in markdown.unicodeScalars {
      if !isEscaped, scalar == "^" || scalar == "~", open == nil || open == scalar {
        open = open == nil ? scalar : nil
      } else if !isEscaped, scalar == " ", open != nil {
        // CommonMark knows no such blank.
        result.append(format == .html ? "\u{A0}" : "\\")
        if format == .html { continue }
      }
      isEscaped = !isEscaped && scalar == "\\"
      result.append(scalar)
    }
    return open == nil ? String(result) : markdown
  }
}
