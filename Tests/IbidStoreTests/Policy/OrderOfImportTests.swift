import IbidModel
import IbidStore
import TestSupport
import Testing

/// What five sources say of a few works, of which some look alike.
private enum Sources {
  static let pubmed = [
    """
    {'type':'article-journal','title':'Sleep and pain in old age','author':[{'family':'Okafor','given':'Ada'},{'family':'Li','given':'B'},
    {'family':'Roe','given':'C'}],'issued':{'date-parts':[[2017,7]]},'container-title':'Journal of Sleep','volume':'3','page':'1-9',
    'PMID':'11','DOI':'10.5555/sleep.1','PubMed':{'PMID':{'Version':'1'}}}
    """,
    """
    {'type':'article-journal','title':'Erratum: Sleep and pain in old age','author':[{'family':'Okafor','given':'Ada'}],
    'issued':{'date-parts':[[2018]]},'PMID':'12','DOI':'10.5555/sleep.1','PubMed':{'PMID':{'Version':'1'}}}
    """,
  ]
  static let publisher = [
    """
    {'id':'cr1','type':'article-journal','source':'Crossref','title':'Sleep and Pain in Old Age','DOI':'10.5555/SLEEP.1',
    'author':[{'family':'Okafor','given':'Ada N.'}],'issued':{'date-parts':[[2016,12,30]]},'publisher':'Night Press'}
    """,
    """
    {'id':'cr2','type':'book','source':'Crossref','title':'A handbook of walking: The long way','ISBN':'9783161484100',
    'author':[{'family':'Berg','given':'D.'}],'issued':{'date-parts':[[2011]]},'publisher':'Day Press'}
    """,
  ]
  static let zotero = [
    """
    {'id':'z1','type':'article-journal','title':'Sleep and pain in old age','note':'PMID: 11','author':[{'family':'Okafor'}],
    'issued':{'date-parts':[[2017]]},'keyword':'sleep'}
    """,
    "{'id':'z2','type':'book','title':'A handbook of walking','ISBN':'3-16-148410-X','edition':'2'}",
    """
    {'id':'z3','type':'article-journal','title':'Walking, part I','author':[{'family':'Berg'}],'issued':{'date-parts':[[2012]]},
    'container-title':'Gait'}
    """,
  ]
  static let embase = [
    """
    {'id':'e1','type':'article-journal','title':'Walking, part II','author':[{'family':'Berg'}],'issued':{'date-parts':[[2012]]},
    'container-title':'Gait','volume':'4'}
    """,
    """
    {'id':'e2','type':'article-journal','title':'Walking, part I','author':[{'family':'Berg','given':'Dora'}],
    'issued':{'date-parts':[[2012,3]]},'container-title':'Gait','volume':'4','page':'7'}
    """,
  ]
  static let references = [
    """
    {'type':'article-journal','title':'Sleep and pain in old age','author':[{'family':'Okafor','given':'A'}],
    'custom':{'et-al':['author']},'issued':{'date-parts':[[2017]]},'container-title':'J Sleep'}
    """,
    "{'type':'book','title':'A handbook of walking: The long way','author':[{'family':'Berg','given':'D'}],'issued':{'date-parts':[[2011]]}}",
  ]

  static let all: [(Source, Item)] = [
    ("pubmed", pubmed), ("crossref", publisher), ("zotero", zotero), ("embase", embase), ("references", references),
  ].flatMap { name, records in
    records.map { (Source(name: name, format: name), record($0.replacing("\n", with: ""))) }
  }
}

struct OrderOfImportTests {
  /// What a library holds, whatever its keys are.
  private func content(of order: [(Source, Item)]) throws -> [String] {
    let tables = MemoryTables()
    for (index, (source, item)) in order.enumerated() {
      let step = StepUnderWay(tables, command: "import", time: 0)
      _ = try step.add([item], from: source, ordinals: Int64(index))
      try step.finish()
    }
    return try tables.rows.items.map { row in
      var item = try row.work().item
      item.id = ""
      return item.completeJSON
    }.sorted()
  }

  @Test("The records of five sources make one library, in a thousand orders")
  func anyOrder() throws {
    let expected = try content(of: Sources.all)
    #expect(expected.count == 5)
    #expect(expected.contains { $0.contains("Night Press") && $0.contains("\"Roe\"") && $0.contains("[[2017,7]]") })
    var chance = SeededGenerator(17)
    for _ in 0..<1000 {
      let order = Sources.all.shuffled(using: &chance)
      let found = try content(of: order)
      #expect(found == expected, "\(order.map { $0.0.name + " " + ($0.1[.title] ?? "") })")
      if found != expected { return }
    }
  }
}
