import IbidModel
import IbidScan
import IbidXML

/// Parses chunks, one after another; one for each thread.
struct PubMedChunkParser: ~Copyable {
  private let parser: XMLReader
  private var events: PubMedEvents
  /// Whether ``PlainParser`` reads what it can; else libxml2 reads all.
  private let isQuick: Bool
  private let path: String

  init(path: String, isQuick: Bool = true) throws(XMLFailure) {
    self.path = path
    self.isQuick = isQuick
    parser = try XMLReader()
    events = PubMedEvents(PubMedState(.shared, path: path))
  }

  /// Elements that the table does not know, so far.
  var unknownElements: [(name: String, count: Int)] {
    events.plain.handler.unknown.all.map { (events.plain.names.text(of: $0.name), $0.count) }
  }

  private var state: PubMedState {
    _read { yield events.plain.handler }
    _modify { yield &events.plain.handler }
  }

  /// Reads a chunk's records. A record that is no XML costs that record.
  mutating func parse(_ chunk: PubMedChunk) -> PubMedBatch {
    var lines = chunk.lines ?? 0
    switch chunk.content {
    case .batch(let range, let linesBefore):
      lines = parseBatch(range, linesBefore: linesBefore, in: chunk.memory)
    case .segments(let segments):
      for segment in segments { parse(segment, in: chunk.memory) }
    }
    var batch = PubMedBatch()
    swap(&batch, &state.batch)
    batch.lines = lines
    return batch
  }

  /// Reads records that follow one another, with nothing odd between. Returns the chunk's lines.
  private mutating func parseBatch(_ range: Range<Int>, linesBefore: Int, in memory: ByteBlock) -> Int {
    // Checked once here, no String made of it needs to be checked again.
    let isQuick = isQuick && UTF8Check.isText(memory.slice(range))
    var place = range.lowerBound
    var lines = linesBefore
    var scanner = RecordScanner(.pubMed)
    while place < range.upperBound {
      if isQuick {
        state.line = lines + 1
        state.begin()
        if let all = events.plain.parse(place..<range.upperBound, of: memory) {
          return lines + all
        }
        lines += memory.lines(place..<place + state.lastEnd)
        place += state.lastEnd
      }
      guard case .record(let record, let trouble) = scanner.next(in: memory.slice(0..<range.upperBound), from: place)
      else { break }
      lines += memory.lines(place..<record.lowerBound)
      parseSlowly(PubMedChunk.Segment(range: record, linesBefore: lines, trouble: trouble), in: memory)
      lines += memory.lines(record)
      place = record.upperBound
    }
    return lines + memory.lines(place..<range.upperBound)
  }

  /// Reads a record for itself.
  private mutating func parse(_ segment: PubMedChunk.Segment, in memory: ByteBlock) {
    let range = segment.range
    guard isQuick, segment.trouble == nil, range.upperBound + PlainBytes.room <= memory.capacity,
      UTF8Check.isText(memory.slice(range))
    else { return parseSlowly(segment, in: memory) }
    state.line = segment.linesBefore + 1
    state.begin()
    let before = state.batch.counts
    if events.plain.parse(range, of: memory) == nil {
      state.batch.forget(since: before)
      parseSlowly(segment, in: memory)
    }
  }

  /// Reads a record with libxml2.
  private mutating func parseSlowly(_ segment: PubMedChunk.Segment, in memory: ByteBlock) {
    if let trouble = segment.trouble { return reject(segment, trouble, in: memory, line: segment.linesBefore + 1) }
    if let error = UTF8Check.firstError(in: memory.slice(segment.range)) {
      let start = segment.range.lowerBound
      let line = segment.linesBefore + memory.lines(start..<start + error) + 1
      return reject(segment, "the text is not UTF-8", in: memory, line: line)
    }
    state.line = segment.linesBefore + 1
    let before = state.batch.counts
    state.begin()
    let failure = parser.parse(memory.slice(segment.range), &events)
    if let failure {
      // A record that ended well is whole, whatever stands behind it.
      guard state.batch.counts == before else { return }
      reject(segment, failure.message, in: memory, line: segment.linesBefore + max(1, failure.line))
    } else if state.isUnterminated {
      reject(segment, "another record begins inside the record", in: memory, line: segment.linesBefore + 1)
    }
  }

  private mutating func reject(_ segment: PubMedChunk.Segment, _ message: String, in memory: ByteBlock, line: Int) {
    state.batch.seen += 1
    state.batch.rejected += 1
    state.batch.problems.append(
      RecordProblem(
        outcome: .rejected, path: path, line: line,
        record: RecordScanner.number(in: "PMID", of: memory.slice(segment.range)), message: message))
  }
}
