import IbidKit
import IbidModel
import TestSupport
import Testing

/// The first real article, read by eye before the program read it.
@Suite(.enabled(if: Repository.hasCorpora, "needs the article beside the checkout"))
struct SeedArticleTests {
  private static let path = Repository.shared + "/seed/what-works-for-pain.txt"
  /// Read once for all tests.
  private static let read = Result {
    let source = try Repository.bytes(path)
    return (source: source, json: ClaimsReport(try CheckedArticle(bytes: source, path: path)).json())
  }

  let source: [UInt8]
  let json: JSONValue

  init() throws { (source, json) = try Self.read.get() }

  @Test("Every marker is found at its digits, and nothing else is taken for one")
  func findsEveryMarker() throws {
    let markers = try #require(json["sentences"]).elements.flatMap { $0["markers"]?.elements ?? [] }
    let labels = markers.compactMap { $0["label"]?.text }
    #expect(labels == ["1", "2", "3", "4", "5", "6", "8", "9", "10", "11", "12", "13", "15", "17", "18", "19"])
    for marker in markers {
      let offset = try #require(marker["place"]?["offset"]?.integer)
      let length = try #require(marker["length"]?.integer)
      #expect(String(decoding: source[offset..<offset + length], as: UTF8.self) == marker["label"]?.text)
      #expect(marker["note"] == marker["label"])
    }
    #expect(json["summary"]?["notesWithoutMarker"] == .array(["7", "14", "16", "20", "21", "22"]))
    #expect(json["summary"]?["markersWithoutNote"] == .array([]))
  }

  @Test("A run of fused numbers belongs to the sentence that it stands behind")
  func readsTheFusedRun() throws {
    let sentence = try #require(
      json["sentences"]?.elements.first { $0["text"]?.text?.contains("health insurance") == true })
    #expect(sentence["text"]?.text?.hasSuffix("“health insurance.”") == true)
    #expect(sentence["markers"]?.elements.compactMap { $0["label"]?.text } == ["9", "10", "11", "12"])
    #expect(sentence["status"] == "cited")
  }

  @Test("Twenty-two notes, eleven with a reference; lists inside notes are not notes")
  func readsTheNotes() throws {
    let notes = try #require(json["notes"]).elements
    #expect(notes.compactMap { $0["label"]?.text } == (1...22).map(String.init))
    let withReference = notes.filter { !($0["references"]?.elements ?? []).isEmpty }.compactMap { $0["label"]?.text }
    #expect(withReference == ["5", "7", "9", "10", "11", "12", "13", "15", "18", "19", "20"])
    let nowhere = notes.flatMap { $0["terse"]?.elements ?? [] }.filter { $0["items"] == .array([]) }
    #expect(
      nowhere.compactMap { $0["text"]?.text } == [
        "Cuijpers", "Cook", "Soligard et al", "Hopewell et al", "Couppé et al",
      ])
  }

  @Test(
    "Each reference has what its note gives",
    arguments: [
      ("saragiotto2017", "Saragiotto Maher Traeger Li McAuley", "Br J Sports Med", "2017 51 13 986-988 27797740"),
      ("bastian2006", "Bastian", "J R Soc Med", "2006 99 12 611-614 17139062"),
      ("weng2023", "Weng Goh Wu", "Br J Sports Med", "2023 36593092"),
      ("klasson2022", "Klasson Sadhir Pontzer", "PLoS One", "2022 17 7 e0270221 35793317"),
      ("ahmadi2022", "Ahmadi Clare Katzmarzyk", "Eur Heart J", "2022 36302460"),
      ("webber2022", "Webber Piercy Hyde Whitfield", "JAMA Netw Open", "2022 5 10 e2236778 36251297"),
      ("leddy2018", "Leddy Haider Ellis Willer", "Curr Sports Med Rep", "2018 17 8 262-270 30095546"),
      ("lin2019", "Lin Wiles Waller", "Br J Sports Med", "2019"),
      ("engel1977", "Engel", "Science", "1977 196 4286 129-136 847460"),
      ("cormack2022", "Cormack Stilwell Coninx Gibson", "Physiotherapy Theory and Practice", "2022 1-16 35645164"),
      ("zhang2021", "Zhang Hu Talay", "Nat Biomed Eng", "2021 34155354"),
    ])
  func readsEachReference(key: String, families: String, journal: String, numbers: String) throws {
    let object = try #require(json["items"]?.elements.first { $0["id"]?.text == key })
    let item = try #require(Item(cslJSON: object))
    #expect(item[names: .author].compactMap(\.family).joined(separator: " ") == families)
    #expect(item[.containerTitle] == journal)
    let found = [item[date: .issued]?.year.map(String.init), item[.volume], item[.issue], item[.page], item[.PMID]]
    #expect(found.compactMap(\.self).joined(separator: " ") == numbers)
    #expect(item[.title]?.isEmpty == false)
  }

  @Test("The site's own numbers are kept")
  func keepsTheSitesNumbers() throws {
    let item = try #require(json["items"]?.elements.first { $0["id"] == "bastian2006" })
    #expect(item["custom"]?["PainSci Bibliography"] == "51373")
  }

  @Test("The article is a record itself: what others cite")
  func isARecord() throws {
    let item = try ArticleItem.item(ofArticle: Self.path)
    #expect(item[.title] == "What Works for Chronic Pain?" && item.type == .webpage)
    #expect(item[names: .author] == [Name(family: "Ingraham", given: "Paul")])
    #expect(item[.URL] == "https://www.painscience.com/articles/what-works-for-pain.php")
    #expect(item[date: .issued] == CSLDate(2021) && item[custom: "updated"] == CSLDate(2023).cslJSON)
  }
}
