internal import IbidStore

/// The library's tables on a server.
enum PostgresSchema {
  /// «Ibid» in ASCII: it tells our table `library` from anybody's.
  private static let mark: Int64 = 0x4962_6964
  /// The latest version of the tables.
  static let version = 1

  /// Looks whether the database holds a library, on a connection that is new.
  ///
  /// - Throws: `LibraryError` where there is none, or one of a later version.
  static func check(_ connection: PostgresConnection, _ location: PostgresLocation) throws {
    let rows: PostgresRows
    do {
      // Compiling queries takes longer than running ours. A laptop that is closed must not hold the others up for hours.
      rows = try connection.execute(
        """
        SET jit = off; SET work_mem = '32MB'; SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10;
        SET tcp_keepalives_count = 6; SET client_min_messages = error; SELECT mark, version FROM library
        """)
    } catch let failure as PostgresFailure where failure.state == PostgresFailure.State.noTable {
      throw LibraryError.notMade(location: location.text)
    } catch let failure as PostgresFailure where failure.state == PostgresFailure.State.noColumn {
      throw LibraryError.notALibrary(path: location.text)
    }
    guard rows.count == 1, rows.number(0, 0) == mark else { throw LibraryError.notALibrary(path: location.text) }
    let version = Int(rows.number(0, 1))
    guard version <= Self.version else {
      throw LibraryError.tooNew(path: location.text, version: version, known: Self.version)
    }
  }

  /// Makes the tables, where somebody else has not done so meanwhile.
  static func create(_ connection: PostgresConnection) throws {
    try connection.execute("BEGIN; SELECT pg_advisory_xact_lock(\(mark))")
    let isThere = try connection.execute("SELECT to_regclass('library') IS NOT NULL")
    if isThere.text(0, 0) == "t" {
      try connection.execute("ROLLBACK")
    } else {
      try connection.execute(tables)
      try compress(connection)
      try connection.execute("COMMIT")
    }
  }

  /// Gives a role the right to read, or to read and write.
  static func grant(_ connection: PostgresConnection, _ role: String, writing: Bool) throws {
    let rows = try connection.once(
      """
      SELECT quote_ident($1), quote_ident(current_schema()), quote_ident(current_database()),
        pg_get_userbyid(relowner), pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'item'::regclass
      """, [.text(role)])
    // The server would do nothing and say so only in a warning.
    guard rows.text(0, 4) == "t" else {
      throw PostgresFailure("the library belongs to “\(rows.text(0, 3))”, who alone can grant rights to it")
    }
    let (role, schema, database) = (rows.text(0, 0), rows.text(0, 1), rows.text(0, 2))
    let rights = writing ? "SELECT, INSERT, UPDATE, DELETE" : "SELECT"
    try connection.execute(
      """
      BEGIN; GRANT CONNECT ON DATABASE \(database) TO \(role); GRANT USAGE ON SCHEMA \(schema) TO \(role);
      REVOKE ALL ON \(names) FROM \(role); GRANT \(rights) ON \(names) TO \(role); COMMIT
      """)
  }

  private static let names =
    "library, item, identifier, title, given_key, item_text, source, origin, step, added, change"

  /// Texts are compared by their bytes, as in every other library. Rows stay in one piece: a record and its words are
  /// read whole, or not at all. What a search index is told waits, and is put in some megabytes at a time.
  private static let tables = """
    CREATE TABLE library (
      mark int8 NOT NULL, version int8 NOT NULL, changes int8 NOT NULL, next_item int8 NOT NULL, next_step int8 NOT NULL
    );
    CREATE UNIQUE INDEX library_is_one ON library ((mark IS NOT NULL));
    INSERT INTO library VALUES (\(mark), \(version), 0, 1, 1);
    CREATE TABLE item (
      number int8 PRIMARY KEY, key text COLLATE "C" NOT NULL, kind int8 NOT NULL, source int8 NOT NULL,
      about text NOT NULL, json text NOT NULL, digest int8 NOT NULL
    );
    ALTER TABLE item ALTER json SET STORAGE MAIN;
    CREATE TABLE identifier (
      kind text COLLATE "C" NOT NULL, value text COLLATE "C" NOT NULL, item int8 NOT NULL, PRIMARY KEY (kind, value, item)
    );
    CREATE INDEX identifier_of_item ON identifier (item);
    CREATE TABLE title (hash int8 NOT NULL, item int8 NOT NULL, PRIMARY KEY (hash, item));
    CREATE INDEX title_of_item ON title (item);
    CREATE TABLE given_key (
      folded text COLLATE "C" PRIMARY KEY, key text COLLATE "C" NOT NULL, item int8 NOT NULL, title int8
    );
    CREATE TABLE item_text (item int8 PRIMARY KEY, words tsvector NOT NULL);
    ALTER TABLE item_text ALTER words SET STORAGE MAIN;
    CREATE INDEX words_of_item ON item_text USING gin (words) WITH (gin_pending_list_limit = 16384);
    CREATE TABLE source (
      number int8 PRIMARY KEY, name text COLLATE "C" NOT NULL, file text COLLATE "C" NOT NULL,
      format text COLLATE "C" NOT NULL, searched text COLLATE "C" NOT NULL, UNIQUE (name, file, format, searched)
    );
    CREATE TABLE origin (
      source int8 NOT NULL, ordinal int8 NOT NULL, item int8 NOT NULL, PRIMARY KEY (source, ordinal)
    );
    CREATE TABLE step (number int8 PRIMARY KEY, command text NOT NULL, time int8 NOT NULL, undone boolean NOT NULL);
    CREATE TABLE added (
      step int8 NOT NULL REFERENCES step ON DELETE CASCADE, first int8 NOT NULL, last int8 NOT NULL,
      PRIMARY KEY (step, first)
    );
    CREATE TABLE change (
      step int8 NOT NULL REFERENCES step ON DELETE CASCADE, item int8 NOT NULL,
      key text COLLATE "C", kind int8, source int8, about text, json text, PRIMARY KEY (step, item)
    );
    CREATE INDEX change_of_item ON change (item);
    """

  /// LZ4 where the server was built with it: PostgreSQL's own way makes an import three times slower.
  private static func compress(_ connection: PostgresConnection) throws {
    try connection.execute("SAVEPOINT plain")
    do {
      try connection.execute(
        """
        ALTER TABLE item ALTER json SET COMPRESSION lz4; ALTER TABLE change ALTER json SET COMPRESSION lz4;
        ALTER TABLE item_text ALTER words SET COMPRESSION lz4
        """)
    } catch let failure as PostgresFailure where failure.state == PostgresFailure.State.unknownFeature {
      try connection.execute("ROLLBACK TO plain")
    }
  }
}
