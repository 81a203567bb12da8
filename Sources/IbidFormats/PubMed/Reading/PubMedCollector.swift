import IbidModel
import IbidScan

/// Puts batches together in the order of the file: lines, counts, problems.
struct PubMedCollector {
  private let path: String
  private var summary = PubMedSummary()
  private var line = 0
  private var unknown: [String: Int] = [:]

  init(path: String) { self.path = path }

  mutating func take(_ batch: PubMedBatch, _ each: (PubMedRecord) throws -> Void) throws {
    summary.seen += batch.seen
    summary.rejected += batch.rejected
    summary.deleted += batch.deleted
    for var problem in batch.problems {
      problem.line += line
      summary.problems.append(problem)
    }
    for var record in batch.records {
      record.line += line
      try each(record)
    }
    line += batch.lines
  }

  mutating func count(unknown elements: [(name: String, count: Int)]) {
    for (name, count) in elements { unknown[name, default: 0] += count }
  }

  /// The whole, once all batches are taken.
  ///
  /// - Throws: ``InputError`` where nothing of PubMed's was found.
  func summary(
    scanner: RecordScanner, isCutOff: Bool, breakOff: String?, stray: UInt8?
  ) throws(InputError) -> PubMedSummary {
    if summary.seen == 0, summary.deleted.isEmpty, !scanner.hasSets {
      if let breakOff { throw .unreadable(path: path, reason: breakOff) }
      guard let stray else { throw .empty(path: path) }
      guard let root = scanner.rootName, stray == UInt8(ascii: "<") else {
        throw .wrongFormat(path: path, found: "is no PubMed export: it is no XML")
      }
      throw .wrongFormat(path: path, found: "is XML, but no PubMed export: its root element is <\(root.prefix(60))>")
    }
    var summary = summary
    summary.unknownElements = unknown.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let ending = breakOff ?? (isCutOff || scanner.openSets > 0 ? "the file is cut off before its end" : nil)
    if let ending {
      summary.problems.append(
        RecordProblem(outcome: .brokenOff, path: path, line: line + 1, message: ending + "; all whole records are kept")
      )
    }
    if scanner.hasStrayText {
      summary.problems.append(
        RecordProblem(outcome: .kept, path: path, line: 1, message: "text between records is passed over"))
    }
    return summary
  }
}
