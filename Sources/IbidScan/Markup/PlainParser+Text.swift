extension PlainParser where Handler: ~Copyable {
  /// Reads text up to the next `<`, whose place is returned; nil at a reference or an end of CDATA that is wrong.
  @inlinable @inline(__always)
  mutating func text(from start: Place, _ document: Place) -> Place? {
    if handler.ignoresText {
      let place = unsafe PlainBytes.behindBlanks(start)
      return unsafe place.pointee == UInt8(ascii: "<") ? place : writtenText(from: place, document)
    }
    // Most texts are one piece.
    let place = unsafe PlainBytes.endOfPiece(from: start)
    if unsafe place > start { handler.characters(unsafe Span(_unsafeStart: start, count: place - start)) }
    return unsafe place.pointee == UInt8(ascii: "<") ? place : writtenText(from: place, document)
  }

  /// Text with references or `>` in it, or text that is none of an element's.
  @inlinable @inline(never)
  mutating func writtenText(from start: Place, _ document: Place) -> Place? {
    var place = unsafe start
    while true {
      let end = unsafe PlainBytes.endOfPiece(from: place)
      if unsafe end > place { handler.characters(unsafe Span(_unsafeStart: place, count: end - place)) }
      switch unsafe end.pointee {
      case UInt8(ascii: "<"): return unsafe end
      case UInt8(ascii: ">"):
        if unsafe end - document >= 2 && end[-1] == UInt8(ascii: "]") && end[-2] == UInt8(ascii: "]") { return nil }
        handler.characters(unsafe Span(_unsafeStart: end, count: 1))
        unsafe place = end + 1
      default:
        guard let reference = unsafe CharacterReference(at: end) else { return nil }
        let utf8 = reference.utf8.littleEndian
        unsafe withUnsafeBytes(of: utf8) { utf8 in
          unsafe utf8.withMemoryRebound(to: UInt8.self) { utf8 in
            handler.characters(unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: utf8[..<reference.count])))
          }
        }
        unsafe place = end + reference.length
      }
    }
  }
}
