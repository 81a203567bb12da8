internal import IbidModel

/// Turns other encodings into UTF-8, a block at a time.
package enum TextDecoder: Equatable {
  /// UTF-8, or what claims to be: passed on as it is.
  case none
  /// Latin-1, read as Windows-1252, as browsers do: 0x80 to 0x9F are no letters in Latin-1.
  case latin1
  /// UTF-16, with what is left over from the last block: half a unit, and a high surrogate.
  case utf16(bigEndian: Bool, half: UInt8?, high: UInt16?)

  /// The decoder for bytes that begin so, and the length of their byte order mark; nil where they declare an
  /// encoding that is not known.
  ///
  /// Source: XML 1.0, appendix F.
  package static func find(in start: [UInt8]) -> (decoder: TextDecoder, markLength: Int)? {
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.none, 3) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16(bigEndian: false, half: nil, high: nil), 2) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16(bigEndian: true, half: nil, high: nil), 2) }
    if start.starts(with: [0x3C, 0x00]) { return (.utf16(bigEndian: false, half: nil, high: nil), 0) }
    if start.starts(with: [0x00, 0x3C]) { return (.utf16(bigEndian: true, half: nil, high: nil), 0) }
    switch declaredName(in: start)?.lowercased() {
    case nil, "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf16": return (.none, 0)
    case "iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "iso_8859-1", "iso8859-1": return (.latin1, 0)
    default: return nil
    }
  }

  /// The encoding in an XML declaration; nil where there is none.
  package static func declaredName(in start: [UInt8]) -> String? {
    guard start.starts(with: "<?xml".utf8), let end = start.firstOffset(of: "?>") else { return nil }
    let declaration = Array(start[..<end])
    guard let word = declaration.firstOffset(of: "encoding") else { return nil }
    let value = declaration[(word + 8)...].drop { $0.isASCIISpace || $0 == UInt8(ascii: "=") }
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
  }

  /// Appends `bytes` as UTF-8. What is no UTF-16 becomes U+FFFD.
  package mutating func decode(_ bytes: ArraySlice<UInt8>, isLast: Bool, into text: inout [UInt8]) {
    switch self {
    case .none: text += bytes
    case .latin1:
      text.reserveCapacity(text.count + 2 * bytes.count)
      for byte in bytes {
        Self.append(byte < 0x80 || byte >= 0xA0 ? UInt32(byte) : Self.windows[Int(byte) - 0x80], &text)
      }
    case .utf16(let bigEndian, var half, var high):
      for byte in bytes {
        guard let first = half else {
          half = byte
          continue
        }
        half = nil
        let unit = bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
        Self.append(unit, after: &high, &text)
      }
      if isLast, half != nil || high != nil {
        Self.append(0xFFFD, &text)
        half = nil
        high = nil
      }
      self = .utf16(bigEndian: bigEndian, half: half, high: high)
    }
  }

  private static func append(_ unit: UInt16, after high: inout UInt16?, _ text: inout [UInt8]) {
    if let first = high {
      high = nil
      if unit & 0xFC00 == 0xDC00 {
        append(0x10000 + ((UInt32(first) & 0x3FF) << 10 | UInt32(unit) & 0x3FF), &text)
        return
      }
      append(0xFFFD, &text)
    }
    if unit & 0xFC00 == 0xD800 { high = unit } else { append(UInt32(unit), &text) }
  }

  private static func append(_ code: UInt32, _ text: inout [UInt8]) {
    if code < 0x80 { return text.append(UInt8(code)) }
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    text.append(contentsOf: String(scalar).utf8)
  }

  private static let windows: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0xFFFD, 0x17D,
    0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153,
    0xFFFD, 0x17E, 0x178,
  ]
}
