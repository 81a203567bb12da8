import IbidFormats
import IbidModel
import Testing

/// What the parts of a record become.
struct PubMedMappingTests {
  private func author(_ xml: String) throws -> Name? {
    try item(article(article: "<AuthorList><Author>\(xml)</Author></AuthorList>"))[names: .author].first
  }

  @Test(
    "Names in capitals are written as people do; initials stay",
    arguments: [
      ("MCDONALD", "JOHN A", "JA", "McDonald|John A"), ("DE LA CRUZ", "ANA", "A", "De La Cruz|Ana"),
      ("O'BRIEN", "JO", "J", "O'Brien|JO"), ("ABC", "JA", "JA", "Abc|JA"), ("ABC", "JAN", "JAN", "Abc|JAN"),
      ("ABC", "JAN", "J", "Abc|Jan"), ("AbC", "JAN", "J", "AbC|JAN"), ("LI", "WEI", "W", "Li|Wei"),
      ("LI", "W", "W", "LI|W"),
      ("LI", "Wei", "W", "LI|Wei"), ("LI", "WE", "W", "LI|WE"), ("LI", "WEI", nil, "Li|Wei"), ("LI", nil, "W", "LI|W"),
      ("L", "WEI", "W", "L|WEI"), ("MCA", "X", "X", "Mca|X"), ("MCAB", "X", "X", "McAb|X"),
      ("MACE", "X", "X", "Mace|X"),
      ("NMCAB", "X", "X", "Nmcab|X"), ("ÉMILE", "X", "X", "Émile|X"),
      ("MÜLLER-LÜDENSCHEID", "X", "X", "Müller-Lüdenscheid|X"),
      ("MÜLLERé", "X", "X", "MÜLLERé|X"), ("ÄÖ", "X", "X", "ÄÖ|X"), ("AZ@[", "X", "X", "AZ@[|X"),
      ("Smith", nil, nil, "Smith|"),
    ] as [(String, String?, String?, String)])
  func recases(last: String, fore: String?, initials: String?, expected: String) throws {
    let parts = [
      "<LastName>\(last)</LastName>", fore.map { "<ForeName>\($0)</ForeName>" } ?? "",
      initials.map { "<Initials>\($0)</Initials>" } ?? "",
    ]
    let name = try author(parts.joined())
    #expect((name?.family ?? "") + "|" + (name?.given ?? "") == expected)
  }

  @Test("A person without a family name, a body, and one who is not valid are told apart")
  func persons() throws {
    #expect(try author("<ForeName>Plato</ForeName>") == Name(family: "Plato"))
    #expect(try author("<Initials>P</Initials>") == Name(family: "P"))
    #expect(try author("<CollectiveName>CO<sub>2</sub> Group</CollectiveName>") == Name(literal: "CO2 Group"))
    #expect(try author("<Suffix>Jr</Suffix>") == nil)
    let smith = try author(
      "<LastName>Smith</LastName><ForeName>A</ForeName><MiddleName>B</MiddleName><Suffix>Jr</Suffix>")
    #expect(smith == Name(family: "Smith", given: "A B", suffix: "Jr"))
    let list = """
      <AuthorList><Author ValidYN="N"><LastName>No</LastName></Author><Author ValidYN="Y"><LastName>Yes</LastName>\
      </Author><Author><LastName>Too</LastName></Author></AuthorList>
      """
    #expect(try item(article(article: list))[names: .author].map(\.family) == ["Yes", "Too"])
  }

