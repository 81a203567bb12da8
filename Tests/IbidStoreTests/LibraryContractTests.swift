import IbidModel
import IbidStore
import TestSupport
import Testing

/// What every engine promises.
struct LibraryContractTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // MARK: Taking in

  @Test("A second import of the same records changes nothing", arguments: Engine.allCases)
  func secondImportChangesNothing(engine: Engine) throws {
    let library = try engine.library(in: folder)
    let items = [article("Pain", pmid: "1"), article("Gain", pmid: "2")]
    #expect(try library.add(items).map(\.outcome) == [.added, .added])
    #expect(try library.add(items).map(\.outcome) == [.unchanged, .unchanged])
    #expect(try library.items().map(\.id) == ["lukasz2022", "lukasz2022a"])
    #expect(try library.item(key: "lukasz2022a")?[.title] == "Gain")
  }

  @Test("The same work under another identifier updates the record and keeps its key", arguments: Engine.allCases)
  func sameWorkUpdates(engine: Engine) throws {
    let library = try engine.library(in: folder)
    _ = try library.add([article("Pain", pmid: "1", doi: "10.1000/X")])
    var changed = article("Gain", doi: "10.1000/x")
    changed[.volume] = "3"
    changed[.PMCID] = "PMC5"
    let result = try library.add([changed])
    #expect(result.map(\.outcome) == [.updated] && result.map(\.key) == ["lukasz2022"])
    let item = try #require(try library.item(key: "lukasz2022"))
    #expect(item[.title] == "Gain" && item[.volume] == "3" && item[.PMID] == "1")
    #expect(try library.search(SearchQuery("pain")).isEmpty, "what it no longer says is not found")
    #expect(try library.search(SearchQuery("gain")).map(\.id) == ["lukasz2022"])
    #expect(try library.add([article("Gain", key: "x", pmid: "9")]).map(\.outcome) == [.added])
    let pmc = try #require(Identifier(.pmcid, "PMC5"))
    #expect(try library.keys(with: pmc) == ["lukasz2022"])
  }

  @Test(
    "Equal keys and titles are two works where identifiers contradict, or where there is no title",
    arguments: Engine.allCases)
  func equalKeysMayBeTwoWorks(engine: Engine) throws {
    let library = try engine.library(in: folder)
    var untitled = article("", key: "ed")
    untitled[.title] = nil
    let items = [
      article("Editorial", key: "ed", doi: "10.1000/a"), article("Editorial", key: "ed", doi: "10.1000/b"), untitled,
    ]
    #expect(try library.add(items).map(\.key) == ["ed", "eda", "edb"])
    #expect(try library.add(Array(items.prefix(2))).map(\.outcome) == [.unchanged, .unchanged])
  }

  @Test("Everything that an item holds comes back, U+0000 included", arguments: Engine.allCases)
  func itemsComeBackWhole(engine: Engine) throws {
    let library = try engine.library(in: folder)
    var item = article("A\u{0}B", key: "key", pmid: "1")
    item.set(.title, richText: "H<sub>2</sub>O\u{0}!")
    item[names: .author][0].orcid = "0000-0002-1825-0097"
    item[names: .author][0].affiliations = ["Here"]
    item[custom: "Site"] = "51373"
    item.pubmed = PubMedFacts(json: #"{"CoiStatement":"none"}"#)
    _ = try library.add([item])
    #expect(try library.item(key: "key") == item)
  }

  @Test("What is taken in is kept with the commit, and step by step", arguments: Engine.allCases)
  func keepsWithTheCommit(engine: Engine) throws {
    let library = try engine.library(in: folder)
    let intake = library.intake("test")
    try intake.commit()
    #expect(try intake.add([article("Pain", pmid: "1")]).map(\.outcome) == [.added])
    #expect(try intake.add([article("Pain", pmid: "1")]).map(\.outcome) == [.unchanged], "the step sees itself")
    #expect(try library.count() == 0)
    try intake.commit()
    #expect(try library.count() == 1)
    _ = try intake.add([article("Gain", pmid: "2"), article("Sleep", pmid: "3")])
    try intake.commit()
    try intake.commit()
    #expect(try library.items().map(\.id) == ["lukasz2022", "lukasz2022a", "lukasz2022b"])
    #expect(try library.add([]).isEmpty)
  }

  @Test(
    "An intake that is let go of has done nothing since the last commit, and holds nobody up",
    arguments: Engine.allCases)
  func lettingGoUndoes(engine: Engine) throws {
    let library = try engine.library(in: folder)
    do {
      let intake = library.intake("test")
      _ = try intake.add([article("Pain", pmid: "1")])
      try intake.commit()
      _ = try intake.add([article("Gain", pmid: "2")])
      _ = try intake.remove([try #require(Identifier(.pmid, "1"))])
    }
    #expect(try library.items().map(\.id) == ["lukasz2022"])
    #expect(try library.search(SearchQuery("pain")).count == 1)
    #expect(try library.add([article("Gain", pmid: "2")]).map(\.key) == ["lukasz2022a"])
  }

  @Test(
    "A failure undoes the step and nothing before it, and the intake goes on", arguments: Engine.allCases,
    [["nobody"], ["lukasz2022", "nobody"], ["lukasz2022a", "nobody"]])
  func failureUndoesTheStep(engine: Engine, keys: [String]) throws {
    let library = try engine.library(in: folder)
    let intake = library.intake("test")
    _ = try intake.add([article("Pain", pmid: "1")])
    try intake.commit()
    _ = try intake.add([article("Gain", pmid: "2")])
    #expect(throws: LibraryError.unknownKey("nobody")) { try intake.remove(keys: keys) }
    #expect(try library.items().map(\.id) == ["lukasz2022"])
    #expect(try intake.add([article("Sleep", pmid: "3")]).map(\.key) == ["lukasz2022a"], "no letter is left out")
    try intake.commit()
    #expect(try library.search(SearchQuery("gain")).isEmpty)
    #expect(try library.search(SearchQuery("sleep")).count == 1)
  }

  @Test(
    "What a newer version of a PubMed record no longer holds is forgotten: its DOI is another work's",
    arguments: Engine.allCases)
  func forgetsIdentifiers(engine: Engine) throws {
    let library = try engine.library(in: folder)
    var old = article("Pain", key: "a", pmid: "1", doi: "10.1000/x")
    old.pubmed = PubMedFacts(json: #"{"DateRevised":{"Year":"2020","Month":"05","Day":"01"}}"#)
    var new = article("Pain", pmid: "1")
    new.pubmed = PubMedFacts(json: #"{"DateRevised":{"Year":"2021","Month":"05","Day":"01"}}"#)
    #expect(try library.add([old, new]).map(\.outcome) == [.added, .updated])
    #expect(try library.search(SearchQuery("identifier:1000")).isEmpty)
    #expect(try library.add([article("Gain", key: "b", doi: "10.1000/x")]).map(\.outcome) == [.added])
    let doi = try #require(Identifier(.doi, "10.1000/x"))
    #expect(try library.keys(with: doi) == ["b"])
  }

  // MARK: Taking out

  @Test("What is removed is found no more, in any way", arguments: Engine.allCases)
  func removes(engine: Engine) throws {
    let library = try engine.library(in: folder)
    _ = try library.add([article("Pain", pmid: "1"), article("Sleep", pmid: "2")])
    #expect(throws: LibraryError.unknownKey("nobody")) { try library.remove(keys: ["lukasz2022", "nobody"]) }
    #expect(try library.count() == 2, "all or none")
    try library.remove(keys: ["lukasz2022"])
    try library.remove(keys: [])
    #expect(try library.search(SearchQuery("pain")).isEmpty)
    #expect(try library.item(key: "lukasz2022") == nil)
    let pmid = try #require(Identifier(.pmid, "1"))
    #expect(try library.keys(with: pmid).isEmpty)
    #expect(try library.items().map { $0[.title] } == ["Sleep"])
    #expect(try library.add([article("Pain", pmid: "1")]).map(\.outcome) == [.added])
  }

  @Test("Removal by identifier counts what there was, and takes the first of several", arguments: Engine.allCases)
  func removesByIdentifier(engine: Engine) throws {
    let library = try engine.library(in: folder)
    _ = try library.add([
      article("Pain", key: "b", pmid: "1", doi: "10.1000/x"), article("Gain", key: "a", pmid: "2", doi: "10.1000/x"),
    ])
    let intake = library.intake("test")
    let identifiers = [Identifier(.pmid, "7"), Identifier(.doi, "10.1000/x")].compactMap(\.self)
    #expect(try intake.remove(identifiers) == 1)
    #expect(try intake.remove([]) == 0)
    try intake.commit()
    #expect(try library.items().map(\.id) == ["a"])
    #expect(try intake.remove(identifiers + identifiers) == 1)
    try intake.commit()
    #expect(try library.count() == 0)
  }

  // MARK: Looking up

  @Test("Items come in the order of their keys' bytes, until enough is had", arguments: Engine.allCases)
  func iterates(engine: Engine) throws {
    let library = try engine.library(in: folder)
    _ = try library.add(["é", "b", "C", "a", "z", "ab"].enumerated().map { article("T\($0)", key: $1) })
    let all = try library.items().map(\.id)
    #expect(all == ["C", "a", "ab", "b", "z", "é"])
    var some: [String] = []
    try library.snapshot { (now) throws(LibraryError) in
      try now.forEachItem { item in
        some.append(item.id)
        return some.count < 2
      }
    }
    #expect(some == ["C", "a"])
  }

  @Test(
    "Items are found by number, by identifier and by place, in the order of their intake", arguments: Engine.allCases)
  func findsNumbers(engine: Engine) throws {
    let library = try engine.library(in: folder)
    #expect(try library.snapshot { (now) throws(LibraryError) in try now.lastNumber() } == 0)
    var placed = article("C", key: "m", pmid: "3")
    placed[.volume] = "Suppl 27"
    placed[.page] = "S100-S109"
    _ = try library.add([
      article("A", key: "z", pmid: "1", doi: "10.1000/x"), article("B", key: "a", pmid: "2", doi: "10.1000/x"), placed,
    ])
    #expect(try library.keys(with: Identifier(.doi, "10.1000/X")) == ["z", "a"])
    #expect(try library.keys(with: Identifier(.pmid, "3")) == ["m"])
    #expect(try library.keys(with: Identifier(.pmcid, "PMC1")) == [])
    #expect(try library.keys(of: SearchQuery(place: "suppl27ps100")) == ["m"])
    #expect(try library.keys(of: SearchQuery(place: "27ps100")) == [])
    try library.snapshot { (now) throws(LibraryError) in
      let last = try now.lastNumber()
      #expect(try now.item(number: last)?.id == "m")
      #expect(try now.item(number: last + 1) == nil)
      #expect(try now.numbers(of: SearchQuery(titleWord: "a"), limit: 5).count == 1)
      #expect(try now.numbers(of: SearchQuery(authors: ["lukasz"], year: nil), limit: 2).count == 2)
      #expect(try now.numbers(of: SearchQuery(), limit: 5) == [])
    }
  }

  @Test(
    "Search finds words, phrases, prefixes and columns, without accents and case", arguments: Engine.allCases,
    [
      ("lukasz", ["b", "a"]), ("ŁUKASZ", ["b", "a"]), ("couppe", ["c"]), ("\"chronic pain\"", ["a"]),
      ("\"pain chronic\"", []), ("chronic treated", ["a"]), ("chronic loading", []),
      ("trea*", ["a", "c"]), ("year:2020", ["c"]), ("author:couppé loading", ["c"]), ("title:lukasz", []), ("\"", []),
      ("(pain)", ["a"]), ("sleep OR pain", ["a", "b"]), ("lukasz NOT sleep", ["a"]), ("year:2019..2021", ["c"]),
      ("2:3 -x \"; DROP", []), ("", []), ("identifier:12", ["b"]), ("identifier:b", ["b"]),
    ])
  func searches(engine: Engine, row: (query: String, found: [String])) throws {
    let library = try engine.library(in: folder)
    _ = try library.add([
      article("Chronic pain treated", key: "a", pmid: "11"), article("Sleep", key: "b", pmid: "12"),
      article("Loading as treatment", key: "c", pmid: "13", family: "Couppé", year: 2020),
    ])
    #expect(Set(try library.search(SearchQuery(row.query)).map(\.id)) == Set(row.found))
  }

  @Test("The best come first, of equal ones in the order of their keys", arguments: Engine.allCases)
  func ordersWhatItFinds(engine: Engine) throws {
    let library = try engine.library(in: folder)
    _ = try library.add([
      article("Sleep and rest", key: "d"), article("Pain or sleep", key: "c"),
      article("Pain or sleep", key: "b", year: 2021),
      article("Pain pain pain", key: "a"),
    ])
    func keys(_ limit: Int, _ query: SearchQuery = SearchQuery(titleWord: "pain")) throws -> [String] {
      try library.snapshot { (now) throws(LibraryError) in try now.search(query, limit: limit) }.map(\.id)
    }
    #expect(try keys(.max) == ["a", "b", "c"])
    #expect(try keys(2) == ["a", "b"], "of two that are equal the one of the earlier key")
    #expect(try keys(1) == ["a"])
    #expect(try keys(5, SearchQuery()) == [])
    #expect(try library.keys(of: SearchQuery("title:pain")) == ["c", "b", "a"])
    #expect(try library.search(SearchQuery("pain"), limit: 1).map(\.id) == ["a"])
  }
}

extension Library {
  /// The keys of the items that have an identifier, in the order of their numbers.
  fileprivate func keys(with identifier: Identifier?) throws(LibraryError) -> [String] {
    guard let identifier else { return [] }
    return try snapshot { (now) throws(LibraryError) in try now.keys(try now.numbers(with: identifier)) }
  }

  /// The keys of the items that a query finds, in the order of their numbers.
  fileprivate func keys(of query: SearchQuery) throws(LibraryError) -> [String] {
    try snapshot { (now) throws(LibraryError) in try now.keys(try now.numbers(of: query, limit: .max)) }
  }
}

extension LibrarySnapshot {
  fileprivate func keys(_ numbers: [Int64]) throws(LibraryError) -> [String] {
    var keys: [String] = []
    for number in numbers { if let item = try item(number: number) { keys.append(item.id) } }
    return keys
  }
}
