import ArgumentParser
import IbidKit

struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "Make a library that people share, and say who may use it.",
    discussion: """
      A group shares a library on a PostgreSQL server (14 or later). Its database is made by the server's own means:

        createdb lab
        ibid library create --library postgresql://db.example.org/lab
        ibid library grant anna writer --library postgresql://db.example.org/lab

      Passwords stand in ~/.pgpass or in a service's file, never in the address. Beyond this machine the server must \
      prove who it is (sslmode=verify-full).
      """,
    subcommands: [Create.self, Upgrade.self, Grant.self])

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: "Make a library: a file, or tables in a server's database. One that is there stays as it is.")

    @OptionGroup var libraryOption: LibraryOption

    func run() throws {
      try Failure.reporting {
        let path = libraryOption.path
        try RecordLibrary.make(at: path)
        let count = try RecordLibrary(reading: path).count()
        Output.warn(
          count == 0
            ? "\(path): an empty library is there"
            : "\(path): a library of \(count) record\(count == 1 ? "" : "s") was there; it stays as it is")
      }
    }
  }

  struct Upgrade: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "upgrade",
      abstract: "Bring a library of an earlier version up to this one's, as the first change of it does anyway.")

    @OptionGroup var libraryOption: LibraryOption

    func run() throws {
      try Failure.reporting {
        _ = try RecordLibrary(updating: libraryOption.path)
        Output.warn("\(libraryOption.path): the library is of this version")
      }
    }
  }

  struct Grant: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "grant", abstract: "Let a role of the server's use the library.")

    @Argument(help: ArgumentHelp("The role, as the server knows it.", valueName: "role"))
    var role: String

    @Argument(help: "reader or writer.")
    var right: Right

    @OptionGroup var libraryOption: LibraryOption

    enum Right: String, ExpressibleByArgument, CaseIterable {
      case reader, writer
    }

    func run() throws {
      try Failure.reporting { try RecordLibrary.grant(role, writing: right == .writer, on: libraryOption.path) }
    }
  }
}
