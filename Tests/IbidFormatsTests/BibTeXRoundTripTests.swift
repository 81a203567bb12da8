import IbidFormats
import IbidModel
import Testing

struct BibTeXRoundTripTests {
  /// Numbers that are the same in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let pieces = [
    "Salt", "of", "lakes", "NHANES", "mRNA", "{", "}", "{a}", "%", "&", "$", "#", "_", "~", "^", "\\", "<b>", "</i>",
    "<", ">",
    "|", "--", "–", "—", "'", "’", "‘", "“", "”", "`", "e\u{301}", "é", "ß", "שלום", "\u{202E}x", "中文", "$5", "@a{b,",
    "a=b",
    ":", "?", "I", "°C", "and", "others", ",", "\\textit{x}", "3", "...", "…", "''", "Well-Known", "O'Brien",
  ]

  private static func text(_ numbers: inout Numbers) -> String {
    let count = Int.random(in: 1...8, using: &numbers)
    return (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "a" }.joined(separator: " ")
  }

  private static func word(_ numbers: inout Numbers) -> String {
    ["Rand", "O'Hara", "Åberg", "van", "de Silva", "R & D, Co", "Sand and Co", "Li", "x{y", "50%"].randomElement(
      using: &numbers)
      ?? "Rand"
  }

  @Test("What is written is read as it was, whatever its signs", arguments: [BibTeXDialect.bibtex, .biblatex])
  func roundTrip(dialect: BibTeXDialect) throws {
    var numbers = Numbers(state: 7)
    var items: [Item] = []
    for number in 0..<1500 {
      var item = Item(
        id: "k\(number)", type: [.articleJournal, .book, .chapter].randomElement(using: &numbers) ?? .book)
      item[.title] = Self.text(&numbers)
      if item.type != .book { item[.containerTitle] = Self.text(&numbers) }
      item[.abstract] = Self.text(&numbers)
      item[.note] = Self.text(&numbers)
      item[.volume] = "12"
      item[.publisher] = Self.text(&numbers)
      item[names: .author] = (0..<3).map { _ in Name(family: Self.word(&numbers), given: "Ann B.") }
      item[names: .editor] = [Name(literal: Self.text(&numbers))]
      item[date: .issued] = [
        CSLDate(1999, 3, 4), CSLDate(2001), CSLDate(.init(year: 1999, season: 2)), CSLDate(-44),
        CSLDate(.init(year: 1999, month: 5), through: .init(year: 1999, month: 6)),
        CSLDate(.init(year: 1999), through: .init(year: 2001)),
      ].randomElement(using: &numbers)
      item[.DOI] = "10.1000/a_b(\(number))<x>"
      item[.URL] = "https://x.org/a%20b_c?x=1&y=2#z~t"
      items.append(item)
    }
    var writer = BibTeXWriter(dialect)
    let bytes = Array(writer.text(of: items).utf8)
    #expect(BibTeXLint.faults(in: bytes).filter { $0.severity == .error } == [])
    let read = try BibTeXReader.items(in: bytes).items
    #expect(read.count == items.count)
    for (one, other) in zip(items, read) {
      for field in one.texts { #expect(other[field.variable] == field.value, "\(field.variable)") }
      #expect(other.texts.count == one.texts.count)
      #expect(other.nameLists == one.nameLists)
      #expect(other.dates == one.dates)
      #expect(other.type == one.type)
    }
    var again = BibTeXWriter(dialect)
    #expect(Array(again.text(of: read).utf8) == bytes)
  }

  @Test("Rich text, custom fields, remarks and the entry type come back", arguments: [BibTeXDialect.bibtex, .biblatex])
  func keepsTheRest(dialect: BibTeXDialect) throws {
    let text = """
      @comment{jabref-meta: {x}}

      @conference{a,
        author    = {Roe, A. and others},
        title     = {Some {words} of \\textit{{Escherichia} coli} in {H}\\textsubscript{2}{O}},
        booktitle = {Proc},
        file      = {a\\_b:pdf},
        groups    = {x},
      }

      @comment{end}

      """
    let items = try BibTeXReader.items(in: Array(text.utf8)).items
    var writer = BibTeXWriter(dialect)
    #expect(writer.text(of: items) == text)
  }
}
