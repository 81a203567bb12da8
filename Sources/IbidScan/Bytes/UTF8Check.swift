import IbidModel

/// Whether bytes are UTF-8.
///
/// Source: The Unicode Standard, table 3-7.
public enum UTF8Check {
  /// The offset of the first byte that is no part of a well-formed sequence; nil where there is none.
  public static func firstError(in bytes: Span<UInt8>) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { unsafe firstError(in: $0, mustBeXML: false) }
  }

  /// Whether bytes are UTF-8, and every character is one that XML allows.
  ///
  /// Source: XML 1.0, production 2.
  public static func isText(_ bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe firstError(in: $0, mustBeXML: true) } == nil
  }

  @inline(__always)
  private static func firstError(in bytes: UnsafeBufferPointer<UInt8>, mustBeXML: Bool) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var index = 0
    while index < count {
      if index + 64 <= count, unsafe isPlain(base + index, 64, mustBeXML) {
        index += 64
        continue
      }
      if index + 16 <= count, unsafe isPlain(base + index, 16, mustBeXML) {
        index += 16
        continue
      }
      let end = min(index + 16, count)
      while index < end {
        let byte = unsafe base[index]
        if byte < 0x80 {
          if mustBeXML, byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return index }
          index += 1
          continue
        }
        let length = unsafe length(byte, index + 1 < count ? base[index + 1] : 0)
        guard length > 0, index + length <= count else { return index }
        if length > 2, unsafe base[index + 2] & 0xC0 != 0x80 { return index }
        if length > 3, unsafe base[index + 3] & 0xC0 != 0x80 { return index }
        // U+FFFE and U+FFFF.
        if mustBeXML, byte == 0xEF, unsafe base[index + 1] == 0xBF, unsafe base[index + 2] >= 0xBE { return index }
        index += length
      }
    }
    return nil
  }

  /// Whether all of `count` bytes are ASCII, and no control characters where those count.
  @inline(__always)
  private static func isPlain(_ place: UnsafePointer<UInt8>, _ count: Int, _ mustBeXML: Bool) -> Bool {
    guard mustBeXML else { return unsafe ByteRun.isASCII(place, count) }
    var marks: UInt8 = 0
    for index in 0..<count {
      let byte = unsafe place[index]
      marks |= byte | (byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D ? 0x80 : 0)
    }
    return marks < 0x80
  }

  /// The length of the sequence that begins with these two bytes; 0 where none does.
  @inline(__always)
  private static func length(_ first: UInt8, _ second: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: second & 0xC0 == 0x80 ? 2 : 0
    case 0xE0: second >= 0xA0 && second <= 0xBF ? 3 : 0
    case 0xED: second >= 0x80 && second <= 0x9F ? 3 : 0
    case 0xE1...0xEF: second & 0xC0 == 0x80 ? 3 : 0
    case 0xF0: second >= 0x90 && second <= 0xBF ? 4 : 0
    case 0xF1...0xF3: second & 0xC0 == 0x80 ? 4 : 0
    case 0xF4: second >= 0x80 && second <= 0x8F ? 4 : 0
    default: 0
    }
  }
}
