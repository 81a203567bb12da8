import IbidKit
import IbidModel

/// The libraries and record files that documents are held against, each opened once.
struct RecordShelf {
  private struct KeptFiles {
    var stamps: [FileStamp?]
    var records: Records
  }

  private let options: SessionOptions
  private var libraries: [String: HeldLibrary] = [:]
  private var files: KeptFiles?
  private var indices: [String: (version: HeldLibrary.Version?, index: RecordIndex)] = [:]
  private var fileIndex: RecordIndex?

  /// Nothing is open yet.
  init(_ options: SessionOptions) { self.options = options }

  /// Where the library of a document is; nil where it has none, or records come from files.
  func location(for document: String) -> String? {
    options.files.isEmpty ? LibraryLocation.path(option: options.library, besides: document) : nil
  }

  /// The records that a document is held against, as they are now.
  ///
  /// - Throws: `IbidError` where the library or a file cannot be read.
  mutating func records(for document: String) throws(IbidError) -> Records {
    guard options.files.isEmpty else { return try recordsOfFiles() }
    guard let library = try library(for: document) else { return Records([]) }
    return Records(library)
  }

  /// Forgets what a document asked that was closed.
  func forget(_ document: String) {
    for library in libraries.values { library.forget(document) }
  }

  /// What a person may look for among the records of a document, as they are now.
  ///
  /// - Parameter pausing: called now and then while a library is read; what it throws ends that.
  /// - Throws: `IbidError` where the library cannot be read; what `pausing` throws.
  mutating func index(
    for document: String, pausing: () throws(IbidError) -> Void
  ) throws(IbidError) -> RecordIndex {
    guard options.files.isEmpty else {
      let items = try recordsOfFiles().inMemory ?? []
      let index = fileIndex ?? RecordIndex(items)
      fileIndex = index
      return index
    }
    guard let path = location(for: document), let library = try library(for: document) else { return RecordIndex([]) }
    let version = library.version
    if let known = indices[path], known.version == version, version != nil { return known.index }
    var builder = RecordIndex.Builder()
    // A connection of its own goes with its cache.
    try RecordLibrary(reading: path).forEachItem { (item) throws(IbidError) in
      if builder.count % 256 == 0 { try pausing() }
      builder.add(item)
    }
    let index = builder.index()
    indices[path] = (version, index)
    return index
  }

  /// Whether the index of a document's records is there and new.
  mutating func hasIndex(for document: String) -> Bool {
    guard options.files.isEmpty else { return fileIndex != nil }
    guard let path = location(for: document), let library = try? library(for: document) else { return true }
    return indices[path].map { $0.version == library.version } ?? false
  }

  /// The record of a key among a document's records.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  mutating func item(key: String, for document: String) throws(IbidError) -> Item? {
    guard options.files.isEmpty else { return try recordsOfFiles().inMemory?.first { $0.id == key } }
    return try library(for: document)?.library.item(key: key)
  }

  private mutating func library(for document: String) throws(IbidError) -> HeldLibrary? {
    guard let path = location(for: document) else { return nil }
    if let open = libraries[path] { return open }
    let library = try HeldLibrary(reading: path)
    libraries[path] = library
    return library
  }

  private mutating func recordsOfFiles() throws(IbidError) -> Records {
    let stamps = options.files.map { FileStamp($0) }
    if let files, files.stamps == stamps { return files.records }
    let records = try Records(files: options.files)
    files = KeptFiles(stamps: stamps, records: records)
    fileIndex = nil
    return records
  }
}
