import IbidModel
import Testing

@testable import IbidStore

struct RecordMergeTests {
  /// A row: what the sources say, one after the other; the record that comes of it.
  private static let rows: [(String, [(SourceKind, String)], String)] = [
    (
      "the better source's value of each field, and what only the poorer has",
      [(.pubmed, "{'type':'book','title':'New','page':'5'}"), (.export, "{'type':'book','title':'Old','volume':'3'}")],
      "{'type':'book','title':'New','page':'5','volume':'3'}"
    ),
    (
      "an edit by hand is above all",
      [
        (.edit, "{'type':'document','title':'Mine'}"),
        (.pubmed, "{'type':'article-journal','title':'Theirs','page':'1'}"),
      ],
      "{'type':'article-journal','title':'Mine','page':'1'}"
    ),
    (
      "the publisher above an export, an export above a reference in text",
      [
        (.reference, "{'title':'R','page':'1'}"), (.export, "{'title':'E','volume':'2'}"),
        (.publisher, "{'title':'P','issue':'3'}"),
      ], "{'title':'P','volume':'2','issue':'3','page':'1'}"
    ),
    (
      "rich text goes with its text",
      [(.pubmed, "{'type':'book','title':'H<sub>2</sub>O'}"), (.export, "{'type':'book','title':'Water'}")],
      "{'type':'book','title':'H<sub>2</sub>O'}"
    ),
    (
      "a number stays a number, and makes no other text one",
      [(.pubmed, "{'type':'book','volume':'IV'}"), (.export, "{'type':'book','volume':3,'issue':2}")],
      "{'type':'book','volume':'IV','issue':2}"
    ),
    (
      "a full date beats the year of a better source",
      [(.pubmed, "{'issued':{'date-parts':[[2017]]}}"), (.export, "{'issued':{'date-parts':[[2017,7,3]]}}")],
      "{'issued':{'date-parts':[[2017,7,3]]}}"
    ),
    (
      "but not another year",
      [(.pubmed, "{'issued':{'date-parts':[[2017]]}}"), (.export, "{'issued':{'date-parts':[[2016,7,3]]}}")],
      "{'issued':{'date-parts':[[2017]]}}"
    ),
    (
      "the better source's names, however few the others are",
      [
        (.pubmed, "{'author':[{'family':'A'},{'family':'B'},{'family':'C'}]}"),
        (.export, "{'author':[{'family':'A'}]}"),
      ], "{'author':[{'family':'A'},{'family':'B'},{'family':'C'}]}"
    ),
    (
      "a longer list beats one that is broken off",
      [
        (.export, "{'author':[{'family':'A'}],'custom':{'et-al':['author']}}"),
        (.reference, "{'author':[{'family':'A'},{'family':'B'}]}"),
      ], "{'author':[{'family':'A'},{'family':'B'}]}"
    ),
    (
      "a shorter one does not, and the list stays broken off",
      [
        (.export, "{'author':[{'family':'A'},{'family':'B'}],'custom':{'et-al':['author']}}"),
        (.reference, "{'author':[{'family':'A'}]}"),
      ], "{'author':[{'family':'A'},{'family':'B'}],'custom':{'et-al':['author']}}"
    ),
    (
      "an export's list that a longer one begins with is incomplete",
      [(.export, "{'author':[{'family':'A'}]}"), (.reference, "{'author':[{'family':'A'},{'family':'B'}]}")],
      "{'author':[{'family':'A'},{'family':'B'}]}"
    ),
    (
      "so is a publisher's",
      [(.publisher, "{'author':[{'family':'A'}]}"), (.export, "{'author':[{'family':'A'},{'family':'B'}]}")],
      "{'author':[{'family':'A'},{'family':'B'}]}"
    ),
    (
      "nothing beats something never", [(.pubmed, "{'title':''}"), (.reference, "{'title':'A'}")], "{'title':'A'}"
    ),
    (
      "document is a type that knows no better",
      [(.publisher, "{'type':'document'}"), (.reference, "{'type':'book'}")],
      "{'type':'book'}"
    ),
    (
      "custom and unknown members by name",
      [(.pubmed, "{'custom':{'a':1},'x-a':1}"), (.export, "{'custom':{'b':2,'a':3},'x-b':[2],'x-a':null}")],
      "{'custom':{'a':1,'b':2},'x-a':1,'x-b':[2]}"
    ),
    (
      "PubMed's facts stay", [(.pubmed, "{'PubMed':{'A':'1'}}"), (.edit, "{'volume':'3'}")],
      "{'volume':'3','PubMed':{'A':'1'}}"
    ),
    (
      "of two exports the one that says more goes first",
      [(.export, "{'title':'A b','page':'1','volume':'2'}"), (.export, "{'title':'A B','page':'1'}")],
      "{'title':'A b','page':'1','volume':'2'}"
    ),
  ]

  @Test("What sources say of one work becomes one record, in whatever order they came", arguments: rows)
  func merged(name: String, sources: [(SourceKind, String)], expected: String) {
    let statements = sources.map { Statement(record($0.1), $0.0) }
    for statements in [statements, statements.reversed()] {
      #expect(RecordMerge.merged(statements) == record(expected), "\(name)")
    }
  }

  @Test("To add again what a source said changes nothing", arguments: rows)
  func isIdempotent(name: String, sources: [(SourceKind, String)], expected: String) {
    var work = Work(key: "k", Statement(record(sources[0].1), sources[0].0))
    for source in sources.dropFirst() { _ = work.add(Statement(record(source.1), source.0)) }
    let once = work
    for source in sources {
      let isNew = work.add(Statement(record(source.1), source.0))
      #expect(!isNew, "\(name)")
    }
    #expect(work == once)
  }

  @Test("Of two PubMed records the higher version stands, then the later revision, then the one that came last")
  func pubmedVersions() {
    func title(after jsons: String...) -> String? {
      var work = Work(key: "k", Statement(record(jsons[0]), .pubmed))
      for json in jsons.dropFirst() { _ = work.add(Statement(record(json), .pubmed)) }
      return work.item[.title]
    }
    let second = "{'title':'B','PubMed':{'PMID':{'Version':'2'}}}"
    let first = "{'title':'A','PubMed':{'PMID':{'Version':'1'}}}"
    #expect(title(after: first, second) == "B" && title(after: second, first) == "B")
    let early = "{'title':'A','PubMed':{'DateRevised':{'Year':'2020','Month':'02','Day':'03'}}}"
    let late = "{'title':'B','PubMed':{'DateRevised':{'Year':'2020','Month':'11','Day':'01'}}}"
    #expect(title(after: early, late) == "B" && title(after: late, early) == "B")
    #expect(title(after: "{'title':'A','PubMed':{}}", "{'title':'B','PubMed':{}}") == "B")
  }

  @Test("Within a source a key names one record: a later form of it takes its place")
  func laterForms() {
    var work = Work(key: "k", Statement(record("{'id':'z','title':'Wrogn','volume':'1'}"), .export, source: 1))
    _ = work.add(Statement(record("{'id':'z','title':'Right'}"), .export, source: 1))
    #expect(work.item == record("{'id':'k','title':'Right'}"))
    _ = work.add(Statement(record("{'id':'z','title':'Other','page':'2'}"), .export, source: 2))
    #expect(work.statements.count == 2)
  }
}
