import IbidModel
import IbidStore
import TestSupport
import Testing

struct UndoTests {
  /// Something that a person does to a library.
  private static func act(_ changes: any LibraryChanges, keys: [String], _ chance: inout SeededGenerator) throws {
    let key = keys.randomElement(using: &chance)
    let other = keys.randomElement(using: &chance)
    switch (Int.random(in: 0..<8, using: &chance), key) {
    case (0, let key?): try changes.remove(keys: [key])
    case (1, let key?):
      _ = try changes.edit(key: key) { work in
        var item = Item(type: .document)
        item[.volume] = String(Int.random(in: 1...9, using: &chance))
        _ = work.add(Statement(item, .edit))
      }
    case (2, let key?): _ = try changes.edit(key: key) { $0.tags = ["a", "b"] }
    case (3, let key?): if let other, other != key { try changes.merge(keys: [key, other]) }
    case (4, let key?):
      let new = "key\(Int.random(in: 0..<1_000_000, using: &chance))"
      _ = try changes.edit(key: key) { $0.key = new }
    default:
      let number = Int.random(in: 0..<6, using: &chance)
      var item = article("Work \(number)", pmid: Bool.random(using: &chance) ? String(number + 1) : nil)
      item[.page] = Bool.random(using: &chance) ? "1" : nil
      item.pubmed = item[.PMID].map { _ in PubMedFacts(json: "{}") }
      _ = try changes.add([item], from: Source(name: "s\(number % 2)"), ordinals: Int64(number))
    }
  }

  /// All records, and which of them are of which source.
  private func export(_ library: any Library) throws -> [String] {
    let sources = try library.snapshot { (now) throws(LibraryError) in try now.sources() }
    let items = try library.items().map(\.completeJSON)
    return items + sources.filter { !$0.keys.isEmpty }.map { "\($0.source.name): \($0.keys)" }
  }

  @Test("Whatever was done is undone to the start, and done again", arguments: Engine.allCases)
  func undoesAll(engine: Engine) throws {
    var chance = SeededGenerator(41)
    for _ in 0..<(engine == .memory ? 1000 : 20) {
      let folder = try TemporaryFolder()
      let library = try engine.library(in: folder)
      _ = try library.add([article("Start", key: "start"), article("Work 1", pmid: "2")])
      let start = try export(library)
      for _ in 0..<6 {
        let keys = try library.items().map(\.id)
        try library.change("act") { try Self.act($0, keys: keys, &chance) }
      }
      let end = try export(library)
      let steps = try library.snapshot { (now) throws(LibraryError) in try now.steps(undone: false, limit: .max).count }
      let undone = try library.change("undo") { try $0.undo(steps - 1) }
      #expect(undone.count == steps - 1)
      #expect(try export(library) == start)
      #expect(try library.change("redo") { try $0.redo(.max) }.count == steps - 1)
      #expect(try export(library) == end)
      #expect(try library.change("undo") { try $0.undo(.max) }.count == steps)
      #expect(try library.count() == 0)
    }
  }

  @Test("A change after an undo is where the road goes on: what was undone is gone", arguments: Engine.allCases)
  func forgetsWhatWasUndone(engine: Engine) throws {
    let folder = try TemporaryFolder()
    let library = try engine.library(in: folder)
    _ = try library.add([article("Pain", key: "a")])
    _ = try library.add([article("Gain", key: "b")])
    _ = try library.change("undo") { try $0.undo(1) }
    _ = try library.add([article("Rain", key: "c")])
    #expect(try library.change("redo") { try $0.redo(1) }.isEmpty)
    #expect(try library.items().map(\.id) == ["a", "c"])
  }

