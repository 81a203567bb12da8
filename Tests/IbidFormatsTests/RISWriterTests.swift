import IbidFormats
import IbidModel
import TestSupport
import Testing

struct RISWriterTests {
  private func text(_ items: [Item]) throws -> String {
    let makeWriter = try #require(RecordFormat.ris.makeWriter)
    var writer = try makeWriter(WritingOptions())
    return writer.text(of: items)
  }

  private func items(_ text: String) throws -> [Item] {
    var input = try ByteInput.memory(Array(text.utf8), path: "x.ris")
    var items: [Item] = []
    let read = try #require(RecordFormat.ris.read)
    _ = try read(&input, ReadingOptions()) { items.append($0) }
    return items
  }

  @Test(
    "A record comes back with its tags, in their order and with their spellings",
    arguments: [
      "TY  - JOUR\nT1  - Salt\nA1  - Ost,W.\nA1  - Roe, Al\nJF  - Journal of Salt\nJO  - J Salt\nY1  - 2020//\nSP  - 512\nEP  - 9\nSN  - 12345679 (ISSN)\n",
      "TY  - JOUR\nAB  - NA\nAU  - Ost, W.\nPY  - 2020\nSP  - 446-467\nST  - Salt\nTI  - Salt\nID  - 4303\n",
      "TY  - EJOUR\nTI  - Salt\nN1  - Export Date: x\nM3  - Article\nN1  - Cited By :4\nDO  - http://dx.doi.org/10.5555/x\nDO  - http://dx.doi.org/10.5555/x\n",
      "TY  - CONF\nTI  - Salt\nT2  - Salt Days\nC3  - Salt Days\nSP  - 213\nEP  - 219\nPY  - 2013\n",
      "TY  - JOUR\nTI  - Salt\nKW  - a\nb; c\nAD  - Hall\nYard\nUR  - https://a.org\nhttps://b.org\nQQ  - unknown\n",
      "TY  - JOUR\nTI  - Salt\nDA  - SEP\nPY  - 2020\nSN  - 1234-5679\nSN  - 2234-5679\nSP  - N.PAG\nEP  - N.PAG\nLA  - English\n",
      "TY  - RPRT\nTI  - Salt\nSN  - TR-7\nAN  - pub.11\nU1  - 31234567 [PMID]\n", "TY  - SALT\nT1  - One\nT1  - Two\n",
    ])
  func returnsRecords(record: String) throws {
    let written = try text(items(record + "ER  - \n"))
    #expect(written == record + "ER  - \n\n")
  }

  @Test(
    "A list of names that is broken off stays so",
    arguments: ["et al.", "et al", "others", "Et al."])
  func keepsEtAl(words: String) throws {
    let record = "TY  - JOUR\nAU  - Ost, W.\nAU  - \(words)\nTI  - Salt\nER  - \n"
    let item = try items(record)[0]
    #expect(item[names: .author] == [Name(family: "Ost", given: "W.")] && item.isBrokenOff(names: .author))
    #expect(try items(text([item]))[0].isBrokenOff(names: .author))
    var own = Item(id: "a", type: .book)
    own[names: .editor] = [Name(family: "Ost", given: "W")]
    own.breakOff(names: .editor)
    #expect(try items(text([own])) == [own])
    // One name alone is a name.
    #expect(try items("TY  - JOUR\nAU  - Others\nTI  - Salt\nER  - \n")[0][names: .author].count == 1)
  }

  @Test("A record without a type gets one")
  func addsType() throws {
    let written = try text(items("C1  - 7\nTI  - Salt\nJO  - Lakes\nER  - \n"))
    #expect(written == "TY  - JOUR\nC1  - 7\nTI  - Salt\nJO  - Lakes\nER  - \n\n")
    #expect(try text(items(written)) == written)
  }

