public import IbidModel
import IbidStore

/// A source of a library's records: one file of one search of one database.
///
///     let library = try RecordLibrary(reading: "Bibliography/library.sqlite")
///     for source in try library.sources() { print(source.number, source.name, source.records) }
public struct LibrarySource: Sendable, Hashable {
  /// Counted from 1 in the order in which they came.
  public let number: Int
  /// As people name it: the database's name, else the file's.
  public let name: String
  /// The file's name.
  public let file: String
  /// The day of the search: `2026-11-02`; empty where nobody said.
  public let searched: String
  /// How many records came from it whose works the library still has.
  public let records: Int
  /// How many works they are of.
  public let works: Int

  /// The source as JSON.
  public var json: JSONValue {
    .object([
      JSONMember("number", .number(String(number))), JSONMember("name", .string(name)),
      JSONMember("file", .string(file)), JSONMember("searched", .string(searched)),
      JSONMember("records", .number(String(records))), JSONMember("works", .number(String(works))),
    ])
  }
}

extension RecordLibrary {
  /// The sources, in the order in which they came; those without a record that is left are not told.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  public func sources() throws(IbidError) -> [LibrarySource] {
    let kept = try atOneMoment { (snapshot) throws(LibraryError) in try snapshot.sources() }
    return kept.filter { !$0.keys.isEmpty }.enumerated().map { index, one in
      LibrarySource(
        number: index + 1, name: one.source.name, file: one.source.file, searched: one.source.searched,
        records: one.keys.count, works: Set(one.keys).count)
    }
  }
}
