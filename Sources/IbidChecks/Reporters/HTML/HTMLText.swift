/// Text made safe to stand in a page.
package enum HTMLText {
  /// `text` with what HTML gives a meaning replaced, scalar by scalar: a combining mark behind a `<` hides nothing.
  /// Control characters that a page may not hold become U+FFFD.
  package static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: append(byte, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `text` as a script may put it on a page: control characters become U+FFFD, nothing else changes.
  static func shown(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 { append(byte, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F
    if isControl { bytes += "\u{FFFD}".utf8 } else { bytes.append(byte) }
  }
}