  @Test("An item that was changed since is written as it is now; what no variable holds stays")
  func changed() throws {
    var item = try items("TY  - JOUR\nT1  - Salt\nY1  - 2020//\nSN  - 12345679 (ISSN)\nC1  - kept\nER  - \n")[0]
    item[.ISSN] = "2234-5679"
    item[.title] = "Ice"
    item.id = "ost2020"
    #expect(
      try text([item]) == """
        TY  - JOUR
        TI  - Ice
        DA  - 2020///
        PY  - 2020
        SN  - 2234-5679
        C1  - kept
        ID  - ost2020
        ER  - 


        """)
  }

  @Test("What is written is read as it was, whatever the text", arguments: 0..<60)
  func inverts(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let items = (0..<40).map { ItemMaker.item($0, &generator) }
    let written = try text(items)
    let read = try self.items(written)
    #expect(read.count == items.count)
    for (read, item) in zip(read, items) { #expect(read.differences(from: item) == []) }
    #expect(try text(read) == written)
  }
}

extension Item {
  /// What the items say differently, as JSON.
  func differences(from other: Item) -> [String] {
    let (own, others) = (cslJSON(includingFacts: true).members, other.cslJSON(includingFacts: true).members)
    var differences: [String] = []
    for member in own where !others.contains(member) {
      differences.append("+" + JSONWriter.text(of: .object([member])))
    }
    for member in others where !own.contains(member) {
      differences.append("-" + JSONWriter.text(of: .object([member])))
    }
    return differences.isEmpty && self != other ? ["hidden"] : differences
  }
}

/// Items of all that RIS can say, with text that may be mistaken.
enum ItemMaker {
  static func item(_ number: Int, _ generator: inout SeededGenerator) -> Item {
    let types: [ItemType] = [
      .articleJournal, .book, .chapter, .paperConference, .thesis, .report, .webpage, .dataset, .software, .article,
    ]
    var item = Item(id: "k\(number)", type: types.randomElement(using: &generator) ?? .book)
    let isJournal = item.type == .articleJournal
    let isWhole = [.book, .thesis, .report, .software].contains(item.type)
    func maybe(_ variable: Variable, _ text: String) { if Bool.random(using: &generator) { item[variable] = text } }
    item[.title] = words(&generator)
    maybe(.abstract, words(&generator) + "\n\n" + words(&generator) + "\nER  - x\nTI  - y")
    if !isWhole { maybe(.containerTitle, words(&generator)) }
    if item.type != .thesis, isWhole || isJournal { maybe(.collectionTitle, words(&generator)) }
    maybe(.publisher, words(&generator))
    maybe(.volume, "12")
    maybe(.DOI, "10.5555/a(b)<c>;%20")
    maybe(.URL, "https://a.org/x?y=1&z={2}#%C3")
    maybe(.keyword, "one word; b, c")
    maybe(.note, "“" + words(&generator))
    if !isWhole { maybe(.page, ["12-19", "e12", "S3-S9", "xii-xv"].randomElement(using: &generator) ?? "1") }
    if item.type == .report || item.type == .dataset { maybe(.number, "TR-7") }
    if !isJournal, item.type != .paperConference { maybe(.genre, words(&generator)) }
    if Bool.random(using: &generator) {
      item[names: .author] = [
        Name(family: "d’" + word(&generator), given: word(&generator)), Name(literal: "Group of, " + word(&generator)),
        Name(family: "Ost", given: "W", suffix: "Jr."),
      ]
    }
    let dates: [CSLDate] = [
      CSLDate(2020), CSLDate(2020, 3), CSLDate(2020, 3, 9), CSLDate(.init(year: 2020, season: 4)), CSLDate(-44),
      CSLDate(476),
      CSLDate(.init(year: 2019, month: 12), through: .init(year: 2020, month: 1)), CSLDate(literal: "in press"),
    ]
    item[date: .issued] = dates.randomElement(using: &generator)
    return item
  }

  private static func words(_ generator: inout SeededGenerator) -> String {
    (0...Int.random(in: 0...5, using: &generator)).map { _ in word(&generator) }.joined(separator: " ")
  }

  private static func word(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "Q", "ß", "e\u{301}", "\u{202E}x", "{", "}", "%", "\"", "<b>", "</i", "&amp;", "\\", "$", "#", "漢", "😀",
      "- ", "’",
      "TY  - ", "u\u{308}\u{301}", "~", "@",
    ]
    return "w" + (0...3).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined() + "z"
  }
}
