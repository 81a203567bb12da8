import IbidFormats
import IbidModel
import IbidStore
import IbidText

/// Reads records of files into a library.
///
///     var records = RecordImport(into: "Bibliography/library.sqlite")
///     try records.read("pubmed.xml")
///     print(records.report.unchanged)
public struct RecordImport {
  private let path: String
  private let files: [String]
  private let format: ImportFormat?
  private let database: String?
  private let searched: String
  /// Where the records come from that are read at the moment, and how many of them were read.
  private var source = Source(name: "")
  private var ordinal: Int64 = 1
  /// How records without a key are called, where a configuration beside the library says so.
  private var keyPattern: KeyPattern?
  private var intake: (any LibraryIntake)?
  /// Records that were read and that the library was not given yet.
  private var waiting: [Item] = []
  /// What another library's people said of the records; its relations wait for the end of the file.
  private var marks = ImportedMarks()
  /// What became of the records that the library keeps by now, and of those that were rejected.
  public private(set) var report = ImportReport()
  /// What became of the records of the step that is not kept yet.
  private var step = ImportReport()

  /// Records that are kept in one step; they wait in memory until then.
  private static let stepSize = 4000

  /// An import into the library at `path`, which is opened, or made, when the first records have been read: input
  /// that cannot be read changes nothing. One `ibid undo` takes back all of it.
  ///
  /// - Parameters:
  ///   - files: what will be read, for the journal.
  ///   - database: whose export the files are; the files' names stand for it where it is nil.
  ///   - searched: the day of the search, as `2026-11-02`.
  public init(
    into path: String, files: [String] = [], format: ImportFormat? = nil, database: String? = nil,
    searched: String = ""
  ) {
    self.path = path
    self.files = files
    self.format = format
    self.database = database
    self.searched = searched
  }

  /// Imports one file, or another library; `-` is standard input. Records are kept in steps of some thousand, each whole or not at all.
  ///
  /// - Parameter onProgress: told now and then how far the file has been read.
  /// - Throws: `IbidError` where the file cannot be read or the library not be written; earlier steps are kept.
  public mutating func read(
    _ file: String, onProgress: (ReadingProgress) -> Void = { _ in }
  ) throws(IbidError) {
    if format == nil, file != "-", OutputFile.isDatabase(file) { return try readLibrary(file, onProgress: onProgress) }
    let seenBefore = report.seen
    ordinal = 1
    let result = Result { () throws(IbidError) in
      try RecordFiles.read(file, format: format, threads: Self.threads) { (items, progress, format) throws(IbidError) in
        let name = Self.name(of: file)
        source = Source(name: database ?? name, file: name, format: format, searched: searched)
        try take(items)
        var progress = progress
        progress.records = report.seen + step.seen + waiting.count - seenBefore
        onProgress(progress)
      }
    }
    // What was read before a file turned out to be broken is kept.
    try keepStep()
    try keepRelations()
    let rest = try result.get()
    report.problems += rest.problems
    report.rejected += rest.rejected
    report.seen += rest.rejected
    report.unheld.merge(rest.unheld, uniquingKeysWith: +)
    try delete(rest.deletedPMIDs)
  }

  /// Whether a text is a day in the calendar, as `2026-11-02`.
  public static func isDay(_ text: String) -> Bool { CSLDate.isDay(text) }

  private static func name(of file: String) -> String {
    file == "-" ? "standard input" : String(file.split(separator: "/").last ?? "")
  }

  /// One thread parses while another writes.
  private static let threads = 2

  /// Records that the library is given at a time: each time may be a way to a server and back.
  private static let batchSize = 500

  private mutating func take(_ items: [Item]) throws(IbidError) {
    guard !items.isEmpty else { return }
    _ = try openLibrary()
    waiting += items.map(withKey)
    if waiting.count >= Self.batchSize { try handOn() }
    if step.seen >= Self.stepSize { try keepStep() }
  }

  /// Gives the library the records that wait.
  private mutating func handOn() throws(IbidError) {
    guard let intake, !waiting.isEmpty else { return }
    var items = waiting
    waiting = []
    let said = items.indices.map { LibraryMarks(takenFrom: &items[$0]) }
    do throws(LibraryError) {
      let outcomes = try intake.add(items, from: source, ordinals: ordinal)
      for (outcome, item) in zip(outcomes, items) { step.count(outcome, of: item) }
      if said.contains(where: { $0 != nil }) { try add(said, outcomes, to: intake) }
      ordinal += Int64(items.count)
    } catch {
      step = ImportReport()
      throw IbidError(error)
    }
  }

