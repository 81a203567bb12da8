import IbidModel
import Testing

@testable import IbidStore

struct RecordMergeTests {
  /// A row: the old record, the new one, what becomes of them.
  private static let rows: [(String, String, String, String)] = [
    (
      "the new values stand, what only the old one has stays",
      "{'id':'k','type':'book','title':'Old','volume':'3'}", "{'type':'book','title':'New','page':'5'}",
      "{'id':'k','type':'book','title':'New','page':'5','volume':'3'}"
    ),
    (
      "the old key stays", "{'id':'k','type':'book'}", "{'id':'other','type':'book'}", "{'id':'k','type':'book'}"
    ),
    (
      "rich text goes with its text", "{'id':'k','type':'book','title':'H<sub>2</sub>O'}", "{'type':'book'}",
      "{'id':'k','type':'book','title':'H<sub>2</sub>O'}"
    ),
    (
      "the old rich text goes with the old text", "{'id':'k','type':'book','title':'H<sub>2</sub>O'}",
      "{'type':'book','title':'Water'}", "{'id':'k','type':'book','title':'Water'}"
    ),
    (
      "a number stays a number", "{'id':'k','type':'book','volume':3}", "{'type':'book'}",
      "{'id':'k','type':'book','volume':3}"
    ),
    (
      "a new text is no number because the old one was", "{'id':'k','type':'book','volume':3}",
      "{'type':'book','volume':'IV'}", "{'id':'k','type':'book','volume':'IV'}"
    ),
    (
      "dates, each whole",
      "{'id':'k','type':'book','issued':{'date-parts':[[2020,5,1]]},'accessed':{'date-parts':[[2021]]}}",
      "{'type':'book','issued':{'date-parts':[[2022]]}}",
      "{'id':'k','type':'book','issued':{'date-parts':[[2022]]},'accessed':{'date-parts':[[2021]]}}"
    ),
    (
      "lists of names, each whole",
      "{'id':'k','type':'book','author':[{'family':'A'},{'family':'B'}],'editor':[{'family':'E'}]}",
      "{'type':'book','author':[{'family':'C'}]}",
      "{'id':'k','type':'book','author':[{'family':'C'}],'editor':[{'family':'E'}]}"
    ),
    (
      "the new type", "{'id':'k','type':'book'}", "{'type':'chapter'}", "{'id':'k','type':'chapter'}"
    ),
    (
      "but for document, which knows no better", "{'id':'k','type':'book'}", "{'type':'document'}",
      "{'id':'k','type':'book'}"
    ),
    (
      "custom members by name, the old ones first", "{'id':'k','type':'book','custom':{'a':1,'b':2}}",
      "{'type':'book','custom':{'c':3,'a':4}}", "{'id':'k','type':'book','custom':{'b':2,'c':3,'a':4}}"
    ),
    (
      "unknown members by name, the old ones first", "{'id':'k','type':'book','x-a':1,'x-b':[2]}",
      "{'type':'book','x-c':{},'x-a':null}", "{'id':'k','type':'book','x-b':[2],'x-c':{},'x-a':null}"
    ),
    (
      "PubMed's facts come", "{'id':'k','type':'book','volume':'3'}",
      "{'type':'book','PubMed':{'PMID':{'Version':'1'}}}",
      "{'id':'k','type':'book','volume':'3','PubMed':{'PMID':{'Version':'1'}}}"
    ),
    (
      "and stay", "{'id':'k','type':'book','PubMed':{'A':'1'}}", "{'type':'book','volume':'3'}",
      "{'id':'k','type':'book','volume':'3','PubMed':{'A':'1'}}"
    ),
    (
      "of two PubMed records the newer says all that PubMed says",
      "{'id':'k','type':'book','volume':'3','issued':{'date-parts':[[2020]]},'author':[{'family':'A'}],'PubMed':{'A':'1'}}",
      "{'type':'document','page':'5','PubMed':{'B':'1'}}", "{'id':'k','type':'document','page':'5','PubMed':{'B':'1'}}"
    ),
    (
      "but what is not PubMed's stays", "{'id':'k','type':'book','custom':{'a':1},'x-a':1,'PubMed':{'A':'1'}}",
      "{'type':'book','PubMed':{'B':'1'}}", "{'id':'k','type':'book','custom':{'a':1},'x-a':1,'PubMed':{'B':'1'}}"
    ),
    (
      "an older version changes nothing",
      "{'id':'k','type':'book','title':'New','PubMed':{'PMID':{'Version':'2'}}}",
      "{'type':'book','title':'Old','custom':{'a':1},'PubMed':{'PMID':{'Version':'1'}}}",
      "{'id':'k','type':'book','title':'New','PubMed':{'PMID':{'Version':'2'}}}"
    ),
    (
      "an equal version does", "{'id':'k','type':'book','title':'A','PubMed':{'PMID':{'Version':'2'}}}",
      "{'type':'book','title':'B','PubMed':{'PMID':{'Version':'2'}}}",
      "{'id':'k','type':'book','title':'B','PubMed':{'PMID':{'Version':'2'}}}"
    ),
    (
      "no version is the first", "{'id':'k','type':'book','title':'A','PubMed':{}}",
      "{'type':'book','title':'B','PubMed':{'PMID':{'Version':'1'}}}",
      "{'id':'k','type':'book','title':'B','PubMed':{'PMID':{'Version':'1'}}}"
    ),
  ]

  @Test("Two records of one work become one", arguments: rows)
  func merges(name: String, old: String, new: String, merged: String) {
    let result = RecordMerge.merged(record(old), with: record(new))
    #expect(result.completeJSON == record(merged).completeJSON, "\(name)")
    #expect(result == record(merged), "\(name)")
  }

  @Test("To merge again what was merged changes nothing", arguments: rows)
  func isIdempotent(name: String, old: String, new: String, merged: String) {
    let once = RecordMerge.merged(record(old), with: record(new))
    #expect(RecordMerge.merged(once, with: once) == once, "\(name)")
    withKnownIssue("what was no PubMed record is taken for one from then on, and loses its own fields") {
      #expect(RecordMerge.merged(once, with: record(new)) == once, "\(name)")
    } when: {
      name == "PubMed's facts come"
    }
  }
}
