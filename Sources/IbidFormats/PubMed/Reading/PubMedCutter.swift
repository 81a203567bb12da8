import IbidModel
import IbidScan
import IbidXML

/// Cuts an input into chunks at the ends of records.
struct PubMedCutter: ~Copyable {
  /// How much is read before a cut is looked for.
  private let blockSize: Int
  /// The longest record that is read; a longer one is rejected.
  static let longestRecord = 1 << 26

  private(set) var scanner = RecordScanner(.pubMed)
  /// Whether the file ends inside of a record or a tag.
  private(set) var isCutOff = false
  /// The first byte that is no blank.
  private(set) var firstByte: UInt8?
  private var memory: ByteBlock
  private var start = PubMedChunk.room
  private var end = PubMedChunk.room
  private var hasEnded = false

  init(blockSize: Int) {
    self.blockSize = blockSize
    memory = ByteBlock(capacity: blockSize + 2 * PubMedChunk.room)
  }

  /// The next chunk; nil at the end.
  mutating func next(from input: inout ByteInput) -> PubMedChunk? {
    while true {
      fill(from: &input)
      if let chunk = cut() { return chunk }
      if hasEnded { return nil }
      grow()
    }
  }

  private mutating func fill(from input: inout ByteInput) {
    let memory = memory
    let limit = memory.capacity - PubMedChunk.room
    while end < limit, !hasEnded {
      let count = memory.fill(end..<limit) { input.read(into: $0) }
      if count == 0 { hasEnded = true }
      end += count
      if firstByte == nil {
        let bytes = memory.slice(start..<end)
        firstByte = bytes.firstOffset { !$0.isASCIISpace }.map { bytes[$0] }
      }
    }
  }

  private mutating func grow() {
    let larger = ByteBlock(capacity: memory.capacity * 2)
    move(to: larger, from: start)
  }

  /// Goes on with what is left from `from` in other memory.
  private mutating func move(to other: ByteBlock, from: Int) {
    other.copy(from..<end, of: memory, to: PubMedChunk.room)
    memory = other
    end = PubMedChunk.room + end - from
    start = PubMedChunk.room
  }

  /// Gives the memory away with a chunk, and takes what is behind `from` along.
  private mutating func give(_ content: PubMedChunk.Content, lines: Int?, upTo from: Int) -> PubMedChunk {
    let chunk = PubMedChunk(memory: memory, content: content, lines: lines)
    move(
      to: ByteBlock(capacity: max(blockSize + 2 * PubMedChunk.room, end - from + 2 * PubMedChunk.room)), from: from
    )
    return chunk
  }

  private mutating func cut() -> PubMedChunk? {
    guard start < end else { return nil }
    let memory = memory
    let bytes = memory.slice(0..<end)
    // What is passed over counts once: a scan that needs more bytes is done again with them.
    var trial = scanner
    switch trial.next(in: bytes, from: start) {
    case .unfinished(let from, let isRecord):
      return unfinished(from: from, isRecord: isRecord, trial)
    case .record(let first, let trouble):
      scanner = trial
      if trouble == nil, let last = Self.batchEnd(in: bytes, from: first) {
        let before = memory.lines(start..<first.lowerBound)
        return give(.batch(first.lowerBound..<last, linesBefore: before), lines: nil, upTo: last)
      }
      return segments(bytes, first, trouble)
    }
  }

  /// All records that are whole, one by one.
  private mutating func segments(
    _ bytes: Span<UInt8>, _ first: Range<Int>, _ trouble: String?
  ) -> PubMedChunk {
    var segments: [PubMedChunk.Segment] = []
    var counted = start
    var lines = 0
    var found = RecordScanner.Found.record(first, trouble: trouble)
    while case .record(let range, let trouble) = found {
      lines += memory.lines(counted..<range.lowerBound)
      counted = range.lowerBound
      segments.append(PubMedChunk.Segment(range: range, linesBefore: lines, trouble: trouble))
      var trial = scanner
      found = trial.next(in: bytes, from: range.upperBound)
      if case .record = found { scanner = trial }
    }
    let last = segments.last?.range.upperBound ?? end
    lines += memory.lines(counted..<last)
    return give(.segments(segments), lines: lines, upTo: last)
  }

  /// Nothing whole is in memory: more is needed, or the file is at its end, or a construct is too long.
  private mutating func unfinished(from: Int, isRecord: Bool, _ trial: RecordScanner) -> PubMedChunk? {
    let isTooLong = end - from > Self.longestRecord
    if !hasEnded, !isTooLong {
      guard from - start > memory.capacity / 2 else { return nil }
      // Nothing but what is passed over: only its line breaks count.
      scanner = trial
      return give(.segments([]), lines: memory.lines(start..<from), upTo: from)
    }
    scanner = trial
    let lines = memory.lines(start..<from)
    guard isRecord else {
      isCutOff = isCutOff || from < end
      hasEnded = true
      start = end
      return nil
    }
    if hasEnded { isCutOff = true }
    let trouble = hasEnded ? "the file ends inside the record" : "the record is longer than 64 MiB"
    let segment = PubMedChunk.Segment(range: from..<end, linesBefore: lines, trouble: trouble)
    return give(.segments([segment]), lines: lines + memory.lines(from..<end), upTo: end)
  }

  /// The end of the last record in `bytes`, if everything up to there can be one document: records and blanks only,
  /// as far as tags tell, with no start tag that is too long; nil otherwise.
  private static func batchEnd(in bytes: Span<UInt8>, from first: Range<Int>) -> Int? {
    let name = bytes.extracting(bytes.tagName(at: first.lowerBound + 1))
    guard name.equals("PubmedArticle") || name.equals("MedlineCitation") else { return nil }
    var limit = bytes.count
    while limit > first.upperBound {
      guard let place = bytes.lastOffset(of: UInt8(ascii: "<"), before: limit) else { return nil }
      limit = place
      guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "/") else { continue }
      guard bytes.extracting(bytes.tagName(at: place + 2)).equals(name),
        let close = bytes.offset(of: UInt8(ascii: ">"), from: place)
      else { continue }
      let end = close + 1
      return end > first.upperBound && isPlain(bytes, first.lowerBound..<end) ? end : nil
    }
    return nil
  }

  /// Whether there is neither `<!` nor `<?`, and no stretch without a tag that a long start tag could hide in.
  private static func isPlain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for mark in [UInt8(ascii: "!"), UInt8(ascii: "?")] {
      var place = range.lowerBound + 1
      while let found = bytes.offset(of: mark, from: place), found < range.upperBound {
        if bytes[found - 1] == UInt8(ascii: "<") { return false }
        place = found + 1
      }
    }
    var place = range.lowerBound
    while place + XMLParser.longestStartTag < range.upperBound {
      let end = place + XMLParser.longestStartTag
      guard let next = bytes.lastOffset(of: UInt8(ascii: "<"), before: end, after: place + 1) else {
        return false
      }
      place = next
    }
    return true
  }
}
