import FoundationEssentials
import Glibc
import TestSupport

/// The built command, run as a user runs it.
struct Command {
  /// What a run left behind.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder in which it runs.
  let folder: String

  /// Runs `ibid` with these arguments, `input` as its standard input.
  func callAsFunction(_ arguments: String..., input: String = "") throws -> Result {
    try run(arguments, input: input)
  }

  /// The same for a list.
  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Result {
    let scratch = try TemporaryFolder()
    let files = ["in", "out", "err"].map { scratch.path + "/" + $0 }
    try scratch.write("in", input)
    let quoted = ([Self.path] + arguments).map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    let line = "cd '\(folder)' && \(variables) \(quoted) <'\(files[0])' >'\(files[1])' 2>'\(files[2])'"
    let status = system("/bin/sh -c '" + line.replacing("'", with: "'\\''") + "'")
    return Result(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F), output: try Repository.text(files[1]),
      errors: try Repository.text(files[2]))
  }

  /// The command stands beside the test bundle.
  private static let path: String = {
    let bundle = CommandLine.arguments[0]
    let folder = bundle.split(separator: "/").dropLast().joined(separator: "/")
    let beside = (bundle.hasPrefix("/") ? "/" : "") + folder + "/ibid"
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : Repository.folder + "/.build/debug/ibid"
  }()
}
