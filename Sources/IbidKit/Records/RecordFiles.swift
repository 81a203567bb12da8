package import IbidFormats
package import IbidModel
import IbidText

/// Reads records from files, in whatever format they are.
package enum RecordFiles {
  /// All records of these files, each with a key that no other of them has.
  ///
  /// - Throws: `IbidError` where a file cannot be read at all.
  static func items(
    of paths: [String], onProgress: (String, ReadingProgress) -> Void = { _, _ in }
  ) throws(IbidError) -> (items: [Item], problems: [RecordProblem]) {
    var items: [Item] = []
    let problems = try read(paths, onProgress: onProgress) { (item) throws(IbidError) in items.append(item) }
    return (items, problems)
  }

  /// Gives the records of these files to `each`, one after another, each with a key that no other of them has: its own,
  /// or a new one by the pattern that the working folder's configuration sets. Of
  /// several versions of a PubMed record, which exports hold one behind the other, only the highest is given, and of
  /// equal records of one PMID only the first.
  ///
  /// - Parameters:
  ///   - formats: those that files can be of.
  ///   - onProgress: told now and then how far which file has been read.
  /// - Throws: `IbidError` where a file cannot be read at all; what `each` throws.
  package static func read(
    _ paths: [String], among formats: [RecordFormat] = RecordFormats.all,
    onProgress: (String, ReadingProgress) -> Void = { _, _ in },
    each: (Item) throws(IbidError) -> Void
  ) throws(IbidError) -> [RecordProblem] {
    let configuration = try CheckConfiguration.ofWorkingFolder()
    var problems: [RecordProblem] = []
    var keys = FreeKeys()
    var taken = GivenKeys()
    var known: Set<Int> = []
    var repeated = 0
    func give(_ item: Item) throws(IbidError) {
      guard item[.PMID] == nil || known.insert(item.hashValue).inserted else {
        repeated += 1
        return
      }
      var item = item
      let base = item.id.isEmpty ? configuration.newKey(for: item) : item.id
      item.id = keys.key(base) { taken.has($0) }
      taken.add(item.id)
      try each(item)
    }
    for path in paths {
      var last: Item?
      var count = 0
      let rest = try read(path, format: nil, among: formats) { (batch, progress, _) throws(IbidError) in
        count += batch.count
        onProgress(path, ReadingProgress(bytes: progress.bytes, size: progress.size, records: count))
        for item in batch {
          switch last.flatMap({ newerVersion(of: $0, item) }) {
          case let newer?: last = newer
          case nil:
            if let last { try give(last) }
            last = item
          }
        }
      }
      if let last { try give(last) }
      problems += rest.problems
      if repeated > 0 {
        let message = "\(repeated) records say the same as one before, under its PMID; each work is given once"
        problems.append(RecordProblem(outcome: .kept, path: path, line: 1, message: message))
        repeated = 0
      }
    }
    return problems
  }

  /// The newer one of two versions of one PubMed record; nil where they are two records.
  private static func newerVersion(of one: Item, _ other: Item) -> Item? {
    guard let pmid = one[.PMID], pmid == other[.PMID], let version = one.pubmed?.version,
      let otherVersion = other.pubmed?.version, version != otherVersion
    else { return nil }
    return version > otherVersion ? one : other
  }

  /// Records that are handed on in one step.
  private static let batchSize = 100

  /// Gives the records of one file to `each`, some hundred at a time.
  ///
  /// - Throws: `IbidError` where the file cannot be read or is of no known format; what `each` throws.
  static func read(
    _ path: String, format: ImportFormat?, among formats: [RecordFormat] = RecordFormats.all, threads: Int = 1,
    each: (_ items: [Item], _ progress: ReadingProgress, _ format: String) throws(IbidError) -> Void
  ) throws(IbidError) -> ReadingSummary {
    do {
      var input = try ByteInput.file(path)
      let start = input.peek(1 << 16)
      guard start.contains(where: { !$0.isASCIISpace }) else { throw InputError.empty(path: path) }
      let format = try format ?? ImportFormat(recognizing: start, path: path, among: formats)
      let progress = input.progress
      var batch: [Item] = []
      func handOn() throws {
        try each(batch, ReadingProgress(bytes: progress.bytes, size: progress.size), format.name)
        batch.removeAll(keepingCapacity: true)
      }
      let summary = try format.read(&input, ReadingOptions(threads: threads)) { item in
        batch.append(item)
        if batch.count == batchSize { try handOn() }
      }
      try handOn()
      return summary
    } catch {
      throw IbidError(error, path: path)
    }
  }
}
