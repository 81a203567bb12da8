internal import GRDB
internal import IbidModel

/// The library's tables, and the marks by which a file is known as a library.
enum Schema {
  /// «Ibid» in ASCII, in the file's header.
  static let applicationID = 0x4962_6964
  /// The latest version of the tables. Version 1 had an index with another tokenizer, version 2 one without the places
  /// of works in their journals; they are read as they are, and the index is built anew when such a library is opened
  /// for writing.
  static let version = 3
  /// Bytes a page, of a new library: several records fit into one, and little of it stays empty.
  static let pageSize = 32768

  /// Makes the tables of a new library, and builds the index of an older one anew, where it may.
  ///
  /// - Throws: `LibraryError` where the database is none of ours, or of a later version.
  static func check(_ database: Database, path: String, mayMake: Bool, mayChange: Bool) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
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
      try database.inTransaction {
        try create(in: database)
        return .commit
      }
    default: throw LibraryError.notALibrary(path: path)
    }
  }

  private static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE item (
          number INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          json TEXT NOT NULL
        );
        CREATE TABLE identifier (
          kind TEXT NOT NULL,
          value TEXT NOT NULL,
          item INTEGER NOT NULL REFERENCES item(number) ON DELETE CASCADE,
          PRIMARY KEY (kind, value, item)
        ) WITHOUT ROWID;
        CREATE INDEX identifier_of_item ON identifier(item);
        PRAGMA application_id = \(applicationID);
        """)
    try createIndex(in: database)
  }

  /// Builds the full-text index of an older library anew.
  private static func upgrade(_ database: Database) throws {
    try database.execute(sql: "DROP TABLE item_text")
    try createIndex(in: database)
    let entries = try EntryTable(database)
    let items = try PreparedStatement("SELECT number, json FROM item ORDER BY number", in: database)
    while try items.next() {
      let item = try StoredItem.item(Array(items.bytes(1)))
      try entries.index(item, item.identifiers, number: items.number(0))
    }
    try entries.flush()
  }

  /// The text is folded and free of punctuation when it comes here, so the cheapest tokenizer does: it takes every
  /// byte beyond ASCII for a letter. What is indexed is gathered in memory until a step of an import is committed, and
  /// the parts of the index are merged sixteen at a time.
  private static func createIndex(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE item_text USING fts5(
          title, author, container, year, keyword, abstract, identifier, content='', tokenize='ascii'
        );
        INSERT INTO item_text (item_text, rank) VALUES ('hashsize', \(16 << 20)), ('automerge', 16), ('crisismerge', 32);
        PRAGMA user_version = \(version);
        """)
  }
}
