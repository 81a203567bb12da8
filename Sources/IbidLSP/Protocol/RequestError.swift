/// Codes of errors.
///
/// Source: JSON-RPC 2.0, «Error object»; Language Server Protocol 3.17, «ResponseMessage».
enum ErrorCode {
  static let parseError = -32700
  static let invalidRequest = -32600
  static let methodNotFound = -32601
  static let invalidParams = -32602
  static let serverNotInitialized = -32002
  static let requestFailed = -32803
  static let requestCancelled = -32800
}

/// Why a request is not answered with a result.
struct RequestError: Error {
  let code: Int
  let message: String

  init(_ code: Int, _ message: String) { (self.code, self.message) = (code, message) }
}
