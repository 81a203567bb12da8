import IbidModel
import IbidText

/// Checks and conversions that readers of text share.
enum ArticleText {
  /// Longest file that is read, in bytes.
  static let limit = 200_000_000

  /// Returns where the text starts: behind a byte order mark.
  ///
  /// - Throws: `ArticleError` where the bytes are empty, too many, or no UTF-8.
  static func start(of bytes: [UInt8], path: String) throws(ArticleError) -> Int {
    guard bytes.count <= limit else { throw ArticleError(.tooLarge(limit: limit), path: path) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].contains(where: { !$0.isASCIISpace }) else { throw ArticleError(.empty, path: path) }
    if let offset = firstInvalid(bytes) { throw ArticleError(.notText(offset: offset), path: path) }
    return start
  }

  /// Text in UTF-16 or Latin-1 (read as Windows-1252) as UTF-8; all other bytes as they are.
  ///
  /// UTF-16 is known by its byte order mark or by the zeros of its Latin letters. Latin-1 is text that is no UTF-8,
  /// has no other multi-byte character either, and declares no encoding that would need another table.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count <= limit, let first = firstInvalid(bytes), var decoder = decoder(of: bytes, invalidAt: first)
    else { return bytes }
    let mark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    decoder.decode(bytes[mark...], isLast: true, into: &text)
    return text
  }

  private static func decoder(of bytes: [UInt8], invalidAt first: Int) -> TextDecoder? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(bigEndian: false, half: nil, high: nil) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(bigEndian: true, half: nil, high: nil) }
    let head = bytes.prefix(4096)
    guard head.count >= 16 || !head.contains(0) else { return nil }
    let zeros = (
      even: stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 },
      odd: stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    )
    if zeros.odd * 4 > head.count, zeros.even * 50 < head.count {
      return .utf16(bigEndian: false, half: nil, high: nil)
    }
    if zeros.even * 4 > head.count, zeros.odd * 50 < head.count { return .utf16(bigEndian: true, half: nil, high: nil) }
    return isLatin1(bytes, invalidAt: first) ? .latin1 : nil
  }

  /// Whether bytes read as Latin-1: no control characters, no characters of UTF-8, no other encoding declared.
  private static func isLatin1(_ bytes: [UInt8], invalidAt first: Int) -> Bool {
    // What stands before the first invalid byte is UTF-8; one broken byte in such a file is no Latin-1.
    guard !bytes[..<first].contains(where: { $0 >= 0x80 }) else { return false }
    var sequences = 0
    var high = 0
    for (index, byte) in bytes.enumerated() {
      if byte < 0x20, !byte.isASCIISpace, byte != 0x1B { return false }
      if [0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { return false }
      guard byte >= 0x80 else { continue }
      high += 1
      if byte >= 0xC3, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 { sequences += 1 }
    }
    // Text has letters between its accents; what has not is in another alphabet.
    return sequences * 4 <= high && high * 3 < bytes.count && declaresLatin1(bytes)
  }

  /// Whether what the file says of its encoding, if it says anything, agrees.
  private static func declaresLatin1(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(2048)).loweredASCII
    let declared: ArraySlice<UInt8>
    if let word = head.firstOffset(of: "charset=") {
      declared = head[(word + 8)...]
    } else if head.starts(with: "<?xml".utf8), let word = head.firstOffset(of: "encoding=") {
      declared = head[(word + 9)...]
    } else if let word = head.firstOffset(of: "\\usepackage[") {
      guard let package = head.firstOffset(of: "]{inputenc}"), package > word else { return true }
      declared = head[..<package].suffix(24)
      let name = declared.split(whereSeparator: { $0 == UInt8(ascii: "[") }).last ?? []
      return ["latin1", "ansinew", "cp1252", "utf8"].contains(String(decoding: name, as: UTF8.self))
    } else {
      return true
    }
    let name = declared.drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      .prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    return ["iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii"]
      .contains(String(decoding: name, as: UTF8.self))
  }

  /// The offset of the first byte that is NUL or breaks UTF-8; nil where all is well.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? { bytes.withUnsafeBytes(firstInvalid) }

  private static func firstInvalid(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    while index < bytes.count {
      // Eight bytes of ASCII at once: a byte of 0x80 and more, or a zero, has its highest bit set here.
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard (word | word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 == 0 else { break }
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
