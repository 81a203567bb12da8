/// HTML as citeproc-js writes it, so that a page's style sheet fits either.
enum HTML {
  /// Appends `text` with `&`, `<` and `>` escaped; works on scalars, as a Character may hide a mark behind an accent.
  static func escape(_ text: String, into result: inout String) {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else {
      result += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&#38;"
      case "<": result += "&#60;"
      case ">": result += "&#62;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  static func markup(_ change: Formatting.Change) -> (open: String, close: String) {
    switch change {
    case .italic: ("<i>", "</i>")
    case .oblique: ("<em>", "</em>")
    case .upright: span("font-style:normal;")
    case .smallCaps: span("font-variant:small-caps;")
    case .noSmallCaps: span("font-variant:normal;")
    case .bold: ("<b>", "</b>")
    case .light: span("font-weight:light;")
    case .normalWeight: span("font-weight:normal;")
    case .underline: span("text-decoration:underline;")
    case .noUnderline: span("text-decoration:none;")
    case .superscript: ("<sup>", "</sup>")
    case .subscript: ("<sub>", "</sub>")
    case .baseline: ("<span style=\"baseline\">", "</span>")
    }
  }

  private static func span(_ style: String) -> (open: String, close: String) {
    ("<span style=\"\(style)\">", "</span>")
  }
}
