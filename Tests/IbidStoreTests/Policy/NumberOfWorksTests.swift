import IbidModel
import TestSupport
import Testing

@testable import IbidStore

/// How many works records are does not depend on the order in which they come, also where one that says little stands
/// between two.
struct NumberOfWorksTests {
  /// A row: what it shows, the records, how many works they are.
  private static let rows: [(String, [String], Int)] = [
    (
      "a title alone between two DOIs",
      [
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'}],'DOI':'10.1000/a'}",
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'}],'DOI':'10.1000/b'}",
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'}]}",
      ], 2
    ),
    (
      "a title alone between two years",
      [
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'}],'issued':{'date-parts':[[2001]]},'container-title':'Brain','volume':'3'}",
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'}],'issued':{'date-parts':[[2011]]},'container-title':'Gait','volume':'8'}",
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'}]}",
      ], 2
    ),
    (
      "a chain of records of one work",
      [
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'},{'family':'Poe'}],'issued':{'date-parts':[[2001]]},'PMID':'7','DOI':'10.1000/a'}",
        "{'title':'Sleep and pain','author':[{'family':'Roe'},{'family':'Poe'}],'issued':{'date-parts':[[2001]]},'DOI':'10.1000/a','container-title':'Brain','volume':'3'}",
        "{'title':'Sleep and pain','author':[{'family':'Roe'}],'issued':{'date-parts':[[2001]]},'container-title':'Brain','volume':'3'}",
      ], 1
    ),
    (
      "two editions and a list without one",
      [
        "{'type':'book','title':'A handbook of walking','author':[{'family':'Berg'}],'edition':'1'}",
        "{'type':'book','title':'A handbook of walking','author':[{'family':'Berg'}],'edition':'2'}",
        "{'type':'book','title':'A handbook of walking','author':[{'family':'Berg'}]}",
        "{'type':'book','title':'A handbook of walking','author':[{'family':'Berg'}],'publisher':'Day Press'}",
      ], 2
    ),
    (
      "two PMIDs and what fits both",
      [
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'}],'PMID':'7'}",
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'}],'PMID':'8'}",
        "{'title':'Sleep and pain in old age','author':[{'family':'Roe'}],'issued':{'date-parts':[[2001]]}}",
        "{'title':'Sleep and Pain in Old Age','author':[{'family':'Roe'}],'DOI':'10.1000/a'}",
      ], 2
    ),
  ]

  private func keys(_ order: [(Int, String)]) throws -> [Int: String] {
    let tables = MemoryTables()
    var keys: [Int: String] = [:]
    for (index, json) in order {
      let step = StepUnderWay(tables, command: "import", time: 0)
      _ = try step.add([record(json)], from: Source(name: "source \(index)"), ordinals: 1)
      try step.finish()
    }
    for (index, row) in tables.rows.items.enumerated() { keys[index] = row.key }
    return keys
  }

  @Test("The number of works is one in all orders", arguments: rows)
  func number(name: String, records: [String], count: Int) throws {
    for order in Self.permutations(Array(records.enumerated())) {
      #expect(try keys(order).count == count, "\(name), \(order.map(\.0))")
    }
  }

  @Test("What a person told apart stays apart when a record fits both")
  func toldApart() throws {
    let tables = MemoryTables()
    let step = StepUnderWay(tables, command: "test", time: 0)
    func add(_ json: String, _ source: String) throws -> String {
      try step.add([record(json)], from: Source(name: source), ordinals: 1)[0].key
    }
    let first = "{'id':'a','title':'Sleep and pain in old age','author':[{'family':'Roe'}],'volume':'3'}"
    let second = "{'id':'b','title':'Sleep and pain in old age','author':[{'family':'Roe'}],'volume':'4'}"
    _ = try add(first, "one")
    _ = try add(second, "two")
    _ = try step.edit(key: "a") { $0.relations = [Relation(.otherWork, of: "b")] }
    _ = try step.edit(key: "b") { work in work.statements[0].item[.volume] = nil }
    #expect(try add("{'title':'Sleep and pain in old age','author':[{'family':'Roe'}]}", "three") == "b")
    #expect(tables.rows.items.count == 2)
    #expect(try add(first, "four") == "a")
    #expect(try add(second, "five") == "b")
    try step.remove(keys: ["b"])
    #expect(try add("{'id':'b','title':'Sleep and pain in old age','author':[{'family':'Roe'}]}", "six") == "b")
  }

  private static func permutations<Element>(_ elements: [Element]) -> [[Element]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { index in
      var rest = elements
      let one = rest.remove(at: index)
      return permutations(rest).map { [one] + $0 }
    }
  }
}