  @Test(
    "ORCID iDs are read in every spelling",
    arguments: [
      ("0000-0002-1825-0097", "0000-0002-1825-0097"), ("http://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
      ("0000000218250097", "0000-0002-1825-0097"), ("0000-0002-1825-009X", "0000-0002-1825-009X"),
      ("0000-0002-1825-009x", "0000-0002-1825-009X"), ("000000021825009", nil), ("00000002182500971", nil),
      ("000000021825X0097", "0000-0002-1825-0097"), ("0000 0002 1825 0097", "0000 0002 1825 0097"), ("x", nil),
    ] as [(String, String?)])
  func orcid(text: String, orcid: String?) throws {
    let identifier = "<LastName>A</LastName><Identifier Source=\"ORCID\">\(text)</Identifier>"
    #expect(try author(identifier)?.orcid == orcid)
    #expect(try author(identifier.replacing(" Source=\"ORCID\"", with: ""))?.orcid == orcid)
    #expect(try author(identifier.replacing("ORCID", with: "ISNI"))?.orcid == nil)
  }

  @Test("What CSL has no place for in an author stands in the facts, by the author's place")
  func extras() throws {
    let list = """
      <AuthorList><Author><LastName>A</LastName></Author><Author EqualContrib="Y"><LastName>B</LastName>\
      <Identifier Source="ISNI">7</Identifier><AffiliationInfo><Affiliation>Hall.</Affiliation>\
      <Identifier Source="ROR">8</Identifier></AffiliationInfo></Author><Author EqualContrib="N"><LastName>C</LastName>\
      <AffiliationInfo><Affiliation>Hall.</Affiliation></AffiliationInfo></Author></AuthorList>
      """
    let item = try item(article(article: list))
    let author = item.pubmed?.value["Author"].map { JSONWriter.text(of: $0) }
    #expect(
      author == """
        [{"position":2,"EqualContrib":"Y"},{"position":2,"Source":"ISNI","Identifier":"7"},\
        {"position":2,"Source":"ROR","AffiliationIdentifier":"8"}]
        """)
    #expect(item[names: .author].map(\.affiliations) == [[], ["Hall."], ["Hall."]])
  }

  @Test("Affiliations are those of their authors, however many there are")
  func affiliations() throws {
    let authors = (0..<40).map { number in
      "<Author><LastName>A\(number)</LastName>"
        + [number % 11, number % 7, number % 2].map {
          "<AffiliationInfo><Affiliation>Hall <b>\($0)</b></Affiliation></AffiliationInfo>"
        }.joined() + "</Author>"
    }
    let names = try item(article(article: "<AuthorList>\(authors.joined())</AuthorList>"))[names: .author]
    for (number, name) in names.enumerated() {
      #expect(name.affiliations == ["Hall \(number % 11)", "Hall \(number % 7)", "Hall \(number % 2)"])
    }
    #expect(names.count == 40)
  }

