import IbidModel

/// What a command means for a reader of the prose, beside citations and characters.
enum LaTeXCommand {
  case begin, end
  /// The argument is a heading of this level, or a caption.
  case block(Sentence.Setting, level: Int)
  case title, item
  /// The end of a paragraph, or of a line in it.
  case paragraph, line
  /// An entry of `thebibliography`.
  case entry
  case footnote
  /// An address and the words that link to it, or an address alone.
  case link, address
  case verbatim
  /// The argument stands above the line.
  case raised
  /// A command whose argument is no text.
  case silent

  /// The commands by their names without backslash and star.
  static let named: [String: LaTeXCommand] = {
    var commands: [String: LaTeXCommand] = [
      "begin": .begin, "end": .end, "part": .block(.heading, level: 1), "chapter": .block(.heading, level: 1),
      "section": .block(.heading, level: 1), "subsection": .block(.heading, level: 2),
      "subsubsection": .block(.heading, level: 3), "paragraph": .block(.heading, level: 4),
      "subparagraph": .block(.heading, level: 4), "caption": .block(.caption, level: 0), "title": .title,
      "item": .item, "par": .paragraph, "newline": .line, "linebreak": .line, "bibitem": .entry, "footnote": .footnote,
      "endnote": .footnote,
      "footnotetext": .footnote, "href": .link, "url": .address, "nolinkurl": .address, "path": .address,
      "verb": .verbatim, "textsuperscript": .raised,
    ]
    for name in withoutText { commands[name] = .silent }
    return commands
  }()

  private static let withoutText = [
    "label", "ref", "eqref", "autoref", "cref", "pageref", "nocite", "bibliography", "bibliographystyle", "input",
    "include", "includegraphics", "usepackage", "vspace", "hspace", "index", "thanks", "author", "date", "affil",
    "pagestyle", "setlength", "newcommand", "renewcommand", "graphicspath", "addbibresource", "hypersetup",
    "footnotemark",
  ]
}
