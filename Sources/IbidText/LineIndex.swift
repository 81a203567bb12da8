package import IbidModel

/// Turns UTF-8 offsets of a file into places.
///
/// A line ends at LF, at CR LF, or at a CR alone.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  /// Scalars before every `stride`-th byte, so that a column far along a very long line costs no walk to it.
  private let scalarsBefore: [Int]
  /// Scalars that are two UTF-16 code units, likewise.
  private let pairsBefore: [Int]
  private static let stride = 1024
  /// 1 where a byte order mark stands before the first line: it is no column of it.
  private let mark: Int

  /// Reads through `bytes` once.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
    var starts = [0]
    var (scalars, pairs) = (0, 0)
    var scalarsBefore: [Int] = []
    var pairsBefore: [Int] = []
    scalarsBefore.reserveCapacity(bytes.count / Self.stride + 1)
    pairsBefore.reserveCapacity(bytes.count / Self.stride + 1)
    for first in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
      scalarsBefore.append(scalars)
      pairsBefore.append(pairs)
      let block = first..<min(first + Self.stride, bytes.count)
      for byte in bytes[block] {
        scalars += byte & 0xC0 != 0x80 ? 1 : 0
        pairs += byte >= 0xF0 ? 1 : 0
      }
      for offset in block where bytes[offset] == 0x0A || bytes[offset] == 0x0D {
        let isPartOfNext = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
        if !isPartOfNext { starts.append(offset + 1) }
      }
    }
    lineStarts = starts
    self.scalarsBefore = scalarsBefore
    self.pairsBefore = pairsBefore
  }

  /// Scalars that start before this offset.
  private func scalars(before offset: Int) -> Int {
    guard !scalarsBefore.isEmpty else { return 0 }
    let block = min(offset / Self.stride, scalarsBefore.count - 1)
    return scalarsBefore[block] + scalars(in: block * Self.stride..<offset)
  }

  /// Scalars of four bytes, which UTF-16 writes as two surrogates, that start before this offset.
  private func pairs(before offset: Int) -> Int {
    guard !pairsBefore.isEmpty else { return 0 }
    let block = min(offset / Self.stride, pairsBefore.count - 1)
    return pairsBefore[block] + bytes[block * Self.stride..<offset].count { $0 >= 0xF0 }
  }

  /// Scalars that start in this stretch of at most `stride` bytes and a few more, eight bytes at once.
  private func scalars(in range: Range<Int>) -> Int {
    bytes.withUnsafeBytes { bytes in
      var count = 0
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The highest bit of each byte that is 10xxxxxx.
        let inner = word & ~(word << 1) & 0x8080_8080_8080_8080
        count += 8 - Int(((inner >> 7) &* 0x0101_0101_0101_0101) >> 56)
        index += 8
      }
      while index < range.upperBound {
        if bytes[index] & 0xC0 != 0x80 { count += 1 }
        index += 1
      }
      return count
    }
  }

  /// The place of this UTF-8 offset, which is brought within the file.
  package func place(at offset: Int) -> Place {
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(at: offset)
    let column = 1 + scalars(before: offset) - scalars(before: lineStarts[line])
    return Place(line: line + 1, column: line == 0 ? max(1, column - mark) : column, offset: offset)
  }

  /// The 1-based column of this UTF-8 offset in UTF-16 code units, as editors count; the offset is brought within the
  /// file.
  package func utf16Column(of offset: Int) -> Int {
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(at: offset)
    let start = lineStarts[line]
    let column = 1 + scalars(before: offset) - scalars(before: start) + pairs(before: offset) - pairs(before: start)
    return line == 0 ? max(1, column - mark) : column
  }

  /// The 0-based index of the line that holds an offset.
  private func lineIndex(at offset: Int) -> Int { max(0, lineStarts.partitioningIndex { $0 > offset } - 1) }

  /// The stretch between two UTF-8 offsets.
  package func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(place(at: offsets.lowerBound), length: offsets.count)
  }

  /// How many Unicode scalars stand in this stretch.
  package func scalarCount(of range: SourceRange) -> Int {
    let offsets = range.offsets.clamped(to: 0..<bytes.count)
    return bytes[offsets].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The bytes of this 1-based line without its line break; empty past the last line.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let end = number < lineStarts.count ? lineStarts[number] : bytes.count
    var line = bytes[lineStarts[number - 1]..<end]
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    return line
  }
}
