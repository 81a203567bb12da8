/// The characters that LaTeX has a spelling of its own for, in both directions: what writes LaTeX and what reads it
/// are made from these rows. Letters with accents are ``LaTeXAccent``'s.
///
/// Source: LaTeX2e unofficial reference manual, sections 23.1 to 23.6; «The Comprehensive LaTeX Symbol List», section 2.
package enum LaTeXCharacters {
  /// What a command without an argument stands for, by its name without the backslash: `ss`, `textendash`, `&`; nil
  /// where it stands for no character.
  package static func symbol(_ command: String) -> String? { symbols[command] }

  /// The longest run of plain characters at the start of `text` that LaTeX prints as another one, `---` or a tie `~`,
  /// and what it prints.
  package static func ligature(at text: Substring.UnicodeScalarView) -> (spelling: String, text: String)? {
    ligatures.first { text.starts(with: $0.spelling.unicodeScalars) }
  }

  /// How a character has to be written; nil where it stands for itself.
  static func spelling(of scalar: Unicode.Scalar) -> String? { spellings[scalar] }

  /// Every row's spelling and what is read of it, accents included.
  package static var all: [(spelling: String, text: String)] {
    written + read + words.map { ("\\\($0)", $1) }
      + LaTeXAccent.all.flatMap { accent in
        accent.composed.map { ("\\\(accent.command){\($0.key)}", String($0.value)) }
      }
  }

  private static let symbols: [String: String] = {
    var symbols = words
    for (spelling, text) in written + read where spelling.first == "\\" {
      symbols[String(spelling.dropFirst().prefix { $0 != "{" || spelling == "\\{" })] = text
    }
    return symbols
  }()

  private static let ligatures = (written + read).filter { $0.spelling.first != "\\" }.sorted {
    $0.spelling.utf8.count > $1.spelling.utf8.count
  }

  private static let spellings: [Unicode.Scalar: String] = {
    var spellings: [Unicode.Scalar: String] = ["\u{202F}": "\\,", "\u{200B}": ""]
    for (spelling, text) in written {
      for scalar in text.unicodeScalars { spellings[scalar] = spelling }
    }
    return spellings
  }()

  /// Characters that cannot stand for themselves in LaTeX, or are better not left to do so.
  private static let written: [(spelling: String, text: String)] = [
    ("\\&", "&"), ("\\%", "%"), ("\\$", "$"), ("\\#", "#"), ("\\_", "_"), ("\\textbraceleft{}", "{"),
    ("\\textbraceright{}", "}"), ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^"), ("\\textbackslash{}", "\\"),
    ("--", "–"), ("---", "—"), ("~", "\u{A0}"), ("``", "“"), ("''", "”"), ("\\dots{}", "…"),
    ("\\textless{}", "<"), ("\\textgreater{}", ">"), ("\\textbar{}", "|"), ("\\,", "\u{2009}"),
    ("\\textasciigrave{}", "`"),
  ]

  /// Spellings that are read and not written.
  private static let read: [(spelling: String, text: String)] = [
    ("\\{", "{"), ("\\}", "}"), ("!`", "¡"), ("?`", "¿"), ("`", "‘"), ("'", "’"),
  ]

  /// Commands by their names, which are read and not written: the characters stand for themselves.
  private static let words: [String: String] = [
    // Letters.
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "textordfeminine": "ª", "textordmasculine": "º",
    // Dashes, dots and quotation marks.
    "textendash": "–", "textemdash": "—", "ldots": "…", "textellipsis": "…", "textbullet": "•",
    "textperiodcentered": "·", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotesinglbase": "‚", "quotedblbase": "„", "guilsinglleft": "‹", "guilsinglright": "›",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "textquotedbl": "\"",
    "textquotesingle": "'", "textexclamdown": "¡", "textquestiondown": "¿", "slash": "/",
    // Signs.
    "textpercent": "%", "textperthousand": "‰", "textdollar": "$", "textunderscore": "_", "textdegree": "°",
    "textmu": "µ", "textpm": "±", "texttimes": "×", "textdiv": "÷", "textonehalf": "½", "textonequarter": "¼",
    "textthreequarters": "¾", "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³", "S": "§",
    "textsection": "§", "P": "¶", "textparagraph": "¶", "dag": "†", "textdagger": "†", "ddag": "‡",
    "textdaggerdbl": "‡", "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "pounds": "£", "textsterling": "£", "texteuro": "€", "euro": "€", "textyen": "¥", "textcent": "¢",
    "textnumero": "№",
    // Names of programs.
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX",
  ]
}
