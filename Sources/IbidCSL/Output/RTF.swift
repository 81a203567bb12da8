/// RTF as citeproc-js writes it, in which Zotero keeps the formatted text of a citation.
///
/// Source: citeproc-js, `formats.js`, the format `rtf`; Rich Text Format 1.9.1.
enum RTF {
  /// Appends `text` with marks of RTF escaped and all beyond ASCII as numbers of UTF-16.
  static func escape(_ text: String, into result: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "{", "}":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\t": result += "\\tab{}"
      case _ where scalar.value >= 0x7F:
        for unit in String(scalar).utf16 { result += "\\uc0\\u\(unit){}" }
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  static func markup(_ change: Formatting.Change) -> (open: String, close: String) {
    switch change {
    case .italic, .oblique: ("{\\i{}", "}")
    case .upright: ("{\\i0{}", "}")
    case .bold: ("{\\b{}", "}")
    case .normalWeight, .light: ("{\\b0{}", "}")
    case .smallCaps: ("{\\scaps ", "}")
    case .noSmallCaps: ("{\\scaps0{}", "}")
    case .underline: ("{\\ul{}", "}")
    case .noUnderline: ("{\\ulnone{}", "}")
    case .superscript: ("\\super ", "\\nosupersub{}")
    case .subscript: ("\\sub ", "\\nosupersub{}")
    case .baseline: ("", "")
    }
  }

  /// A part of an entry: a tab parts the margin from the text.
  static func markup(_ display: Display) -> (open: String, close: String) {
    switch display {
    case .block: ("\\line{}", "")
    case .indent: ("\\line{}\\tab{}", "")
    case .leftMargin: ("", "\\tab{}")
    case .rightInline: ("", "")
    }
  }
}
