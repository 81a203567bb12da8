import IbidFormats
import IbidModel
import IbidText
import TestSupport
import Testing

struct NBIBReaderTests {
  private let fixtures = Fixtures()

  @Test("Every tag finds its variable or fact, as in PubMed's XML")
  func readsEveryTag() throws {
    let (records, summary) = try NBIBReader.records(in: fixtures.bytes("PubMed/works.nbib"), path: "works.nbib")
    let json = JSONValue.array(records.map { $0.item.cslJSON(includingFacts: true) })
    try fixtures.expect(JSONWriter.text(of: json, .pretty) + "\n", equals: "PubMed/works.json")
    #expect(records.map(\.pmid) == ["90000001", "90000003", "90000004"])
    #expect(records.map(\.line) == [2, 50, 62])
    #expect(summary.seen == 3)
    #expect(summary.unknownElements.map(\.name) == ["ZZZ"])
    #expect(summary.problems.isEmpty)
  }

  @Test("Both exports of a work give the same variables")
  func agreesWithXML() throws {
    let nbib = try NBIBReader.records(in: fixtures.bytes("PubMed/works.nbib")).records[0].item
    let xml = try PubMedReader.items(in: fixtures.bytes("PubMed/everything.xml")).items[0]
    for variable: Variable in [.PMID, .PMCID, .volume, .issue, .page, .note, .language, .containerTitle, .ISSN] {
      #expect(nbib[variable] == xml[variable], "\(variable)")
    }
    #expect(nbib[date: .issued] == xml[date: .issued])
    #expect(nbib[date: .availableDate] == xml[date: .availableDate])
    #expect(nbib[names: .author][0].family == "McDonald-Smith")
    #expect(PubMedReading(try #require(nbib.pubmed)).isRetracted)
  }

  @Test("Line ends and blocks do not matter", arguments: ["\n", "\r\n", "\r"])
  func readsLineEnds(end: String) throws {
    let text = try fixtures.text("PubMed/works.nbib").split(separator: "\n", omittingEmptySubsequences: false)
    let records = try NBIBReader.records(in: Array(text.joined(separator: end).utf8)).records
    let plain = try NBIBReader.records(in: fixtures.bytes("PubMed/works.nbib")).records
    #expect(records.map(\.item) == plain.map(\.item))
    #expect(records.map(\.line) == plain.map(\.line))
  }

  @Test(
    "What is no nbib is refused",
    arguments: [("", "x: is empty"), ("hello\n", "x: is no nbib file: no line begins with `PMID-`")])
  func refuses(text: String, message: String) {
    let error = #expect(throws: InputError.self) { try NBIBReader.records(in: Array(text.utf8), path: "x") }
    #expect(error.map(String.init(describing:)) == message)
  }

  @Test(
    "nbib is recognized by its first tag",
    arguments: [
      ("\nPMID- 1\n", true), ("PMID- x\n", false), ("TY  - JOUR\n", false), ("BTI - A book\n", true),
      ("TI  - Sleep\nFAU - Cook, Ann\n", true), ("TI  - Sleep\nAU  - Cook, Ann\n", false),
    ])
  func recognizes(prefix: String, isNBIB: Bool) {
    #expect(NBIBReader.recognizes(Array(prefix.utf8)) == isNBIB)
  }

  private func item(_ lines: String...) throws -> Item {
    let text = "PMID- 1\n" + lines.joined(separator: "\n") + "\n"
    return try #require(NBIBReader.records(in: Array(text.utf8)).records.first?.item)
  }

  private func facts(_ lines: String, _ name: String) throws -> String? {
    try item(lines).pubmed?.value[name].map { JSONWriter.text(of: $0) }
  }

  @Test(
    "Names are taken apart, full ones at their comma, short ones at their initials",
    arguments: [
      ("FAU - Smith, John A Jr", "Smith|John A|Jr"), ("FAU - Smith, John A", "Smith|John A|"),
      ("FAU - Smith, Jr", "Smith|Jr|"),
      ("FAU - Smith, John, 3rd", "Smith|John|3rd"), ("FAU - Plato", "Plato||"), ("FAU - Smith,", "Smith||"),
      ("AU  - van der Berg JA Jr", "van der Berg|JA|Jr"), ("AU  - Berg JA", "Berg|JA|"), ("AU  - Berg Jr", "Berg Jr||"),
      ("AU  - Berg J-PAB", "Berg|J-PAB|"), ("AU  - Berg JPABCD", "Berg JPABCD||"), ("AU  - Berg Ja", "Berg Ja||"),
      ("AU  - Berg", "Berg||"),
      ("AU  - Berg JA IV", "Berg|JA|IV"),
    ])
  func names(line: String, expected: String) throws {
    let name = try #require(try item(line)[names: .author].first)
    #expect([name.family, name.given, name.suffix].map { $0 ?? "" }.joined(separator: "|") == expected)
  }