  @Test("An import of works that the library has all is a step: its source goes with it", arguments: Engine.allCases)
  func undoesOrigins(engine: Engine) throws {
    let folder = try TemporaryFolder()
    let library = try engine.library(in: folder)
    func origins() throws -> [String] {
      let sources = try library.snapshot { (now) throws(LibraryError) in try now.sources() }
      return sources.filter { !$0.keys.isEmpty }.map { "\($0.source.name) \($0.keys.joined(separator: " "))" }
    }
    func take(_ source: String, _ titles: [String], at first: Int64 = 1) throws {
      let items = titles.map { article($0, key: $0) }
      _ = try library.change("import \(source)") { try $0.add(items, from: Source(name: source), ordinals: first) }
    }
    try take("embase", ["Pain", "Gain", "Rain"])
    try take("scopus", ["Gain", "Pain"])
    try take("scopus", ["Rain", "Gain"], at: 2)
    let states = [
      ["embase Pain Gain Rain", "scopus Gain Rain Gain"], ["embase Pain Gain Rain", "scopus Gain Pain"],
      ["embase Pain Gain Rain"], [],
    ]
    #expect(try origins() == states[0])
    for (state, step) in zip(states.dropFirst(), [("scopus", 3), ("scopus", 2), ("embase", 3)]) {
      let undone = try library.change("undo") { try $0.undo(1) }
      #expect(undone.map(\.command) == ["import \(step.0)"] && undone.map(\.works) == [step.1])
      #expect(try origins() == state)
    }
    for state in states.dropLast().reversed() {
      #expect(try library.change("redo") { try $0.redo(1) }.count == 1)
      #expect(try origins() == state)
    }
    // The same again says nothing new.
    try take("scopus", ["Rain", "Gain"], at: 2)
    #expect(try library.snapshot { (now) throws(LibraryError) in try now.steps(undone: false, limit: .max) }.count == 3)
  }

  @Test("Records that follow each other are one run, whichever of the two it is that they were")
  func origins() {
    var runs = OriginRuns()
    for ordinal in Int64(1)...4 { runs.keep(ordinal, of: 7, work: nil) }
    for ordinal in Int64(5)...6 { runs.keep(ordinal, of: 7, work: ordinal + 10) }
    runs.keep(7, of: 7, work: 40)
    runs.keep(3, of: 7, work: 1)
    runs.keep(8, of: 8, work: nil)
    #expect(
      runs.runs.map { "\($0.source) \($0.ordinals) \($0.work ?? 0)" } == [
        "7 1...4 0", "7 5...6 15", "7 7...7 40", "8 8...8 0",
      ])
  }

  @Test("What changes nothing is no step", arguments: Engine.allCases)
  func nothingIsNoStep(engine: Engine) throws {
    let folder = try TemporaryFolder()
    let library = try engine.library(in: folder)
    for _ in 0..<2 { _ = try library.add([article("Pain", key: "a")]) }
    #expect(try library.change("edit") { try $0.edit(key: "a") { $0.tags = [] } } == false)
    #expect(try library.change("undo") { try $0.undo(.max) }.map(\.command) == ["add"])
  }

  @Test("A work's history tells its steps, each with what was before and after", arguments: Engine.allCases)
  func tellsHistory(engine: Engine) throws {
    let folder = try TemporaryFolder()
    let library = try engine.library(in: folder)
    _ = try library.add([article("Pain", key: "a", pmid: "1"), article("Gain", key: "b")])
    _ = try library.change("tag") { try $0.edit(key: "a") { $0.tags = ["x"] } }
    _ = try library.change("rekey") { try $0.edit(key: "a") { $0.key = "c" } }
    let events = try library.snapshot { (now) throws(LibraryError) in try now.history(key: "a") }
    #expect(events.map(\.step.command) == ["add", "tag", "rekey"])
    #expect(events.map { $0.before?.tags } == [nil, [], ["x"]] && events.map { $0.after?.key } == ["a", "a", "c"])
  }

  @Test(
    "An old key leads to its work after a merge and a new key, and comes back when that is undone",
    arguments: Engine.allCases)
  func keysLeadOn(engine: Engine) throws {
    let folder = try TemporaryFolder()
    let library = try engine.library(in: folder)
    _ = try library.add([article("Pain", key: "a"), article("Gain", key: "b")])
    _ = try library.change("merge") { try $0.merge(keys: ["a", "b"]) }
    _ = try library.change("rekey") { try $0.edit(key: "a") { $0.key = "z" } }
    for key in ["a", "b", "z"] { #expect(try library.item(key: key)?.id == "z") }
    #expect(throws: LibraryError.takenKey("b")) {
      _ = try library.add([article("Rain", key: "c")])
      _ = try library.change("rekey") { try $0.edit(key: "c") { $0.key = "b" } }
    }
    _ = try library.change("undo") { try $0.undo(3) }
    #expect(try library.item(key: "b")?[.title] == "Gain" && library.item(key: "a")?[.title] == "Pain")
  }
}
