import IbidModel

/// Words as numbers that are equal where the words are: without case, accents and punctuation, as `SearchKey` folds
/// them, but made without a string for each.
package enum WordKeys {
  /// The keys of the words of a text, in order.
  package static func keys(of text: String) -> [UInt64] {
    var text = text
    return text.withUTF8 { keys(of: $0) }
  }

  /// The keys of the words of UTF-8 bytes, in order. Digits and letters that touch are one word.
  package static func keys(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(bytes.count / 6 + 1)
    var hash = UInt64.fnvBasis
    var isWithin = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        if byte.isASCIILetter || byte.isASCIIDigit {
          hash = hash.fnv(byte.isASCIILetter ? byte | 0x20 : byte)
          isWithin = true
          continue
        }
        if byte == 0x27 { continue }
      } else {
        let (value, length) = decodedScalar(in: bytes, at: index)
        index += length
        let folded = folded(value)
        if !folded.isEmpty {
          for byte in folded { hash = hash.fnv(byte) }
          isWithin = true
          continue
        }
        // U+2019 and combining marks join what stands around them.
        if value == 0x2019 || (0x300...0x36F).contains(value) { continue }
      }
      if isWithin {
        keys.append(hash)
        hash = .fnvBasis
        isWithin = false
      }
    }
    if isWithin { keys.append(hash) }
    return keys
  }

  /// The key of a text as one word: `van den Berg` and `Van Den Berg` are equal; 0 where it holds no letter.
  package static func whole(_ text: String) -> UInt64 {
    let keys = keys(of: text)
    return keys.isEmpty ? 0 : keys.reduce(.fnvBasis) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
  }

  /// The bytes that stand for a scalar beyond ASCII; none where it is no letter.
  private static func folded(_ value: UInt32) -> [UInt8] {
    if value < 0x180 { return latin[Int(value) - 0x80] }
    guard ScalarClass.beyondASCII(value) != .mark, ScalarClass.beyondASCII(value) != .space,
      let scalar = Unicode.Scalar(value)
    else { return [] }
    return Array((SearchKey.words(of: String(scalar)).first ?? "").utf8)
  }

  private static let latin: [[UInt8]] = (UInt32(0x80)..<0x180).map { value in
    guard value >= 0xC0, let scalar = Unicode.Scalar(value) else { return [] }
    return Array((SearchKey.words(of: String(scalar)).first ?? "").utf8)
  }
}