  @Test("A full name takes the short one behind it along, and what else is said of the author")
  func authors() throws {
    let item = try item(
      "FAU - Weng, Qi", "AU  - Weng Q", "AUID- ORCID: 0000-0002-1825-0097", "AD  - Hall.", "AD  - Lab.", "AU  - Cook A",
      "AU  - Lin B", "AD  - Yard.", "CN  - WHO", "AU  - Kay D", "FAU - Moss, C")
    #expect(item[names: .author].map(\.familyOrLiteral) == ["Weng", "Cook", "Lin", "WHO", "Kay", "Moss"])
    #expect(item[names: .author].map(\.affiliations) == [["Hall.", "Lab."], [], ["Yard."], [], [], []])
    #expect(item[names: .author][0].orcid == "0000-0002-1825-0097")
  }

  @Test(
    "Values with something in brackets are taken apart",
    arguments: [
      ("GR  - R01/HL/NIH/US", "GrantList", #"[{"GrantID":"R01","Acronym":"HL","Agency":"NIH","Country":"US"}]"#),
      ("GR  - R01/12/HL/NIH/US", "GrantList", #"[{"GrantID":"R01/12","Acronym":"HL","Agency":"NIH","Country":"US"}]"#),
      ("GR  - R01/US", "GrantList", #"[{"GrantID":"R01","Country":"US"}]"#),
      ("GR  - R01", "GrantList", #"[{"GrantID":"R01"}]"#),
      ("GR  - R01//NIH/US", "GrantList", #"[{"GrantID":"R01","Agency":"NIH","Country":"US"}]"#),
      ("OT  - *a", "KeywordList", #"[{"Keyword":[{"MajorTopicYN":"Y","text":"a"}]}]"#),
      ("OT  - a", "KeywordList", #"[{"Keyword":[{"text":"a"}]}]"#),
      (
        "CIN - Lancet. PMID: 7", "CommentsCorrectionsList",
        #"[{"RefType":"CommentIn","RefSource":"Lancet.","PMID":"7"}]"#
      ),
      ("UOF - Lancet. PMID: x", "CommentsCorrectionsList", #"[{"RefType":"UpdateOf","RefSource":"Lancet. PMID: x"}]"#),
      (
        "ROF - PMID: 1 PMID: 22.", "CommentsCorrectionsList",
        #"[{"RefType":"RetractionOf","RefSource":"PMID: 1","PMID":"22"}]"#
      ),
      ("EIN - Lancet.", "CommentsCorrectionsList", #"[{"RefType":"ErratumIn","RefSource":"Lancet."}]"#),
      (
        "RN  - 0 (Calcium (ionized))", "ChemicalList",
        #"[{"RegistryNumber":"0","NameOfSubstance":{"text":"Calcium (ionized)"}}]"#
      ),
      ("RN  - 0(x)", "ChemicalList", #"[{"RegistryNumber":"0(x)"}]"#),
      ("RN  - 0 (x", "ChemicalList", #"[{"RegistryNumber":"0 (x"}]"#),
      ("SB  - a<b>&\"c\"", "CitationSubset", #"["a<b>&\"c\""]"#),
    ])
  func values(line: String, name: String, json: String) throws {
    let value = try facts(line, name)
    #expect(value == json)
  }

  @Test(
    "Dates of three words at most are parts, others stay as they are",
    arguments: [
      ("2023 Jan 5", CSLDate(2023, 1, 5)), ("2023 Jan", CSLDate(2023, 1)), ("2023", CSLDate(2023)),
      ("2023 Jan-Feb", CSLDate(.init(year: 2023, month: 1), through: .init(year: 2023, month: 2))),
      ("2023 Spring", CSLDate(.init(year: 2023, season: 1))), ("2023 Jan x", CSLDate(2023, 1)),
      ("Fall 2023", CSLDate(.init(year: 2023, season: 3))),
    ] as [(String, CSLDate)])
  func dates(text: String, date: CSLDate) throws { #expect(try item("DP  - \(text)")[date: .issued] == date) }

  @Test(
    "A line without a tag goes on, behind blank lines only where it is indented",
    arguments: [
      (["TI  - One", "      two", "    three", "AB  - x"], "One two three", 0),
      (["TI  - One", "   two"], "One two", 0),
      (["TI  - One", "\ttwo"], "One two", 0), (["TI  - One", "", "      two", "AB  - x"], "One two", 0),
      (["TI  - One", "      ", "  \ttwo"], "One two", 0), (["TI  -", "      One"], "One", 0),
      (["TI  - One", "", "two", "", "AB  - x"], "One", 1), (["TI  - One", "TOOLONG- 7"], "One TOOLONG- 7", 0),
    ])
  func lines(lines: [String], title: String, stray: Int) throws {
    let text = (["PMID- 1"] + lines + ["DP  - 2020"]).joined(separator: "\n")
    let (records, summary) = try NBIBReader.records(in: Array(text.utf8), path: "p")
    #expect(records.first?.item[.title] == title)
    #expect(summary.problems.count { $0.message.contains("in no record") } == stray)
  }

  @Test("A record begins with a PMID, and behind a blank line with what the one before has once, and has")
  func records() throws {
    let text = "PMID- 1\nTI  - A\nPMID- 2\nTI  - B\n\nAB  - Still B\n\nTI  - C\n\nXX  - y\n\nPMID-\nAD  - Nowhere\n"
    let (records, summary) = try NBIBReader.records(in: Array(text.utf8), path: "p")
    #expect(records.map { $0.item[.title] } == ["A", "B", "C"])
    #expect(records.map { $0.item[.abstract] } == [nil, "Still B", nil])
    #expect(records.map(\.line) == [1, 3, 8])
    #expect(summary.unknownElements.map(\.name) == ["XX"])
    #expect(
      summary.problems.filter { $0.outcome == .rejected } == [
        RecordProblem(outcome: .rejected, path: "p", line: 12, message: "the record has neither PMID nor title")
      ])
  }

  @Test("A book without a PMID behind an article is a record of its own, and so is an article behind it")
  func partsBooks() throws {
    let text = "TI  - Salt.\nAU  - Ost W\n\nBTI - Handbook.\nAU  - Roe J\n\nTI  - Ice.\nAU  - et al.\nAU  - Low C\n"
    let items = try NBIBReader.records(in: Array(text.utf8)).records.map(\.item)
    #expect(items.map { $0[.title] } == ["Salt", "Handbook", "Ice"])
    #expect(items.map { $0[names: .author].map(\.family) } == [["Ost"], ["Roe"], ["Low"]])
    #expect(items.map { $0.isBrokenOff(names: .author) } == [false, false, true])
  }

  @Test("An affiliation before the authors is the first one's; registers stand with their numbers")
  func olderTags() throws {
    let item = try item(
      "AD  - Hall of Salt.", "FAU - Weng, Qi", "AU  - Weng Q", "FAU - Kay, Di", "SI  - GEO/GSE1", "SI  - GEO/GSE2",
      "SI  - ISRCTN/1")
    #expect(item[names: .author].map(\.affiliations) == [["Hall of Salt."], []])
    let banks = item.pubmed?.value["DataBankList"].map { JSONWriter.text(of: $0) }
    #expect(
      banks == #"[{"DataBankName":"GEO","AccessionNumberList":["GSE1","GSE2"]},"#
        + #"{"DataBankName":"ISRCTN","AccessionNumberList":["1"]}]"#)
    let (_, summary) = try NBIBReader.records(in: Array("PMID- 1\nAD  - Nobody's".utf8))
    #expect(summary.unknownElements.map(\.name) == ["AD"])
  }

  @Test("Initials that the first names do not give are kept")
  func initials() throws {
    for (full, short, initials) in [
      ("Weng, Xiaoming", "Weng XM", "XM"), ("Silva, Ana Sá", "Silva AS", nil),
      ("Silva, Ana de Paula", "Silva AP", "AP"),
      ("Roe, Jean-Luc", "Roe JL", nil), ("Roe, J L", "Roe JL", nil), ("Roe, Al", "Roe A", nil),
    ] as [(String, String, String?)] {
      let name = try item("FAU - " + full, "AU  - " + short)[names: .author].first
      #expect(name?.other.first { $0.name == "initials" }?.value.text == initials, "\(full)")
    }
  }

  @Test("Of several ISSNs the first that is none of a group's counts, and a book has its parts")
  func journalsAndBooks() throws {
    let article = try item(
      "IS  - 1111-1111 (Linking)", "IS  - 2222-2222 (Print)", "IS  - 3333-3333 (Electronic)", "TA  - J", "JT  - Journal"
    )
    #expect(article[.ISSN] == "2222-2222")
    #expect(article[.containerTitleShort] == "J")
    #expect(article[.containerTitle] == "Journal")
    let book = try item(
      "BTI - Book", "PB  - P", "PL  - L", "VI  - 7", "VTI - V", "EN  - 2nd", "CTI - Series", "ISBN- 9780306406157",
      "ED  - Cook A", "LA  - ger")
    #expect(book.type == .book)
    let texts: [Variable] = [
      .title, .publisher, .publisherPlace, .volume, .volumeTitle, .edition, .collectionTitle, .ISBN, .language,
    ]
    #expect(texts.map { book[$0] } == ["Book", "P", "L", "7", "V", "2nd", "Series", "9780306406157", "de"])
    #expect(book[names: .editor].map(\.family) == ["Cook"])
    #expect(book[names: .author].isEmpty)
  }

  @Test("A record that is recognized stands within the first forty lines and 4096 bytes")
  func recognizesWithin() {
    for (lines, isNBIB) in [(38, true), (39, true), (40, false)] {
      #expect(NBIBReader.recognizes(Array((String(repeating: "x\n", count: lines) + "PMID- 1").utf8)) == isNBIB)
    }
    for (blanks, isNBIB) in [(4_088, true), (4_089, true), (4_090, false)] {
      let text = String(repeating: "\n", count: blanks) + "PMID- 1"
      #expect(NBIBReader.recognizes(Array(text.utf8)) == isNBIB)
    }
    #expect(!NBIBReader.recognizes(Array("PMID- ".utf8)))
    #expect(!NBIBReader.recognizes(Array(" PMID- 1".utf8)))
  }
}
