import IbidModel

/// What the commands and environments of LaTeX mean for a reader of its prose.
enum LaTeXTables {
  /// Commands whose argument is no text.
  static let silent: Set<String> = [
    "label", "ref", "eqref", "autoref", "cref", "pageref", "nocite", "bibliography", "bibliographystyle", "input",
    "include", "includegraphics", "usepackage", "vspace", "hspace", "index", "thanks", "author", "date", "affil",
    "pagestyle", "setlength", "newcommand", "renewcommand", "graphicspath", "addbibresource", "hypersetup",
    "footnotemark",
  ]

  /// Commands that stand for characters.
  static let words: [String: String] = [
    "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "ss": "ß", "ae": "æ", "oe": "œ", "o": "ø",
    "l": "ł", "aa": "å", "AA": "Å", "O": "Ø", "L": "Ł", "i": "ı", "LaTeX": "LaTeX", "TeX": "TeX", "textquoteright": "’",
    "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "textpercent": "%", "textdegree": "°",
  ]

  /// Environments that hold no prose.
  static let verbatim: Set<String> = [
    "verbatim", "lstlisting", "minted", "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math",
    "tikzpicture", "comment", "alltt", "algorithm", "algorithmic",
  ]

  /// Accents by the symbol behind the backslash, as combining marks.
  static let accents: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "'"): "\u{301}", UInt8(ascii: "`"): "\u{300}", UInt8(ascii: "\""): "\u{308}",
    UInt8(ascii: "^"): "\u{302}",
    UInt8(ascii: "~"): "\u{303}", UInt8(ascii: "="): "\u{304}", UInt8(ascii: "."): "\u{307}",
  ]
}
