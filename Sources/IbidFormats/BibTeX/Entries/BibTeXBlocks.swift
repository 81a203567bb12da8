import IbidModel

/// Takes an input apart into blocks, in memory for one of them.
struct BibTeXBlocks {
  private var bytes: [UInt8] = []
  private var index = 0
  private var isWhole = false
  /// 1-based line of `index`.
  private(set) var line = 1
  /// Whether anything stands between the blocks but remarks.
  private(set) var hasText = false
  /// Whether nothing but blanks stands between the line's start and `index`.
  private var startsLine = true

  /// Where one remark has lost its brace, the next ones are not looked through to the file's end.
  private var longestRemark = Int.max

  /// Bytes that are read at once, at least.
  private static let step = 1 << 16

  /// The next block, the line of its `@`, and the strings that it names and nobody knows; nil at the end.
  mutating func next(
    from input: inout ByteInput, strings: [String: [UInt8]]
  ) -> (block: BibTeXBlock, line: Int, faultLines: [Int], unknownStrings: [(name: String, line: Int)])? {
    while findSign(from: &input) {
      while true {
        var parser = BibTeXBlockParser(
          bytes: bytes, isWhole: isWhole, strings: strings, longestRemark: longestRemark, index: index)
        do throws(BibTeXNeedsMore) {
          let block = try parser.block(at: line)
          guard let block else {
            index += 1
            startsLine = false
            hasText = true
            break
          }
          if parser.hasOpenRemark { longestRemark = 1 << 10 }
          let start = line
          let places = block.faults.map(\.place) + parser.unknownStrings.map(\.place)
          let lines = self.lines(of: places)
          let unknown = zip(parser.unknownStrings, lines.dropFirst(block.faults.count)).map { ($0.name, $1) }
          advance(to: block.end)
          return (block, start, Array(lines.prefix(block.faults.count)), unknown)
        } catch {
          parser = BibTeXBlockParser(bytes: [], isWhole: true, strings: [:], index: 0)
          fill(from: &input)
        }
      }
    }
    return nil
  }

  /// Goes to the next `@` that stands in no line of remarks; false where there is none.
  private mutating func findSign(from input: inout ByteInput) -> Bool {
    var isRemark = false
    while true {
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "@") where !isRemark: return true
        case 0x0A, 0x0D:
          if endsLine(index) { line += 1 }
          startsLine = true
          isRemark = false
        case UInt8(ascii: "%") where startsLine: isRemark = true
        case 0x20, 0x09: break
        default:
          startsLine = false
          hasText = true
        }
        index += 1
      }
      if isWhole { return false }
      fill(from: &input)
    }
  }

  /// A carriage return before a line feed ends no line of its own.
  private func endsLine(_ place: Int) -> Bool {
    bytes[place] == 0x0A || !(place + 1 < bytes.count && bytes[place + 1] == 0x0A)
  }

  private mutating func advance(to end: Int) {
    for place in index..<end where bytes[place] <= 0x0D && (bytes[place] == 0x0A || bytes[place] == 0x0D) {
      if endsLine(place) { line += 1 }
    }
    index = end
    startsLine = false
  }

  /// The lines of places in the block at `index`.
  private func lines(of places: [Int]) -> [Int] {
    guard !places.isEmpty else { return [] }
    var lines = [Int](repeating: line, count: places.count)
    var place = index
    var current = line
    for number in places.indices.sorted(by: { places[$0] < places[$1] }) {
      while place < min(places[number], bytes.count) {
        if bytes[place] == 0x0A || bytes[place] == 0x0D, endsLine(place) { current += 1 }
        place += 1
      }
      lines[number] = current
    }
    return lines
  }

  private mutating func fill(from input: inout ByteInput) {
    bytes.removeFirst(index)
    index = 0
    let before = bytes.count
    bytes += [UInt8](repeating: 0, count: max(Self.step, before))
    let count = bytes.withUnsafeMutableBytes {
      input.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[before...]))
    }
    bytes.removeLast(bytes.count - before - count)
    if count == 0 { isWhole = true }
  }
}
