import IbidModel
import Testing

struct JATSCitationTests {
  /// The records of a list of references that holds these citations.
  private func records(_ citations: String...) throws -> [Item?] {
    let references = citations.enumerated().map { "<ref id=\"r\($0)\">\($1)</ref>" }.joined()
    let article = try Marked(
      "<?xml version=\"1.0\"?><article><body><p>It is so.</p></body><back><ref-list>\(references)</ref-list></back></article>",
      path: "a.xml"
    ).article
    return article.notes.map { $0.references.first?.item }
  }

  @Test("A tagged reference is read from its tags, wherever its lines break")
  func journal() throws {
    let item = try records(
      """
      <element-citation publication-type="journal"><person-group person-group-type="author">
      <name><surname>Weng</surname><given-names>QF</given-names></name><collab>Ice Group</collab><etal/></person-group>
      <article-title>Ice and H<sub>2</sub>O for
       the <italic>back</italic>.</article-title><source>J Cold</source><year iso-8601-date="2019">2019a</year>
      <month>Mar</month><volume>7</volume><issue>2</issue><fpage>118</fpage><lpage>24</lpage>
      <pub-id pub-id-type="doi">10.1000/Ice</pub-id><pub-id pub-id-type="pmid">123456</pub-id></element-citation>
      """
    ).first
    let read = try #require(item ?? nil)
    #expect(read.type == .articleJournal)
    #expect(read[names: .author] == [Name(family: "Weng", given: "QF"), Name(literal: "Ice Group")])
    #expect(read.isBrokenOff(names: .author))
    #expect(read[.title] == "Ice and H2O for the back")
    #expect([.containerTitle, .volume, .issue, .page].map { read[$0] } == ["J Cold", "7", "2", "118-124"])
    #expect([.DOI, .PMID].map { read[$0] } == ["10.1000/ice", "123456"])
    #expect(read[date: .issued] == CSLDate(2019, 3))
  }

  @Test(
    "What kind of work it is, and which title is whose",
    arguments: [
      (
        "<mixed-citation publication-type=\"book\"><name><surname>Roe</surname></name> <source>Cold</source> <year>1999"
          + "</year> <publisher-name>Press</publisher-name></mixed-citation>", ItemType.book, "Cold", nil as String?
      ),
      (
        "<mixed-citation publication-type=\"book\"><name><surname>Roe</surname></name> <chapter-title>Ice"
          + "</chapter-title> In: <person-group person-group-type=\"editor\"><name><surname>Poe</surname></name>"
          + "</person-group> <source>Cold</source> <year>1999</year></mixed-citation>", .chapter, "Ice", "Cold"
      ),
      (
        "<citation citation-type=\"web\"><collab>WHO</collab><source>Cold facts.</source><uri>https://who.example/cold"
          + "</uri></citation>", .webpage, "Cold facts", nil
      ),
      (
        "<mixed-citation publication-type=\"thesis\"><string-name>Roe J</string-name> <article-title>[Of ice]"
          + "</article-title> <year>2001</year></mixed-citation>", .thesis, "Of ice", nil
      ),
    ])
  func kinds(citation: String, type: ItemType, title: String, container: String?) throws {
    let item = try #require(try records(citation).first ?? nil)
    #expect(item.type == type)
    #expect(item[.title] == title)
    #expect(item[.containerTitle] == container)
  }

  @Test("A reference without tags is left to the reader of written references")
  func untagged() throws {
    #expect(try records("<mixed-citation>Roe J. Of ice. J Cold. 2001;3:1-9.</mixed-citation>") == [nil])
    #expect(try records("<mixed-citation>Roe J. Of ice. <source>J Cold</source>.</mixed-citation>") == [nil])
  }

  @Test("A reference that is not closed costs no other its record")
  func unclosed() throws {
    let whole =
      "<mixed-citation><name><surname>Roe</surname></name> <source>Cold</source> <year>1999</year></mixed-citation>"
    let items = try records("<mixed-citation><name><surname>Poe</surname>", whole)
    #expect(items.map { $0?[.title] } == [nil, "Cold"])
  }

  @Test("Markers in a table's cells cite, too")
  func table() throws {
    let marked = try Marked(
      """
      <?xml version="1.0"?><article><body><p>It is so.</p><table-wrap><table><tr><td>Ice <xref ref-type="bibr" rid="r1">1</xref></td>
      <td>Heat</td></tr></table></table-wrap></body><back><ref-list><ref id="r1"><label>1</label>
      <mixed-citation>Roe J. Of ice. J Cold. 2001;3:1-9.</mixed-citation></ref></ref-list></back></article>
      """, path: "a.xml")
    #expect(marked.markers == ["1 «1»"])
    #expect(marked.article.sentences.map(\.setting) == [.paragraph, .caption, .caption])
  }
}
