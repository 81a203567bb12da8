extension TextEncoding {
  /// The offset of the first byte that is NUL or breaks UTF-8; nil where all is well.
  package static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? { bytes.withUnsafeBytes(firstInvalidUTF8) }

  private static func firstInvalidUTF8(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    while index < bytes.count {
      // Eight bytes of ASCII at once: a byte of 0x80 and more, or a zero, has its highest bit set here.
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 else { break }
        index += 8
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0 { return index }
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard byte >= 0xC2, byte <= 0xF4, index + length <= bytes.count else { return index }
      for next in index + 1..<index + length where bytes[next] & 0xC0 != 0x80 { return index }
      let second = bytes[index + 1]
      if byte == 0xE0 && second < 0xA0 || byte == 0xED && second > 0x9F || byte == 0xF0 && second < 0x90
        || byte == 0xF4 && second > 0x8F
      {
        return index
      }
      index += length
    }
    return nil
  }
}
