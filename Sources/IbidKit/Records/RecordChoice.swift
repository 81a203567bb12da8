import FoundationEssentials
public import IbidModel
import IbidStore

/// Where a command takes records from.
///
///     let records = try RecordChoice(library: nil, from: ["pubmed.xml"]).open()
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
  /// - Parameter onProgress: told now and then how far which file, or the library, has been read.
  /// - Throws: `IbidError` where a file or the library cannot be read; what `each` throws.
  func read(
    onProgress: (String, ReadingProgress) -> Void, each: (Item) throws(IbidError) -> Void
  ) throws(IbidError) -> [RecordProblem] {
    switch self {
    case .library(let path, _):
      let library = try RecordLibrary(reading: path)
      var progress = ReadingProgress(recordCount: try library.count())
      try library.forEachItem { (item) throws(IbidError) in
        try each(item)
        progress.records += 1
        if progress.records % Self.recordsBetweenProgress == 0 { onProgress(path, progress) }
      }
      return []
    case .files(let paths): return try RecordFiles.read(paths, onProgress: onProgress, each: each)
    }
  }

  private static let recordsBetweenProgress = 100

  /// Gives all records to `each` as ``read(onProgress:each:)`` does, with what a library's people add to them.
  ///
  /// - Throws: `IbidError` where a file or the library cannot be read; what `each` throws.
  func readMarked(
    onProgress: (String, ReadingProgress) -> Void, each: (Item, LibraryMarks?) throws(IbidError) -> Void
  ) throws(IbidError) -> [RecordProblem] {
    guard case .library(let path, _) = self else {
      return try read(onProgress: onProgress) { (item) throws(IbidError) in try each(item, nil) }
    }
    let library = try RecordLibrary(reading: path)
    var progress = ReadingProgress(recordCount: try library.count())
    var failure: IbidError?
    try library.atOneMoment { (snapshot) throws(LibraryError) in
      try snapshot.forEachWork { work in
        do throws(IbidError) {
          let marks = try IbidError.mapping { () throws(LibraryError) in try LibraryMarks(work, in: snapshot) }
          try each(work.item, marks)
        } catch {
          failure = error
        }
        progress.records += 1
        if progress.records % Self.recordsBetweenProgress == 0 { onProgress(path, progress) }
        return failure == nil
      }
    }
    if let failure { throw failure }
    return []
  }

  /// What a library's people add to a record; nil where the record is not the library's.
  func marks(of item: Item) throws(IbidError) -> LibraryMarks? {
    guard case .library(let path, let isNamed) = self, isNamed || FileManager.default.fileExists(atPath: path) else {
      return nil
    }
    return try RecordLibrary(reading: path).atOneMoment { (snapshot) throws(LibraryError) in
      guard let work = try snapshot.work(key: item.id), work.item == item else { return nil }
      return try LibraryMarks(work, in: snapshot)
    }
  }

  /// The records of these keys, in their order; of a key that is named twice, once.
  ///
  /// - Throws: `IbidError` where a key is unknown, or a file or the library cannot be read.
  func items(
    keys: [String], onProgress: (String, ReadingProgress) -> Void
  ) throws(IbidError) -> (items: [Item], problems: [RecordProblem]) {
    var found: [String: Item] = [:]
    var problems: [RecordProblem] = []
    switch self {
    case .library(let path, _):
      let library = try RecordLibrary(reading: path)
      for key in keys { found[key] = try library.item(key: key) }
    case .files(let paths):
      let wanted = Set(keys)
      problems = try RecordFiles.read(paths, onProgress: onProgress) { (item) throws(IbidError) in
        if wanted.contains(item.id) { found[item.id] = item }
      }
    }
    var items: [Item] = []
    for key in keys {
      guard let item = found[key] else { throw .unknownKey(key) }
      if !items.contains(where: { $0.id == key }) { items.append(item) }
    }
    return (items, problems)
  }

  /// The records, to hold articles against.
  ///
  /// - Parameter onProgress: told now and then how far which file has been read.
  /// - Throws: `IbidError` where a file or the library cannot be read.
  public func open(onProgress: (String, ReadingProgress) -> Void = { _, _ in }) throws(IbidError) -> Records {
    switch self {
    case .library(let path, let isNamed):
      guard isNamed || FileManager.default.fileExists(atPath: path) else { return Records([]) }
      return Records(try RecordLibrary(reading: path))
    case .files(let paths): return try Records(files: paths, onProgress: onProgress)
    }
  }
}
