import IbidModel

/// Text as it is shown: white space runs made one blank, none at the ends.
enum NoteText {
  /// The collapsed text of a stretch of UTF-8 bytes.
  static func collapsed(
    _ bytes: [UInt8], _ range: Range<Int>, where keeps: (UInt8) -> Bool = { _ in true }
  ) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    for byte in bytes[range] {
      if byte.isASCIISpace {
        if let last = text.last, last != 0x20 { text.append(0x20) }
      } else if byte == 0xA0, text.last == 0xC2 {
        // A no-break space.
        text.removeLast()
        if let last = text.last, last != 0x20 { text.append(0x20) }
      } else if keeps(byte) {
        text.append(byte)
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
