package import IbidModel
import IbidScan
import IbidXML

/// Reads PubMed's XML, record by record and in the order of the file, in memory that does not grow with it.
///
/// Sets of articles and of books, Medline's old sets, single records, several files in one, other programs'
/// wrappers around them, with or without a document type, in any encoding that ``ByteInput`` reads. No entity,
/// document type, file or address that an input names is ever followed.
///
/// A record that is no well-formed XML is rejected, and those before and behind it are kept.
package struct PubMedReader {
  /// The file as it is named in problems.
  package var path: String
  /// How many bytes are read before records are cut off; a longer record takes as much as it needs.
  package var blockSize = 1 << 19

  /// How many threads parse; records come in the order of the file, on the caller's thread, whatever their number.
  package var threads = 1

  /// Whether what is plain is read by our own parser; else libxml2 reads all: for tests, which compare the two.
  package var isQuick = true

  /// A reader for a file of this name.
  package init(path: String) { self.path = path }

  /// Reads all records.
  ///
  /// - Parameters:
  ///   - input: the bytes; they are read to their end.
  ///   - each: gets each record. What it throws ends the reading.
  /// - Returns: counts, problems, and the PMIDs that PubMed has deleted.
  /// - Throws: ``InputError`` where the input is empty or no PubMed export; what `each` throws.
  package func read(
    from input: inout ByteInput, each: (PubMedRecord) throws -> Void
  ) throws -> PubMedSummary {
    var cutter = PubMedCutter(blockSize: blockSize)
    var parser = try PubMedChunkParser(path: path, isQuick: isQuick)
    var collector = PubMedCollector(path: path)
    if threads > 1 {
      try readOnThreads(&cutter, &input, &parser, &collector, each)
    } else {
      while let chunk = cutter.next(from: &input) {
        let batch = parser.parse(chunk)
        try collector.take(batch, each)
      }
    }
    collector.count(unknown: parser.unknownElements)
    return try collector.summary(
      scanner: cutter.scanner, isCutOff: cutter.isCutOff, breakOff: input.breakOff, stray: cutter.firstByte)
  }

  private func readOnThreads(
    _ cutter: inout PubMedCutter, _ input: inout ByteInput, _ parser: inout PubMedChunkParser,
    _ collector: inout PubMedCollector, _ each: (PubMedRecord) throws -> Void
  ) throws {
    var workers = PubMedWorkers(helpers: min(threads, 64) - 1, path: path, isQuick: isQuick)
    defer { for unknown in workers.finish() { collector.count(unknown: unknown) } }
    var given = 0
    var taken = 0
    var isAtEnd = false
    while true {
      while !isAtEnd, given - taken < 2 * threads {
        if let chunk = cutter.next(from: &input) {
          workers.add(chunk, number: given)
          given += 1
        } else {
          isAtEnd = true
        }
      }
      guard taken < given else { return }
      try collector.take(workers.batch(taken, helping: &parser), each)
      taken += 1
    }
  }

  /// Reads all records of bytes in memory: for tests and small files.
  package static func records(
    in bytes: [UInt8], path: String = "-"
  ) throws -> (records: [PubMedRecord], summary: PubMedSummary) {
    var input = try ByteInput.memory(bytes, path: path)
    var records: [PubMedRecord] = []
    let summary = try PubMedReader(path: path).read(from: &input) { records.append($0) }
    return (records, summary)
  }

  /// Reads all items of bytes in memory, with what was wrong.
  package static func items(
    in bytes: [UInt8], path: String = "-"
  ) throws -> (items: [Item], problems: [RecordProblem]) {
    let (records, summary) = try records(in: bytes, path: path)
    return (records.map(\.item), summary.problems)
  }

  /// Whether a file whose (inflated, decoded) text begins so is PubMed's: one of its elements comes first, or comes
  /// inside of a wrapper.
  package static func recognizes(_ prefix: [UInt8]) -> Bool {
    RecordScanner.recognizes(.pubMed, in: prefix.span)
  }
}
