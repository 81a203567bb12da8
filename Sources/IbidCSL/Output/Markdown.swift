/// Pandoc's Markdown.
///
/// Source: CommonMark 0.31, «Backslash escapes»; pandoc manual, «Superscripts and subscripts», «Small caps».
enum Markdown {
  /// Appends `text` with the characters that mean something in Markdown escaped.
  static func escape(_ text: String, into result: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "^", "~", "$", "@": result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
  }

  static func markup(_ change: Formatting.Change) -> (open: String, close: String) {
    switch change {
    case .italic, .oblique, .upright: ("*", "*")
    case .bold, .normalWeight: ("**", "**")
    case .smallCaps: ("[", "]{.smallcaps}")
    case .underline: ("[", "]{.underline}")
    case .superscript: ("^", "^")
    case .subscript: ("~", "~")
    case .light, .noSmallCaps, .noUnderline, .baseline: ("", "")
    }
  }
}
