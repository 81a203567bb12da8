import IbidFormats
import IbidModel
import IbidText

/// Reads records from files, in whatever format they are.
enum RecordFiles {
  /// All records of these files, each with a key that no other of them has.
  ///
  /// - Throws: `IbidError` where a file cannot be read at all.
  static func items(of paths: [String]) throws(IbidError) -> (items: [Item], problems: [RecordProblem]) {
    var items: [Item] = []
    var problems: [RecordProblem] = []
    var taken = Set<String>()
    for path in paths {
      let read = try self.read(path, format: nil) { (batch: [Item]) throws(IbidError) in items += batch }
      problems += read.problems
    }
    for index in items.indices {
      let base = items[index].id.isEmpty ? CitationKey.base(for: items[index]) : items[index].id
      items[index].id = CitationKey.free(base) { taken.contains($0) }
      taken.insert(items[index].id)
    }
    return (items, problems)
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
    _ path: String, format: RecordFormat?, each: ([Item]) throws(IbidError) -> Void
  ) throws(IbidError) -> Rest {
    let bytes = try InputFile(path: path).bytes()
    guard let format = format ?? RecordFormat(recognizing: bytes) else {
      throw IbidError("\(path): is of no format that records can be read from (\(RecordFormat.list))")
    }
    switch format {
    case .pubmed: throw IbidError("pubmed")
    case .cslJSON:
      let reader = CSLJSONReader(bytes, path: path)
      try each(reader.items)
      return Rest(problems: reader.problems, rejected: reader.problems.count { $0.outcome == .rejected })
    }
  }
}
