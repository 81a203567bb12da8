internal import CLibPQ

/// What a statement gave.
final class PostgresRows {
  private let result: OpaquePointer?
  /// How many rows there are.
  let count: Int

  /// Takes a result of libpq's, which goes with this.
  init(_ result: OpaquePointer?) {
    self.result = result
    count = Int(PQntuples(result))
  }

  deinit { PQclear(result) }

  /// What is wrong; nil where nothing is.
  var failure: PostgresFailure? {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_SYNC: return nil
    default:
      let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
      let field = PQresultErrorField(result, Int32(UInt8(ascii: "M")))
      let message = field ?? PQresultErrorMessage(result)
      return PostgresFailure(message.map { String(cString: $0) } ?? "", state: state ?? "")
    }
  }

  /// Whether it is the end of a pipeline.
  var isEndOfPipeline: Bool { PQresultStatus(result) == PGRES_PIPELINE_SYNC }

  /// What was done, as `COMMIT`.
  var command: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

  /// Rows and columns count from 0.
  func text(_ row: Int, _ column: Int32) -> String { String(decoding: memory(row, column), as: UTF8.self) }

  func bytes(_ row: Int, _ column: Int32) -> [UInt8] { Array(memory(row, column)) }

  func number(_ row: Int, _ column: Int32) -> Int64 { Int64(text(row, column)) ?? 0 }

  func isNull(_ row: Int, _ column: Int32) -> Bool { PQgetisnull(result, Int32(row), column) == 1 }

  /// All of a column's numbers.
  func numbers(_ column: Int32 = 0) -> [Int64] { (0..<count).map { number($0, column) } }

  private func memory(_ row: Int, _ column: Int32) -> UnsafeRawBufferPointer {
    let start = PQgetvalue(result, Int32(row), column)
    return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, Int32(row), column)))
  }
}

/// What a server, or the way to it, could not do.
struct PostgresFailure: Error {
  /// In one line.
  let message: String
  /// The SQLSTATE; empty where the server said nothing.
  let state: String

  init(_ message: String, state: String = "") {
    // What follows the first line says where in the statement, or asks whether the server runs.
    self.message = String(message.split(separator: "\n").first ?? "the connection was lost")
    self.state = state
  }

  /// The SQLSTATEs that mean something to us.
  ///
  /// Source: PostgreSQL, appendix A, «PostgreSQL Error Codes».
  enum State {
    static let noTable = "42P01"
    static let noColumn = "42703"
    static let lockTimeout = "55P03"
    static let unknownFeature = "0A000"
  }
}
