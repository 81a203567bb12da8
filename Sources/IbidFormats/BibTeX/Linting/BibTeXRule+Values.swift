import IbidModel

extension BibTeXRule {
  static let namesByCommas = BibTeXRule(
    id: "names-by-commas", severity: .warning, summary: "Names with commas between them",
    explanation: "BibTeX tells names apart by `and`; a comma stands between family and given name.",
    examples: [
      .init(
        "@article{lee,\n  author = {⟦Ann Lee, Bo Kim, Cy Orr⟧},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann and Kim, Jr., Bo},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
    ])

  static let namesBySemicolons = BibTeXRule(
    id: "names-by-semicolons", severity: .warning, summary: "Names with semicolons between them",
    explanation: "BibTeX tells names apart by `and`.",
    examples: [
      .init(
        "@article{lee,\n  author = {⟦Lee, Ann; Kim, Bo⟧},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann and Kim, Bo},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"
      )
    ])

  static let initialsLast = BibTeXRule(
    id: "initials-last", severity: .warning, summary: "Initials where BibTeX takes the family name",
    explanation: """
      A name without a comma ends with the family name: of «Lee AB» BibTeX makes a person whose family is AB. A comma behind the family name says which it is.
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {⟦Lee AB⟧ and ⟦van Dijk C⟧ and others},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, AB and van Dijk, C and others},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"
      )
    ])

  static let duplicateDoi = BibTeXRule(
    id: "duplicate-doi", severity: .warning, summary: "A DOI that an entry before has",
    explanation: "Two entries of one work are cited under two keys, and stand twice in the list of references.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020},\n  doi = {10.1000/a}\n}\n@article{lee2,\n  author = {Lee, A.},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020},\n  doi = {⟦10.1000/A⟧}\n}\n"
      )
    ])

  static let tooManyCommas = BibTeXRule(
    id: "too-many-commas", severity: .error, summary: "A name with more than two commas",
    explanation: "A name is `von Family, Jr, Given` at most.",
    examples: [
      .init(
        "@article{lee,\n  author = {⟦Lee, A, B, C, D⟧},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n")
    ])

  static let trailingAnd = BibTeXRule(
    id: "trailing-and", severity: .warning, summary: "An `and` without a name on one side",
    explanation: "BibTeX makes a name of nothing.",
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann⟦ and⟧},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended: "@article{lee,\n  author = {Lee, Ann},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n")
    ])

  static let andInBody = BibTeXRule(
    id: "and-in-body", severity: .warning, summary: "An `and` within the name of a body",
    explanation: """
      It makes two authors of one, unless braces stand around the name: `{Barnes and Noble Inc.}` Two names of one word
      each, side by side, are told too, as people have given names: `{Marks and Spencer}`
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Food ⟦and⟧ Drug Administration},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
      .init(
        "@misc{lee,\n  author = {Lee, Ann and Marks ⟦and⟧ Spencer},\n  title = {Salt},\n  year = {2020}\n}\n"
      ),
      .init(
        "@misc{lee,\n  author = {Roe and Doe and Poe},\n  title = {Salt},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {{Food and Drug Administration}},\n  title = {Salt},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
    ])

  static let unprotectedCapitals = BibTeXRule(
    id: "unprotected-capitals", severity: .info, summary: "Capitals that styles take away",
    explanation: """
      Styles that print titles in sentence case lower all letters outside of braces: «dna», «parkinson».
      """,
    examples: [
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {The repair of ⟦DNA⟧},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {The repair of {DNA}},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Sleep and pain in ⟦Parkinson⟧ disease},\n  journal = {Pain},\n  year = {2020}\n}\n",
        mended:
          "@article{lee,\n  author = {Lee, Ann},\n  title = {Sleep and pain in {Parkinson} disease},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
      .init(
        "@article{lee,\n  author = {Lee, Ann},\n  title = {Sleep and Pain in Adults},\n  journal = {Pain},\n  year = {2020}\n}\n"
      ),
    ])
}
