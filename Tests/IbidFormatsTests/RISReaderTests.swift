import IbidFormats
import IbidModel
import Testing

struct RISReaderTests {
  private func read(_ text: String) throws -> (items: [Item], summary: ReadingSummary) {
    try read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) throws -> (items: [Item], summary: ReadingSummary) {
    var input = try ByteInput.memory(bytes, path: "x.ris")
    var items: [Item] = []
    let read = try #require(RecordFormat.ris.read)
    let summary = try read(&input, ReadingOptions()) { items.append($0) }
    return (items, summary)
  }

  private func item(_ type: String, _ lines: String...) throws -> Item {
    try #require(try read("TY  - \(type)\n" + lines.joined(separator: "\n") + "\nER  - \n").items.first)
  }

  @Test("A record of a type alone says nothing")
  func rejectsEmpty() throws {
    let (items, summary) = try read("TY  - JOUR\nER  - \n\nTY  - JOUR\nTI  - Salt\nER  - \n")
    #expect(items.count == 1 && summary.rejected == 1)
    #expect(summary.problems.map(\.message) == ["the record says nothing"])
  }

  @Test(
    "A note in HTML is a person's own, and is text; one that is none is the record's",
    arguments: [
      ("<p>Ask <b>Ann</b> &amp; Bo</p><p>twice</p>", nil, "Ask Ann & Bo\n\ntwice"),
      ("<div class=\"z\"><h1>Salt</h1>low</div>", nil, "Salt\nlow"), ("p < .05", "p < .05", nil),
      ("<5 mg", "<5 mg", nil), ("see <p>", "see <p>", nil),
    ] as [(String, String?, String?)])
  func readsNotes(value: String, note: String?, own: String?) throws {
    let item = try item("JOUR", "TI  - Salt", "N1  - \(value)")
    #expect(item[.note] == note && item[.annote] == own)
    let makeWriter = try #require(RecordFormat.ris.makeWriter)
    var writer = try makeWriter(WritingOptions())
    #expect(writer.text(of: [item]).contains("N1  - \(value)\n"))
  }

  @Test(
    "Tags find their variables, as the kind of work has it",
    arguments: [
      ("JOUR", "T2  - J Salt", Variable.containerTitle, "J Salt"),
      ("BOOK", "T2  - Salt Series", .collectionTitle, "Salt Series"),
      ("CHAP", "BT  - Handbook", .containerTitle, "Handbook"), ("CHAP", "T3  - Series", .collectionTitle, "Series"),
      ("JOUR", "SN  - 12345679 (ISSN)", .ISSN, "1234-5679"),
      ("BOOK", "SN  - 978-0-306-40615-7", .ISBN, "978-0-306-40615-7"),
      ("JOUR", "SN  - 1234-567x; 978-0-306-40615-7", .ISSN, "1234-567X"), ("RPRT", "SN  - TR-7", .number, "TR-7"),
      ("JOUR", "DO  - https://doi.org/10.5555/Salt", .DOI, "10.5555/Salt"),
      ("JOUR", "N1  - doi: 10.5555/n", .DOI, "10.5555/n"),
      ("JOUR", "M3  - doi:10.5555/m", .DOI, "10.5555/m"),
      ("JOUR", "UR  - http://dx.doi.org/10.5555/u", .DOI, "10.5555/u"),
      ("JOUR", "N2  - Text", .abstract, "Text"), ("JOUR", "AB  - One\n\nTwo", .abstract, "One\n\nTwo"),
      ("JOUR", "TI  - Salt <i>in vivo</i>", .title, "Salt in vivo"), ("JOUR", "TI  - p <b> 3", .title, "p <b> 3"),
      ("JOUR", "SP  - 12\nEP  - 19", .page, "12-19"), ("JOUR", "SP  - 512\nEP  - 9", .page, "512-519"),
      ("JOUR", "SP  - 12-9", .page, "12-19"), ("JOUR", "SP  - 3\nEP  - 3", .page, "3"),
      ("JOUR", "SP  - 9\nEP  - +", .page, "9+"),
      ("BOOK", "SP  - 312", .numberOfPages, "312"), ("JOUR", "C7  - e107", .page, "e107"),
      ("JOUR", "C7  - e107", .number, "e107"),
      ("JOUR", "KW  - a\nKW  - b", .keyword, "a; b"), ("JOUR", "KW  - a; b", .keyword, "a; b"),
      ("JOUR", "KW  - a\nb", .keyword, "a; b"), ("JOUR", "LA  - German", .language, "de"),
      ("JOUR", "LA  - eng", .language, "en"),
      ("JOUR", "DB  - Ovid MEDLINE(R)\nAN  - 31234567", .PMID, "31234567"),
      ("JOUR", "AN  - MEDLINE:31234567", .PMID, "31234567"),
      ("JOUR", "U1  - 31234567 [PMID]", .PMID, "31234567"), ("JOUR", "C2  - 31234567\nDB  - Scopus", .PMID, "31234567"),
      ("JOUR", "C2  - PMC1234567", .PMCID, "PMC1234567"), ("JOUR", "J2  - J Salt", .containerTitle, "J Salt"),
      ("JOUR", "JF  - Journal of Salt\nJO  - J Salt", .containerTitleShort, "J Salt"),
      ("THES", "PB  - U", .publisher, "U"),
      ("THES", "M3  - PhD thesis", .genre, "PhD thesis"),
      ("CONF", "T2  - 3rd Salt Days\nC3  - Proceedings", .eventTitle, "3rd Salt Days"),
      ("INPR", "TI  - A", .status, "in press"), ("COMP", "ET  - 2.1", .version, "2.1"),
      ("BOOK", "M1  - 7", .collectionNumber, "7"),
      ("JOUR", "UR  - https://a.org/x\nhttps://b.org", .URL, "https://a.org/x"),
      ("JOUR", "ST  - B\nTI  - A", .titleShort, "B"),
    ])
  func variables(type: String, lines: String, variable: Variable, value: String) throws {
    #expect(try item(type, lines)[variable] == value)
  }

