import IbidModel
import IbidScan

/// Reads nbib, PubMed's other export: the MEDLINE format, a tag and a value a line.
///
/// Each record is written anew as PubMed's XML and read as such, so that both exports of a work give one item, as
/// far as nbib says as much: it has no markup, no references and hardly any attributes.
///
/// Source: NLM, «MEDLINE/PubMed Data Element (Field) Descriptions».
package struct NBIBReader {
  /// The file as it is named in problems.
  package var path: String

  /// A reader for a file of this name.
  package init(path: String) { self.path = path }

  /// Reads all records.
  ///
  /// - Returns: counts and problems; tags that nothing is known of stand among the unknown elements.
  /// - Throws: ``InputError`` where the input is empty or holds no record; what `each` throws.
  package func read(from input: inout ByteInput, each: (PubMedRecord) throws -> Void) throws -> PubMedSummary {
    var summary = PubMedSummary()
    var parser = try PubMedChunkParser(path: path)
    var unknown: [String: Int] = [:]
    var lines = NBIBLines()
    while let record = lines.nextRecord(from: &input) {
      guard record.fields.contains(where: { ["PMID", "TI", "BTI"].contains($0.tag) && !$0.value.isEmpty }) else {
        summary.seen += 1
        summary.rejected += 1
        summary.problems.append(
          RecordProblem(
            outcome: .rejected, path: path, line: record.line, message: "the record has neither PMID nor title"))
        continue
      }
      var elements = NBIBElements()
      elements.write(record)
      for tag in elements.unknownTags { unknown[tag, default: 0] += 1 }
      let batch = parser.parse(Self.chunk(elements.bytes))
      summary.seen += batch.seen
      summary.rejected += batch.rejected
      for var problem in batch.problems {
        problem.line = record.line
        summary.problems.append(problem)
      }
      for var item in batch.records {
        item.line = record.line
        NBIBWriter.keep(record.fields, in: &item.item)
        try each(item)
      }
    }
    if summary.seen == 0 {
      throw lines.line > 0
        ? InputError.wrongFormat(path: path, found: "is no nbib file: no line begins with `PMID-`")
        : InputError.empty(path: path)
    }
    if lines.hasWindows1252 { summary.problems.append(RecordText.note(path: path)) }
    let stray = lines.strayLines
    if stray.count > 0 {
      let lines = stray.count == 1 ? "1 line stands" : "\(stray.count) lines stand"
      summary.problems.append(
        RecordProblem(
          outcome: .kept, path: path, line: stray.line,
          message: "\(lines) in no record and left out: “\(stray.text)”"))
    }
    if let breakOff = input.breakOff {
      summary.problems.append(RecordProblem(outcome: .brokenOff, path: path, line: lines.line, message: breakOff))
    }
    summary.unknownElements = unknown.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return summary
  }

  /// Reads all records of bytes in memory: for tests and small files.
  package static func records(
    in bytes: [UInt8], path: String = "-"
  ) throws -> (records: [PubMedRecord], summary: PubMedSummary) {
    var input = try ByteInput.memory(bytes, path: path)
    var records: [PubMedRecord] = []
    let summary = try NBIBReader(path: path).read(from: &input) { records.append($0) }
    return (records, summary)
  }

  /// Whether a file whose text begins so is nbib: a line `PMID- ` and digits, or with a tag of three letters that a
  /// book or a record without a PMID has, is among its first. RIS, whose lines look alike, has tags of two.
  package static func recognizes(_ prefix: [UInt8]) -> Bool {
    prefix.prefix(4_096).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(40).contains { line in
      line.starts(with: "PMID- ".utf8) && line.count > 6 && line[line.startIndex + 6].isASCIIDigit
        || Self.tellingTags.contains { line.starts(with: $0.utf8) }
    }
  }

  private static let tellingTags = ["BTI - ", "FAU - ", "LID - ", "AID - "]

  /// A record as a chunk.
  private static func chunk(_ bytes: [UInt8]) -> PubMedChunk {
    let memory = ByteBlock(bytes, room: PubMedChunk.room)
    let segment = PubMedChunk.Segment(range: 0..<bytes.count, linesBefore: 0)
    return PubMedChunk(memory: memory, content: .segments([segment]), lines: 0)
  }
}
