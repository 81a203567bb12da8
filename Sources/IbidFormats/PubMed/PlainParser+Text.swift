import IbidModel

extension PlainParser {
  /// Reads text up to the next `<`, whose place is returned; nil at a reference or an end of CDATA that is wrong.
  @inline(__always)
  func text(from start: Place) -> Place? {
    if state.pointee.text == .ignored {
      let place = Self.behindBlanks(start)
      return place.pointee == UInt8(ascii: "<") ? place : writtenText(from: place)
    }
    // Most texts are one piece.
    let place = Self.endOfPiece(from: start)
    if place > start { state.pointee.characters(start, place - start) }
    return place.pointee == UInt8(ascii: "<") ? place : writtenText(from: place)
  }

  @inline(__always)
  private static func behindBlanks(_ start: Place) -> Place {
    var place = start
    if place.pointee == 0x0A { place += 1 }
    while true {
      let other = ByteWord.load(place) ^ ByteWord.all(0x20)
      if other != 0 {
        place += other.trailingZeroBitCount >> 3
        break
      }
      place += 8
    }
    while place.pointee.isASCIISpace { place += 1 }
    return place
  }

  /// The first `<`, `&` or `>`.
  @inline(__always)
  private static func endOfPiece(from start: Place) -> Place {
    var place = start
    // Most are short.
    for _ in 0..<2 {
      let marks = marks(place)
      if marks != 0 { return place + ByteWord.first(marks) }
      place += 8
    }
    while isPlain(place) { place += 32 }
    while true {
      let marks = marks(place)
      if marks != 0 { return place + ByteWord.first(marks) }
      place += 8
    }
  }

  @inline(__always)
  private static func marks(_ place: Place) -> UInt64 {
    let word = ByteWord.load(place)
    return ByteWord.zeros((word & ~ByteWord.all(2)) ^ ByteWord.all(UInt8(ascii: "<")))
      | ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: "&")))
  }

  /// Whether none of 32 bytes is `<`, `&` or `>`: a plain loop, which becomes vector instructions.
  @inline(__always)
  private static func isPlain(_ place: Place) -> Bool {
    var marks: UInt8 = 0
    for index in 0..<32 {
      let byte = place[index]
      marks |= (byte & ~2 == 0x3C ? 1 : 0) | (byte == 0x26 ? 1 : 0)
    }
    return marks == 0
  }

  /// Text with references or `>` in it, or text that is none of an element's.
  @inline(never)
  private func writtenText(from start: Place) -> Place? {
    var place = start
    while true {
      let end = Self.endOfPiece(from: place)
      if end > place { state.pointee.characters(place, end - place) }
      switch end.pointee {
      case UInt8(ascii: "<"): return end
      case UInt8(ascii: ">"):
        if end[-1] == UInt8(ascii: "]"), end[-2] == UInt8(ascii: "]") { return nil }
        state.pointee.characters(end, 1)
        place = end + 1
      default:
        guard let reference = CharacterReference(at: end) else { return nil }
        withUnsafeBytes(of: reference.utf8) { utf8 in
          guard let bytes = utf8.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
          state.pointee.characters(bytes, reference.count)
        }
        place = end + reference.length
      }
    }
  }

  /// A value with references in it, of which `place` is the first, and moves to its quotation mark.
  @inline(never)
  mutating func decodedValue(
    from start: Place, to place: inout Place, _ quote: UInt8
  ) -> (start: Place, count: Int)? {
    // Values that were decoded before it stay where they are: room is there, or libxml2 reads the tag.
    let offset = values.count
    var piece = start
    while true {
      guard values.count + (place - piece) + 4 <= values.capacity else { return nil }
      values.append(piece, place - piece)
      guard place.pointee != quote else { return (Place(values.bytes) + offset, values.count - offset) }
      guard place.pointee == UInt8(ascii: "&"), let reference = CharacterReference(at: place) else { return nil }
      for index in 0..<reference.count {
        values.append(UInt8(truncatingIfNeeded: reference.utf8 >> (8 * UInt32(index))))
      }
      piece = place + reference.length
      place = Self.endOfValue(from: piece, quote)
    }
  }
}