  /// Adds what another library's people said of the records.
  private mutating func add(
    _ said: [LibraryMarks?], _ outcomes: [IntakeOutcome], to intake: any LibraryIntake
  ) throws(LibraryError) {
    var marks = marks
    var step = step
    try intake.take { changes in
      for (said, outcome) in zip(said, outcomes) {
        guard let said else { continue }
        let (isChanged, lines) = try marks.add(said, to: outcome.key, in: changes)
        step.clashes += lines
        guard isChanged, outcome.outcome == .unchanged else { continue }
        step.unchanged -= 1
        step.updated += 1
      }
    }
    (self.marks, self.step) = (marks, step)
  }

  /// Takes in another library, with its sources and with what its people say of its records.
  private mutating func readLibrary(
    _ file: String, onProgress: (ReadingProgress) -> Void
  ) throws(IbidError) {
    var other = try ImportedLibrary(file)
    guard !OutputFile.isSameFile(file, path) else {
      throw IbidError(.library, "\(file): is the library itself", path: file)
    }
    let intake = try openLibrary()
    let name = Self.name(of: file)
    var report = report
    let count = other.count
    var progress = ReadingProgress(recordCount: count)
    try other.forEachSource(named: name) { (source, items, ordinals) throws(IbidError) in
      do throws(LibraryError) {
        let outcomes = try intake.add(items, from: source, ordinals: ordinals)
        var step = ImportReport()
        for (outcome, item) in zip(outcomes, items) { step.count(outcome, of: item) }
        try intake.commit()
        report.add(step)
        progress.records = min(progress.records + items.count, count)
        onProgress(progress)
        return outcomes
      } catch {
        throw IbidError(error)
      }
    }
    var marks = marks
    try other.forEachWork { (works) throws(IbidError) in
      do throws(LibraryError) {
        try intake.take { changes in
          for (work, said, keys) in works { report.clashes += try marks.add(work, said, to: keys, in: changes) }
        }
        try intake.commit()
      } catch {
        throw IbidError(error)
      }
    }
    (self.marks, self.report) = (marks, report)
    try keepRelations()
  }

  /// The record with a key by the pattern where it brings none; whether a library record keeps its own is decided there.
  private func withKey(_ item: Item) -> Item {
    guard let keyPattern, item.id.isEmpty else { return item }
    var item = item
    item.id = keyPattern.key(for: item)
    return item
  }

  private mutating func keepStep() throws(IbidError) {
    try handOn()
    guard let intake, step.seen > 0 else { return }
    defer { step = ImportReport() }
    try IbidError.mapping { () throws(LibraryError) in try intake.commit() }
    report.add(step)
  }

  private mutating func keepRelations() throws(IbidError) {
    guard let intake else { return }
    let keys = Dictionary((report.takenKeys + report.otherKeys).map { ($0.old, $0.new) }) { _, last in last }
    do throws(LibraryError) { try marks.addRelations(keys, to: intake) } catch { throw IbidError(error) }
  }

  private mutating func delete(_ pmids: [String]) throws(IbidError) {
    let identifiers = pmids.compactMap { Identifier(.pmid, $0) }
    guard !identifiers.isEmpty else { return }
    let intake = try openLibrary()
    report.deleted += try IbidError.mapping { () throws(LibraryError) in
      let count = try intake.remove(identifiers)
      try intake.commit()
      return count
    }
  }

  private mutating func openLibrary() throws(IbidError) -> any LibraryIntake {
    if let intake { return intake }
    // First of all: a configuration that says something unknown leaves no library behind.
    // A library on a server is nowhere near a file; what counts is the folder in which one works.
    let isFile = LibraryEngine.kind(of: path) == .file
    keyPattern = try (isFile ? CheckConfiguration.nearest(to: path) : .ofWorkingFolder()).keyPattern
    let opened = try RecordLibrary(writing: path).library.intake("import " + files.joined(separator: " "))
    intake = opened
    return opened
  }
}