  @Test(
    "Parts of dates that are none are left out, and the year stays",
    arguments: [
      ("<Year>2020</Year><Month>Jan</Month><Day>1</Day>", CSLDate(2020, 1, 1)),
      ("<Year>2020</Year><Month>Jan</Month><Day>31</Day>", CSLDate(2020, 1, 31)),
      ("<Year>2020</Year><Month>Jan</Month><Day>32</Day>", CSLDate(2020, 1)),
      ("<Year>2020</Year><Month>Jan</Month><Day>0</Day>", CSLDate(2020, 1)),
      ("<Year>2020</Year><Month>Jan</Month><Day>1st</Day>", CSLDate(2020, 1)),
      ("<Year>2020</Year><Month>Jan</Month><Day>007</Day>", CSLDate(2020, 1, 7)),
      ("<Year>2020</Year><Day>5</Day>", CSLDate(2020)), ("<Year>2020</Year><Month>01</Month>", CSLDate(2020, 1)),
      ("<Year>2020</Year><Month>1</Month>", CSLDate(2020, 1)), ("<Year>2020</Year><Month>00</Month>", CSLDate(2020)),
      ("<Year>2020</Year><Month>13</Month>", CSLDate(2020)), ("<Year>2020</Year><Month>Sept</Month>", CSLDate(2020, 9)),
      ("<Year>2020</Year><Month>xyz</Month>", CSLDate(2020)), ("<Year>1000</Year>", CSLDate(1000)),
      ("<Year>0999</Year>", CSLDate(literal: "0999")), ("<Year>999</Year>", CSLDate(literal: "999")),
      ("<Year>20205</Year>", CSLDate(literal: "20205")),
      ("<Year>2020</Year><Season>Winter</Season>", CSLDate(.init(year: 2020, season: 4))),
      (
        "<Year>2020</Year><Month>Nov-Dec</Month>",
        CSLDate(.init(year: 2020, month: 11), through: .init(year: 2020, month: 12))
      ),
      (
        "<MedlineDate>1998 Dec-1999 Jan</MedlineDate>",
        CSLDate(.init(year: 1998, month: 12), through: .init(year: 1999, month: 1))
      ),
      (
        "<MedlineDate>2012 Mar 28-Apr 3</MedlineDate>",
        CSLDate(.init(year: 2012, month: 3, day: 28), through: .init(year: 2012, month: 4, day: 3))
      ),
      ("<MedlineDate>2000 Jan 15-1</MedlineDate>", CSLDate(2000, 1, 15)),
      ("<MedlineDate>2000 Jan 1-32</MedlineDate>", CSLDate(2000, 1, 1)),
      (
        "<MedlineDate>2000 Jan 1-31</MedlineDate>",
        CSLDate(.init(year: 2000, month: 1, day: 1), through: .init(year: 2000, month: 1, day: 31))
      ),
      ("<MedlineDate>2000 Jan 32-33</MedlineDate>", CSLDate(2000, 1)),
      ("<MedlineDate>2000 Jan-99</MedlineDate>", CSLDate(2000, 1)),
      ("<MedlineDate>1998-98</MedlineDate>", CSLDate(1998)),
      ("<MedlineDate>1998-97</MedlineDate>", CSLDate(.init(year: 1998), through: .init(year: 2097))),
      ("<MedlineDate>1998-100</MedlineDate>", CSLDate(1998)),
      ("<MedlineDate>2000-2001-2002</MedlineDate>", CSLDate(.init(year: 2000), through: .init(year: 2002))),
      (
        "<MedlineDate>1999-Jan-Mar</MedlineDate>",
        CSLDate(.init(year: 1999, month: 1), through: .init(year: 1999, month: 3))
      ),
      (
        "<MedlineDate>2000 Jan-Feb-Mar</MedlineDate>",
        CSLDate(.init(year: 2000, month: 1), through: .init(year: 2000, month: 3))
      ),
      (
        "<MedlineDate>Jan/Mar 2003</MedlineDate>",
        CSLDate(.init(year: 2003, month: 1), through: .init(year: 2003, month: 3))
      ),
      (
        "<MedlineDate>2003 Jan–Mar</MedlineDate>",
        CSLDate(.init(year: 2003, month: 1), through: .init(year: 2003, month: 3))
      ),
      (
        "<MedlineDate>2003 Spring-Summer</MedlineDate>",
        CSLDate(.init(year: 2003, season: 1), through: .init(year: 2003, season: 2))
      ),
      ("<MedlineDate>2003 1999</MedlineDate>", CSLDate(2003)),
      ("<MedlineDate>2003 Mar Apr</MedlineDate>", CSLDate(2003, 3)),
      ("<MedlineDate>x1998</MedlineDate>", CSLDate(1998)),
      ("<MedlineDate>x999</MedlineDate>", CSLDate(literal: "x999")),
      ("<MedlineDate>a 12345 b</MedlineDate>", CSLDate(literal: "a 12345 b")),
    ] as [(String, CSLDate)])
  func dates(xml: String, date: CSLDate) throws { #expect(try item(article(date: xml))[date: .issued] == date) }

  @Test("A year with a c before it is about right", arguments: [("c1998", true), ("C1998", true), ("[1998]", false)])
  func circa(text: String, isCirca: Bool) throws {
    let date = try item(article(date: "<MedlineDate>\(text)</MedlineDate>"))[date: .issued]
    #expect(date?.year == 1998)
    #expect(date?.isCirca == isCirca)
  }

  @Test("Every month is known by three letters in any case, and by two digits")
  func months() throws {
    let names = ["jan", "FEB", "Mar", "apr", "May", "Jun", "JUL", "aug", "Sep", "oct", "Nov", "Dec"]
    for (index, name) in names.enumerated() {
      let digits = (index < 9 ? "0" : "") + String(index + 1)
      for month in [name, digits] {
        #expect(
          try item(article(date: "<Year>2020</Year><Month>\(month)</Month>"))[date: .issued] == CSLDate(2020, index + 1)
        )
      }
    }
  }

