internal import CLibPQ
internal import Glibc
internal import IbidStore

/// Where a library on a server is: `postgresql://host/database`, or `service=lab`, a paragraph of
/// `~/.pg_service.conf`.
struct PostgresLocation: Sendable {
  /// As it was written; it holds no password.
  let text: String

  /// Reads a location.
  ///
  /// - Throws: `LibraryError` for one that libpq cannot read, and for one with a password: a command line is read by
  ///   everybody on the machine, and kept in the shell's history.
  init(_ text: String) throws(LibraryError) {
    let name = String(text.prefix { $0 != ":" && $0 != "=" })
    guard ibid_has_libpq() != 0 else {
      throw .failed(path: name, reason: "PostgreSQL's library (libpq.so.5) cannot be loaded; install libpq5")
    }
    var message: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(text, &message) else {
      // What libpq says repeats the location.
      PQfreemem(message)
      throw .failed(path: name, reason: "this address cannot be read; write postgresql://HOST/DATABASE or service=NAME")
    }
    let given = Self.values(options)
    PQconninfoFree(options)
    if let secret = ["password", "sslpassword"].first(where: { given[$0]?.isEmpty == false }) {
      let places = secret == "password" ? "~/.pgpass or the service's file" : "the service's file"
      throw .failed(
        path: name, reason: "this address holds a password, which others can read; keep it in \(places)")
    }
    self.text = text
  }

  /// The open connection; `PQfinish` closes it.
  ///
  /// - Throws: `PostgresFailure`.
  func connect() throws -> OpaquePointer {
    let handle = try start([])
    guard PQstatus(handle) != CONNECTION_BAD, Self.leavesThisHost(handle) else { return try Self.finish(handle) }
    // Nothing but the first packet of TCP was sent so far.
    PQfinish(handle)
    return try Self.finish(start([("sslmode", "verify-full")]))
  }

  private func start(_ more: [(String, String)]) throws -> OpaquePointer {
    let options = [("dbname", text), ("client_encoding", "UTF8"), ("fallback_application_name", "ibid")] + more
    let keywords = options.map { strdup($0.0) } + [nil]
    let values = options.map { strdup($0.1) } + [nil]
    defer { for text in keywords + values { free(text) } }
    let handle = keywords.map { UnsafePointer($0) }.withUnsafeBufferPointer { keywords in
      values.map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
        PQconnectStartParams(keywords.baseAddress, values.baseAddress, 1)
      }
    }
    guard let handle else { throw PostgresFailure("there is no memory for a connection") }
    return handle
  }

  /// Seconds that a server has to answer where nobody says otherwise.
  private static let patience: Int32 = 20

  private static func finish(_ handle: OpaquePointer) throws -> OpaquePointer {
    let limit = Int32(effective(handle)["connect_timeout"] ?? "").flatMap { $0 > 0 ? $0 : nil } ?? patience
    let end = time(nil) + Int(limit)
    var state = PQstatus(handle) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
    while state == PGRES_POLLING_READING || state == PGRES_POLLING_WRITING {
      let events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT
      var descriptor = pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)
      if poll(&descriptor, 1, Int32(max(0, end - time(nil))) * 1000) == 0 {
        PQfinish(handle)
        throw PostgresFailure("the server did not answer for \(limit) seconds")
      }
      state = PQconnectPoll(handle)
    }
    guard state == PGRES_POLLING_OK, PQstatus(handle) == CONNECTION_OK else {
      let failure = PostgresFailure(PQerrorMessage(handle).map { String(cString: $0) } ?? "")
      PQfinish(handle)
      throw failure
    }
    return handle
  }

  /// Whether the way goes through a network, on which only a server counts that proves who it is.
  private static func leavesThisHost(_ handle: OpaquePointer) -> Bool {
    let options = effective(handle)
    guard options["sslmode"] != "verify-full" else { return false }
    let addresses = options["hostaddr"] ?? ""
    let hosts = (addresses.isEmpty ? options["host"] ?? "" : addresses).split(separator: ",")
    return !hosts.allSatisfy { host in
      host.hasPrefix("/") || host.hasPrefix("@") || ["localhost", "::1"].contains(host) || isLoopback(host)
    }
  }

  private static func isLoopback(_ host: Substring) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// What counts, of the location, the service's file and the environment.
  private static func effective(_ handle: OpaquePointer) -> [String: String] {
    guard let options = PQconninfo(handle) else { return [:] }
    defer { PQconninfoFree(options) }
    return values(options)
  }

  private static func values(_ options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
    var values: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    return values
  }
}
