public import IbidModel
import IbidStore

/// A look at a library's file that trusts nothing in it.
///
///     let health = try LibraryHealth(of: "Bibliography/library.sqlite")
///     for fault in health.faults { print(fault) }
public struct LibraryHealth: Sendable {
  /// How many records there are.
  public let records: Int
  /// A line for each thing that is wrong; none where the library is whole.
  public let faults: [String]

  /// Looks at the whole file: SQLite's own check, each record, what it is found by, the index of words.
  ///
  /// - Throws: `IbidError` where there is no library, or it cannot be opened at all.
  public init(of path: String) throws(IbidError) {
    let examination = try Self.examination(path)
    let found = try IbidError.mapping { () throws(LibraryError) in try examination.faults() }
    records = found.records
    faults = found.faults.map(Self.line)
  }

  /// Gives each record of a library that can still be read to `body`; a line for each of the others.
  ///
  ///     let lost = try LibraryHealth.salvage("Bibliography/library.sqlite") { print($0.id) }
  ///
  /// - Throws: `IbidError` where the file is no library at all; what `body` throws.
  public static func salvage(_ path: String, _ body: (Item) throws -> Void) throws -> [String] {
    try examination(path).salvage(body).map(line)
  }

  private static func examination(_ path: String) throws(IbidError) -> LibraryExamination {
    guard case .file = LibraryEngine.kind(of: path) else {
      throw IbidError(
        .library, "only a library that is a file can be examined; a server looks after its own", path: path)
    }
    return try IbidError.mapping { () throws(LibraryError) in try LibraryExamination(path: path) }
  }

  private static func line(_ fault: LibraryExamination.Fault) -> String {
    (fault.record.map { $0 + ": " } ?? "") + fault.message
  }
}
