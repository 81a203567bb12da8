import IbidModel
import IbidStore
import TestSupport
import Testing

/// A disk that is full, or fails, at one of the writes of a command.
struct SQLiteFaultTests {
  enum Command: String, CaseIterable, CustomTestStringConvertible {
    case add, update, edit, rename, tag, merge, remove, undo, redo

    var testDescription: String { rawValue }

    func run(_ changes: any LibraryChanges) throws {
      switch self {
      case .add: _ = try changes.add([article("Rain", key: "c", pmid: "3")], from: Source(name: "s"), ordinals: 1)
      case .update:
        let item = article("Pain", key: "a", pmid: "1", doi: "10.1000/a", year: 2023)
        _ = try changes.add([item], from: Source(name: "s"), ordinals: 1)
      case .edit:
        _ = try changes.edit(key: "a") { work in
          var item = Item(type: .document)
          item[.volume] = "7"
          _ = work.add(Statement(item, .edit))
        }
      case .rename: _ = try changes.edit(key: "a") { $0.key = "z" }
      case .tag: _ = try changes.edit(key: "a") { $0.tags = ["x"] }
      case .merge: try changes.merge(keys: ["a", "b"])
      case .remove: try changes.remove(keys: ["a"])
      case .undo: _ = try changes.undo(1)
      case .redo: _ = try changes.redo(1)
      }
    }
  }

  /// The writes that fail, one in each run.
  private static let writes = [
    "item", "identifier", "title", "given_key", "origin", "source", "change", "step", "counters",
  ]
  .flatMap { table in ["INSERT", "UPDATE", "DELETE"].map { "\($0) ON \(table)" } }

  @Test(
    "A command that fails at any of its writes leaves the library as it was, and goes through later",
    arguments: Command.allCases)
  func leavesTheLibraryAsItWas(command: Command) throws {
    var faults = 0
    for write in Self.writes {
      let folder = try TemporaryFolder()
      let path = folder.path + "/l.sqlite"
      var library = try SQLiteLibrary(path: path, access: .create)
      _ = try library.add([article("Pain", key: "a", pmid: "1"), article("Gain", key: "b", doi: "10.1000/b")])
      _ = try library.change("tag") { try $0.edit(key: "b") { $0.tags = ["y"] } }
      if command == .redo { _ = try library.change("undo") { try $0.undo(1) } }
      let items = try library.items()
      _ = try OtherDatabase(
        path, "CREATE TRIGGER fault BEFORE \(write) BEGIN SELECT RAISE(ABORT, 'no room'); END")
      let before = try Repository.bytes(path)
      library = try SQLiteLibrary(path: path, access: .update)
      do {
        try library.change("fault") { try command.run($0) }
        continue
      } catch { faults += 1 }
      #expect(try Repository.bytes(path) == before, "\(write)")
      _ = try OtherDatabase(path, "DROP TRIGGER fault")
      library = try SQLiteLibrary(path: path, access: .update)
      #expect(try library.items() == items, "\(write)")
      try library.change("again") { try command.run($0) }
      _ = try library.change("back") { command == .undo ? try $0.redo(1) : try $0.undo(1) }
      #expect(try library.items() == items, "\(write)")
    }
    #expect(faults >= 3)
  }
}
