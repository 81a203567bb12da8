internal import GRDB

/// The library's tables, and the marks by which a file is known as a library.
enum Schema {
  /// «Ibid» in ASCII, in the file's header.
  static let applicationID = 0x4962_6964
  /// The latest version of the tables.
  static let version = 1

  static func create(in database: Database) throws {
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
        CREATE VIRTUAL TABLE item_text USING fts5(
          title, author, container, year, keyword, abstract, identifier,
          content='', tokenize='unicode61 remove_diacritics 0'
        );
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        """)
  }
}
