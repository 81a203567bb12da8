import IbidFormats
import IbidModel
import IbidNotes
import IbidText

/// Reads records from files, in whatever format they are.
enum RecordFiles {
  /// All records of these files, each with a key that no other of them has.
  ///
  /// - Throws: `IbidError` where a file cannot be read at all.
  static func items(of paths: [String]) throws(IbidError) -> (items: [Item], problems: [RecordProblem]) {
    var items: [Item] = []
    let problems = try read(paths) { (item) throws(IbidError) in items.append(item) }
    return (items, problems)
  }

  /// Gives the records of these files to `each`, one after another, each with a key that no other of them has. Of
  /// several versions of a PubMed record, which exports hold one behind the other, only the highest is given.
  ///
  /// - Parameter onProgress: told now and then how far which file has been read.
  /// - Throws: `IbidError` where a file cannot be read at all; what `each` throws.
  static func read(
    _ paths: [String], onProgress: (String, ReadingProgress) -> Void = { _, _ in },
    each: (Item) throws(IbidError) -> Void
  ) throws(IbidError) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    var keys = FreeKeys()
    var taken = GivenKeys()
    func give(_ item: Item) throws(IbidError) {
      var item = item
      let base = item.id.isEmpty ? CitationKey.base(for: item) : item.id
      item.id = keys.key(base) { taken.has($0) }
      taken.add(item.id)
      try each(item)
    }
    for path in paths {
      var last: Item?
      var count = 0
      let rest = try read(path, format: nil) { (batch, progress) throws(IbidError) in
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

  /// What was read of a file beside its records.
  struct Rest {
    var problems: [RecordProblem] = []
    var rejected = 0
    var deletedPMIDs: [String] = []
    var unheld: [String: Int] = [:]
  }

  /// Gives the records of one file to `each`, some hundred at a time.
  ///
  /// - Throws: `IbidError` where the file cannot be read or is of no known format; what `each` throws.
  static func read(
    _ path: String, format: RecordFormat?, threads: Int = 1,
    each: ([Item], ReadingProgress) throws(IbidError) -> Void
  ) throws(IbidError) -> Rest {
    var input = try open(path)
    let start = input.peek(1 << 16)
    guard start.contains(where: { !$0.isASCIISpace }) else { throw IbidError(InputError.empty(path: path).description) }
    guard let format = format ?? RecordFormat(recognizing: start) else {
      throw IbidError("\(path): is of no format that records can be read from (\(RecordFormat.list))")
    }
    let progress = input.progress
    let each: ([Item]) throws(IbidError) -> Void = { (items) throws(IbidError) in
      try each(items, ReadingProgress(bytes: progress.bytes, size: progress.size))
    }
    switch format {
    case .pubmed, .nbib: return try readPubMed(&input, format, threads: threads, each: each)
    case .cslJSON:
      let reader = CSLJSONReader(input.readAll(), path: path)
      try inBatches(reader.items, each)
      return Rest(problems: reader.problems, rejected: reader.problems.count { $0.outcome == .rejected })
    case .references:
      let (items, rest) = readReferences(input.readAll(), path: path)
      try inBatches(items, each)
      return rest
    }
  }

  private static func inBatches(
    _ items: [Item], _ each: ([Item]) throws(IbidError) -> Void
  ) throws(IbidError) {
    for start in stride(from: 0, to: items.count, by: batchSize) {
      try each(Array(items[start..<min(start + batchSize, items.count)]))
    }
  }

  /// Records that are handed on in one step.
  private static let batchSize = 100

  private static func readPubMed(
    _ input: inout ByteInput, _ format: RecordFormat, threads: Int, each: ([Item]) throws(IbidError) -> Void
  ) throws(IbidError) -> Rest {
    var batch: [Item] = []
    func keep(_ record: PubMedRecord) throws {
      batch.append(record.item)
      guard batch.count == batchSize else { return }
      try each(batch)
      batch.removeAll(keepingCapacity: true)
    }
    do {
      let path = input.path
      var reader = PubMedReader(path: path)
      reader.threads = threads
      let summary =
        format == .nbib
        ? try NBIBReader(path: path).read(from: &input, each: keep) : try reader.read(from: &input, each: keep)
      try each(batch)
      return Rest(
        problems: summary.problems, rejected: summary.rejected, deletedPMIDs: summary.deleted,
        unheld: Dictionary(summary.unknownElements.map { ($0.name, $0.count) }, uniquingKeysWith: +))
    } catch let error as IbidError {
      throw error
    } catch {
      throw IbidError("\(error)")
    }
  }

  /// References as people write them; an entry in which none can be read is rejected with its line.
  private static func readReferences(_ bytes: [UInt8], path: String) -> (items: [Item], rest: Rest) {
    let lines = LineIndex(bytes)
    var items: [Item] = []
    var rest = Rest()
    var style = ListStyle()
    for entry in ReferenceList.entries(in: bytes) {
      let parsed = ReferenceParser.parse(ReferenceText(bytes, in: entry), in: &style)
      if parsed.item[.title] != nil || !parsed.item.identifiers.isEmpty {
        items.append(parsed.item)
      } else {
        rest.rejected += 1
        rest.problems.append(
          RecordProblem(
            outcome: .rejected, path: path, line: lines.place(at: entry.lowerBound).line,
            message: "no reference could be read: neither a title nor an identifier was found"))
      }
    }
    return (items, rest)
  }

  private static func open(_ path: String) throws(IbidError) -> ByteInput {
    do { return try ByteInput.file(path) } catch { throw IbidError(error.description) }
  }
}
