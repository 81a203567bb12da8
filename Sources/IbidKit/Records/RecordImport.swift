import IbidModel
import IbidStore

/// Reads records of files into a library.
public struct RecordImport {
  private let path: String
  private let format: RecordFormat?
  private var library: RecordLibrary?
  /// What became of the records so far.
  public private(set) var report = ImportReport()

  /// An import into the library at `path`, which is opened, or made, when the first records have been read: input
  /// that cannot be read changes nothing.
  public init(into path: String, format: RecordFormat? = nil) {
    self.path = path
    self.format = format
  }

  /// Imports one file; `-` is standard input. Records are kept in steps of some hundred, each whole or not at all.
  ///
  /// - Parameter onProgress: told after each step how many records have been seen in all.
  /// - Throws: `IbidError` where the file cannot be read or the library not be written; earlier steps are kept.
  public mutating func read(_ file: String, onProgress: (ImportReport) -> Void = { _ in }) throws(IbidError) {
    let rest = try RecordFiles.read(file, format: format) { (items: [Item]) throws(IbidError) in
      try keep(items)
      onProgress(report)
    }
    report.problems += rest.problems
    report.rejected += rest.rejected
    report.seen += rest.rejected
    report.unheld.merge(rest.unheld, uniquingKeysWith: +)
    try delete(rest.deletedPMIDs)
  }

  private mutating func keep(_ items: [Item]) throws(IbidError) {
    guard !items.isEmpty else { return }
    let library = try openLibrary().library
    let outcomes = try IbidError.mapping { () throws(LibraryError) in try library.add(items) }
    report.seen += items.count
    for (outcome, _) in outcomes {
      switch outcome {
      case .added: report.added += 1
      case .updated: report.updated += 1
      case .unchanged: report.unchanged += 1
      }
    }
  }

  private mutating func delete(_ pmids: [String]) throws(IbidError) {
    let identifiers = pmids.compactMap { Identifier(.pmid, $0) }
    guard !identifiers.isEmpty else { return }
    let library = try openLibrary().library
    report.deleted += try IbidError.mapping { () throws(LibraryError) in try library.remove(pmids: identifiers) }
  }

  private mutating func openLibrary() throws(IbidError) -> RecordLibrary {
    if let library { return library }
    let opened = try RecordLibrary(writing: path)
    library = opened
    return opened
  }
}
