import IbidFormats
import IbidModel
import Testing

/// EndNote's XML.
struct EndNoteXMLTests {
  private func read(_ xml: String) throws -> (items: [Item], summary: ReadingSummary) {
    let format = RecordFormat.endNoteXML
    var input = try ByteInput.memory(Array(xml.utf8), path: "x.xml")
    var items: [Item] = []
    let reading = try #require(format.read)
    let summary = try reading(&input, ReadingOptions()) { items.append($0) }
    return (items, summary)
  }

  private func written(_ items: [Item]) throws -> String {
    var writer = EndNoteXMLWriter()
    return writer.text(of: items)
  }

  private static let article = """
    <?xml version="1.0"?><xml><records><record><database name="S.enl" path="C:\\S.enl">S.enl</database><rec-number>7</rec-number>\
    <ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Ostby, Wera</style></author>\
    <author>Salt Group,</author></authors></contributors><titles><title><style face="normal" font="default">Salt in </style>\
    <style face="italic">E. coli</style><style face="normal" font="Symbol"> b</style></title><secondary-title>J Salt</secondary-title>\
    </titles><pages>1857-66</pages><volume>29</volume><number>7</number><keywords><keyword>a</keyword><keyword>b</keyword></keywords>\
    <dates><year>2023</year><pub-dates><date>Sep 18</date></pub-dates></dates><isbn>0893-8512 (Print)&#xD;0893-8513</isbn>\
    <accession-num>31366609</accession-num><notes>One&#xD;two</notes><urls><related-urls><url>https://a.example</url></related-urls></urls>\
    <custom2>PMC6750137</custom2><electronic-resource-num>https://doi.org/10.5555/s.9</electronic-resource-num></record></records></xml>
    """

  @Test("A record's fields become CSL's, and runs rich text")
  func reads() throws {
    let item = try #require(try read(Self.article).items.first)
    #expect(item.type == .articleJournal && item.richTexts[.title] == "Salt in <i>E. coli</i> β")
    #expect(item[names: .author] == [Name(family: "Ostby", given: "Wera"), Name(literal: "Salt Group")])
    #expect(item[.containerTitle] == "J Salt" && item[.page] == "1857-1866" && item[.issue] == "7")
    #expect(item[date: .issued] == CSLDate(2023, 9, 18) && item[.ISSN] == "0893-8512" && item[.PMID] == "31366609")
    #expect(item[.PMCID] == "PMC6750137" && item[.DOI] == "10.5555/s.9" && item[.note] == "One\ntwo")
    #expect(item[.keyword] == "a; b" && item[.URL] == "https://a.example")
    #expect(item[custom: "endnote-xml"]?["database@path"]?.text == "C:\\S.enl")
  }

  @Test("What is written is read again as it was, and what CSL does not hold comes back in its place")
  func roundTrips() throws {
    let items = try read(Self.article).items
    let text = try written(items)
    #expect(try read(text).items == items)
    #expect(try written(read(text).items) == text)
    for kept in ["<isbn>0893-8512 (Print)&#xD;0893-8513</isbn>", "path=\"C:\\S.enl\"", "<pages>1857-66</pages>"] {
      #expect(text.contains(kept), "\(kept)")
    }
  }

  @Test(
    "A label is a key where it has a digit, or where EndNote did not write the record; else it is kept",
    arguments: [
      ("<rec-number>7</rec-number>", "ost2020", "ost2020"), ("<rec-number>7</rec-number>", "KNEE", ""),
      ("<source-app name=\"EndNote\">EndNote</source-app>", "Todo", ""), ("", "knee", "knee"), ("", "knee joint", ""),
    ])
  func readsLabels(program: String, label: String, key: String) throws {
    let xml = """
      <xml><records><record>\(program)<ref-type name="Book">6</ref-type><titles><title>Salt</title></titles>\
      <label>\(label)</label></record></records></xml>
      """
    let item = try #require(try read(xml).items.first)
    #expect(item.id == key)
    #expect(try written([item]).contains("<label>\(label)</label>"))
  }

