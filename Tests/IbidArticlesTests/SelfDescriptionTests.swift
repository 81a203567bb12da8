import IbidArticles
import IbidModel
import Testing

/// The record by which an article is cited.
struct SelfDescriptionTests {
  private func item(_ text: String, _ path: String) throws -> Item {
    try SelfDescription.item(of: Array(text.utf8), path: path)
  }

  @Test("A page's JSON-LD: the most telling type counts, and a reference to a person leads to the name")
  func linkedData() throws {
    let item = try item(
      """
      <!doctype html><html lang="en"><head><title>x | y</title><script type="application/ld+json">{"@graph":[
      {"@type":"WebSite","@id":"#s","name":"Hand Journal"},{"@type":"Person","@id":"#p","name":"Wera Ost"},
      {"@type":"BlogPosting","headline":"Cold &amp; warm","author":{"@id":"#p"},"datePublished":"2022-03-04T10:00:00Z",
      "dateModified":"2023-05-06","isPartOf":{"@id":"#s"},"url":"https://h.example/c"}]}</script></head><body><p>Text.</p></body></html>
      """, "page.html")
    #expect(item.type == .postWeblog && item[.title] == "Cold & warm" && item[.containerTitle] == "Hand Journal")
    #expect(item[names: .author] == [Name(family: "Ost", given: "Wera")] && item[.URL] == "https://h.example/c")
    #expect(item[date: .issued] == CSLDate(2022, 3, 4) && item[.note] == "Last updated 6 May 2023")
    #expect(item[custom: "updated"] == CSLDate(2023, 5, 6).cslJSON)
  }

  @Test(
    "A page's other metadata",
    arguments: [
      """
      <meta name="citation_title" content="Salt"><meta name="citation_author" content="Rand, Mona"><meta name="citation_date" \
      content="2023/05/02"><meta name="citation_journal_title" content="J"><meta name="citation_doi" content="10.1234/x">
      """,
      """
      <meta name="DC.title" content="Salt"><meta name="DC.creator" content="Rand, Mona"><meta name="DC.date" content="2023-05-02">\
      <meta name="DC.identifier" content="doi:10.1234/x">
      """,
      """
      <span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.atitle=Salt&amp;\
      rft.jtitle=J&amp;rft.au=Rand%2C+Mona&amp;rft.date=2023-05-02&amp;rft_id=info%3Adoi%2F10.1234%2Fx"></span>
      """,
    ])
  func metadata(head: String) throws {
    let item = try item("<!doctype html><html><head>\(head)</head><body><p>Text.</p></body></html>", "page.html")
    #expect(item[.title] == "Salt" && item[names: .author] == [Name(family: "Rand", given: "Mona")])
    #expect(item[date: .issued] == CSLDate(2023, 5, 2) && item[.DOI] == "10.1234/x")
  }

  @Test("OpenGraph and microdata")
  func openGraph() throws {
    let item = try item(
      """
      <html><head><meta property="og:site_name" content="Site"><meta property="og:title" content="Salt"><link rel="canonical" \
      href="https://s.example/p"></head><body><h1 itemprop="headline">Salt</h1><span itemprop="author">By <a>Mona Rand</a></span>\
      <time itemprop="datePublished" datetime="2023-05-02">May</time><p>Text.</p></body></html>
      """, "page.html")
    #expect(item.type == .webpage && item[.title] == "Salt" && item[.containerTitle] == "Site")
    #expect(item[names: .author] == [Name(family: "Rand", given: "Mona")] && item[.URL] == "https://s.example/p")
    #expect(item[date: .issued] == CSLDate(2023, 5, 2))
  }

  @Test("JATS' front matter")
  func jats() throws {
    let item = try item(
      """
      <?xml version="1.0"?><article><front><journal-meta><journal-title-group><journal-title>J Salt</journal-title></journal-title-group>
      <issn pub-type="ppub">1234-5679</issn></journal-meta><article-meta><article-id pub-id-type="doi">10.1234/x</article-id>
      <title-group><article-title>Salt in <italic>E. coli</italic><xref>*</xref></article-title></title-group><contrib-group>
      <contrib contrib-type="author"><name><surname>Rand</surname><given-names>Mona</given-names></name></contrib>
      <contrib contrib-type="author"><collab>Salt Group</collab></contrib></contrib-group>
      <pub-date pub-type="epub"><day>2</day><month>5</month><year>2022</year></pub-date>
      <pub-date pub-type="ppub"><year>2023</year></pub-date><volume>3</volume><fpage>11</fpage><lpage>9</lpage></article-meta></front>
      <body><p>Text.</p></body></article>
      """, "a.xml")
    #expect(item.type == .articleJournal && item.richTexts[.title] == "Salt in <i>E. coli</i>")
    #expect(item[names: .author] == [Name(family: "Rand", given: "Mona"), Name(literal: "Salt Group")])
    #expect(item[date: .issued] == CSLDate(2023) && item[date: .availableDate] == CSLDate(2022, 5, 2))
    #expect(item[.containerTitle] == "J Salt" && item[.ISSN] == "1234-5679" && item[.volume] == "3")
  }

  @Test("A front matter's authors in any of their forms, and its DOI")
  func frontMatter() throws {
    let item = try item(
      """
      ---
      title: Salt
      author:
        - name: Mona Rand
        - {given: Ann, family: Roe}
      date: 2024-02-03
      doi: 10.1234/x
      journal: {title: J Salt}
      ---

      Text.
      """, "a.md")
    #expect(item.type == .articleJournal && item[.containerTitle] == "J Salt" && item[.DOI] == "10.1234/x")
    #expect(item[names: .author] == [Name(family: "Rand", given: "Mona"), Name(family: "Roe", given: "Ann")])
    #expect(item[date: .issued] == CSLDate(2024, 2, 3))
  }

  @Test("A text's byline, log of updates and permalink")
  func text() throws {
    let item = try item(
      """
      Why Knees Creak

      Jo Gibson • 12 min read

      Knees creak for many reasons, and most of them are harmless, as a long line of studies of knees has shown over the years.

      Updates

      2022 — Added a picture.

      March 2020 — Better words.

      2019 — Publication.

      Permalink

      https://knees.example.org/creak
      """, "a.txt")
    #expect(
      item.type == .webpage && item[.title] == "Why Knees Creak" && item[.URL] == "https://knees.example.org/creak")
    #expect(item[names: .author] == [Name(family: "Gibson", given: "Jo")])
    #expect(item[date: .issued] == CSLDate(2019) && item[.note] == "Last updated 2022")
  }

  @Test("A text that names neither an author nor a date has none")
  func nothing() throws {
    let item = try item(
      "Main Menu\n\nA study published 2019 found that salt is salty, and that it was so in 2020 as well.\n", "a.txt")
    #expect(item[names: .author].isEmpty && item[.URL] == nil && item.type == .manuscript)
  }
}
