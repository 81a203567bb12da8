package import IbidModel

/// Turns UTF-8 offsets of a file into places.
///
/// A line ends at LF, at CR LF, or at a CR alone.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  /// Scalars before every `stride`-th byte, so that a column far along a very long line costs no walk to it.
  private let scalarsBefore: [Int]
  private static let stride = 1024

  /// Reads through `bytes` once.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var scalars = 0
    var before: [Int] = []
    before.reserveCapacity(bytes.count / Self.stride + 1)
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { before.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      let endsLine =
        byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A))
      if endsLine { starts.append(offset + 1) }
    }
    lineStarts = starts
    scalarsBefore = before
  }

  /// Scalars that start before this offset.
  private func scalars(before offset: Int) -> Int {
    guard !scalarsBefore.isEmpty else { return 0 }
    let block = min(offset / Self.stride, scalarsBefore.count - 1)
    return scalarsBefore[block] + scalars(in: block * Self.stride..<offset)
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
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = 1 + scalars(before: offset) - scalars(before: lineStarts[low])
    return Place(line: low + 1, column: column, offset: offset)
  }

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
