import IbidArticles
import IbidModel
import Testing

/// The record by which a manuscript in a markup of its own is cited.
struct SelfDescriptionMarkupTests {
  private static let ada = Name(family: "Okafor", given: "Ada")
  private static let ben = Name(family: "Lindqvist", given: "Ben")

  private func item(_ text: String, _ path: String) throws -> Item {
    try SelfDescription.item(of: Array(text.utf8), path: path)
  }

  @Test(
    "LaTeX's authors, as each class takes them",
    arguments: [
      #"\author{Ada Okafor \and Ben Lindqvist}"#,
      #"\author{Ada Okafor\thanks{Supported by \textbf{nobody}.} \and Ben~Lindqvist}"#,
      #"\author{Ada Okafor\\ University of Salt \and Ben Lindqvist\\ \texttt{ben@salt.example}}"#,
      "\\author{\n  Ada Okafor$^{1,*}$, % the first\n  Ben Lindqvist$^2$\n}",
      #"\author[1]{Ada Okafor} \author[2,3]{Ben Lindqvist} \affil[1]{Salt}"#,
      #"\author*[1]{\fnm{Ada} \sur{Okafor}}\email{a@b.c} \author[2]{\fnm{Ben} \sur{Lindqvist}}"#,
      #"\author{\IEEEauthorblockN{Ada Okafor} \IEEEauthorblockA{Salt\\Norway} \and \IEEEauthorblockN{Ben Lindqvist}}"#,
      #"\author[A. Okafor \and B. Lindqvist]{Ada Okafor\inst{1}\orcidID{0000-1111-2222-3333} \and Ben Lindqvist\inst{2}}"#,
      #"\author{Ada Okafor and Ben Lindqvist}"#,
    ])
  func latex(authors: String) throws {
    let text =
      "\\documentclass{article}\n\\newcommand{\\x}{\\author}\n\\title{On Salt}\n\\date{3 May 2024}\n\(authors)\n"
      + "\\begin{document}\\maketitle\nSalt is white.\n\\end{document}\n"
    let item = try item(text, "a.tex")
    #expect(item[.title] == "On Salt" && item[date: .issued] == CSLDate(2024, 5, 3))
    #expect(item[names: .author] == [Self.ada, Self.ben])
  }

  @Test("LaTeX's accents in names, a body, and a date that is none")
  func latexDetails() throws {
    let text =
      #"\documentclass{article}\title{Salt}\author{Zo\"e M\"uller \and {The Salt Group}}\date{\today}\keywords{salt, snow}"#
      + #"\begin{document}Salt is white.\end{document}"#
    let item = try item(text, "a.tex")
    #expect(item[names: .author].first == Name(family: "Müller", given: "Zoë") && item[names: .author].count == 2)
    #expect(item[date: .issued] == nil && item[.keyword] == "salt; snow")
  }

  @Test(
    "Org's keywords",
    arguments: [
      ("#+AUTHOR: Ada Okafor, Ben Lindqvist\n", "<2024-05-03 Fri>"),
      ("#+author: Ada Okafor\n#+author: Ben Lindqvist\n", "2024-05-03"),
      ("#+Author: Ada Okafor and Ben Lindqvist\n", "[2024-05-03]"),
    ])
  func org(authors: String, date: String) throws {
    let item = try item("#+TITLE: On Salt\n\(authors)#+DATE: \(date)\n\nSalt is white.\n", "a.org")
    #expect(item[.title] == "On Salt" && item[date: .issued] == CSLDate(2024, 5, 3))
    #expect(item[names: .author] == [Self.ada, Self.ben])
  }

  @Test(
    "Typst's document and the templates that are shown",
    arguments: [
      #"#set document(title: "On Salt", author: ("Ada Okafor", "Ben Lindqvist"), date: datetime(year: 2024, month: 5, day: 3))"#,
      """
      #show: salt.with(
        title: [On _Salt_],
        // who wrote it
        authors: (
          (name: "Ada Okafor", affiliation: "Salt (Norway)", email: "a@b.c"),
          (name: [Ben Lindqvist]),
        ),
        abstract: [Of #emph[salt], "quoted".],
        date: "2024-05-03",
      )
      """,
      """
      #show: doc => conf(title: "On Salt", author: "Ada Okafor, Ben Lindqvist", date: datetime(day: 3, month: 5, year: 2024), doc)
      """,
      """
      #show: ieee.with(title: [On Salt], date: [3 May 2024],
        authors: ((first-name: "Ada", last-name: "Okafor"), (given: "Ben", family: "Lindqvist")))
      """,
    ])
  func typst(head: String) throws {
    let item = try item(head + "\n\n= Salt\n\nSalt is white.\n", "a.typ")
    #expect(item[.title] == "On Salt" && item[date: .issued] == CSLDate(2024, 5, 3))
    #expect(item[names: .author] == [Self.ada, Self.ben])
  }

  @Test("A call that is not closed, or too deep, ends the reading", arguments: ["(", "((", "(\"", "([", "(a: ", "(a("])
  func typstBroken(call: String) throws {
    _ = try item(
      "#set document\(call)" + String(repeating: "(", count: 2000) + "\n\n= Salt\n\nSalt is white.\n", "a.typ")
  }

  @Test(
    "AsciiDoc's header",
    arguments: [
      "Ada Okafor <ada@salt.example>; Ben Lindqvist\nv1.2, 2024-05-03: for readers\n",
      "Ada Okafor; Ben Lindqvist\n2024-05-03\n",
      ":author: Ada Okafor\n:authors: Ben Lindqvist\n:revdate: 2024-05-03\n",
    ])
  func asciiDoc(header: String) throws {
    let item = try item("= On Salt\n\(header)\nSalt is white.\n", "a.adoc")
    #expect(item[.title] == "On Salt" && item[date: .issued] == CSLDate(2024, 5, 3))
    #expect(item[names: .author] == [Self.ada, Self.ben])
  }

  @Test(
    "reStructuredText's bibliographic fields",
    arguments: [
      ":Author: Ada Okafor <a@b.c>, Ben Lindqvist\n", ":Authors: - Ada Okafor\n          - Ben Lindqvist\n",
      ":Authors:\n  Ada Okafor; Ben Lindqvist\n",
      ".. sectionauthor:: Ada Okafor <a@b.c>\n.. sectionauthor:: Ben Lindqvist <b@b.c>\n\n",
    ])
  func reStructuredText(fields: String) throws {
    let item = try item("On Salt\n=======\n\n\(fields):Date: 2024-05-03\n\nSalt is white.\n", "a.rst")
    #expect(item[.title] == "On Salt" && item[date: .issued] == CSLDate(2024, 5, 3))
    #expect(item[names: .author] == [Self.ada, Self.ben])
  }
}
