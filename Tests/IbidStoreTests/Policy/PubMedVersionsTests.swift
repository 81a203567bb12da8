import IbidModel
import IbidText
import Testing

@testable import IbidStore

struct PubMedVersionsTests {
  private static func item(after jsons: [String], sources: Bool = true) -> Item {
    var work = Work(key: "k", Statement(record(jsons[0]), .pubmed, source: 1))
    for (index, json) in jsons.enumerated().dropFirst() {
      _ = work.add(Statement(record(json), .pubmed, source: sources ? SourceNumber(index + 1) : 1))
    }
    return work.item
  }

  private static func facts(_ revised: String? = nil, _ more: String = "") -> String {
    let date = revised.map { "'DateRevised':{'Year':'\($0)','Month':'01','Day':'02'}" } ?? ""
    return "'PubMed':{'PMID':{'text':'7'}" + [date, more].filter { !$0.isEmpty }.map { "," + $0 }.joined() + "}"
  }

  @Test("Two of PubMed's records join by field; the later revision decides what differs")
  func join() {
    let late = "{'PMID':'7','title':'Late','volume':'3',\(Self.facts("2022"))}"
    let early =
      "{'PMID':'7','title':'Early','abstract':'It hurts.','page':'5',\(Self.facts("2020", "'Language':['ger']"))}"
    for order in [[late, early], [early, late], [late, early, late], [early, late, early]] {
      let item = Self.item(after: order)
      #expect(item[.title] == "Late" && item[.abstract] == "It hurts." && item[.volume] == "3" && item[.page] == "5")
      #expect(item.pubmed?.value["Language"] != nil && item.pubmed?.value["DateRevised"]?["Year"]?.text == "2022")
    }
  }

  @Test("What appeared stands above what was ahead of print, whenever it was revised; so does the higher version")
  func stages() {
    let final =
      "{'PMID':'7','title':'Final','volume':'3','page':'5',\(Self.facts(nil, "'PublicationStatus':'ppublish'"))}"
    let ahead =
      "{'PMID':'7','title':'Ahead','status':'ahead of print',\(Self.facts("2023", "'PublicationStatus':'aheadofprint'"))}"
    for order in [[final, ahead], [ahead, final]] {
      let item = Self.item(after: order)
      #expect(item[.title] == "Final" && item[.page] == "5" && item[.status] == nil)
    }
    let second = "{'PMID':'7','title':'Second','PubMed':{'PMID':{'Version':'2','text':'7'}}}"
    for order in [[final, second], [second, final]] { #expect(Self.item(after: order)[.title] == "Second") }
  }

  @Test(
    "What is known of a retraction, a correction or a concern stays",
    arguments: [
      "'PublicationTypeList':[{'text':'Retracted Publication'}]",
      "'CommentsCorrectionsList':[{'RefType':'RetractionIn','PMID':'8'}]",
      "'CommentsCorrectionsList':[{'RefType':'ExpressionOfConcernIn','RefSource':'Pain. 2020;1(2):3'}]",
      "'CommentsCorrectionsList':[{'RefType':'ErratumIn','PMID':'9'}]",
    ])
  func notices(fact: String) throws {
    let noticed = "{'PMID':'7','title':'A',\(Self.facts("2021", fact))}"
    let other =
      "{'PMID':'7','title':'A','volume':'3',\(Self.facts("2023", "'PublicationTypeList':[{'text':'Journal Article'}],'CommentsCorrectionsList':[{'RefType':'CommentIn','PMID':'5'}]"))}"
    for order in [[noticed, other], [other, noticed]] {
      let item = Self.item(after: order)
      let reading = PubMedReading(try #require(item.pubmed))
      let told = reading.publicationTypes + reading.commentsCorrections.map(\.refType)
      #expect(told.contains("CommentIn") && told.contains("Journal Article"))
      #expect(
        told.contains { ["Retracted Publication", "RetractionIn", "ExpressionOfConcernIn", "ErratumIn"].contains($0) })
    }
  }

  @Test("A work is retracted where PubMed, the status or the title says so")
  func isRetracted() {
    let rows: [(String, Bool)] = [
      ("{'title':'Retracted: Pain'}", true), ("{'title':'RETRACTED ARTICLE: Pain'}", true),
      ("{'title':'Pain [Retracted]'}", true), ("{'title':'Pain','status':'retracted'}", true),
      ("{'PubMed':{'PublicationTypeList':[{'text':'Retracted Publication'}]}}", true), ("{'title':'Pain'}", false),
      ("{'title':'Retraction: Pain'}", false), ("{'title':'Retracted papers and who cites them'}", false),
    ]
    for (json, isRetracted) in rows { #expect(record(json).isRetracted == isRetracted, "\(json)") }
  }

  @Test("A later record that says all that the earlier one says takes its place")
  func supersedes() {
    var work = Work(key: "k", Statement(record("{'title':'A',\(Self.facts("2020"))}"), .pubmed, source: 1))
    let isNew = work.add(Statement(record("{'title':'B','volume':'3',\(Self.facts("2021"))}"), .pubmed, source: 2))
    #expect(isNew)
    #expect(work.statements.count == 1 && work.item[.title] == "B")
    let isNewAgain = work.add(Statement(record("{'title':'A',\(Self.facts("2020"))}"), .pubmed, source: 1))
    #expect(!isNewAgain)
  }
}
