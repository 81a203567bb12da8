import IbidFormats
import IbidModel
import TestSupport
import Testing

struct BibTeXWriterTests {
  @Test("Entries are written as their program reads them", arguments: ["bibtex", "biblatex"])
  func writesEntries(dialect: String) throws {
    let fixtures = Fixtures()
    let items = CSLJSONReader.items(in: try fixtures.bytes("bibtex.csl.json")).items
    var writer = BibTeXWriter(dialect == "bibtex" ? .bibtex : .biblatex)
    try fixtures.expect(writer.text(of: items), equals: "expected.\(dialect).bib")
  }

  @Test("Keys that BibTeX would take for one get letters, in the order of the entries")
  func keysAreUnique() {
    let items = ["a b", "ab", "a~b", "c", "", ","].map { Item(id: $0, type: .book) }
    var writer = BibTeXWriter(.bibtex)
    let entries = writer.text(of: items).split(separator: "\n").filter { $0.hasPrefix("@") }
    #expect(entries == ["@book{ab,", "@book{aba,", "@book{abb,", "@book{c,", "@book{item,", "@book{itema,"])
  }

  @Test(
    "A name's parts are braced where BibTeX would take them apart as they are written",
    arguments: [
      (Name(family: "Garcia Lopez", given: "Ann"), "Garcia Lopez, Ann"),
      (Name(family: "Lopez of Leon", given: "Ann"), "{Lopez of Leon}, Ann"),
      // Blanks that BibTeX or others know, and letters behind a mark.
      (Name(family: "Lopez\u{A0}of\u{A0}Leon", given: "Ann"), "{Lopez of Leon}, Ann"),
      (Name(family: "Lopez\u{3000}of\u{3000}Leon", given: "Ann"), "{Lopez\u{3000}of\u{3000}Leon}, Ann"),
      (Name(family: "Lopez \u{301}of Leon", given: "Ann"), "{Lopez \u{301}of Leon}, Ann"),
      // Blanks that do not break are plain ones in names; a command has a small letter.
      (Name(family: "Lopez\u{2009}Leon", given: "Ann\u{202F}B."), "Lopez Leon, Ann B."),
      (Name(family: "Lopez <x Leon", given: "Ann"), #"{Lopez \textless{}x Leon}, Ann"#),
      (Name(family: "<Lopez", given: "Ann"), #"\textless{}Lopez, Ann"#),
      (Name(family: "Lopez", given: "Ann\u{A0}AND Eve"), "Lopez, {Ann AND Eve}"),
      (Name(family: "Lopez\u{A0}Leon"), "{Lopez Leon}"), (Name(family: "Lopez"), "Lopez"),
    ])
  func bracesNames(name: Name, text: String) {
    var item = Item(id: "a", type: .book)
    item[names: .author] = [name]
    #expect(written(item).contains("  author = {\(text)},\n"), "\(written(item))")
  }

  @Test("A keyword whose narrow blank has a comma stays one, and a note keeps a mark that stands first")
  func keepsKeywords() {
    var item = Item(id: "a", type: .book)
    item[.keyword] = "sea\u{2009}salt"
    #expect(written(item).contains(#"keywords = {{sea\,salt}}"#))
    item[.keyword] = "sea\u{2009}salt; lakes"
    #expect(written(item).contains(#"keywords = {{sea\,salt}, lakes}"#))
    item[.keyword] = "sea, salt"
    #expect(written(item).contains("keywords = {sea, salt}"))
    item[.note] = "\u{301}a"
    #expect(written(item).contains("{\u{301}a}"))
  }

  @Test("Each entry's braces pair, whatever its texts", arguments: [BibTeXDialect.bibtex, .biblatex])
  func bracesPair(dialect: BibTeXDialect) {
    var numbers = SystemIndependentNumbers(state: 11)
    let pieces = [
      "{", "}", "\\", "\"", "%", "$", "<i>", "</i>", "<sub>", "</b>", "<span class=\"nocase\">", "</span>", "\u{301}",
      "{\u{301}",
      "}\u{301}", "\u{202E}", " ", "a", "DNA", "mRNA", "ß", ",", "and", "@book{", "\u{2009}", "\n",
    ]
    for _ in 0..<3_000 {
      let texts = (0..<10).map { _ in
        (0...numbers.next(below: 8)).map { _ in pieces[numbers.next(below: pieces.count)] }.joined()
      }
      var item = Item(id: texts[0], type: [.articleJournal, .chapter, .report][numbers.next(below: 3)])
      item.set(.title, richText: texts[1])
      item.set(.containerTitle, richText: texts[2])
      for (variable, text) in zip([Variable.note, .abstract, .keyword, .publisher, .URL], texts[3...]) {
        item[variable] = text
      }
      item[names: .author] = [Name(family: texts[8], given: texts[9]), Name(literal: texts[9])]
      item[.language] = ["en", "de"][numbers.next(below: 2)]
      item[custom: "bibtex"] = .object([JSONMember("file", .string(texts[0]))])
      var depth = 0
      for byte in written(item, dialect).utf8 where depth >= 0 {
        depth += byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0
      }
      #expect(depth == 0, "\(texts)")
    }
  }

  private func written(_ item: Item, _ dialect: BibTeXDialect = .bibtex) -> String {
    var writer = BibTeXWriter(dialect)
    return writer.text(of: [item])
  }
}
