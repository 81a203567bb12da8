import IbidFormats
import IbidModel
import Testing

/// XML of library catalogues and of Word.
struct CatalogueXMLTests {
  private func items(_ format: RecordFormat, _ xml: String) throws -> [Item] {
    #expect(format.recognizes?(Array(xml.utf8)) == true)
    var input = try ByteInput.memory(Array(xml.utf8), path: "x.xml")
    var items: [Item] = []
    let reading = try #require(format.read)
    let summary = try reading(&input, ReadingOptions()) { items.append($0) }
    #expect(summary.problems.isEmpty)
    return items
  }

  @Test("MODS: an article in its journal")
  func mods() throws {
    let xml = """
      <modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="salt03"><titleInfo><nonSort>The</nonSort><title>Salt</title>\
      <subTitle>a view</subTitle></titleInfo><name type="personal"><namePart type="family">Rand</namePart><namePart type="given">M</namePart>\
      <role><roleTerm type="text">author</roleTerm></role></name><originInfo><dateIssued>c2003.</dateIssued></originInfo>\
      <identifier type="doi">10.1007/s1</identifier><subject><topic>Sea</topic></subject><relatedItem type="host"><titleInfo><title>J Salt</title>\
      </titleInfo><identifier type="issn">0948-3055</identifier><part><detail type="volume"><number>30</number></detail>\
      <extent unit="page"><start>197</start><end>205</end></extent></part></relatedItem></mods></modsCollection>
      """
    let item = try #require(try items(.mods, xml).first)
    #expect(item.id == "salt03" && item.type == .articleJournal && item[.title] == "The Salt: a view")
    #expect(item[names: .author] == [Name(family: "Rand", given: "M")] && item[date: .issued] == CSLDate(2003))
    #expect(item[.containerTitle] == "J Salt" && item[.volume] == "30" && item[.page] == "197-205")
    #expect(item[.DOI] == "10.1007/s1" && item[.keyword] == "Sea")
  }

  @Test("MARC: a book within the answer of a protocol, whose elements are records too")
  func marc() throws {
    let xml = """
      <zs:records><zs:record><zs:recordData><record><leader>00921nam a2200289 c 4500</leader>\
      <controlfield tag="008">230607s1991    gl|| m||| 00||| eng d</controlfield>\
      <datafield tag="100"><subfield code="a">Blake, Carl,</subfield><subfield code="4">aut</subfield></datafield>\
      <datafield tag="245"><subfield code="a">Tempo :</subfield><subfield code="b">a study /</subfield></datafield>\
      <datafield tag="260"><subfield code="a">Oslo :</subfield><subfield code="b">Salt Press,</subfield><subfield code="c">[1991]</subfield></datafield>\
      <datafield tag="300"><subfield code="a">xii, 127 p. ;</subfield></datafield></record></zs:recordData></zs:record></zs:records>
      """
    let item = try #require(try items(.marcXML, xml).first)
    #expect(item.type == .book && item[.title] == "Tempo: a study" && item[date: .issued] == CSLDate(1991))
    #expect(item[names: .author] == [Name(family: "Blake", given: "Carl")] && item[.numberOfPages] == "127")
    #expect(item[.publisher] == "Salt Press" && item[.publisherPlace] == "Oslo" && item[.language] == "eng")
  }

  @Test("Word's sources, as it keeps them")
  func word() throws {
    let xml = """
      <b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Ran23</b:Tag>\
      <b:SourceType>JournalArticle</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Rand</b:Last><b:First>Mona</b:First></b:Person>\
      </b:NameList></b:Author></b:Author><b:Title>Salt</b:Title><b:Year>2023</b:Year><b:Month>May</b:Month><b:JournalName>J Salt</b:JournalName>\
      <b:StandardNumber>:ISSN:0937-6429</b:StandardNumber></b:Source></b:Sources>
      """
    let item = try #require(try items(.wordSources, xml).first)
    #expect(item.id == "Ran23" && item.type == .articleJournal && item[.ISSN] == "0937-6429")
    #expect(item[names: .author] == [Name(family: "Rand", given: "Mona")] && item[date: .issued] == CSLDate(2023, 5))
  }
}
