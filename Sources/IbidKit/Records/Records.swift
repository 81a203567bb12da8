import IbidClaims
public import IbidModel
import IbidStore

/// Records that articles are held against: a library that stays open, files that were read once, or items in memory.
/// One value serves any number of articles, also at the same time.
///
///     let library = try RecordLibrary(reading: "Bibliography/library.sqlite")
///     let records = Records(library)
///     let first = try CheckedArticle(path: "one.md", records: records)
///     let second = try CheckedArticle(path: "two.md", records: records)
public struct Records: Sendable {
  /// What the readers of the files met with.
  public let problems: [RecordProblem]
  let source: Source

  enum Source: Sendable {
    case library(RecordLibrary)
    case held(HeldLibrary)
    case memory(MemoryRecords)
  }

  /// Records of a library, as they are when an article asks for them. Nothing is locked between two articles.
  public init(_ library: RecordLibrary) {
    source = .library(library)
    problems = []
  }

  /// Records of a library that keeps in mind what articles asked it.
  package init(_ library: HeldLibrary) {
    source = .held(library)
    problems = []
  }

  /// Records in memory.
  public init(_ items: [Item]) { self.init(items, problems: []) }

  /// Records of files in any format that they can be read from; what could not be read stands in `problems`.
  ///
  /// - Parameter onProgress: told now and then how far which file has been read.
  /// - Throws: `IbidError` where a file cannot be read at all.
  public init(
    files paths: [String], onProgress: (String, ReadingProgress) -> Void = { _, _ in }
  ) throws(IbidError) {
    let (items, problems) = try RecordFiles.items(of: paths, onProgress: onProgress)
    self.init(items, problems: problems)
  }

  private init(_ items: [Item], problems: [RecordProblem]) {
    source = .memory(MemoryRecords(items))
    self.problems = problems
  }

  /// All of them, where they are in memory.
  package var inMemory: [Item]? {
    if case .memory(let records) = source { records.items } else { nil }
  }

  /// Runs `body` over the records as they are at one moment.
  ///
  /// - Throws: `IbidError` where the library cannot be read; what `body` throws, under `path`.
  func reading<Value>(
    _ path: String, _ body: (any RecordSource) throws -> Value
  ) throws(IbidError) -> Value {
    do {
      switch source {
      case .memory(let records): return try body(records)
      case .library(let library): return try library.reading(body)
      case .held(let library): return try library.reading(for: path, body)
      }
    } catch {
      throw IbidError(error, path: path)
    }
  }
}
