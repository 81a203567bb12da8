import IbidFormats
import IbidModel
import Testing

/// CSL-JSON as others write it.
struct CSLJSONIntakeTests {
  private func read(_ json: String) throws -> (item: Item, problems: [RecordProblem]) {
    let read = CSLJSONReader.items(in: Array(json.utf8), path: "x.json")
    return (try #require(read.items.first), read.problems)
  }

  @Test(
    "Dates in words, names of months, lists and bare numbers become parts; nothing stays of an empty one",
    arguments: [
      (#""Spring 2019""#, #"{"date-parts":[[2019]],"season":1}"#), (#"2019"#, #"{"date-parts":[[2019]]}"#),
      (#"{"raw":"3 July 2018"}"#, #"{"date-parts":[[2018,7,3]]}"#),
      (#"{"literal":"03.07.2018"}"#, #"{"date-parts":[[2018,7,3]]}"#),
      (#"{"literal":"in press"}"#, #"{"literal":"in press"}"#),
      (#"{"date-parts":[["2018","Jul","3"]]}"#, #"{"date-parts":[[2018,7,3]]}"#),
      (#"{"date-parts":[2018,7]}"#, #"{"date-parts":[[2018,7]]}"#),
      (#"{"year":"2018","month":"July","day":3}"#, #"{"date-parts":[[2018,7,3]]}"#),
      (#"{"date-parts":[[2018]],"season":"Autumn"}"#, #"{"date-parts":[[2018]],"season":3}"#),
      (#"{"date-time":"2018-07-03T01:02:03Z","timestamp":5}"#, #"{"date-parts":[[2018,7,3]]}"#),
      (#"[{"date-parts":[[2017]]},{"date-parts":[[2018]]}]"#, #"{"date-parts":[[2017],[2018]]}"#),
      (#"{"date-parts":[[2017,22],[2018,21]]}"#, #"{"date-parts":[[2017,14],[2018,13]]}"#),
      (#""20180703""#, #"{"date-parts":[[2018,7,3]]}"#), (#"{"date-parts":[[]]}"#, ""), (#"{}"#, ""), ("null", ""),
      (#"{"date-parts":[[null]]}"#, ""), (#""""#, ""), ("[]", ""),
    ])
  func dates(json: String, date: String) throws {
    let (item, problems) = try read(#"{"title":"T","issued":\#(json)}"#)
    #expect((item[date: .issued].map { JSONWriter.text(of: $0.cslJSON) } ?? "") == date)
    #expect(problems.isEmpty)
  }

  @Test(
    "Names have no empty parts, whatever they are written as",
    arguments: [
      (#"[{"name":"Salt Group"}]"#, [Name(literal: "Salt Group")]),
      (#"[{"family":"Salt Group","given":""}]"#, [Name(literal: "Salt Group")]),
      (#"[{"family":"","given":"Plato"}]"#, [Name(literal: "Plato")]),
      (#"[{"family":"Rand"},{"family":null},{}]"#, [Name(family: "Rand")]),
      (#"["Rand, Mona","Jo Gibson"]"#, [Name(family: "Rand", given: "Mona"), Name(family: "Gibson", given: "Jo")]),
      (#"{"family":"Rand &amp; Co"}"#, [Name(family: "Rand & Co")]),
      (#"[["Mona","Rand"]]"#, [Name(family: "Rand", given: "Mona")]),
    ])
  func names(json: String, names: [Name]) throws {
    #expect(try read(#"{"title":"T","author":\#(json)}"#).item[names: .author] == names)
  }

  @Test(
    "Identifiers lose their prefixes and resolvers",
    arguments: [
      ("DOI", "https://doi.org/10.1234/Ab", "10.1234/Ab"), ("DOI", "doi: 10.1234/Ab", "10.1234/Ab"),
      ("DOI", "https://dx.doi.org/10.1234%2FAb", "10.1234/Ab"), ("PMID", "PMID: 123", "123"), ("PMCID", "45", "PMC45"),
      ("ISSN", "http://id.crossref.org/issn/12345679", "1234-5679"), ("ISBN", "urn:isbn:123", "123"),
    ])
  func identifiers(name: String, text: String, value: String) throws {
    let variable = try #require(Variable(name: name))
    #expect(try read(#"{"title":"T","\#(name)":"\#(text)"}"#).item[variable] == value)
  }

  @Test("Entities, foreign markup and stray blanks go; tags without a partner are text")
  func texts() throws {
    let json = #"""
      {"type":"article-journal","title":"  Salt &amp; <em>E. coli</em>\n  &lt;i&gt;now&lt;/i&gt; <b>","container-title":["J  S","J"],
      "abstract":"<jats:title>Aim</jats:title><jats:p>To <jats:sub>2</jats:sub></jats:p>","volume":null,"issue":""}
      """#
    let item = try read(json).item
    #expect(item.richTexts[.title] == "Salt & <i>E. coli</i> <i>now</i> <b>")
    #expect(item[.title] == "Salt & E. coli now <b>")
    #expect(item[.containerTitle] == "J S" && item[custom: "container-title"] == .array(["J"]))
    #expect(item[.abstract] == "Aim\n\nTo 2")
    #expect(item[.volume] == nil && item[.issue] == nil)
  }

  @Test("Crossref's works come out of their message, with their own members read")
  func crossref() throws {
    let json = #"""
      {"status":"ok","message-type":"work","message":{"indexed":{},"type":"proceedings-article","title":["Salt"],
      "subtitle":["A view"],"container-title":["Proc"],"short-container-title":["P"],"is-referenced-by-count":3,
      "published-print":{"date-parts":[[2020,5]]},"event":{"name":"SaltConf","location":"Oslo"},"archive":["Portico"],
      "author":[{"given":"Mona","family":"Rand","sequence":"first","affiliation":[{"name":"Uni"}]}],
      "license":[{"URL":"https://l.example"}],"DOI":"10.1234/x"}}
      """#
    let (item, problems) = try read(json)
    #expect(item.type == .paperConference && item[.title] == "Salt: A view" && item[.containerTitleShort] == "P")
    #expect(item[date: .issued] == CSLDate(2020, 5) && item[.eventTitle] == "SaltConf" && item[.eventPlace] == "Oslo")
    #expect(item[names: .author].first?.affiliations == ["Uni"] && item[.license] == "https://l.example")
    #expect(item[.archive] == nil && problems.isEmpty)
  }

  @Test("Zotero's and Citoid's JSON is read")
  func zotero() throws {
    let json = #"""
      [{"key":"AB","data":{"key":"AB","itemType":"bookSection","title":"Salt","bookTitle":"Seas","date":"2001","extra":"PMID: 7\nx",
      "creators":[{"creatorType":"author","firstName":"Mona","lastName":"Rand"},{"creatorType":"editor","name":"Lab"}]}}]
      """#
    let item = try read(json).item
    #expect(item.id == "AB" && item.type == .chapter && item[.containerTitle] == "Seas" && item[.PMID] == "7")
    #expect(
      item[names: .author] == [Name(family: "Rand", given: "Mona")] && item[names: .editor] == [Name(literal: "Lab")])
    #expect(item[.note] == "x")
  }

  @Test("What cannot be put right is kept and told, with line and key")
  func problems() throws {
    let json =
      "[\n{\"id\":\"k\",\"type\":\"novelette\",\"title\":\"T\",\"DOI\":\"none\",\"issued\":{\"date-parts\":[[2001,25]]},\"genre\":{\"a\":1}}]"
    let (item, problems) = try read(json)
    #expect(
      problems.map(\.message) == [
        "“novelette” is no type of CSL's; the record is a document", "“none” is no DOI; it is kept as it stands",
        "issued: “25” is no month; the year is kept", "genre is no text; it is kept in custom",
      ])
    #expect(problems.allSatisfy { $0.line == 2 && $0.record == "k" && $0.outcome == .kept })
    #expect(item[.DOI] == "none" && item[date: .issued] == CSLDate(2001) && item[custom: "genre"] != nil)
  }
}
