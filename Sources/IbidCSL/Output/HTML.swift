/// HTML as citeproc-js writes it, so that a page's style sheet fits either.
enum HTML {
  /// Appends `text` with `&`, `<` and `>` escaped; works on scalars, as a Character may hide a mark behind an accent.
  static func escape(_ text: String, into result: inout String) {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 >= 0x80 }) else {
      result += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&#38;"
      case _ where !scalar.isASCII && superscripts[scalar] != nil:
        result += "<sup>" + (superscripts[scalar] ?? "") + "</sup>"
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

  /// Letters that Unicode writes above the line, and how they are marked up instead.
  private static let superscripts: [Unicode.Scalar: String] = [
    "ª": "a", "²": "2", "³": "3", "¹": "1", "º": "o", "ʰ": "h", "ʱ": "ɦ", "ʲ": "j", "ʳ": "r",
    "ʴ": "ɹ", "ʵ": "ɻ", "ʶ": "ʁ", "ʷ": "w", "ʸ": "y", "ˠ": "ɣ", "ˡ": "l", "ˢ": "s", "ˣ": "x",
    "ˤ": "ʕ", "ᴬ": "A", "ᴭ": "Æ", "ᴮ": "B", "ᴰ": "D", "ᴱ": "E", "ᴲ": "Ǝ", "ᴳ": "G", "ᴴ": "H",
    "ᴵ": "I", "ᴶ": "J", "ᴷ": "K", "ᴸ": "L", "ᴹ": "M", "ᴺ": "N", "ᴼ": "O", "ᴽ": "Ȣ", "ᴾ": "P",
    "ᴿ": "R", "ᵀ": "T", "ᵁ": "U", "ᵂ": "W", "ᵃ": "a", "ᵄ": "ɐ", "ᵅ": "ɑ", "ᵆ": "ᴂ", "ᵇ": "b",
    "ᵈ": "d", "ᵉ": "e", "ᵊ": "ə", "ᵋ": "ɛ", "ᵌ": "ɜ", "ᵍ": "g", "ᵏ": "k", "ᵐ": "m", "ᵑ": "ŋ",
    "ᵒ": "o", "ᵓ": "ɔ", "ᵔ": "ᴖ", "ᵕ": "ᴗ", "ᵖ": "p", "ᵗ": "t", "ᵘ": "u", "ᵙ": "ᴝ", "ᵚ": "ɯ",
    "ᵛ": "v", "ᵜ": "ᴥ", "ᵝ": "β", "ᵞ": "γ", "ᵟ": "δ", "ᵠ": "φ", "ᵡ": "χ", "ᵸ": "н", "ᶛ": "ɒ",
    "ᶜ": "c", "ᶝ": "ɕ", "ᶞ": "ð", "ᶟ": "ɜ", "ᶠ": "f", "ᶡ": "ɟ", "ᶢ": "ɡ", "ᶣ": "ɥ", "ᶤ": "ɨ",
    "ᶥ": "ɩ", "ᶦ": "ɪ", "ᶧ": "ᵻ", "ᶨ": "ʝ", "ᶩ": "ɭ", "ᶪ": "ᶅ", "ᶫ": "ʟ", "ᶬ": "ɱ", "ᶭ": "ɰ",
    "ᶮ": "ɲ", "ᶯ": "ɳ", "ᶰ": "ɴ", "ᶱ": "ɵ", "ᶲ": "ɸ", "ᶳ": "ʂ", "ᶴ": "ʃ", "ᶵ": "ƫ", "ᶶ": "ʉ",
    "ᶷ": "ʊ", "ᶸ": "ᴜ", "ᶹ": "ʋ", "ᶺ": "ʌ", "ᶻ": "z", "ᶼ": "ʐ", "ᶽ": "ʑ", "ᶾ": "ʒ", "ᶿ": "θ",
    "⁰": "0", "ⁱ": "i", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁺": "+",
    "⁻": "−", "⁼": "=", "⁽": "(", "⁾": ")", "ⁿ": "n", "℠": "SM", "™": "TM", "㆒": "一", "㆓": "二",
    "㆔": "三", "㆕": "四", "㆖": "上", "㆗": "中", "㆘": "下", "㆙": "甲", "㆚": "乙", "㆛": "丙", "㆜": "丁",
    "㆝": "天", "㆞": "地", "㆟": "人", "ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي",
  ]

  /// A part of an entry, with white space around it where citeproc-js puts it.
  static func markup(_ display: Display) -> (open: String, close: String) {
    let open = "<div class=\"csl-\(display.rawValue)\">"
    return switch display {
    case .block: ("\n\n    " + open, "</div>\n")
    case .indent: (open, "</div>\n  ")
    case .leftMargin: ("\n    " + open, "</div>")
    case .rightInline: (open, "</div>\n  ")
    }
  }

  private static func span(_ style: String) -> (open: String, close: String) {
    ("<span style=\"\(style)\">", "</span>")
  }
}
