internal import GRDB
internal import IbidModel
internal import IbidText

/// The library's tables, and the marks by which a file is known as a library.
enum Schema {
  /// «Ibid» in ASCII, in the file's header.
  static let applicationID = 0x4962_6964
  /// The latest version of the tables. Versions 1 to 3 had no journal and no sources, and the index of 1, 2 and 4 was
  /// another one; they are read as they are, and made anew when such a library is opened for writing.
  static let version = 5
  /// The first version with a journal and sources.
  static let firstWithJournal = 4
  /// Bytes a page, of a new library: several records fit into one, and little of it stays empty.
  static let pageSize = 32768

  /// Makes the tables of a new library, and those of an older one anew, where it may.
  ///
  /// - Throws: `LibraryError` where the database is none of ours, or of a later version.
  static func check(_ database: Database, path: String, mayMake: Bool, mayChange: Bool) throws {
    let (application, version, tables) = try marks(of: database)
    switch (application, tables) {
    case (applicationID, _):
      guard version <= self.version else {
        throw LibraryError.tooNew(path: path, version: version, known: self.version)
      }
      guard mayChange, version < self.version else { return }
      try database.inTransaction(.immediate) {
        // Another process may have done it meanwhile.
        if try Int.fetchOne(database, sql: "PRAGMA user_version") != self.version { try upgrade(database) }
        return .commit
      }
    case (0, 0) where mayMake:
      try database.inTransaction(.immediate) {
        // Another process may have made it meanwhile.
        if try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0 { try create(in: database) }
        return .commit
      }
    default: throw LibraryError.notALibrary(path: path)
    }
  }

  /// The marks as they are at one moment: another process may be making the library.
  private static func marks(of database: Database) throws -> (application: Int, version: Int, tables: Int) {
    var marks = (application: 0, version: 0, tables: 0)
    try database.inTransaction(.deferred) {
      marks.tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      marks.application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      marks.version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      return .commit
    }
    return marks
  }

  private static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE item (
          number INTEGER PRIMARY KEY,
          key TEXT NOT NULL,
          kind INTEGER NOT NULL,
          source INTEGER NOT NULL,
          about TEXT NOT NULL,
          json TEXT NOT NULL
        );
        CREATE TABLE identifier (
          kind TEXT NOT NULL,
          value TEXT NOT NULL,
          item INTEGER NOT NULL REFERENCES item(number) ON DELETE CASCADE,
          PRIMARY KEY (kind, value, item)
        ) WITHOUT ROWID;
        CREATE INDEX identifier_of_item ON identifier(item);
        CREATE TABLE title (hash INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (hash, item)) WITHOUT ROWID;
        CREATE TABLE given_key (
          folded TEXT PRIMARY KEY, key TEXT NOT NULL, item INTEGER NOT NULL, title INTEGER
        ) WITHOUT ROWID;
        CREATE TABLE source (
          number INTEGER PRIMARY KEY, name TEXT NOT NULL, file TEXT NOT NULL, format TEXT NOT NULL,
          searched TEXT NOT NULL, UNIQUE (name, file, format, searched)
        );
        CREATE TABLE origin (
          source INTEGER NOT NULL, ordinal INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (source, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE step (
          number INTEGER PRIMARY KEY, command TEXT NOT NULL, time INTEGER NOT NULL, undone INTEGER NOT NULL
        );
        CREATE TABLE added (
          step INTEGER NOT NULL REFERENCES step(number) ON DELETE CASCADE, first INTEGER NOT NULL, last INTEGER NOT NULL,
          PRIMARY KEY (step, first)
        ) WITHOUT ROWID;
        CREATE TABLE change (
          step INTEGER NOT NULL REFERENCES step(number) ON DELETE CASCADE, item INTEGER NOT NULL,
          key TEXT, kind INTEGER, source INTEGER, about TEXT, json TEXT,
          PRIMARY KEY (step, item)
        );
        CREATE INDEX change_of_item ON change(item);
        CREATE TABLE counters (next_item INTEGER NOT NULL, next_step INTEGER NOT NULL);
        INSERT INTO counters VALUES (1, 1);
        PRAGMA application_id = \(applicationID);
        """)
    try createIndex(in: database)
  }

  /// Makes the tables of an older library anew, with what the old ones hold.
  private static func upgrade(_ database: Database) throws {
    if try Int.fetchOne(database, sql: "PRAGMA user_version") == firstWithJournal {
      return try upgradeIndex(of: database)
    }
    try database.execute(
      sql: """
        DROP TABLE item_text; DROP TABLE identifier; ALTER TABLE item RENAME TO old_item;
        """)
    try create(in: database)
    let tables = try EntryTable(database)
    let old = try PreparedStatement("SELECT number, json FROM old_item ORDER BY number", in: database)
    var last: Int64 = 0
    var keys = FreeKeys()
    while try old.next() {
      let item = try StoredItem.item(Array(old.bytes(1)))
      last = old.number(0)
      let kind = SourceKind(of: item, format: "")
      // Keys that are equal but for case lead to one work: the later one gets a letter.
      let key = try keys.key(item.id) { try tables.given($0) != nil }
      let work = Work(key: key, Statement(item, kind))
      let row = WorkRow(number: last, work)
      let entries = WorkEntries(work)
      try tables.insert(row, entries)
      try tables.give(GivenKey(key, number: last, title: entries.titles.first))
    }
    old.reset()
    try tables.setCounters(LibraryCounters(nextWork: last + 1, nextStep: 1))
    try tables.flush()
    try database.execute(sql: "DROP TABLE old_item")
  }

  /// Makes the index of a library of version 4 anew: the tables are those of today.
  private static func upgradeIndex(of database: Database) throws {
    try database.execute(sql: "DROP TABLE item_text")
    try createIndex(in: database)
    let tables = try EntryTable(database)
    let rows = try PreparedStatement("SELECT \(WorkRow.columns) FROM item ORDER BY number", in: database)
    while try rows.next() { try tables.indexText(of: WorkRow(rows)) }
    rows.reset()
    try tables.flush()
  }

  /// The text is folded and free of punctuation when it comes here, so the cheapest tokenizer does: it takes every
  /// byte beyond ASCII for a letter. What is indexed is gathered in memory until a step of an import is committed, and
  /// the parts of the index are merged sixteen at a time.
  private static func createIndex(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE item_text USING fts5(
          \(SearchColumn.allCases.map(\.rawValue).joined(separator: ", ")), content='', tokenize='ascii'
        );
        INSERT INTO item_text (item_text, rank) VALUES ('hashsize', \(16 << 20)), ('automerge', 16), ('crisismerge', 32);
        PRAGMA user_version = \(version);
        """)
  }
}
