import FoundationEssentials
import IbidClaims
public import IbidModel
import IbidStore

/// Where a command takes records from.
public enum RecordChoice: Sendable, Equatable {
  /// A library. Where nobody named it, an article can do without.
  case library(path: String, isNamed: Bool)
  /// Files in any format that records can be read from.
  case files([String])

  /// The files of `--from` where there are some, else the library of `--library` or the usual one.
  public init(library: String?, from files: [String]) {
    self =
      files.isEmpty
      ? .library(
        path: LibraryLocation.path(option: library), isNamed: library != nil || LibraryLocation.isNamedByEnvironment)
      : .files(files)
  }

  /// All records, with keys.
  ///
  /// - Throws: `IbidError` where a file or the library cannot be read.
  public func items() throws(IbidError) -> (items: [Item], problems: [RecordProblem]) {
    switch self {
    case .library(let path, _): return (try RecordLibrary(reading: path).items(), [])
    case .files(let paths): return try RecordFiles.items(of: paths)
    }
  }

  /// Gives all records, with keys, to `each`, one after another: in memory that does not grow with their
  /// number.
  ///
  /// - Parameter onProgress: told now and then how far which file has been read.
  /// - Throws: `IbidError` where a file or the library cannot be read; what `each` throws.
  func read(
    onProgress: (String, ReadingProgress) -> Void, each: (Item) throws(IbidError) -> Void
  ) throws(IbidError) -> [RecordProblem] {
    switch self {
    case .library(let path, _):
      try RecordLibrary(reading: path).forEachItem(each)
      return []
    case .files(let paths): return try RecordFiles.read(paths, onProgress: onProgress, each: each)
    }
  }

  /// The records of these keys, in their order.
  ///
  /// - Throws: `IbidError` where a key is unknown, or a file or the library cannot be read.
  public func items(keys: [String]) throws(IbidError) -> (items: [Item], problems: [RecordProblem]) {
    let (found, problems): ([String: Item], [RecordProblem])
    switch self {
    case .library(let path, _):
      let library = try RecordLibrary(reading: path)
      var items: [String: Item] = [:]
      for key in keys { items[key] = try library.item(key: key) }
      (found, problems) = (items, [])
    case .files(let paths):
      let read = try RecordFiles.items(of: paths)
      found = Dictionary(read.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      problems = read.problems
    }
    var items: [Item] = []
    for key in keys {
      guard let item = found[key] else { throw .unknownKey(key) }
      items.append(item)
    }
    return (items, problems)
  }

  /// The records as an article's references look them up.
  func opened() throws(IbidError) -> (records: OpenRecords, problems: [RecordProblem]) {
    switch self {
    case .library(let path, let isNamed):
      guard isNamed || FileManager.default.fileExists(atPath: path) else { return (.memory(MemoryRecords([])), []) }
      return (.library(try RecordLibrary(reading: path)), [])
    case .files(let paths):
      let (items, problems) = try RecordFiles.items(of: paths)
      return (.memory(MemoryRecords(items)), problems)
    }
  }
}
