public import IbidModel

extension PlainParser where Handler: ~Copyable {
  /// Reads attributes up to the `>` or `/` behind them.
  @inlinable @inline(never)
  mutating func attributes(from start: Place) -> Place? {
    var place = unsafe start
    tag.copies.truncate(to: 0)
    while true {
      let blanks = unsafe place
      while unsafe place.pointee.isASCIISpace { unsafe place += 1 }
      if unsafe place.pointee == UInt8(ascii: ">") || place.pointee == UInt8(ascii: "/") { return unsafe place }
      guard unsafe place > blanks, let name = unsafe name(at: place), tag.count < PlainBytes.mostAttributes,
        !tag.has(name)
      else { return nil }
      let spelling = unsafe StartTag<Handler.Meaning>.Piece(place, Int(name.count))
      unsafe place += Int(name.count)
      let quote = unsafe place[1]
      guard unsafe place[0] == UInt8(ascii: "="), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return nil
      }
      let value = unsafe place + 2
      unsafe place = PlainBytes.endOfValue(from: value, quote)
      if unsafe place.pointee == quote {
        tag.attributes.append(.init(name, spelling, unsafe .init(value, place - value)))
      } else {
        guard unsafe place.pointee == UInt8(ascii: "&"),
          let decoded = unsafe decodedValue(from: value, to: &place, quote)
        else { return nil }
        tag.attributes.append(.init(name, spelling, decoded))
      }
      unsafe place += 1
    }
  }

  /// A value with references in it, of which `place` is the first, and moves to its quotation mark.
  @inlinable @inline(never)
  mutating func decodedValue(
    from start: Place, to place: inout Place, _ quote: UInt8
  ) -> StartTag<Handler.Meaning>.Piece? {
    let offset = tag.copies.count
    var piece = unsafe start
    while true {
      unsafe tag.copies.append(Span(_unsafeStart: piece, count: place - piece))
      guard unsafe place.pointee != quote else { return .init(copied: offset, tag.copies.count - offset) }
      guard unsafe place.pointee == UInt8(ascii: "&"), let reference = unsafe CharacterReference(at: place) else {
        return nil
      }
      for index in 0..<reference.count {
        tag.copies.append(UInt8(truncatingIfNeeded: reference.utf8 >> (8 * UInt32(index))))
      }
      unsafe piece = place + reference.length
      unsafe place = PlainBytes.endOfValue(from: piece, quote)
    }
  }
}
