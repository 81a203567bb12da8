/// A text that an editor changes, in UTF-8, with the places where its lines begin.
///
/// A line ends at LF, at CR LF, or at a CR alone. Positions outside of the text are brought within it, and those inside
/// of a scalar back to where it begins.
package struct EditedText: Sendable, Equatable {
  /// The text.
  package private(set) var bytes: [UInt8]
  /// 0-based offsets, the first of which is 0.
  private(set) var lineStarts: [Int]

  /// A text as it was opened.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = [0] + Self.starts(in: bytes, 0..<bytes.count)
  }

  /// How many lines there are: one more than line ends.
  package var lineCount: Int { lineStarts.count }

  /// The offset of a position.
  package func offset(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineStarts.count else { return bytes.count }
    let line = contents(ofLine: position.line)
    return bytes.withUnsafeBufferPointer { bytes in
      var offset = line.lowerBound
      var left = position.character
      while offset < line.upperBound {
        left -= encoding.width(ofScalarAt: bytes[offset])
        if left < 0 { break }
        offset += Self.length(ofScalarAt: bytes[offset])
      }
      return min(offset, line.upperBound)
    }
  }

  /// The position of an offset.
  package func position(of offset: Int, _ encoding: PositionEncoding) -> TextPosition {
    let offset = min(max(0, offset), bytes.count)
    let line = self.line(at: offset)
    return bytes.withUnsafeBufferPointer { bytes in
      var character = 0
      var place = lineStarts[line]
      while place < offset {
        let length = Self.length(ofScalarAt: bytes[place])
        if place + length > offset { break }
        character += encoding.width(ofScalarAt: bytes[place])
        place += length
      }
      return TextPosition(line: line, character: character)
    }
  }

  /// The 0-based line that holds an offset.
  package func line(at offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The offsets of a 0-based line without its end.
  package func contents(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    if line + 1 < lineStarts.count {
      end -= end - start >= 2 && bytes[end - 1] == 0x0A && bytes[end - 2] == 0x0D ? 2 : 1
    }
    return start..<end
  }

  /// The bytes of a stretch, which is brought within the text.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Puts other bytes in the place of a stretch. Only the lines that it touches are looked at anew.
  package mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
    let range = range.clamped(to: 0..<bytes.count)
    // A CR at the end of the line before may get an LF behind it.
    let first = max(0, line(at: range.lowerBound) - 1)
    let last = line(at: range.upperBound)
    let rest = lineStarts[(last + 1)...]
    let delta = replacement.count - range.count
    bytes.replaceSubrange(range, with: replacement)
    let end = rest.first.map { $0 + delta } ?? bytes.count
    var found = Self.starts(in: bytes, lineStarts[first]..<end)
    if !rest.isEmpty, found.last == end { found.removeLast() }
    lineStarts.replaceSubrange((first + 1)..., with: found + rest.map { $0 + delta })
  }

  /// Where lines begin behind the line ends that stand in a stretch.
  private static func starts(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var starts: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      for offset in range where bytes[offset] == 0x0A || bytes[offset] == 0x0D {
        let isPartOfNext = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
        if !isPartOfNext { starts.append(offset + 1) }
      }
    }
    return starts
  }

  /// How many bytes the scalar takes that begins with this one; 1 for what begins none.
  static func length(ofScalarAt byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}

extension EditedText {
  /// How its lines end, as the first does: `\n`, `\r\n`, `\r`.
  package var lineEnd: String {
    guard lineCount > 1 else { return "\n" }
    return text(contents(ofLine: 0).upperBound..<lineStarts[1])
  }
}