  @Test(
    "What says nothing of a work is no variable",
    arguments: [
      ("SP  - No\nEP  - Specified", Variable.page), ("SP  -\nVL  - 3", .page), ("M3  - Article", .genre),
      ("N1  - Cited By :44", .note),
      ("N1  - Export Date: 1 April 2016", .note), ("ST  - A\nTI  - A", .titleShort), ("TI  - A\nST  - A", .titleShort),
      ("C7  - search, search", .number), ("AN  - 31234567", .PMID), ("UR  - ORCID: 0000-0003-1124-2999", .URL),
      ("SN  - kmptns", .ISSN),
    ])
  func noVariable(lines: String, variable: Variable) throws { #expect(try item("JOUR", lines)[variable] == nil) }

  @Test(
    "Dates are read in all their forms",
    arguments: [
      ("PY  - 2023", CSLDate(2023)), ("PY  - 2023/07/05/", CSLDate(2023, 7, 5)), ("PY  - 2023/07//", CSLDate(2023, 7)),
      ("Y1  - 2023///", CSLDate(2023)), ("Y1  - 2023//", CSLDate(2023)),
      ("PY  - 2023///Spring", CSLDate(.init(year: 2023, season: 1))),
      ("PY  - 2023\nDA  - 2023/07//undefined", CSLDate(2023, 7)), ("PY  - 2023\nDA  - JUN 9", CSLDate(2023, 6, 9)),
      ("DA  - SEP\nPY  - 2023", CSLDate(2023, 9)), ("PY  - 2023\nDA  - SPR", CSLDate(.init(year: 2023, season: 1))),
      ("PY  - 2023\nDA  - APR-JUN", CSLDate(.init(year: 2023, month: 4), through: .init(year: 2023, month: 6))),
      ("PY  - 2023\nDA  - 2022/11/30", CSLDate(2023)), ("DA  - 2023 JUL 4", CSLDate(2023, 7, 4)),
      ("PY  - 2023-07-04", CSLDate(2023, 7, 4)),
      ("DA  - 04/07/2023", CSLDate(2023, 7, 4)), ("PY  - in press", CSLDate(literal: "in press")),
      ("PY  - 2023/13/40", CSLDate(2023)),
    ])
  func dates(lines: String, date: CSLDate) throws { #expect(try item("JOUR", lines)[date: .issued] == date) }

  @Test(
    "Names are taken apart at commas, or at their initials; bodies stay whole",
    arguments: [
      ("Ost, Wera", Name(family: "Ost", given: "Wera")), ("Ost,Wera", Name(family: "Ost", given: "Wera")),
      ("Ost, W., Jr.", Name(family: "Ost", given: "W.", suffix: "Jr.")),
      ("Ost, Jr., W.", Name(family: "Ost", given: "W.", suffix: "Jr.")),
      ("Ost W.", Name(family: "Ost", given: "W.")), ("Ost W.-J. B.", Name(family: "Ost", given: "W.-J. B.")),
      ("van der Ost WJ", Name(family: "van der Ost", given: "WJ")),
      ("Van der Ost WJ Jr", Name(family: "Van der Ost", given: "WJ", suffix: "Jr")),
      ("Østby Ł", Name(family: "Østby", given: "Ł")), ("Plato", Name(family: "Plato")),
      ("Salt Study Group", Name(literal: "Salt Study Group")),
      ("Salt Research Network UK", Name(literal: "Salt Research Network UK")),
      ("Salt Board,", Name(literal: "Salt Board")),
      ("Salt Board,, Lakes Division", Name(literal: "Salt Board, Lakes Division")), (", Wera", Name(literal: "Wera")),
    ])
  func names(value: String, name: Name) throws {
    #expect(try item("JOUR", "A1  - " + value)[names: .author] == [name])
    #expect(try item("JOUR", "ED  - " + value)[names: .editor] == [name])
  }

  @Test(
    "Records end at ER, at the next TY, or with the file, whatever stands between",
    arguments: [
      ("TY  - JOUR\nTI  - One\nER  -\nTY  - JOUR\nTI  - Two\nER", ["One", "Two ER"]),
      ("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two", ["One", "Two"]),
      ("1.\nTY  - JOUR\nTI  - One\nER  - x\n2.\n", ["One"]),
      ("\u{FEFF}TY  - JOUR\r\nTI  - One\r\nER  - \r\n", ["One"]), ("TY  - JOUR\rTI  - One\rER  - \r", ["One"]),
      (" TY  - JOUR\n TI  - One\n ER  - \n", ["One"]), ("TY - JOUR\nTI - One\nER -\n", ["One"]),
      ("TY\t- JOUR\nTI\t- One\nER\t-\n", ["One"]),
      ("TY  -JOUR\nTI  -One\nER  -\n", ["One"]), ("TI  - One\nJO  - J\nER  - \n", ["One"]),
      ("TY  - JOUR\nTI  - One UV\nUV - light\nER  - \nNL  - J\n\nLink: x\n", ["One UV UV - light"]),
    ])
  func records(text: String, titles: [String]) throws {
    let (items, summary) = try read(text)
    #expect(items.map { $0[.title] } == titles)
    #expect(summary.rejected == 0)
  }

  @Test("Lines between records, unknown tags and types, and a missing TY are said once each")
  func problems() throws {
    let text = """
      Provider: x
      Content: y
      TY  - JOUR
      TI  - One
      QQ  - kept
      ER  - 
      C1  - Database
      TY  - SALT
      QQ  - kept too
      ER  - 
      TI  - Three
      JO  - J
      ER  - 
      TY  -
      ER  - 
      """
    let (items, summary) = try read(text)
    #expect(items.map(\.type) == [.articleJournal, .document, .articleJournal])
    #expect(
      summary.problems.map { "\($0.line) \($0.outcome) \($0.message)" } == [
        "14 rejected the record says nothing",
        "1 kept 3 lines stand in no record and are left out; the first: “Provider: x”",
        "11 kept 1 record has no TY; what names a journal is read as its article, all else as a document",
        "8 kept “SALT” is no type of RIS's; read as a document (1)",
        "3 kept no tags of RIS's, kept as they are: QQ (2)",
      ])
    #expect(summary.unheld == ["QQ": 2])
    #expect(items[0][custom: "ris"]?["QQ"] == .array(["kept"]))
  }

  @Test("Values that are no UTF-8 are Windows-1252, each by itself")
  func encodings() throws {
    var bytes = Array("TY  - JOUR\nTI  - Caf".utf8)
    bytes += [0xE9, 0x20, 0x96]
    bytes += Array("\nAU  - Øst, W\nER  - \n".utf8)
    let (items, summary) = try read(bytes)
    #expect(items[0][.title] == "Café –")
    #expect(items[0][names: .author].first?.family == "Øst")
    #expect(summary.problems.map(\.message) == ["some values are no UTF-8; they are read as Windows-1252"])
    let units = Array("\u{FEFF}TY  - JOUR\nTI  - Øst\nER  - \n".utf16)
    let utf16: [UInt8] = units.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try read(utf16).items.map { $0[.title] } == ["Øst"])
  }

  @Test(
    "RIS is recognized by its TY, or by tags and an ER",
    arguments: [
      ("TY  - JOUR\n", true), ("\n1.\nTY  - BOOK\n", true), ("Provider: x\n\nTY  -  JOUR\nTI  - a\n", true),
      ("TI  - a\nAU  - b\nJO  - c\nER  - \n", true), ("hello\n", false), ("", false), ("%0 Book\n", false),
      ("PT J\nTI a\n", false),
    ])
  func recognizes(text: String, isRIS: Bool) throws {
    let recognizes = try #require(RecordFormat.ris.recognizes)
    #expect(recognizes(Array(text.utf8)) == isRIS)
  }
}
