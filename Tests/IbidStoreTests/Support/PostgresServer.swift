import Foundation
import IbidStore
import Synchronization

#if IBID_POSTGRES
  import IbidPostgres
#endif

/// A PostgreSQL server for these tests alone: made in a temporary folder, reached by a socket there, gone with the
/// process, however that ends.
enum PostgresServer {
  struct Failure: Error { let message: String }

  /// Whether the server's programs are installed, and this build was made with libpq.
  static var canBeHad: Bool {
    #if IBID_POSTGRES
      programs != nil
    #else
      false
    #endif
  }

  /// Whether it is a failure that it cannot be had.
  static var isRequired: Bool { ProcessInfo.processInfo.environment["IBID_REQUIRE_POSTGRES"] != nil }

  /// An empty library on the server.
  static func library() throws -> any Library {
    #if IBID_POSTGRES
      try PostgresLibrary(database(), access: .create)
    #else
      throw Failure(message: "this build was made without libpq")
    #endif
  }

  /// The location of a database of its own, with nothing in it.
  static func database() throws -> String {
    let folder = try server.get()
    let number = databases.withLock { count in
      count += 1
      return count
    }
    try run(program("createdb"), ["-h", folder, "-U", "ibid", "l\(number)"])
    return "postgresql:///l\(number)?host=\(folder)&user=ibid"
  }

  private static let databases = Mutex(0)

  /// Runs a statement in a database.
  static func psql(_ location: String, _ sql: String) throws -> String {
    try run(program("psql"), ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", location, "-c", sql])
  }

  /// The folder of the newest version's programs; on Debian they are not on the path.
  private static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted {
      $0.compare($1, options: .numeric) == .orderedDescending
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = versions.map { "\(root)/\($0)/bin" } + path.split(separator: ":").map(String.init)
    return folders.first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
  }()

  private static func program(_ name: String) -> String { (programs ?? "") + "/" + name }

  /// The folder of the server's socket.
  private static let server = Result { try start() }

  private static func start() throws -> String {
    let folder = "/tmp/ibid-postgres-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // The server's programs refuse to run as root.
    if geteuid() == 0 { try run("/usr/bin/chown", ["postgres", folder]) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, "sh", programs ?? "", folder]
    // The script reads it to its end, which comes with that of this process.
    process.standardInput = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<600 {
      if (try? run(program("pg_isready"), ["-q", "-h", folder])) != nil { return folder }
      guard process.isRunning else { break }
      usleep(100_000)
    }
    throw Failure(message: "the server does not start; see \(folder)/log")
  }

  private static let script = """
    programs=$1 folder=$2
    as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
    cd "$folder" || exit
    as "$programs/initdb" -D data -U ibid -A trust -E UTF8 --locale=C -N >log 2>&1 || exit
    as "$programs/postgres" -D data -k "$folder" -c listen_addresses= -c fsync=off -c full_page_writes=off \\
      -c max_connections=200 </dev/null >>log 2>&1 &
    cat >/dev/null
    kill -INT "$(head -n 1 data/postmaster.pid)"
    wait
    cd / && rm -rf "$folder"
    """

  @discardableResult
  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(message: "\(program): \(text)") }
    return text.trimmingCharacters(in: .newlines)
  }
}