  @Test("A record without a date, title or PMID says so")
  func remarks() throws {
    func problems(_ xml: String) throws -> [String] {
      try PubMedReader.items(in: Array(xml.utf8)).problems.map(\.message)
    }
    #expect(
      try problems(article(date: "")) == ["PubDate has neither Year nor MedlineDate; the record is kept without a date"]
    )
    #expect(try problems(article(title: "")) == ["the record has no title"])
    #expect(try problems(article(title: "<ArticleTitle>.</ArticleTitle>")) == ["the record has no title"])
    #expect(try problems(article(pmid: "12a")) == ["the PMID «12a» is no number"])
    #expect(try problems(article(pmid: "")) == [])
    #expect(try problems(article(pmid: "", title: "", date: "")) == ["the record has neither PMID nor title"])
    let other = "<ArticleIdList><ArticleId IdType=\"pubmed\">7</ArticleId></ArticleIdList>"
    #expect(try problems(article(pmid: "8", data: other)) == ["PMID is 8, but ArticleId says 7; the first is taken"])
    #expect(try problems(article(pmid: "007", data: other)) == [])
    #expect(try item(article(pmid: "", data: other))[.PMID] == "7")
    #expect(try item(article(pmid: "12a"))[.PMID] == "12a")
  }

  @Test(
    "Pages and the numbers that stand for them are told apart, on both sides of every limit",
    arguments: [
      ("12345", "12345", nil, nil), ("123456", "123456", "123456", nil), ("12345.6", "12345.6", nil, nil),
      ("e1", "e1", "e1", nil),
      ("E1", "E1", nil, nil), ("R795", "R795", nil, nil), ("ra50", "ra50", "ra50", nil), ("1e", "1e", nil, nil),
      ("1ab", "1ab", "1ab", nil), ("Unit6.10", "Unit6.10", "Unit6.10", nil), ("e", "e", nil, nil),
      ("viii", "viii", nil, nil),
      ("e12345678901234567890123", "e12345678901234567890123", "e12345678901234567890123", nil),
      ("e123456789012345678901234", "e123456789012345678901234", nil, nil), ("ab-1", "ab-1", nil, nil),
      ("12-", "12-", nil, nil),
      ("-12", "-12", nil, nil), ("1234567890-12345678", "1234567890-1212345678", nil, nil),
      ("1234567890-123456789", "1234567890-123456789", nil, nil), ("12-123", "12-123", nil, nil),
      ("123-4", "123-124", nil, nil),
      ("12; 14", "12; 14", nil, nil), ("2-8 passim", "2-8", nil, "passim"), ("2-8 concl", "2-8", nil, "concl"),
      ("discussion 1791", nil, nil, "discussion 1791"), ("1; discussion 2; quiz 3", "1", nil, "discussion 2; quiz 3"),
      ("quit 3", "quit 3", nil, nil), ("[x] y", nil, nil, "x"), ("1;; 2", "1; 2", nil, nil),
    ] as [(String, String?, String?, String?)])
  func pages(text: String, page: String?, number: String?, note: String?) throws {
    let item = try item(article(article: "<Pagination><MedlinePgn>\(text)</MedlinePgn></Pagination>"))
    #expect(item[.page] == page)
    #expect(item[.number] == number)
    #expect(item[.note] == note)
  }

  @Test(
    "A publisher's item identifier stands for the pages where it is short enough",
    arguments: [
      ("e123", "e123", "e123"), ("1-16", "1-16", nil), ("16-1", "16-1", "16-1"), ("16-16", "16-16", "16-16"),
      ("e01408-19", "e01408-19", "e01408-19"), ("abc", nil, nil), ("S0140-6736(06)69484-X", nil, nil),
      ("S0140673606694841", nil, nil), ("123456789012", "123456789012", "123456789012"), ("1234567890123", nil, nil),
      ("aaaaaaaaaaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaaaaaaaaaa1"),
      ("aaaaaaaaaaaaaaaaaaaaaaaa1", nil, nil), ("a/1", nil, nil), ("1.2-3", "1.2-3", "1.2-3"), ("7", "7", "7"),
    ] as [(String, String?, String?)])
  func publisherItems(text: String, page: String?, number: String?) throws {
    let location = "<ELocationID EIdType=\"pii\">\(text)</ELocationID>"
    let alone = try item(article(article: location))
    #expect(alone[.page] == page)
    #expect(alone[.number] == number)
    let beside = try item(article(article: "<Pagination><MedlinePgn>R12</MedlinePgn></Pagination>" + location))
    #expect(beside[.page] == "R12")
    #expect(beside[.number] == nil)
    let refused = try item(article(article: location.replacing("EIdType", with: "ValidYN=\"N\" EIdType")))
    #expect(refused[.page] == nil)
  }

  @Test("A publisher's identifier that is the page itself is a number; equal first and last pages are one")
  func samePages() throws {
    let same = "<Pagination><MedlinePgn>R12</MedlinePgn></Pagination><ELocationID EIdType=\"pii\">R12</ELocationID>"
    #expect(try item(article(article: same))[.number] == "R12")
    let one = "<Pagination><StartPage>12</StartPage><EndPage>12</EndPage></Pagination>"
    #expect(try item(article(article: one))[.page] == "12")
  }

  @Test(
    "Identifiers lose what stands around them",
    arguments: [
      ("doi", "10.1234/AbC", Variable.DOI, "10.1234/AbC"), ("doi", "https://doi.org/10.1234/AbC", .DOI, "10.1234/AbC"),
      ("doi", "10.123/x", .DOI, "10.123/x"), ("doi", "10.1234/", .DOI, "10.1234/"),
      ("doi", "10.12.4/x", .DOI, "10.12.4/x"),
      ("doi", "doi: 10.1234/x", .DOI, "10.1234/x"), ("pmc", "PMC123", .PMCID, "PMC123"),
      ("pmc", "PMC1", .PMCID, "PMC1"),
      ("pmc", "pmc-id: PMC123;", .PMCID, "PMC123"), ("pmc", "123", .PMCID, "PMC123"),
      ("pmc", "PMC1234567890", .PMCID, "PMC1234567890"), ("pmc", "PMC12345678901", .PMCID, nil),
      ("pmc", "x", .PMCID, nil),
      ("pmc", "PMCx", .PMCID, nil), ("pmcid", "pmc-id: PMC123;", .PMCID, "PMC123"), ("mid", "PMC123", .PMCID, nil),
    ] as [(String, String, Variable, String?)])
  func identifiers(type: String, text: String, variable: Variable, value: String?) throws {
    let list = "<ArticleIdList><ArticleId IdType=\"\(type)\">\(text)</ArticleId></ArticleIdList>"
    #expect(try item(article(data: list))[variable] == value)
  }

  @Test("Of two DOIs the list's counts; of one that is none the other does")
  func twoDOIs() throws {
    func read(_ listed: String, _ located: String) throws -> (doi: String?, problems: Int) {
      let list = "<ArticleIdList><ArticleId IdType=\"doi\">\(listed)</ArticleId></ArticleIdList>"
      let location = "<ELocationID EIdType=\"doi\">\(located)</ELocationID>"
      let (items, problems) = try PubMedReader.items(in: Array(article(article: location, data: list).utf8))
      return (items.first?[.DOI], problems.count)
    }
    #expect(try read("10.1234/a", "10.1234/a") == ("10.1234/a", 0))
    #expect(try read("10.1234/a", "10.1234/A") == ("10.1234/a", 0))
    #expect(try read("10.1234/a", "10.1234/b") == ("10.1234/a", 1))
    #expect(try read("x", "10.1234/b") == ("10.1234/b", 1))
    #expect(try read("10.1234/a", "x") == ("10.1234/a", 1))
    #expect(try read("x", "y") == ("x", 1))
  }

  @Test(
    "Languages have two letters where ISO gives them",
    arguments: [
      ("eng", "en"), ("ger", "de"), ("GER", "de"), ("deu", "de"), ("xyz", "xyz"), ("en", "en"), ("und", nil),
      ("mul", nil),
      ("e", nil), ("engl", nil), ("e1g", nil), ("{ab", nil), ("chi", "zh"), ("uzb", "uz"),
    ] as [(String, String?)])
  func languages(text: String, code: String?) throws {
    #expect(try item(article(article: "<Language>\(text)</Language>"))[.language] == code)
    #expect(
      try item(article(article: "<Language>\(text)</Language><Language>fre</Language>"))[.language] == code ?? "fr")
  }

  @Test(
    "The first publication type that says so gives the kind of work",
    arguments: [
      ("Preprint", ItemType.article, "Preprint"), ("Dataset", .dataset, nil),
      ("Newspaper Article", .articleNewspaper, nil),
      ("Letter", .articleJournal, "Letter"), ("Editorial", .articleJournal, "Editorial"),
      ("Video-Audio Media", .motionPicture, nil), ("Webcast", .motionPicture, nil),
      ("Academic Dissertation", .thesis, nil),
      ("Technical Report", .report, nil), ("Monograph", .book, nil), ("Book Review", .reviewBook, nil),
      ("Journal Article", .articleJournal, nil), ("Case Reports", .articleJournal, nil),
      ("Meta-Analysis", .articleJournal, nil),
    ] as [(String, ItemType, String?)])
  func types(name: String, type: ItemType, genre: String?) throws {
    for others in ["", "<PublicationType>Journal Article</PublicationType>"] {
      let list = "<PublicationTypeList>\(others)<PublicationType>\(name)</PublicationType></PublicationTypeList>"
      let item = try item(article(article: list))
      // What a journal printed is an article, whatever else it is; a preprint is called one, too.
      let isInJournal = [.article, .articleNewspaper, .reviewBook].contains(type) || others.isEmpty
      #expect(item.type == (isInJournal ? type : .articleJournal))
      #expect(item[.genre] == genre)
    }
  }

  @Test("An article ahead of print has that status, a retracted one its own")
  func status() throws {
    let ahead = "<PublicationStatus>aheadofprint</PublicationStatus>"
    #expect(try item(article(data: ahead))[.status] == "ahead of print")
    #expect(try item(article(data: "<PublicationStatus>epublish</PublicationStatus>"))[.status] == nil)
    let retracted =
      "<PublicationTypeList><PublicationType>Retracted Publication</PublicationType></PublicationTypeList>"
    #expect(try item(article(article: retracted, data: ahead))[.status] == "retracted")
  }

  @Test(
    "One full stop and the brackets around all of a title are taken off, also within tags",
    arguments: [
      ("A..", "A..", false), ("A.", "A", false), ("A .", "A", false), ("[A.].", "A", true), ("[A].", "A", true),
      ("[A", "A", false), ("[[A]].", "[A]", true), ("[A] [B]", "[A] [B]", false), ("[A <i>b</i>].", "A <i>b</i>", true),
      ("<i>[A].</i>", "<i>[A]</i>", false), ("A <i>b.</i>", "A <i>b</i>", false),
      ("A <b><i>b.</i></b>", "A <b><i>b</i></b>", false),
      ("A <i>b</i>.", "A <i>b</i>", false), ("A <i>b..</i>", "A <i>b..</i>", false), ("a &gt;.", "a >", false),
      ("a.&gt;", "a.>", false),
    ] as [(String, String, Bool)])
  func titles(raw: String, title: String, isTranslated: Bool) throws {
    let item = try item(article(title: "<ArticleTitle>\(raw)</ArticleTitle>"))
    #expect(item.richTexts[.title] ?? item[.title] == (raw == "[A" ? "[A" : title))
    #expect((item.pubmed?.value["ArticleTitle"] != nil) == isTranslated)
  }

  @Test("An abstract is its sections, and says where they begin; keywords are one text")
  func abstracts() throws {
    let plain = try item(article(article: "<Abstract><AbstractText>One. H<sub>2</sub>O</AbstractText></Abstract>"))
    #expect(plain[.abstract] == "One. H2O")
    #expect(plain.pubmed?.value["Abstract"] == nil)
    let sections = """
      <Abstract><AbstractText Label="AIM" NlmCategory="OBJECTIVE">One "x".</AbstractText><AbstractText>Two.</AbstractText>\
      <AbstractText Label="END"/><CopyrightInformation>Nobody's.</CopyrightInformation></Abstract>
      """
    let item = try item(
      article(article: sections, citation: "<KeywordList><Keyword>a \\ b</Keyword><Keyword>c</Keyword></KeywordList>"))
    #expect(item[.abstract] == "AIM: One \"x\". Two.")
    #expect(item[.keyword] == "a \\ b; c")
    let facts = item.pubmed?.value["Abstract"]
    #expect(facts?["AbstractText"]?.elements.map { $0["Label"]?.text } == ["AIM", nil])
    #expect(facts?["AbstractText"]?.elements.first?["NlmCategory"] == "OBJECTIVE")
    #expect(facts?["AbstractText"]?.elements.first?["text"] == "One \"x\".")
    #expect(facts?["CopyrightInformation"] == "Nobody's.")
  }

  @Test(
    "Formulas are read as text",
    arguments: [
      ("<msub><mi>x</mi><mn>2</mn></msub>", "x<sub>2</sub>"), ("<msup><mi>x</mi><mn>2</mn></msup>", "x<sup>2</sup>"),
      ("<munder><mi>x</mi><mn>2</mn></munder>", "x<sub>2</sub>"),
      ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x<sub>1</sub><sup>2</sup>"),
      ("<munderover><mi>x</mi><mn>1</mn><mn>2</mn></munderover>", "x<sub>1</sub><sup>2</sup>"),
      ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "a/b"),
      ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mrow><mi>c</mi></mrow></mfrac>", "(a+b)/(c)"),
      ("<msqrt><mi>x</mi></msqrt>", "√(x)"), ("<mroot><mi>x</mi><mn>3</mn></mroot>", "√(x, 3)"),
      ("<mfenced><mi>a</mi><mi>b</mi><mo>=</mo><mi>c</mi></mfenced>", "(a,b=,c)"),
      (
        "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd></mtr></mtable>",
        "[a b; c]"
      ),
      ("<matrix><matrixrow><cn>1</cn><cn>2</cn></matrixrow><matrixrow><ci>x</ci></matrixrow></matrix>", "[1 2; x]"),
      ("<mi>a</mi><mspace/><mi>b</mi>", "a b"), ("<mi> a </mi> x <mo> &lt; </mo>\n<mi> b c </mi>", "a<b c"),
      ("<apply><ci>a</ci><infinity/></apply>", "a ∞"), ("<mi>a</mi><mo>\u{2062}</mo><mi>b</mi>", "ab"),
      ("<mi>a</mi><mo>\u{2061}</mo><mo>\u{2064}</mo><mi>b</mi>", "ab"), ("<mo>\u{2060}</mo>", "\u{2060}"),
      ("<mo>\u{2065}</mo>", "\u{2065}"),
      ("<mi>a</mi><mtext> if </mtext><mi>b</mi>", "a if b"), ("<ms>s</ms><annotation>no</annotation><mi>b</mi>", "sb"),
      ("<mrow><mover><mi>x</mi><mo>^</mo></mover></mrow>", "x^"),
    ])
  func formulas(math: String, text: String) throws {
    for (before, behind) in [("a ", " z"), ("\"", "")] {
      let xml = "\(before)<math>\(math)</math>\(behind)"
      let title = try item(article(title: "<ArticleTitle>\(xml)</ArticleTitle>"))
      #expect(title.richTexts[.title] ?? title[.title] == before + text + behind)
      let abstract = try item(article(article: "<Abstract><AbstractText>\(xml)</AbstractText></Abstract>"))
      #expect(abstract.richTexts[.abstract] ?? abstract[.abstract] == before + text + behind)
    }
  }

  @Test(
    "Entities of HTML's are their characters, others stay as they are spelled",
    arguments: [
      ("nbsp", "\u{A0}"), ("yuml", "ÿ"), ("not", "¬"), ("Alpha", "Α"), ("Sigma", "Σ"), ("Omega", "Ω"), ("alpha", "α"),
      ("sigmaf", "ς"), ("omega", "ω"), ("euro", "€"), ("loz", "◊"), ("OElig", "Œ"), ("foo", "&foo;"), ("-", nil),
    ] as [(String, String?)])
  func entities(name: String, text: String?) throws {
    guard let text else { return }
    let item = try item(article(title: "<ArticleTitle>a &\(name); b</ArticleTitle>"))
    #expect(item[.title] == "a \(text) b")
  }

  @Test("Books and their chapters are told apart by a title of their own")
  func books() throws {
    func book(_ inside: String, _ behind: String = "") -> String {
      """
      <PubmedBookArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID><Book><Publisher><PublisherName>P</PublisherName>\
      <PublisherLocation>L</PublisherLocation></Publisher><BookTitle>Book.</BookTitle><PubDate><Year>2001</Year></PubDate>\
      \(inside)</Book>\(behind)</BookDocument></PubmedBookArticle></PubmedBookArticleSet>
      """
    }
    func list(_ type: String, _ name: String) -> String {
      "<AuthorList Type=\"\(type)\"><Author><LastName>\(name)</LastName></Author></AuthorList>"
    }
    let whole = try #require(try items(book(list("authors", "Author") + list("editors", "Editor"))).first)
    #expect(whole.type == .book)
    #expect(whole[.title] == "Book")
    #expect(whole[.publisher] == "P")
    #expect(whole[.publisherPlace] == "L")
    #expect(whole[names: .author].map(\.family) == ["Author"])
    #expect(whole[names: .editor].map(\.family) == ["Editor"])
    let chapterXML = book(
      list("authors", "Author") + list("editors", "Editor"),
      "<ArticleTitle>Chapter.</ArticleTitle>" + list("authors", "Chapman"))
    let chapter = try #require(try items(chapterXML).first)
    #expect(chapter.type == .chapter)
    #expect(chapter[.title] == "Chapter")
    #expect(chapter[.containerTitle] == "Book")
    #expect(chapter[names: .author].map(\.family) == ["Chapman"])
    #expect(chapter[names: .containerAuthor].map(\.family) == ["Author"])
    #expect(chapter[names: .editor].map(\.family) == ["Editor"])
    let years = "<BeginningDate><Year>2001</Year></BeginningDate><EndingDate><Year>2003</Year></EndingDate>"
    let undated = book(years).replacing("<PubDate><Year>2001</Year></PubDate>", with: "")
    #expect(try items(undated).first?[date: .issued] == CSLDate(.init(year: 2001), through: .init(year: 2003)))
    let same = undated.replacing("2003", with: "2001")
    #expect(try items(same).first?[date: .issued] == CSLDate(2001))
  }

  @Test("The journal has its full and its short name, and both ISSNs are looked at")
  func journals() throws {
    func read(_ journal: String, _ info: String) throws -> Item {
      let xml = """
        <PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal>\(journal)</Journal><ArticleTitle>T</ArticleTitle>\
        </Article><MedlineJournalInfo>\(info)</MedlineJournalInfo></MedlineCitation></PubmedArticle>
        """
      return try item(xml)
    }
    let full = try read(
      "<ISSN>1111-1111</ISSN><Title>Long</Title><ISOAbbreviation>L.</ISOAbbreviation>",
      "<MedlineTA>L</MedlineTA><ISSNLinking>2222-2222</ISSNLinking>")
    #expect(full[.containerTitle] == "Long")
    #expect(full[.containerTitleShort] == "L.")
    #expect(full[.ISSN] == "1111-1111")
    let short = try read("", "<MedlineTA>L</MedlineTA><ISSNLinking>2222-2222</ISSNLinking>")
    #expect(short[.containerTitle] == "L")
    #expect(short[.containerTitleShort] == "L")
    #expect(short[.ISSN] == "2222-2222")
  }
}
