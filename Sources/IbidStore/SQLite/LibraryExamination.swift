internal import GRDB
package import IbidModel
internal import IbidText

/// A look at a library's file that trusts nothing in it: whether it is whole, and what can still be read of one that is
/// not.
package struct LibraryExamination {
  /// Something that is wrong.
  package struct Fault: Sendable, Equatable {
    /// The record that it is about; nil where it is about the file.
    package var record: String?
    package var message: String
  }

  private let queue: DatabaseQueue
  private let path: String
  /// Most faults of SQLite's own that are told.
  private static let mostFaults = 100

  /// Opens the file at `path` for reading.
  ///
  /// - Throws: `LibraryError` where it is missing, or no database at all.
  package init(path: String) throws(LibraryError) {
    self.path = path
    let file = LibraryFile.absolute(path)
    guard LibraryFile(path: file) != nil else { throw .missing(path: path) }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(30)
    do {
      queue = try DatabaseQueue(path: file, configuration: configuration)
      let mark = try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA application_id") ?? 0 }
      guard mark == Schema.applicationID else { throw LibraryError.notALibrary(path: path) }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Everything that is wrong, and how many records there are: SQLite's own check of the file, then each record, its key,
  /// identifiers and titles, and the index of words.
  package func faults() throws(LibraryError) -> (records: Int, faults: [Fault]) {
    do {
      return try queue.inDatabase { database in
        var faults = try Self.faultsOfFile(database)
        var count = 0
        let numbers = Self.numbers(database)
        for number in numbers {
          count += 1
          faults += Self.faults(ofRecord: number, database)
        }
        if faults.isEmpty { faults += try Self.faultsOfIndex(count, database) }
        return (count, faults)
      }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Gives each record that can be read to `body`, in the order in which they came, and tells of the others.
  package func salvage(_ body: (Item) throws -> Void) throws -> [Fault] {
    try queue.inDatabase { database in
      var faults: [Fault] = []
      for number in Self.numbers(database) {
        switch Self.record(number, database) {
        case .success(let row?): try body(row.item)
        case .success(nil): break
        case .failure(let fault): faults.append(fault)
        }
      }
      return faults
    }
  }

  private static func faultsOfFile(_ database: Database) throws -> [Fault] {
    try String.fetchAll(database, sql: "PRAGMA integrity_check(\(mostFaults))").filter { $0 != "ok" }
      .map { Fault(record: nil, message: $0) }
  }

  /// The numbers of the records: by the table where it can be walked through, and else by asking for each.
  private static func numbers(_ database: Database) -> [Int64] {
    if let numbers = try? Int64.fetchAll(database, sql: "SELECT number FROM item ORDER BY number") { return numbers }
    let next = (try? Int64.fetchOne(database, sql: "SELECT next_item FROM counters")) ?? nil
    return Array(1..<max(1, min(next ?? mostNumbers, mostNumbers)))
  }

  /// Most numbers that are asked for one by one.
  private static let mostNumbers: Int64 = 10_000_000

  /// A record as its row has it; nil where there is none of this number.
  private static func record(
    _ number: Int64, _ database: Database
  ) -> Result<(item: Item, key: String)?, Failure> {
    do {
      let rows = try PreparedStatement(cached: "SELECT key, json FROM item WHERE number = ?", in: database)
      defer { rows.reset() }
      rows.bind(number, at: 1)
      guard try rows.next() else { return .success(nil) }
      let key = rows.text(0)
      guard var item = Item(completeJSON: Array(rows.bytes(1))) else {
        return .failure(Fault(record: key, message: "its JSON cannot be read"))
      }
      item.id = key
      return .success((item, key))
    } catch {
      return .failure(Fault(record: "number \(number)", message: "its row cannot be read: \(reason(error))"))
    }
  }

  private typealias Failure = Fault

  private static func faults(ofRecord number: Int64, _ database: Database) -> [Fault] {
    let row: (item: Item, key: String)
    switch record(number, database) {
    case .failure(let fault): return [fault]
    case .success(nil): return []
    case .success(let found?): row = found
    }
    func fault(_ message: String) -> [Fault] { [Fault(record: row.key, message: message)] }
    do {
      let statement = try PreparedStatement(cached: EntryTable.byGivenKeySQL, in: database)
      guard try EntryTable.given(row.key, statement)?.number == number else { return fault("its key leads elsewhere") }
      let known = try Set(
        String.fetchAll(
          database, sql: "SELECT kind || ':' || value FROM identifier WHERE item = ?", arguments: [number]))
      let missing = row.item.identifiers.map { $0.kind.rawValue + ":" + $0.value }.filter { !known.contains($0) }
      return missing.isEmpty ? [] : fault("is not found by \(missing.joined(separator: ", "))")
    } catch {
      return fault("what it is found by cannot be read: \(reason(error))")
    }
  }

  /// The index of words has a row a record.
  private static func faultsOfIndex(_ count: Int, _ database: Database) throws -> [Fault] {
    let indexed = try Int.fetchOne(database, sql: "SELECT count(*) FROM item_text_docsize") ?? 0
    guard indexed != count else { return [] }
    return [Fault(record: nil, message: "the index of words has \(indexed) of \(count) records")]
  }

  private static func reason(_ error: any Error) -> String { (error as? DatabaseError)?.message ?? "\(error)" }
}

extension LibraryExamination.Fault: Error {}
