import IbidModel

/// One of XML's five entities, or a reference to a character by its number.
///
/// Source: XML 1.0, productions 2 (Char) and 66 (CharRef), section 4.6.
@usableFromInline
struct CharacterReference {
  /// The character in UTF-8, its first byte lowest.
  @usableFromInline let utf8: UInt32
  /// Bytes of ``utf8``.
  @usableFromInline let count: Int
  /// Bytes of the reference, from `&` to `;`.
  @usableFromInline let length: Int

  /// The reference that begins with the `&` at `place`; nil where it is none of these. Bytes are read as long as they
  /// belong to one.
  @usableFromInline
  init?(at place: UnsafePointer<UInt8>) {
    if unsafe place[1] == UInt8(ascii: "#") {
      guard let (value, length) = unsafe Self.number(at: place), let scalar = Unicode.Scalar(value),
        Self.isAllowed(value)
      else {
        return nil
      }
      var bytes: UInt32 = 0
      var count = 0
      for byte in UTF8.encode(scalar) ?? .init() {
        assert(count < 4)
        bytes |= UInt32(byte) << (8 * UInt32(count))
        count += 1
      }
      utf8 = bytes
      self.count = count
      self.length = length
      return
    }
    for (name, byte) in Self.entities where unsafe Self.starts(place + 1, with: name) {
      utf8 = UInt32(byte)
      count = 1
      length = name.utf8CodeUnitCount + 1
      return
    }
    return nil
  }

  private static var entities: [(StaticString, UInt8)] {
    [("amp;", 0x26), ("lt;", 0x3C), ("gt;", 0x3E), ("quot;", 0x22), ("apos;", 0x27)]
  }

  private static func starts(_ place: UnsafePointer<UInt8>, with name: StaticString) -> Bool {
    for index in 0..<name.utf8CodeUnitCount where unsafe place[index] != name.utf8Start[index] { return false }
    return true
  }

  /// `&#181;` or `&#xB5;`: the number, and how long the reference is.
  private static func number(at start: UnsafePointer<UInt8>) -> (UInt32, Int)? {
    let isHexadecimal = unsafe start[2] == UInt8(ascii: "x")
    let digits = unsafe start + (isHexadecimal ? 3 : 2)
    var place = unsafe digits
    var value: UInt32 = 0
    while unsafe place.pointee != UInt8(ascii: ";") {
      let byte = unsafe place.pointee
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46 where isHexadecimal: digit = byte - 0x41 + 10
      case 0x61...0x66 where isHexadecimal: digit = byte - 0x61 + 10
      default: return nil
      }
      value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
      guard value <= 0x10FFFF else { return nil }
      unsafe place += 1
    }
    return unsafe place > digits ? (value, place + 1 - start) : nil
  }

  private static func isAllowed(_ value: UInt32) -> Bool {
    value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : value == 0x09 || value == 0x0A || value == 0x0D
  }
}
