import IbidModel

extension BibTeXRule {
  static let missingKey = BibTeXRule(
    id: "missing-key", severity: .error, summary: "An entry without a key",
    explanation: "Nothing can cite it, and BibTeX skips it.",
    examples: [
      .init("⟦@book⟧{,\n  author = {Lee, Ann},\n  title = {Salt},\n  publisher = {P},\n  year = 2020\n}\n")
    ])

  static let keyCharacters = BibTeXRule(
    id: "key-characters", severity: .warning, summary: "A character that is not safe in a key",
    explanation: """
      BibTeX ends a key at a blank; LaTeX does not take `#`, `%`, `~` or a backslash in one, biber no quotation mark, parenthesis or equals sign; letters beyond ASCII break older programs.
      """,
    examples: [
      .init(
        "@article{lee⟦#⟧2020,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"),
      .init("@article{m⟦ü⟧ller,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"),
    ])

  static let duplicateKey = BibTeXRule(
    id: "duplicate-key", severity: .error, summary: "A key that an entry before has",
    explanation: "BibTeX stops at a «repeated entry», biber takes the first one.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n@article{⟦lee⟧,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"
      )
    ])

  static let keyDiffersByCase = BibTeXRule(
    id: "key-differs-by-case", severity: .error, summary: "A key that differs from another only by case",
    explanation: "BibTeX takes both for one: «case mismatch error».",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n@article{⟦Lee⟧,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"
      )
    ])

  static let crossrefToNothing = BibTeXRule(
    id: "crossref-to-nothing", severity: .warning, summary: "A reference to an entry that the file does not have",
    explanation: "`crossref`, `xref` or `xdata` name a key; what should be inherited is missing.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  crossref = {⟦gone⟧},\n  year = {2020}\n}\n"
      )
    ])

  static let undefinedString = BibTeXRule(
    id: "undefined-string", severity: .warning, summary: "The name of a string that nothing defines",
    explanation: """
      BibTeX leaves the value empty. Words need braces or quotation marks; abbreviations an `@string`.
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  publisher = ⟦nowhere⟧,\n  year = {2020}\n}\n"
      ),
      .init(
        "@string{p = {Press}}\n@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  publisher = p, month = mar,\n  year = {2020}\n}\n"
      ),
    ])
}
