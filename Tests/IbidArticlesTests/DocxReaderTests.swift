import IbidArticles
import IbidModel
import Testing

struct DocxReaderTests {
  private static let weng = """
    {"uris":["u/A"],"locator":"33","prefix":"see ","itemData":{"type":"article-journal",\
    "title":"Ice for sore backs","DOI":"10.1000/weng","author":[{"family":"Weng","given":"X."}],\
    "issued":{"date-parts":[[2023]]}}}
    """
  private static let cook = """
    {"uris":["u/B"],"suppress-author":true,"itemData":{"type":"book","title":"Heat & more",\
    "author":[{"family":"Cook","given":"B."}]}}
    """

  private func citation(_ cites: String...) -> String {
    "ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":[\(cites.joined(separator: ","))]}"
  }

  private func read(_ bytes: [UInt8]) throws -> ReadArticle { try ArticleReaders.read(bytes, path: "a.docx") }

  /// Each marker's note and the words that stand in its place.
  private func markers(_ read: ReadArticle) -> [String] {
    read.article.markers.map { "\($0.target) «\(String(decoding: read.text[$0.range.offsets], as: UTF8.self))»" }
  }

  @Test("Headings, paragraphs and lists; a line is a paragraph")
  func structure() throws {
    let read = try read(
      WordFile.document(
        WordFile.paragraph(WordFile.run("On ice"), style: "Title")
          + WordFile.paragraph(WordFile.run("Ergebnisse"), style: "berschrift1")
          + WordFile.paragraph(WordFile.run("Ice hel"), WordFile.run("ps. It does & will."))
          + "<w:p><w:pPr><w:numPr/></w:pPr>\(WordFile.run("An item"))</w:p>"
          + "<w:p><w:del>\(WordFile.run("Gone."))</w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r></w:p>",
        [
          (
            "word/styles.xml",
            "<w:styles><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"
          )
        ]))
    #expect(read.article.format == "docx")
    #expect(read.article.title == "On ice")
    #expect(read.article.sections.map(\.title) == ["Ergebnisse"])
    #expect(
      read.article.sentences.map(\.text) == ["On ice", "Ergebnisse", "Ice helps.", "It does & will.", "An item"])
    #expect(read.article.sentences.map(\.range.place.line) == [1, 2, 3, 3, 4])
    #expect(read.article.sentences.map(\.range.place.column) == [1, 1, 1, 12, 1])
    #expect(read.article.sentences.last?.setting == .listItem)
  }

  @Test("Zotero's fields lead to their records, and to the entries of its bibliography")
  func zotero() throws {
    let read = try read(
      WordFile.document(
        WordFile.paragraph(
          WordFile.run("Ice helps"), WordFile.field(citation(Self.weng), "1", isRaised: true),
          WordFile.run(". Heat "), WordFile.field(citation(Self.weng, Self.cook), "(Weng; 2019)"), WordFile.run("."))
          + WordFile.paragraph(WordFile.run("References"), style: "Heading1")
          + WordFile.paragraph(
            WordFile.field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", "1. Weng X. Ice for sore backs. Pain. 2023."))))
    #expect(markers(read) == ["note(\"1\") «1»", "note(\"1\") «(Weng; 2019)»", "note(\"2\") «(Weng; 2019)»"])
    #expect(read.article.sentences.map(\.text) == ["Ice helps.", "Heat.", "References"])
    #expect(read.article.markers[0].locator == "p. 33")
    #expect(read.article.markers[0].prefix == "see")
    #expect(read.article.markers[2].suppressesAuthor)
    // Notes stand in the order of their places: the one that no bibliography holds stands where it is cited.
    #expect(read.article.notes.map(\.label) == ["2", "1"])
    #expect(
      read.article.notes.map { $0.references.map { $0.item[.title] } } == [["Heat & more"], ["Ice for sore backs"]])
    #expect(read.article.notes[1].references[0].item[.DOI] == "10.1000/weng")
    #expect(read.article.notes[1].range.place.line == 3)
  }

  @Test("Mendeley's old field and its new content control")
  func mendeley() throws {
    // {"citationItems":[{"itemData":{"type":"book","title":"Heat"}}]}
    let data = "eyJjaXRhdGlvbkl0ZW1zIjpbeyJpdGVtRGF0YSI6eyJ0eXBlIjoiYm9vayIsInRpdGxlIjoiSGVhdCJ9fV19"
    let read = try read(
      WordFile.document(
        WordFile.paragraph(
          WordFile.run("Ice "),
          WordFile.field(
            "ADDIN Mendeley Citation{0a1b} CSL_CITATION { \"citationItems\" : [ \(Self.weng) ] }", "[1]"),
          WordFile.run(". Heat "),
          "<w:sdt><w:sdtPr><w:tag w:val=\"MENDELEY_CITATION_v3_\(data)\"/></w:sdtPr><w:sdtContent>"
            + WordFile.run("[2]") + "</w:sdtContent></w:sdt>", WordFile.run("."))))
    #expect(markers(read) == ["note(\"1\") «[1]»", "note(\"2\") «[2]»"])
    #expect(read.article.notes.map { $0.references[0].item[.title] } == ["Ice for sore backs", "Heat"])
  }

  @Test("EndNote's records, in the instruction or in the field's data")
  func endNote() throws {
    let xml = """
      <EndNote><Cite ExcludeAuth="1"><Author>Lin</Author><Year>2011</Year><Pages>4</Pages><RecNum>7</RecNum><record>\
      <ref-type name="Journal Article">17</ref-type><contributors><authors><author>Lin, C.</author>\
      <author><style face="normal">Moss, A. B.</style></author></authors></contributors><titles>\
      <title>Three &amp; four</title><secondary-title>J Pain</secondary-title></titles><pages>1-9</pages>\
      <volume>3</volume><number>2</number><dates><year>2011</year></dates></record></Cite></EndNote>
      """
    // <EndNote><Cite><record><title>Five</title></record></Cite></EndNote>
    let data = "PEVuZE5vdGU+PENpdGU+PHJlY29yZD48dGl0bGU+Rml2ZTwvdGl0bGU+PC9yZWNvcmQ+PC9DaXRlPjwvRW5kTm90ZT4="
    let read = try read(
      WordFile.document(
        WordFile.paragraph(
          WordFile.run("So it is"), WordFile.field("ADDIN EN.CITE \(xml)", "(2011)"), WordFile.run(" and"),
          WordFile.field("ADDIN EN.CITE ", "(2)", data: data), WordFile.run("."))))
    let items = read.article.notes.compactMap { $0.references.first?.item }
    #expect(items.map { $0[.title] } == ["Three & four", "Five"])
    let item = try #require(items.first)
    #expect(item.type == .articleJournal)
    #expect(item[names: .author].map(\.family) == ["Lin", "Moss"])
    #expect(item[.containerTitle] == "J Pain")
    #expect([item[.volume], item[.issue], item[.page]] == ["3", "2", "1-9"])
    #expect(item[date: .issued]?.year == 2011)
    #expect(read.article.markers[0].locator == "p. 4")
    #expect(read.article.markers[0].suppressesAuthor)
  }

  @Test("Word's own citations lead to its list of sources")
  func wordSources() throws {
    let sources = """
      <b:Sources><b:Source><b:Tag>Eng77</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList>\
      <b:Person><b:Last>Engel</b:Last><b:First>George</b:First><b:Middle>L</b:Middle></b:Person></b:NameList></b:Author>\
      </b:Author><b:Title>A new model</b:Title><b:Year>1977</b:Year></b:Source></b:Sources>
      """
    let read = try read(
      WordFile.document(
        WordFile.paragraph(
          WordFile.run("So it is "), "<w:fldSimple w:instr=\" CITATION Eng77 \\p 5 \\l 1033 \">",
          WordFile.run("(Engel, 1977)"), "</w:fldSimple>", WordFile.run(".")), [("customXml/item1.xml", sources)]))
    #expect(markers(read) == ["note(\"1\") «(Engel, 1977)»"])
    #expect(read.article.markers[0].locator == "p. 5")
    let item = try #require(read.article.notes.first?.references.first?.item)
    #expect(item.type == .book)
    #expect(item[names: .author] == [Name(family: "Engel", given: "George L")])
    #expect(item[.title] == "A new model")
  }

  @Test("Foot- and endnotes, with commentary and with fields")
  func footnotes() throws {
    let read = try read(
      WordFile.document(
        WordFile.paragraph(
          WordFile.run("It is so"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", WordFile.run(" and so"),
          "<w:r><w:endnoteReference w:id=\"2\"/></w:r>", WordFile.run(".")),
        [
          (
            "word/footnotes.xml",
            "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\">"
              + WordFile.paragraph(WordFile.run("See "), WordFile.field(citation(Self.cook), "Cook, Heat"))
              + "</w:footnote></w:footnotes>"
          ),
          (
            "word/endnotes.xml",
            "<w:endnotes><w:endnote w:id=\"2\">\(WordFile.paragraph(WordFile.run("Mere words.")))</w:endnote></w:endnotes>"
          ),
        ]))
    #expect(read.article.sentences.map(\.text) == ["It is so and so."])
    #expect(markers(read) == ["note(\"fn:1\") «1»", "note(\"en:1\") «1»"])
    #expect(read.article.notes.map { $0.paragraphs.map(\.text) } == [["See Cook, Heat"], ["Mere words."]])
    #expect(read.article.notes[0].references.map { $0.item[.title] } == ["Heat & more"])
  }

  @Test("A mark whose footnote the document lost finds none")
  func lostFootnote() throws {
    let mark = { (id: String) in "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>" }
    let notes = "<w:footnotes><w:footnote w:id=\"2\"><w:p><w:r><w:t>Weng.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    let read = try read(
      WordFile.document(
        WordFile.paragraph(WordFile.run("Ice helps."), mark("7"), WordFile.run(" Heat helps."), mark("2")),
        [("word/footnotes.xml", notes)]))
    #expect(read.article.notes.map(\.label) == ["2"])
    #expect(read.article.markers.map(\.label) == ["1", "2"])
    #expect(read.article.markers.map(\.target) == [.note("1"), .note("2")])
  }

  @Test("Links to works and pages are citations: by a relationship, or by a field")
  func links() throws {
    let link = "<w:hyperlink r:id=\"r5\">\(WordFile.run("Weng found"))</w:hyperlink>"
    let relationships = """
      <Relationships><Relationship Id="r5" Type="http://x/relationships/hyperlink" Target="https://doi.org/10.1000/ice"/>
      <Relationship Id="r6" Type="http://x/relationships/image" Target="https://doi.org/10.1000/no"/></Relationships>
      """
    let read = try read(
      WordFile.document(
        WordFile.paragraph(WordFile.run("It is so, as "), link, WordFile.run(" in May. "))
          + WordFile.paragraph(
            WordFile.run("It is not so, "), WordFile.field("HYPERLINK \"https://news.example/ice\" \\t", "they say"),
            WordFile.run(", or it is "), "<w:hyperlink w:anchor=\"x\">\(WordFile.run("below"))</w:hyperlink>",
            WordFile.run(".")),
        [("word/_rels/document.xml.rels", relationships)]))
    #expect(
      markers(read) == [
        "note(\"doi:10.1000/ice\") «Weng found»", "note(\"https://news.example/ice\") «they say»",
      ])
  }

  @Test("Raised numbers point into a typed list; powers do not")
  func raised() throws {
    let read = try read(
      WordFile.document(
        WordFile.paragraph(
          WordFile.run("Ice helps."), WordFile.run("1,3", isRaised: true), WordFile.run(" It covers 5 m"),
          WordFile.run("2", isRaised: true), WordFile.run(" and 10"), WordFile.run("3", isRaised: true),
          WordFile.run(" cells."), WordFile.run("1–3", isRaised: true))
          + WordFile.paragraph(WordFile.run("References"))
          + WordFile.paragraph(WordFile.run("Smith A. One. 2010."))
          + WordFile.paragraph(WordFile.run("Cook B. Two. 2011."))
          + WordFile.paragraph(WordFile.run("Lin C. Three. 2012."))))
    #expect(
      markers(read) == [
        "note(\"1\") «1»", "note(\"3\") «3»", "note(\"1\") «1–3»", "note(\"2\") «1–3»", "note(\"3\") «1–3»",
      ])
    #expect(read.article.notes.map { $0.paragraphs[0].text }.last == "Lin C. Three. 2012.")
  }

  @Test(
    "A broken package is refused in one line",
    arguments: [
      (Array("PK\u{3}\u{4}".utf8), "directory"), (WordFile.package([("mimetype", "x")]), "Word document"),
      (Array(WordFile.document(WordFile.paragraph(WordFile.run("It is so."))).dropFirst(200)), "expected"),
    ])
  func broken(bytes: [UInt8], word: String) throws {
    let error = #expect(throws: ArticleError.self) { try ArticleReaders.read(bytes, path: "a.docx", format: "docx") }
    #expect(error?.message.contains(word) == true)
  }

  @Test("An entry that claims to hold more than any document does is not inflated")
  func bomb() throws {
    var bytes = WordFile.document(WordFile.paragraph(WordFile.run("It is so.")))
    let directory = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes.replaceSubrange(directory + 24..<directory + 28, with: [0, 0, 0, 0x7F])
    let error = #expect(throws: ArticleError.self) { try ArticleReaders.read(bytes, path: "a.docx") }
    #expect(error?.message.contains("at most") == true)
    bytes.replaceSubrange(directory + 24..<directory + 28, with: [0, 0, 0, 2])
    let ratio = #expect(throws: ArticleError.self) { try ArticleReaders.read(bytes, path: "a.docx") }
    #expect(ratio?.message.contains("packed size") == true)
  }

  @Test(
    "A list of references ends at a table, at legends, and with the last entry that reads as one",
    arguments: [
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>44</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
      WordFile.paragraph(WordFile.run("Table 1. Baseline values")) + WordFile.paragraph(WordFile.run("Age in years")),
      WordFile.paragraph(WordFile.run("Abbildung 2: Wege")), WordFile.paragraph(WordFile.run("Figure legends")),
    ])
  func endOfReferences(rest: String) throws {
    for label in [{ (number: Int) in "[\(number)] " }, { _ in "" }] {
      let entries = NoteListTests.references.enumerated().map {
        WordFile.paragraph(WordFile.run(label($0.offset + 1) + $0.element))
      }
      let body =
        WordFile.paragraph(WordFile.run(NoteListTests.brackets)) + WordFile.paragraph(WordFile.run("References"))
        + entries.joined() + rest
      let article = try ArticleReaders.read(WordFile.document(body), path: "a.docx").article
      #expect(article.notes.map { $0.paragraphs[0].text } == NoteListTests.references)
    }
  }
}
