import IbidModel

extension DraftWriter {
  /// Whether the text ends in a blank, or where a block starts.
  private var endsInBlank: Bool { draft.text.last.map { $0.isASCIISpace } ?? true }

  /// Appends text of XML or HTML: entities resolved, white space runs made one blank.
  mutating func appendMarkup(_ bytes: [UInt8], _ range: Range<Int>, isLiteral: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      if bytes[index].isASCIISpace {
        while index < range.upperBound, bytes[index].isASCIISpace { index += 1 }
        if !endsInBlank { append(" ", source: start..<index) }
      } else if bytes[index] == UInt8(ascii: "&"), !isLiteral, let entity = EntityReference.read(bytes, at: index) {
        append(String(entity.scalar), source: index..<entity.end)
        index = entity.end
      } else {
        index += 1
        while index < range.upperBound, !bytes[index].isASCIISpace, bytes[index] != UInt8(ascii: "&") { index += 1 }
        append(bytes[start..<index], source: start)
      }
    }
  }

  /// Appends a blank between words that only tags hold apart.
  mutating func separate(at source: Int) {
    if !endsInBlank { append(" ", source: source..<source + 1) }
  }

  /// Appends the end of a line within a block.
  mutating func breakLine(at source: Int) {
    if let last = draft.text.last, last != 0x0A { append("\n", source: source..<source + 1) }
  }

  /// The stretch from `start` on without blanks at its ends.
  func trimmed(from start: Int) -> Range<Int> { draft.text.trimmedASCII(start..<offset) }
}
