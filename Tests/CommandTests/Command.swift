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
  func run(_ arguments: [String], input: String = "") throws -> Result {
    try shell(
      (["ibid"] + arguments).map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " "), input: input)
  }

  /// Runs a line of shell, in which `ibid` is the built command.
  func shell(_ line: String, input: String = "") throws -> Result {
    let scratch = try TemporaryFolder()
    let (input, output, errors) = (try scratch.write("in", input), scratch.path + "/out", scratch.path + "/err")
    let script = """
      cd '\(folder)' && PATH='\(Self.binaries)':"$PATH" && unset IBID_LIBRARY XDG_DATA_HOME XDG_CACHE_HOME
      export HOME='\(scratch.path)/home' XDG_DATA_DIRS='\(scratch.path)/share'
      { \(line)
      } <'\(input)' >'\(output)' 2>'\(errors)'
      """
    let status = system("/bin/sh '" + (try scratch.write("script", script)) + "'")
    return Result(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F), output: try Repository.text(output),
      errors: try Repository.text(errors))
  }

  /// The folder of the built command: that of the test bundle.
  private static let binaries: String = {
    let bundle = CommandLine.arguments[0]
    let folder = (bundle.hasPrefix("/") ? "/" : "") + bundle.split(separator: "/").dropLast().joined(separator: "/")
    let isThere = FileManager.default.isExecutableFile(atPath: folder + "/ibid")
    return isThere ? folder : Repository.folder + "/.build/debug"
  }()
}
