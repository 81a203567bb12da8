import IbidModel
import IbidXML

/// What came out of a chunk. Lines count from the chunk's first.
struct PubMedBatch: Sendable {
  var records: [PubMedRecord] = []
  var deleted: [String] = []
  var problems: [RecordProblem] = []
  var seen = 0
  var rejected = 0
  /// Line breaks of the chunk.
  var lines = 0
}

/// Parses chunks, one after another; one for each thread.
struct PubMedChunkParser: ~Copyable {
  private let parser: XMLParser
  private var plain: PlainParser
  /// Whether ``PlainParser`` reads what it can; else libxml2 reads all.
  private let isQuick: Bool
  private let state: UnsafeMutablePointer<PubMedState>
  private let sink: UnsafeMutablePointer<PubMedSink>

  init(path: String, isQuick: Bool = true) throws(XMLFailure) {
    self.isQuick = isQuick
    let schema = PubMedSchema.shared
    state = .allocate(capacity: 1)
    sink = .allocate(capacity: 1)
    sink.initialize(to: PubMedSink(path: path))
    parser = try XMLParser(PubMedState.callbacks, state: state)
    plain = PlainParser(state: state)
    state.initialize(
      to: PubMedState(
        names: NameTable(schema, parser: parser), position: parser.position, tables: .shared, sink: sink))
  }

  deinit {
    plain.free()
    state.pointee.free()
    state.deallocate()
    sink.pointee.free()
    sink.deinitialize(count: 1)
    sink.deallocate()
  }

  /// Elements that the table does not know, so far.
  var unknownElements: [(name: String, count: Int)] { state.pointee.unknown.all }

  /// Reads a chunk's records. A record that is no XML costs that record.
  mutating func parse(_ chunk: PubMedChunk) -> PubMedBatch {
    var lines = chunk.lines ?? 0
    switch chunk.content {
    case .batch(let range, let linesBefore):
      lines = parseBatch(range, linesBefore: linesBefore, in: chunk.memory)
    case .segments(let segments):
      for segment in segments { parse(segment, in: chunk.memory) }
    }
    let done = sink.pointee
    sink.pointee.records = []
    sink.pointee.deleted = []
    sink.pointee.problems = []
    sink.pointee.seen = 0
    sink.pointee.rejected = 0
    return PubMedBatch(
      records: done.records, deleted: done.deleted, problems: done.problems, seen: done.seen,
      rejected: done.rejected, lines: lines)
  }

  /// Reads records that follow one another, with nothing odd between. Returns the chunk's lines.
  private mutating func parseBatch(_ range: Range<Int>, linesBefore: Int, in memory: ByteBlock) -> Int {
    // Checked once here, no String made of it needs to be checked again.
    let isQuick = isQuick && UTF8Check.isText(memory.slice(range))
    var place = range.lowerBound
    var lines = linesBefore
    var scanner = RecordScanner()
    let bytes = memory.slice(0..<range.upperBound)
    while place < range.upperBound {
      if isQuick {
        sink.pointee.line = lines + 1
        state.pointee.begin()
        if let all = plain.parse(from: memory.bytes + place, to: memory.bytes + range.upperBound, parser) {
          return lines + all
        }
        lines += memory.lines(place..<place + state.pointee.lastEnd)
        place += state.pointee.lastEnd
      }
      guard case .record(let record, let trouble) = scanner.next(in: bytes, from: place) else { break }
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
    guard isQuick, segment.trouble == nil, range.upperBound + PlainParser.room <= memory.capacity,
      UTF8Check.isText(memory.slice(range))
    else { return parseSlowly(segment, in: memory) }
    sink.pointee.line = segment.linesBefore + 1
    state.pointee.begin()
    let before = sink.pointee.counts
    if plain.parse(from: memory.bytes + range.lowerBound, to: memory.bytes + range.upperBound, parser) == nil {
      sink.pointee.forget(since: before)
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
    sink.pointee.line = segment.linesBefore + 1
    let before = sink.pointee.counts
    state.pointee.begin()
    let failure = parser.parse(UnsafeRawBufferPointer(memory.slice(segment.range)))
    if let failure {
      // A record that ended well is whole, whatever stands behind it.
      guard sink.pointee.counts == before else { return }
      reject(segment, failure.message, in: memory, line: segment.linesBefore + max(1, failure.line))
    } else if state.pointee.isTorn {
      reject(segment, "another record begins inside the record", in: memory, line: segment.linesBefore + 1)
    }
  }

  private mutating func reject(_ segment: PubMedChunk.Segment, _ message: String, in memory: ByteBlock, line: Int) {
    sink.pointee.seen += 1
    sink.pointee.rejected += 1
    sink.pointee.problems.append(
      RecordProblem(
        outcome: .rejected, path: sink.pointee.path, line: line,
        record: RecordScanner.pmid(in: memory.slice(segment.range)), message: message))
  }
}
