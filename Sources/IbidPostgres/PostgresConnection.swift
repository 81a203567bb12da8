internal import CLibPQ
internal import IbidStore

/// A connection to a server, for one thread at a time.
///
/// It goes from thread to thread, but is never at two: the pool, a snapshot or an intake has it to itself.
final class PostgresConnection: @unchecked Sendable {
  private let handle: OpaquePointer
  /// How often each statement was asked for; the server keeps one that comes again and again.
  private var uses: [String: Int] = [:]
  private var prepared: [String: String] = [:]

  /// From this use on a statement is kept by the server: keeping costs a way there and back.
  private static let usesBeforeKeeping = 3

  /// Opens a connection to where a location names.
  init(_ location: PostgresLocation) throws { handle = try location.connect() }

  deinit { PQfinish(handle) }

  /// Whether nothing is under way, and the connection stands.
  var isIdle: Bool { PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }

  /// Whether it stands, as far as is known without asking.
  var stands: Bool { PQstatus(handle) == CONNECTION_OK }

  /// Whether the server has not hung up meanwhile: it says so, and is found gone when more is read.
  func stillStands() -> Bool {
    for _ in 0..<2 where stands { _ = PQconsumeInput(handle) }
    return stands
  }

  /// Gives up what is under way; false where the connection is of no more use.
  func rollBack() -> Bool {
    if isIdle { return true }
    guard stands else { return false }
    _ = try? execute("ROLLBACK")
    return isIdle
  }

  /// Runs statements without parameters, and gives what the last one gave.
  @discardableResult
  func execute(_ sql: String) throws -> PostgresRows { try checked(PostgresRows(PQexec(handle, sql))) }

  /// Runs a statement that will not come again soon: the server plans it for these values.
  func once(_ sql: String, _ values: [PostgresValue]) throws -> PostgresRows {
    try checked(
      PostgresRows(
        Self.withParameters(values) { types, starts, lengths, formats in
          PQexecParams(handle, sql, Int32(values.count), types, starts, lengths, formats, 0)
        }))
  }

  /// Runs a statement that comes again and again.
  func query(_ sql: String, _ values: [PostgresValue]) throws -> PostgresRows {
    let count = (uses[sql] ?? 0) + 1
    uses[sql] = count
    guard count >= Self.usesBeforeKeeping else { return try once(sql, values) }
    let name = try prepared[sql] ?? keep(sql, values)
    return try checked(
      PostgresRows(
        Self.withParameters(values) { _, starts, lengths, formats in
          PQexecPrepared(handle, name, Int32(values.count), starts, lengths, formats, 0)
        }))
  }

  private func keep(_ sql: String, _ values: [PostgresValue]) throws -> String {
    let name = "s\(prepared.count)"
    _ = try checked(PostgresRows(PQprepare(handle, name, sql, Int32(values.count), values.map(\.type))))
    prepared[sql] = name
    return name
  }

  /// Sends statements one behind the other and waits once for what they give.
  ///
  /// - Throws: what the first one that failed says; those behind it were not run.
  func pipeline(_ statements: [PostgresStatement]) throws -> [PostgresRows] {
    guard PQenterPipelineMode(handle) == 1 else { throw PostgresFailure(message) }
    defer { PQexitPipelineMode(handle) }
    for statement in statements {
      let isSent = Self.withParameters(statement.values) { types, starts, lengths, formats in
        PQsendQueryParams(
          handle, statement.sql, Int32(statement.values.count), types, starts, lengths, formats, 0)
      }
      guard isSent == 1 else { throw PostgresFailure(message) }
    }
    guard PQpipelineSync(handle) == 1 else { throw PostgresFailure(message) }
    return try results(of: statements.count)
  }

  private func results(of count: Int) throws -> [PostgresRows] {
    var results: [PostgresRows] = []
    var failure: PostgresFailure?
    while true {
      // Each statement's results end with none.
      guard let result = PQgetResult(handle) else {
        guard stands else { throw failure ?? PostgresFailure(message) }
        continue
      }
      let rows = PostgresRows(result)
      if rows.isEndOfPipeline { break }
      failure = failure ?? rows.failure
      results.append(rows)
    }
    if let failure { throw failure }
    guard results.count == count else { throw PostgresFailure("answered \(results.count) of \(count) statements") }
    return results
  }

  private func checked(_ rows: PostgresRows) throws -> PostgresRows {
    if let failure = rows.failure { throw failure }
    return rows
  }

  private var message: String { PQerrorMessage(handle).map { String(cString: $0) } ?? "" }

  private typealias Starts = UnsafePointer<UnsafePointer<CChar>?>?

  private static func withParameters<Value>(
    _ values: [PostgresValue], _ body: ([UInt32], Starts, [Int32], [Int32]) -> Value
  ) -> Value {
    // All values in one stretch of memory, which stays where it is.
    var bytes: [CChar] = []
    bytes.reserveCapacity(values.reduce(1) { $0 + $1.bytes.count })
    for value in values { value.bytes.withUnsafeBytes { bytes.append(contentsOf: $0.bindMemory(to: CChar.self)) } }
    // An empty value has a place, too: none would be NULL.
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { memory in
      var offset = 0
      let starts = values.map { value in
        defer { offset += value.bytes.count }
        return memory.baseAddress.map { $0 + offset }
      }
      return starts.withUnsafeBufferPointer {
        body(
          values.map(\.type), $0.baseAddress, values.map { Int32($0.bytes.count) }, values.map { _ in 1 })
      }
    }
  }
}

/// A statement with its parameters.
struct PostgresStatement {
  let sql: String
  let values: [PostgresValue]

  init(_ sql: String, _ values: [PostgresValue] = []) {
    self.sql = sql
    self.values = values
  }
}
