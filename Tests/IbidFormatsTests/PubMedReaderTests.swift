import IbidFormats
import IbidModel
import IbidText
import TestSupport
import Testing

/// A set of one article with this in place of parts of it.
func article(
  pmid: String = "1", title: String = "<ArticleTitle>A title.</ArticleTitle>",
  date: String = "<Year>2020</Year>", article: String = "", citation: String = "", data: String = ""
) -> String {
  """
  <PubmedArticle><MedlineCitation><PMID>\(pmid)</PMID><Article><Journal><JournalIssue><PubDate>\(date)</PubDate>\
  </JournalIssue></Journal>\(title)\(article)</Article>\(citation)</MedlineCitation><PubmedData>\(data)</PubmedData>\
  </PubmedArticle>
  """
}

func items(_ xml: String) throws -> [Item] { try PubMedReader.items(in: Array(xml.utf8)).items }

func item(_ xml: String) throws -> Item { try #require(try items("<PubmedArticleSet>\(xml)</PubmedArticleSet>").first) }

struct PubMedReaderTests {
  private let fixtures = Fixtures()

  @Test("Every kind of record gives its items and facts")
  func readsEveryKind() throws {
    let (records, summary) = try PubMedReader.records(
      in: fixtures.bytes("PubMed/everything.xml"), path: "everything.xml")
    let json = JSONValue.array(records.map { $0.item.cslJSON(includingFacts: true) })
    try fixtures.expect(JSONWriter.text(of: json, .pretty) + "\n", equals: "PubMed/everything.json")
    #expect(records.map(\.pmid) == ["90000001", "90000003", "90000004"])
    #expect(records.map(\.version) == [2, 1, 1])
    #expect(records.map(\.line) == [5, 61, 73])
    #expect(summary.deleted == ["11", "12"])
    #expect(summary.unknownElements.map(\.name) == ["FutureElement"])
    #expect(summary.problems.map(\.message) == ["2 undefined entities (&name;) are kept as they are spelled"])
  }

  @Test("A line of JSON is the same as by way of a value")
  func writesTheSameLine() throws {
    for item in try PubMedReader.items(in: fixtures.bytes("PubMed/everything.xml")).items {
      var writer = JSONWriter()
      item.writeJSONLine(to: &writer)
      #expect(String(decoding: writer.bytes, as: UTF8.self) == JSONWriter.text(of: item.cslJSON(includingFacts: true)))
    }
  }

  @Test(
    "A retracted article has that status, the notice of its retraction has not",
    arguments: [
      ("<PublicationType>Retracted Publication</PublicationType>", "", "retracted"),
      ("", "RetractionIn", "retracted"), ("", "RetractionOf", nil), ("", "PartialRetractionIn", nil),
      ("<PublicationType>Retraction of Publication</PublicationType>", "RetractionOf", nil),
      ("", "RetractedandRepublishedIn", "retracted"), ("", "RetractedandRepublishedFrom", nil),
      ("", "CorrectedandRepublishedIn", nil), ("", "ExpressionOfConcernIn", nil), ("", "", nil),
    ] as [(String, String, String?)])
  func marksRetracted(types: String, relation: String, status: String?) throws {
    let item = try item(
      article(
        article: "<PublicationTypeList>\(types)</PublicationTypeList>",
        citation: """
          <CommentsCorrectionsList><CommentsCorrections RefType="\(relation)"><PMID>2</PMID></CommentsCorrections>\
          </CommentsCorrectionsList>
          """))
    #expect(item[.status] == status)
    #expect(PubMedReading(try #require(item.pubmed)).isRetracted == (status != nil))
  }

  @Test("Facts are read by name")
  func readsFacts() throws {
    let items = try PubMedReader.items(in: fixtures.bytes("PubMed/everything.xml")).items
    let facts = PubMedReading(try #require(items[0].pubmed))
    #expect(facts.publicationTypes == ["Journal Article", "Retracted Publication"])
    #expect(facts.isRetracted)
    #expect(facts.commentsCorrections.map(\.refType).last == "AssociatedDataset")
    #expect(facts.commentsCorrections[1].pmid == "90000002")
    #expect(facts.meshDescriptors == ["Pain"])
    #expect(facts.electronicYear == 1997)
    #expect(facts.journalAbbreviations == ["J. Invent. Rec.", "J Invent Rec"])
    #expect(PubMedReading(try #require(items[2].pubmed)).hasTranslatedTitle)
  }

  @Test(
    "Titles lose their full stop and brackets, and nothing else",
    arguments: [
      ("<ArticleTitle>Plain.</ArticleTitle>", "Plain"), ("<ArticleTitle>What now?</ArticleTitle>", "What now?"),
      ("<ArticleTitle>[Aus dem Deutschen.]</ArticleTitle>", "Aus dem Deutschen"),
      ("<ArticleTitle>[A] and [B].</ArticleTitle>", "[A] and [B]"), ("<ArticleTitle>Wait...</ArticleTitle>", "Wait..."),
      ("<ArticleTitle>Ends in <i>Homo sapiens.</i></ArticleTitle>", "Ends in Homo sapiens"),
      ("<ArticleTitle>CO<sub>2</sub>, Ca<sup>2+</sup></ArticleTitle>", "CO2, Ca2+"),
      ("<ArticleTitle>  runs \n\t of   blanks </ArticleTitle>", "runs of blanks"),
      ("<ArticleTitle>a<!-- no -->b<![CDATA[<c>]]>&amp;d</ArticleTitle>", "ab<c>&d"),
      ("<ArticleTitle/><VernacularTitle>Eigener Titel.</VernacularTitle>", "Eigener Titel"),
      ("<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Eigen.</VernacularTitle>", "Eigen"),
    ])
  func cleansTitles(xml: String, title: String) throws {
    #expect(try item(article(title: xml))[.title] == title)
  }

  @Test(
    "Pages are written in full, article numbers are kept as such",
    arguments: [
      ("<MedlinePgn>964-70</MedlinePgn>", "964-970", nil, nil),
      ("<MedlinePgn>R795-804</MedlinePgn>", "R795-R804", nil, nil),
      ("<MedlinePgn>e247-346</MedlinePgn>", "e247-e346", nil, nil),
      ("<MedlinePgn>1175-82.e3</MedlinePgn>", "1175-1182.e3", nil, nil),
      ("<MedlinePgn>1825-34, 1839-40</MedlinePgn>", "1825-1834, 1839-1840", nil, nil),
      ("<MedlinePgn>1475-6; author reply 1476-8</MedlinePgn>", "1475-1476", nil, "author reply 1476-8"),
      ("<MedlinePgn>e0270221</MedlinePgn>", "e0270221", "e0270221", nil),
      ("<MedlinePgn>CD012345</MedlinePgn>", "CD012345", "CD012345", nil),
      ("<MedlinePgn>S172</MedlinePgn>", "S172", nil, nil),
      ("<MedlinePgn>1S-20S</MedlinePgn>", "1S-20S", nil, nil),
      ("<MedlinePgn>SUPPL:4309-22</MedlinePgn>", "SUPPL:4309-4322", nil, nil),
      ("<MedlinePgn>77-95, viii</MedlinePgn>", "77-95, viii", nil, nil),
      ("<MedlinePgn>suppl 1:S3-12</MedlinePgn>", "suppl 1:S3-S12", nil, nil),
      ("<MedlinePgn>331-6.e1-4</MedlinePgn>", "331-336.e1-e4", nil, nil),
      ("<MedlinePgn>2-8 contd</MedlinePgn>", "2-8", nil, "contd"),
      ("<MedlinePgn>[34457 words; 185 paragraphs]</MedlinePgn>", nil, nil, "34457 words; 185 paragraphs"),
      ("<StartPage>12</StartPage><EndPage>19</EndPage>", "12-19", nil, nil),
      ("<StartPage>12</StartPage>", "12", nil, nil),
    ] as [(String, String?, String?, String?)])
  func readsPages(xml: String, page: String?, number: String?, note: String?) throws {
    let item = try item(article(article: "<Pagination>\(xml)</Pagination>"))
    #expect(item[.page] == page)
    #expect(item[.number] == number)
    #expect(item[.note] == note)
  }

  @Test(
    "Dates keep their year whatever else they say",
    arguments: [
      ("<Year>2020</Year><Month>Sep</Month><Day>07</Day>", CSLDate(2020, 9, 7)),
      ("<Year>2020</Year><Month>12</Month>", CSLDate(2020, 12)),
      ("<Year>1999</Year><Season>Fall</Season>", CSLDate(.init(year: 1999, season: 3))),
      (
        "<Year>1999</Year><Season>Jan-Mar</Season>",
        CSLDate(.init(year: 1999, month: 1), through: .init(year: 1999, month: 3))
      ),
      ("<MedlineDate>2000-2001</MedlineDate>", CSLDate(.init(year: 2000), through: .init(year: 2001))),
      ("<MedlineDate>1999-00</MedlineDate>", CSLDate(.init(year: 1999), through: .init(year: 2000))),
      ("<MedlineDate>[2003]</MedlineDate>", CSLDate(2003)),
      ("<MedlineDate>1998-99</MedlineDate>", CSLDate(.init(year: 1998), through: .init(year: 1999))),
      (
        "<MedlineDate>2015 Oct-Dec</MedlineDate>",
        CSLDate(.init(year: 2015, month: 10), through: .init(year: 2015, month: 12))
      ),
      (
        "<MedlineDate>2018 May - Jun</MedlineDate>",
        CSLDate(.init(year: 2018, month: 5), through: .init(year: 2018, month: 6))
      ),
      (
        "<MedlineDate>2000 Jan 1-15</MedlineDate>",
        CSLDate(.init(year: 2000, month: 1, day: 1), through: .init(year: 2000, month: 1, day: 15))
      ),
      (
        "<MedlineDate>1976-1977 Winter</MedlineDate>", CSLDate(.init(year: 1976, season: 4), through: .init(year: 1977))
      ),
      ("<MedlineDate>2003 1st Quarter</MedlineDate>", CSLDate(2003)),
      ("<MedlineDate>Spring 1999</MedlineDate>", CSLDate(.init(year: 1999, season: 1))),
      ("<MedlineDate>no date</MedlineDate>", CSLDate(literal: "no date")),
    ])
  func readsDates(xml: String, date: CSLDate) throws {
    #expect(try item(article(date: xml))[date: .issued] == date)
  }

  @Test("Identifiers come from the article itself, and a conflict is said")
  func readsIdentifiers() throws {
    let ids = """
      <ArticleIdList><ArticleId IdType="doi">doi:10.9999/A</ArticleId></ArticleIdList><ReferenceList><Reference>\
      <ArticleIdList><ArticleId IdType="pmc">PMC1</ArticleId><ArticleId IdType="pubmed">7</ArticleId></ArticleIdList>\
      </Reference></ReferenceList>
      """
    let location = "<ELocationID EIdType=\"doi\">10.9999/B</ELocationID>"
    let (items, problems) = try PubMedReader.items(in: Array(article(article: location, data: ids).utf8))
    #expect(items[0][.DOI] == "10.9999/A")
    #expect(items[0][.PMCID] == nil)
    #expect(items[0][.PMID] == "1")
    #expect(problems.map(\.message) == ["ArticleId has the DOI doi:10.9999/A, ELocationID 10.9999/B; both are kept"])
  }
}
