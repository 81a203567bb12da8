import IbidModel
import IbidStore
import TestSupport
import Testing

struct SQLiteUpgradeTests {
  let folder: TemporaryFolder
  var path: String { folder.path + "/l.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  @Test("A library of version 1 is read as it is, and its index is built anew when it is written to")
  func upgrades() throws {
    _ = try SQLiteLibrary(path: path, access: .create).add([article("Schmerz", pmid: "1"), article("Παιν", pmid: "2")])
    _ = try OtherDatabase(
      path,
      """
      DROP TABLE item_text; DROP TABLE identifier; DROP TABLE title; DROP TABLE given_key; DROP TABLE source;
      DROP TABLE origin; DROP TABLE change; DROP TABLE added; DROP TABLE step; DROP TABLE counters;
      CREATE TABLE old (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
      INSERT INTO old SELECT number, key, json FROM item;
      DROP TABLE item; ALTER TABLE old RENAME TO item;
      CREATE TABLE identifier (kind TEXT NOT NULL, value TEXT NOT NULL, item INTEGER NOT NULL REFERENCES item(number)
        ON DELETE CASCADE, PRIMARY KEY (kind, value, item)) WITHOUT ROWID;
      CREATE INDEX identifier_of_item ON identifier(item);
      CREATE VIRTUAL TABLE item_text USING fts5(
        title, author, container, year, keyword, abstract, identifier,
        content='', tokenize='unicode61 remove_diacritics 0');
      PRAGMA user_version = 1;
      """)
    let before = try Repository.bytes(path)
    #expect(try SQLiteLibrary(path: path, access: .read).count() == 2)
    #expect(try Repository.bytes(path) == before)
    let library = try SQLiteLibrary(path: path, access: .update)
    #expect(try library.search(SearchQuery("schmerz")).count == 1)
    #expect(try library.search(SearchQuery("title:παιν")).count == 1)
    #expect(try library.add([article("Schmerz", pmid: "1")]).map(\.outcome) == [.unchanged])
    try library.remove(keys: ["lukasz2022"])
    #expect(try SQLiteLibrary(path: path, access: .read).search(SearchQuery("schmerz")).isEmpty)
  }

  @Test("A library of version 4 keeps its journal, and finds tags and notes once its index is built anew")
  func upgradesIndex() throws {
    let made = try SQLiteLibrary(path: path, access: .create)
    _ = try made.add([article("Schmerz", key: "a")], from: Source(name: "embase"))
    try made.change("tag") { changes in _ = try changes.edit(key: "a") { $0.tags = ["rct"] } }
    _ = try OtherDatabase(
      path,
      """
      DROP TABLE item_text;
      CREATE VIRTUAL TABLE item_text USING fts5(
        title, author, container, year, keyword, abstract, identifier, content='', tokenize='ascii');
      INSERT INTO item_text (rowid, title) VALUES (1, 'schmerz');
      PRAGMA user_version = 4;
      """)
    let old = try SQLiteLibrary(path: path, access: .read)
    #expect(try old.search(SearchQuery("schmerz")).count == 1)
    #expect(try old.snapshot { (now) throws(LibraryError) in try now.sources() }.map(\.keys) == [["a"]])
    let library = try SQLiteLibrary(path: path, access: .update)
    #expect(try library.search(SearchQuery("rct")).map(\.id) == ["a"])
    #expect(try library.search(SearchQuery("keyword:rct schmerz")).map(\.id) == ["a"])
    #expect(try library.change("undo") { try $0.undo(2) }.map(\.command) == ["tag", "add"])
    #expect(try library.search(SearchQuery("schmerz")).isEmpty)
  }

  @Test(
    "Words of every script are found, whole and by their beginnings",
    arguments: [
      ("Μελέτη τοῦ πόνου", "ΜΕΛΈΤΗ"), ("Боль в спине", "боль"), ("慢性疼痛", "慢性疼痛"), ("दर्द का इलाज", "इलाज"),
      ("β-blockers", "β"), ("Größe", "grosse"), ("ağrı", "agri"), ("CO₂ at 5 µm", "µm"), ("한국어 제목", "한국*"),
    ])
  func findsEveryScript(title: String, query: String) throws {
    let library = try SQLiteLibrary(path: path, access: .create)
    _ = try library.add([article(title), article("Another")])
    #expect(try library.search(SearchQuery(query)).map { $0[.title] } == [title])
  }
}
