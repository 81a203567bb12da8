import IbidModel

extension BibTeXRule {
  static let unknownType = BibTeXRule(
    id: "unknown-type", severity: .warning, summary: "A type of entry that BibTeX and biblatex do not know",
    explanation: "It prints as `@misc`. One that is no misspelling weighs less.",
    examples: [
      .init("⟦@artcle⟧{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n")
    ])

  static let unknownField = BibTeXRule(
    id: "unknown-field", severity: .warning, summary: "A field that BibTeX and biblatex do not know",
    explanation: """
      No style prints it. One that is no misspelling weighs less and is told once a file, and those that usual programs add are not told.
      """,
    examples: [
      .init("@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  ⟦jurnal⟧ = {Pain},\n  year = {2020}\n}\n"),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  owner = {Ann},\n  year = {2020}\n}\n"
      ),
    ])

  static let missingField = BibTeXRule(
    id: "missing-field", severity: .warning, summary: "A field that the type of entry asks for is missing",
    explanation: """
      The standard styles warn of it («empty journal in lee»), and the reference has a gap. A file for biblatex needs no publisher.
      """,
    examples: [
      .init("⟦@article⟧{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n}\n")
    ])

  static let fieldTwice = BibTeXRule(
    id: "field-twice", severity: .warning, summary: "A field that stands twice",
    explanation: "BibTeX takes the first one and warns.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  ⟦title⟧ = {Snow},\n  year = {2020}\n}\n"
      )
    ])

  static let monthSpelledOut = BibTeXRule(
    id: "month-spelled-out", severity: .info, summary: "A month by its name in braces",
    explanation: """
      Styles have their own words for the strings `jan` to `dec`, and biber takes numbers or these.
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  month = {⟦March⟧},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  month = mar,\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  month = \"10~\" # mar,\n  year = {2020}\n}\n"
      ),
    ])

  static let unknownMonth = BibTeXRule(
    id: "unknown-month", severity: .warning, summary: "A month that there is not",
    explanation: "",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  month = {⟦Smarch⟧},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  month = ⟦13⟧,\n  year = {2020}\n}\n"
      ),
    ])

  static let badYear = BibTeXRule(
    id: "bad-year", severity: .warning, summary: "A year that is none",
    explanation: "Styles take the last four digits for sorting and labels; biber takes a number.",
    examples: [
      .init("@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {⟦20x4⟧}\n}\n"),
      .init("@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {c. 1850}\n}\n"),
    ])

  static let badDate = BibTeXRule(
    id: "bad-date", severity: .warning, summary: "A day that there is not, or a date that biber does not read",
    explanation: "biblatex’ dates are those of ISO 8601: `2020-03-31`, `2020/2021`, `2020~`.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  urldate = {⟦2021-02-30⟧},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  month = jun, day = ⟦31⟧,\n  year = {2020}\n}\n"
      ),
    ])

  static let pagesDash = BibTeXRule(
    id: "pages-dash", severity: .info, summary: "A range of pages with one hyphen or another dash",
    explanation: """
      Two hyphens make the dash that belongs there, in every style. BibTeX’s standard styles and biber mend the single hyphen.
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  pages = {3⟦-⟧9},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  pages = {3--9},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  pages = {S12⟦–⟧S20},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  pages = {S12--S20},\n  year = {2020}\n}\n"
      ),
    ])

  static let badIsbn = BibTeXRule(
    id: "bad-isbn", severity: .warning, summary: "An ISBN whose check digit is wrong",
    explanation: "A digit is missing or mistyped.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  isbn = {⟦978-3-16-148410-1⟧},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  isbn = {978-3-16-148410-0},\n  year = {2020}\n}\n"
      ),
    ])

  static let badIssn = BibTeXRule(
    id: "bad-issn", severity: .warning, summary: "An ISSN whose check digit is wrong",
    explanation: "A digit is missing or mistyped.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  issn = {⟦0304-3958⟧},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  issn = {0304-3959, 1872-6623},\n  year = {2020}\n}\n"
      ),
    ])

  static let doiAsUrl = BibTeXRule(
    id: "doi-as-url", severity: .warning, summary: "A DOI with `https://doi.org/` or `doi:` before it",
    explanation: "Styles put the address before the DOI themselves: the link then has it twice.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  doi = {⟦https://doi.org/10.1/a⟧},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  doi = {10.1/a},\n  year = {2020}\n}\n"
      )
    ])

  static let doiWithSpace = BibTeXRule(
    id: "doi-with-space", severity: .warning, summary: "A blank in a DOI",
    explanation: "No DOI has one; the link leads nowhere.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  doi = {10.1016/⟦ ⟧j.pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  doi = {10.1016/j.pain},\n  year = {2020}\n}\n"
      )
    ])
}
