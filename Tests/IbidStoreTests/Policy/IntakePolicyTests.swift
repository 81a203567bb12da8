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
    ("no title is no same title", ["{'id':'k'}"], "{'id':'k'}", "add ka"),
    ("the same key and title", ["{'id':'k','title':'A'}"], "{'id':'k','title':'a.'}", "update k"),
    ("the same in all", ["{'id':'k','title':'A'}"], "{'id':'k','title':'A'}", "unchanged k"),
    (
      "the same but for what only the library has", ["{'id':'k','type':'book','title':'A','volume':'3'}"],
      "{'id':'k','type':'document','title':'A'}", "unchanged k"
    ),
    ("the same title under another key", ["{'id':'k','title':'A'}"], "{'id':'l','title':'A'}", "add l"),
    ("the same PMID under another key", ["{'id':'k','PMID':'1'}"], "{'id':'l','PMID':'1'}", "unchanged k"),
    (
      "a PMID goes before a DOI", ["{'id':'doi','DOI':'10.1000/x'}", "{'id':'pmid','PMID':'1'}"],
      "{'PMID':'1','DOI':'10.1000/x'}", "update pmid"
    ),
    (
      "a DOI before a PMCID", ["{'id':'pmc','PMCID':'PMC5'}", "{'id':'doi','DOI':'10.1000/x'}"],
      "{'PMCID':'PMC5','DOI':'10.1000/x'}", "update doi"
    ),
    (
      "an identifier before the key", ["{'id':'k','title':'A'}", "{'id':'doi','DOI':'10.1000/x'}"],
      "{'id':'k','title':'A','DOI':'10.1000/x'}", "update doi"
    ),
    (
      "of two that share a DOI the first", ["{'id':'a','DOI':'10.1000/x'}", "{'id':'b','DOI':'10.1000/x'}"],
      "{'DOI':'10.1000/x','title':'A'}", "update a"
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
      "but not the second that has the same",
      ["{'id':'a','PMID':'1','DOI':'10.1000/x'}", "{'id':'b','DOI':'10.1000/x'}"],
      "{'id':'k','PMID':'2','DOI':'10.1000/x'}", "add k"
    ),
    ("an ISBN is not looked up", ["{'id':'k','ISBN':'9783161484100'}"], "{'id':'l','ISBN':'9783161484100'}", "add l"),
    (
      "an older version", ["{'id':'k','PMID':'1','title':'B','PubMed':{'PMID':{'Version':'2'}}}"],
      "{'PMID':'1','title':'A','PubMed':{'PMID':{'Version':'1'}}}", "unchanged k"
    ),
    (
      "the key of the library's record stays", ["{'id':'k','DOI':'10.1000/x','title':'A'}"],
      "{'id':'l','DOI':'10.1000/x','title':'B'}", "update k"
    ),
  ]

  @Test("What becomes of a record", arguments: rows)
  func verdicts(name: String, held: [String], new: String, verdict: String) throws {
    var policy = IntakePolicy()
    let new = record(new)
    let held = MemoryRecords(items: held.map(record))
    let found =
      switch try policy.verdict(on: new, new.identifiers, in: held) {
      case .add(let item): "add \(item.id)"
      case .update(let record, let item): "update \(record.key)" + (item.id == record.key ? "" : " as \(item.id)")
      case .unchanged(let record): "unchanged \(record.key)"
      }
    #expect(found == verdict, "\(name)")
  }

  @Test("What was added in a step counts, and letters go on behind z")
  func lettersGoOn() throws {
    var policy = IntakePolicy()
    var held = MemoryRecords(items: [])
    for number in 0..<30 {
      let item = record("{'id':'k','title':'\(number)'}")
      if case .add(let new) = try policy.verdict(on: item, [], in: held) { held.items.append(new) }
    }
    #expect(held.items.map(\.id).prefix(3) == ["k", "ka", "kb"])
    #expect(held.items.map(\.id).suffix(4) == ["kz", "kaa", "kab", "kac"])
  }

  @Test("A record that says the same is not read: a second import lives on that")
  func doesNotReadWhatSaysTheSame() throws {
    struct Unread: HeldRecords {
      struct Record: HeldRecord {
        let key = "k"

        func item() throws -> Item {
          Issue.record("the record was read")
          return Item(type: .document)
        }
      }

      func record(_ lookUp: WorkLookUp) -> Record? { Record() }
      func isKept(_ item: Item, as record: Record) -> Bool { item.id == record.key }
      func isTaken(key: String) -> Bool { true }
    }
    var policy = IntakePolicy()
    let item = record("{'id':'other','PMID':'1','DOI':'10.1000/x'}")
    if case .unchanged(let record) = try policy.verdict(on: item, item.identifiers, in: Unread()) {
      #expect(record.key == "k")
    } else {
      Issue.record("it is not unchanged")
    }
  }
}
