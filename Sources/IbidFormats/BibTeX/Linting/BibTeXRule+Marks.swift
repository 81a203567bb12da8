import IbidModel

extension BibTeXRule {
  static let unescapedAmpersand = BibTeXRule(
    id: "unescaped-ampersand", severity: .error, summary: "An ampersand without a backslash",
    explanation: """
      LaTeX takes `&` for the next column of a table and stops: «Misplaced alignment tab character».
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt ⟦&⟧ snow},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt \\& snow},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt \\& snow at $a & b$},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
    ])

  static let unescapedPercent = BibTeXRule(
    id: "unescaped-percent", severity: .error, summary: "A per cent sign without a backslash",
    explanation: """
      LaTeX takes what stands behind `%` for a remark, the closing brace among it. Fields that are not printed or are addresses (abstract, url, file) may have it.
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Up by 5⟦%⟧ a year},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Up by 5\\% a year},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  url = {https://example.org/a%20b},\n  year = {2020}\n}\n"
      ),
    ])

  static let unescapedHash = BibTeXRule(
    id: "unescaped-hash", severity: .error, summary: "A number sign without a backslash",
    explanation: "LaTeX takes `#` for the argument of a macro and stops.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Track ⟦#⟧9},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Track \\#9},\n  journal = {Pain},\n  year = {2020}\n}\n")
    ])

  static let unescapedUnderscore = BibTeXRule(
    id: "unescaped-underscore", severity: .error, summary: "An underscore outside of a formula",
    explanation: "LaTeX takes `_` for an index and stops: «Missing $ inserted».",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {The file a⟦_⟧b},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {The file a\\_b},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  note = {At \\url{https://example.org/a_b}, $a_b$},\n  year = {2020}\n}\n"
      ),
    ])

  static let oddDollar = BibTeXRule(
    id: "odd-dollar", severity: .error, summary: "A dollar sign without a partner",
    explanation: "A formula is opened and not closed. A price is written `\\$5`.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {It costs ⟦$⟧5},\n  journal = {Pain},\n  year = {2020}\n}\n"),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {It costs \\$5 for $x$},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
    ])

  static let unbalancedBraces = BibTeXRule(
    id: "unbalanced-braces", severity: .error, summary: "A brace or quotation mark without a partner",
    explanation: """
      BibTeX counts braces, also those behind a backslash. One too few takes the fields behind it into the value; one too many ends the entry before its time.
      """,
    examples: [
      .init("@article{lee,\n  author = {Lee, Ann},\n  title = ⟦{⟧Salt,\n  journal = {Pain},\n  year = {2020}\n}\n"),
      .init("@article{lee,\n  author = {Lee, Ann},\n  title = {Salt}⟦}⟧,\n  journal = {Pain},\n  year = {2020}\n}\n"),
      .init("@article{lee,\n  author = {Lee, Ann},\n  title = \"Salt⟦}⟧\",\n  journal = {Pain},\n  year = {2020}\n}\n"),
    ])

  static let quoteInQuotes = BibTeXRule(
    id: "quote-in-quotes", severity: .error, summary: "A quotation mark within a value that such marks stand around",
    explanation: """
      BibTeX ends the value at the second mark. Braces around the value, or `{"}`, mend it.
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = \"The ⟦\"⟧salt\" of life\",\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {The \"salt\" of life},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = \"The {\"}salt{\"} of life\",\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
    ])

  static let missingComma = BibTeXRule(
    id: "missing-comma", severity: .error, summary: "No comma behind a field or a key",
    explanation: "BibTeX drops the rest of the entry: «I was expecting a `,' or a `}'».",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt⟦}⟧\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended: "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"),
      .init(
        "@article{le⟦e⟧\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended: "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"),
    ])

  static let strayText = BibTeXRule(
    id: "stray-text", severity: .error, summary: "Text where a field, a comma or the entry’s end belongs",
    explanation: "BibTeX skips what is left of the entry. Words need braces around them.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt} ⟦o⟧f life,\n  journal = {Pain},\n  year = {2020}\n}\n"),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = ⟦Salt of life⟧,\n  journal = {Pain},\n  year = {2020}\n}\n"),
    ])

  static let cutOff = BibTeXRule(
    id: "cut-off", severity: .error, summary: "A file that ends inside of an entry",
    explanation: """
      The file was not copied or loaded whole; entries behind the last one are lost, too.
      """,
    examples: [
      .init("@book{lee,\n  author = {Lee, Ann},\n  title = {The salt of the eart⟦h⟧")
    ])

  static let wrongEncoding = BibTeXRule(
    id: "wrong-encoding", severity: .warning, summary: "Bytes or letters of another encoding",
    explanation: """
      biber and LaTeX read UTF-8. A byte of Latin-1 stops them, and «Ã©» is an «é» that was read in a wrong encoding and written again. Where the file’s first line names its encoding (`% Encoding: ISO-8859-1`), as JabRef writes it, that one is used.
      """,
    examples: [
      .init("@article{lee,\n  author = {M⟦Ã¼⟧ller, Jo},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"),
      .init("@article{lee,\n  author = {Müller, Jo},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"),
    ])

  static let controlCharacter = BibTeXRule(
    id: "control-character", severity: .warning, summary: "A character that is not seen",
    explanation: """
      Control characters come from other programs’ clipboards and databases. LaTeX stops at some of them, and prints none.
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt⟦\u{7}⟧ and snow},\n  journal = {Pain},\n  year = {2020}\n}\n"
      )
    ])

  static let noBreakSpace = BibTeXRule(
    id: "no-break-space", severity: .info, summary: "A no-break space",
    explanation: "Many styles and sort orders do not know it; LaTeX’s is `~`.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt⟦\u{A0}⟧and snow},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt~and snow},\n  journal = {Pain},\n  year = {2020}\n}\n"
      )
    ])

  static let decomposedAccent = BibTeXRule(
    id: "decomposed-accent", severity: .info, summary: "An accent that stands apart from its letter",
    explanation: """
      macOS writes such letters in names of files. They are not found by a search, sort wrongly, and LaTeX does not set them.
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Andr⟦e\u{301}⟧, Jo},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended: "@article{lee,\n  author = {André, Jo},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n")
    ])

  static let htmlEntity = BibTeXRule(
    id: "html-entity", severity: .warning, summary: "A character as HTML writes it",
    explanation: "Exports of databases have them. LaTeX stops at the ampersand.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt ⟦&amp;⟧ snow},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt \\& snow},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt ⟦&ndash;⟧ snow},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt – snow},\n  journal = {Pain},\n  year = {2020}\n}\n"),
    ])
}