  @Test("Entities of a document type, which is not followed, stay as they are spelled, and are told")
  func keepsEntities() throws {
    let (items, summary) = try read(
      "<?xml version=\"1.0\"?><!DOCTYPE xml [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]>\n<xml><records>\n<record>"
        + "<ref-type>6</ref-type><titles><title>&b; &amp; caf&eacute;</title></titles></record></records></xml>")
    #expect(items.map { $0[.title] } == ["&b; & café"])
    #expect(summary.problems.map(\.line) == [3] && summary.problems.map(\.outcome) == [.kept])
  }

  @Test("What was changed since is written, and not what the record said")
  func writesChanges() throws {
    var item = try #require(try read(Self.article).items.first)
    item[.page] = "5-9"
    let text = try written([item])
    #expect(text.contains("<pages>5-9</pages>") && text.contains("(Print)") && !text.contains("1857-66"))
  }

  @Test(
    "Fields mean what their type says",
    arguments: [
      ("Book", 6, "collection-title", "editor"), ("Book Section", 5, "container-title", "collection-editor"),
      ("Thesis", 32, "", "contributor"), ("Report", 27, "collection-title", "collection-editor"),
    ])
  func types(name: String, number: Int, title: String, tertiary: String) throws {
    let xml = """
      <xml><records><record><ref-type name="\(name)">\(number)</ref-type><contributors><tertiary-authors><author>Rand, M.</author>\
      </tertiary-authors></contributors><titles><title>T</title><secondary-title>S</secondary-title></titles></record></records></xml>
      """
    let item = try #require(try read(xml).items.first)
    #expect(Variable(name: title).map { item[$0] } ?? "S" == "S")
    #expect(Variable(name: tertiary).map { item[names: $0].count } == 1)
    #expect(try read(written([item])).items.first?.texts == item.texts)
  }

  @Test("Layout, a bare ampersand, control characters and entities of HTML cost nothing")
  func mends() throws {
    let xml = """
      <xml>
        <records>
          <record>
            <titles>
              <title>
                <style face="normal">Salt &
                  Sea &eacute;\u{1} &#1; 1 < 2</style>
              </title>
            </titles>
          </record>
        </records>
      </xml>
      """
    let (items, summary) = try read(xml)
    #expect(items.first?[.title] == "Salt & Sea é 1 < 2")
    #expect(summary.problems.isEmpty)
  }

  @Test("What XML cannot hold is a blank where it is a control character, and else left out")
  func writesLegalXML() throws {
    var item = Item(id: "a", type: .book)
    item[.title] = "a\u{1}b\u{B}c\u{1F}d \u{FFFE}e\u{FFFF}f\u{FFFD}g\u{7F}h¿¾"
    #expect(try written([item]).contains("<title>a b c d ef\u{FFFD}g\u{7F}h¿¾</title>"))
  }

  @Test("A broken record costs itself, and a file that is cut off is said to be")
  func rejects() throws {
    let good = "<record><titles><title>T</title></titles></record>"
    let (items, summary) = try read("<xml><records>\n\(good)\n<record><titles></record>\n\(good)\n<record><tit")
    #expect(items.count == 2)
    #expect(summary.problems.map(\.outcome) == [.rejected, .brokenOff])
    #expect(summary.problems.map(\.line) == [3, 5])
    #expect(throws: InputError.self) { try read("<a>b</a>") }
  }

  @Test("Any text comes back: quotes, marks, brackets, combining and bidirectional characters")
  func anyText() throws {
    var random = SystemIndependentNumbers(state: 7)
    let pieces = [
      "a", "é", "e\u{301}", "\u{202E}", "\"", "'", "<", ">", "&", "&amp;", "{", "}", "%", " b", "ß", "😀", ";",
    ]
    for round in 0..<300 {
      var item = Item(id: "k\(round)", type: .book)
      for variable in [Variable.title, .publisher, .publisherPlace, .edition, .abstract] {
        let text = (0..<6).map { _ in pieces[random.next(below: pieces.count)] }.joined()
        item[variable] = "x" + text + "y"
      }
      item[names: .author] = [Name(family: "F" + (item[.title] ?? "").filter { $0 != "," }, given: "G")]
      item[date: .issued] = CSLDate(2_000, 1 + round % 12, 1 + round % 28)
      let again = try read(written([item])).items
      #expect(again == [item])
    }
  }
}

/// Numbers that are the same at each run.
struct SystemIndependentNumbers {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
