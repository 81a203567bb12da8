import IbidFormats
import IbidModel
import Testing

/// refer, and Web of Science's tagged export.
struct TaggedFormatTests {
  private func read(_ format: RecordFormat, _ text: String) throws -> (items: [Item], summary: ReadingSummary) {
    var input = try ByteInput.memory(Array(text.utf8), path: "x")
    var items: [Item] = []
    let read = try #require(format.read)
    let summary = try read(&input, ReadingOptions()) { items.append($0) }
    return (items, summary)
  }

  @Test("refer's records are parted by %0, or by blank lines where they have none; a paragraph goes on")
  func refer() throws {
    let (items, summary) = try read(
      .refer,
      """
      %0 Journal Article
      %A Ost, Wera
      %A Salt Board,
      %T Salt
      %J Lakes
      %V 3
      %N 2
      %P 12-9
      %D 2020
      %8 July 4
      %@ 1234-5679
      %R 10.5555/x
      %X One

      two
      %K a
      b
      %* Rights
      %0 Thesis
      %T Ice
      %I University
      %R PhD thesis

      %0 Salt
      %T Third
      """)
    #expect(items.map(\.type) == [.articleJournal, .thesis, .document])
    let item = items[0]
    #expect(item[names: .author] == [Name(family: "Ost", given: "Wera"), Name(literal: "Salt Board")])
    let variables: [Variable] = [.title, .containerTitle, .volume, .issue, .page, .ISSN, .DOI, .abstract, .keyword]
    #expect(
      variables.map { item[$0] } == [
        "Salt", "Lakes", "3", "2", "12-19", "1234-5679", "10.5555/x", "One\n\ntwo", "a; b",
      ])
    #expect(item[date: .issued] == CSLDate(2020, 7, 4))
    #expect(item[custom: "refer"]?["%*"] == .array(["Rights"]))
    #expect(items[1][.genre] == "PhD thesis" && items[1][.publisher] == "University")
    #expect(summary.problems.map(\.line) == [24])
    let classic = try read(.refer, "%A Roe, Al\n%T One\n%J Lakes\n\n%A Kay, Di\n%T Two\n%I House\n").items
    #expect(classic.map { $0[.title] } == ["One", "Two"])
    #expect(classic.map(\.type) == [.articleJournal, .book])
    #expect(throws: InputError.self) { try read(.refer, "hello\n") }
  }

  @Test("Ovid's text: names without degrees, a source taken apart where it has the usual form")
  func ovid() throws {
    let (items, _) = try read(
      .ovid,
      """
      <1>
      Author
        Ost, Wera MD *;  van Roe, Al MD, PhD +; Kay, Di RN; FAAN 1
      Title
        Salt in
        the lakes.[Article]
      Source
        Lakes and Rivers.   28(2):103-106, April 2015.
      Author Keywords
        salt;  lake
      Language
        English.
      Unique Identifier
        31234567

      <2. >
      Author
        Max [Ed]
      Publication Type
        Book
      Title
        Ice
      Source
        Somewhere
      """)
    let item = items[0]
    #expect(item[names: .author].map(\.familyOrLiteral) == ["Ost", "van Roe", "Kay"])
    let variables: [Variable] = [.title, .containerTitle, .volume, .issue, .page, .keyword, .language, .PMID]
    #expect(
      variables.map { item[$0] } == [
        "Salt in the lakes", "Lakes and Rivers", "28", "2", "103-106", "salt; lake", "en", "31234567",
      ])
    #expect(item[date: .issued] == CSLDate(2015, 4))
    #expect(items.map(\.type) == [.articleJournal, .book])
    #expect(items[1][names: .editor].map(\.family) == ["Max"])
    #expect(throws: InputError.self) { try read(.ovid, "hello\n") }
  }

  @Test("Web of Science's lines of names are names, and its other lines are wrapped text")
  func isi() throws {
    let (items, _) = try read(
      .isi,
      """
      \u{FEFF}FN Clarivate
      VR 1.0
      PT J
      AU Ost, W
         Roe, A
      AF Ost, Wera
         Roe, Al
      TI Salt in the
         lakes
      SO LAKES
      LA English
      DE one word; two
         words
      AB Some
         text
      CR A, 1999
         B, 2000
      PD JUN 14
      PY 2006
      VL 18
      BP 53
      EP 61
      DI 10.5555/x
      PM 31234567
      UT WOS:1
      ER

      PT B
      AU Kay, D
      TI Chapter
      SO Handbook
      BE Roe, A
      ER

      EF
      """)
    #expect(items.map(\.type) == [.articleJournal, .chapter])
    let item = items[0]
    #expect(item[names: .author].map(\.given) == ["Wera", "Al"])
    let variables: [Variable] = [.title, .containerTitle, .language, .keyword, .abstract, .volume, .page, .DOI, .PMID]
    #expect(
      variables.map { item[$0] } == [
        "Salt in the lakes", "LAKES", "en", "one word; two words", "Some text", "18", "53-61", "10.5555/x", "31234567",
      ])
    #expect(item[date: .issued] == CSLDate(2006, 6, 14))
    #expect(item[custom: "isi"]?["CR"] == .array(["A, 1999", "B, 2000"]))
    #expect(items[1][names: .editor].map(\.family) == ["Roe"])
    #expect(throws: InputError.self) { try read(.isi, " ## \n") }
  }
}
