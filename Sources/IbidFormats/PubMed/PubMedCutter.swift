import IbidModel
import IbidXML

/// Cuts an input into chunks at the ends of records.
struct PubMedCutter: ~Copyable {
  /// How much is read before a cut is looked for.
  private let blockSize: Int
  /// The longest record that is read; a longer one is rejected.
  static let longestRecord = 1 << 26

  private(set) var scanner = RecordScanner()
  /// Whether the file ends inside of a record or a tag.
  private(set) var isCutOff = false
  /// The first byte that is no blank.
  private(set) var firstByte: UInt8?
  private var memory: ByteBlock
  private var start = PubMedChunk.room
  private var end = PubMedChunk.room
  private var hasEnded = false
  private var isGivenAway = false

  init(blockSize: Int) {
    self.blockSize = blockSize
    memory = ByteBlock(capacity: blockSize + 2 * PubMedChunk.room)
  }

  deinit { memory.free() }

  /// The next chunk; nil at the end. Its memory is the caller's to free.
  mutating func next(from input: inout ByteInput) -> PubMedChunk? {
    while true {
      fill(from: &input)
      if let chunk = cut() { return chunk }
      if hasEnded { return nil }
      grow()
    }
  }

  private mutating func fill(from input: inout ByteInput) {
    let limit = memory.capacity - PubMedChunk.room
    while end < limit, !hasEnded {
      let count = input.read(into: UnsafeMutableRawBufferPointer(start: memory.bytes + end, count: limit - end))
      if count == 0 { hasEnded = true }
      end += count
      if firstByte == nil { firstByte = memory.slice(start..<end).first { !$0.isASCIISpace } }
    }
  }

  private mutating func grow() {
    let larger = ByteBlock(capacity: memory.capacity * 2)
    move(to: larger, from: start)
  }

  /// Goes on with what is left from `from` in other memory.
  private mutating func move(to other: ByteBlock, from: Int) {
    (other.bytes + PubMedChunk.room).update(from: memory.bytes + from, count: end - from)
    let old = memory
    memory = other
    end = PubMedChunk.room + end - from
    start = PubMedChunk.room
    if other.bytes != old.bytes, !isGivenAway { old.free() }
    isGivenAway = false
  }

  /// Gives the memory away with a chunk, and takes what is behind `from` along.
  private mutating func give(_ content: PubMedChunk.Content, lines: Int?, upTo from: Int) -> PubMedChunk {
    let chunk = PubMedChunk(memory: memory, content: content, lines: lines)
    isGivenAway = true
    move(
      to: ByteBlock(capacity: max(blockSize + 2 * PubMedChunk.room, end - from + 2 * PubMedChunk.room)), from: from
    )
    return chunk
  }

  private mutating func cut() -> PubMedChunk? {
    let bytes = UnsafeBufferPointer(start: memory.bytes, count: end)
    guard start < end else { return nil }
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
    _ bytes: UnsafeBufferPointer<UInt8>, _ first: Range<Int>, _ trouble: String?
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
  private static func batchEnd(in bytes: UnsafeBufferPointer<UInt8>, from first: Range<Int>) -> Int? {
    let name = TagName(in: bytes, at: first.lowerBound + 1)
    guard name.equals("PubmedArticle") || name.equals("MedlineCitation") else { return nil }
    var limit = bytes.count
    while limit > first.upperBound {
      guard let place = RecordScanner.lastIndex(of: UInt8(ascii: "<"), in: bytes, before: limit) else { return nil }
      limit = place
      guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "/") else { continue }
      let tag = TagName(in: bytes, at: place + 2)
      guard tag.equals(name),
        let close = RecordScanner.index(of: UInt8(ascii: ">"), in: bytes, from: place)
      else { continue }
      let end = close + 1
      return end > first.upperBound && isPlain(bytes, first.lowerBound..<end) ? end : nil
    }
    return nil
  }

  /// Whether there is neither `<!` nor `<?`, and no stretch without a tag that a long start tag could hide in.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    for mark in [UInt8(ascii: "!"), UInt8(ascii: "?")] {
      var place = range.lowerBound + 1
      while let found = RecordScanner.index(of: mark, in: bytes, from: place), found < range.upperBound {
        if base[found - 1] == UInt8(ascii: "<") { return false }
        place = found + 1
      }
    }
    var place = range.lowerBound
    while place + XMLParser.longestStartTag < range.upperBound {
      let end = place + XMLParser.longestStartTag
      guard let next = RecordScanner.lastIndex(of: UInt8(ascii: "<"), in: bytes, before: end, after: place + 1) else {
        return false
      }
      place = next
    }
    return true
  }
}
