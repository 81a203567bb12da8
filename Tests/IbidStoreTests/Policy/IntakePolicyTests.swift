import IbidModel
import Testing

@testable import IbidStore

struct RecordKeyTests {
  @Test(
    "A record keeps its own key without control characters, else it is called by author and year",
    arguments: [
      ("{'id':'own','author':[{'family':'Li'}]}", "own"), ("{'id':' a b '}", " a b "),
      ("{'id':'a\\u0000b\\u001f\\u007f~ ','title':'x'}", "ab~ "), ("{'id':'\\n','author':[{'family':'Li'}]}", "li"),
      ("{'author':[{'family':'Łukasz'}],'issued':{'date-parts':[[2022]]}}", "lukasz2022"), ("{}", "item"),
    ])
  func base(json: String, key: String) {
    #expect(RecordKey.base(for: record(json)) == key)
  }
}

struct IntakePolicyTests {
  /// A row: what the library holds, in the order in which it came; what comes in; what becomes of it.
  private static let rows: [(String, [String], String, String)] = [
    ("a new work", [], "{'id':'k','title':'A'}", "add k"),
    ("a new work without key", [], "{'author':[{'family':'Li'}],'issued':{'date-parts':[[2020]]}}", "add li2020"),
    (
      "a key that is taken gets a letter", ["{'id':'k','title':'A'}", "{'id':'ka'}"], "{'id':'k','title':'B'}", "add kb"
    ),
    ("no title is no same title", ["{'id':'k'}"], "{'id':'k','volume':'1'}", "add ka"),
    ("the same key and title", ["{'id':'k','title':'A'}"], "{'id':'k','title':'a.'}", "update k"),
    ("the same in all", ["{'id':'k','title':'A'}"], "{'id':'k','title':'A'}", "unchanged k"),
    (
      "the same but for what only the library has", ["{'id':'k','type':'book','title':'A','volume':'3'}"],
      "{'id':'k','type':'document','title':'A'}", "update k"
    ),
    ("the same title under another key", ["{'id':'k','title':'A'}"], "{'id':'l','title':'A','volume':'1'}", "add l"),
    ("the same PMID under another key", ["{'id':'k','PMID':'1'}"], "{'id':'l','PMID':'1'}", "unchanged k"),
    (
      "a PMID and a DOI of two works make them one", ["{'id':'doi','DOI':'10.1000/x'}", "{'id':'pmid','PMID':'1'}"],
      "{'PMID':'1','DOI':'10.1000/x'}", "update doi and pmid"
    ),
    (
      "so do a DOI and a PMCID", ["{'id':'pmc','PMCID':'PMC5'}", "{'id':'doi','DOI':'10.1000/x'}"],
      "{'PMCID':'PMC5','DOI':'10.1000/x'}", "update pmc and doi"
    ),
    (
      "and an identifier and the key", ["{'id':'k','title':'A'}", "{'id':'doi','DOI':'10.1000/x'}"],
      "{'id':'k','title':'A','DOI':'10.1000/x'}", "update k and doi"
    ),
    (
      "two that share a DOI are one", ["{'id':'a','DOI':'10.1000/x'}", "{'id':'b','DOI':'10.1000/x'}"],
      "{'DOI':'10.1000/x','title':'A'}", "update a and b"
    ),
    (
      "two PMIDs are two works", ["{'id':'k','PMID':'1','DOI':'10.1000/x'}"],
      "{'id':'k','PMID':'2','DOI':'10.1000/x'}", "add ka"
    ),
    (
      "and the next identifier is asked", ["{'id':'a','PMID':'1','DOI':'10.1000/x'}", "{'id':'b','PMCID':'PMC5'}"],
      "{'PMID':'2','DOI':'10.1000/x','PMCID':'PMC5'}", "update b"
    ),
    (
      "but the second that has the same, and no PMID",
      ["{'id':'a','PMID':'1','DOI':'10.1000/x'}", "{'id':'b','DOI':'10.1000/x'}"],
      "{'id':'k','PMID':'2','DOI':'10.1000/x'}", "update b"
    ),
    (
      "an ISBN is of a book and its chapters", ["{'id':'k','type':'book','title':'A b c','ISBN':'9783161484100'}"],
      "{'id':'l','type':'chapter','title':'D','ISBN':'9783161484100'}", "add l"
    ),
    (
      "a book whose subtitle is left out", ["{'id':'k','type':'book','title':'A b c: d e','ISBN':'9783161484100'}"],
      "{'id':'l','type':'book','title':'A b c','ISBN':'9783161484100'}", "update k"
    ),
    (
      "an older version", ["{'id':'k','PMID':'1','title':'B','PubMed':{'PMID':{'Version':'2'}}}"],
      "{'PMID':'1','title':'A','PubMed':{'PMID':{'Version':'1'}}}", "unchanged k"
    ),
    (
      "the key of the library's record stays", ["{'id':'k','DOI':'10.1000/x','title':'A'}"],
      "{'id':'l','DOI':'10.1000/x','title':'A','volume':'1'}", "update k"
    ),
  ]

  @Test("What becomes of a record", arguments: rows)
  func verdicts(name: String, held: [String], new: String, verdict: String) throws {
    var policy = IntakePolicy()
    let new = record(new)
    let tables = MemoryTables(of: held.map(record))
    let statement = Statement(new, SourceKind(of: new, format: ""))
    let found =
      switch try policy.verdict(on: statement, WorkIdentifiers.of(new), in: tables).verdict {
      case .add(let work): "add \(work.key)"
      case .update(let row, let work, let others):
        "update \(row.key)" + (work.key == row.key ? "" : " as \(work.key)") + others.map { " and \($0.key)" }.joined()
      case .unchanged(let row): "unchanged \(row.key)"
      }
    #expect(found == verdict, "\(name)")
  }

  @Test("What was added in a step counts, and letters go on behind z")
  func lettersGoOn() throws {
    let step = StepUnderWay(MemoryTables(), command: "test", time: 0)
    let items = (0..<30).map { record("{'id':'k','title':'\($0)'}") }
    let keys = try step.add(items, from: Source(name: "test"), ordinals: 1).map(\.key)
    #expect(keys.prefix(3) == ["k", "ka", "kb"])
    #expect(keys.suffix(4) == ["kz", "kaa", "kab", "kac"])
  }

  @Test("Keys are one in whatever case, and that of a work that is gone is given to no other")
  func keysAreGivenOnce() throws {
    let step = StepUnderWay(MemoryTables(), command: "test", time: 0)
    func add(_ json: String) throws -> String {
      try step.add([record(json)], from: Source(name: "test"), ordinals: 1)[0].key
    }
    #expect(try add("{'id':'Li2020','title':'Pain'}") == "Li2020")
    #expect(try add("{'id':'li2020','title':'Gain'}") == "li2020a")
    try step.remove(keys: ["Li2020"])
    #expect(try add("{'id':'Li2020','title':'Rain'}") == "Li2020b", "an old citation must not lead here")
    #expect(try add("{'id':'Li2020','title':'Pain'}") == "Li2020", "the work itself gets it back")
  }
}
