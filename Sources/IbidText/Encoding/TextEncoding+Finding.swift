internal import IbidModel

extension TextEncoding {
  /// A text in UTF-8, whatever it was written in; bytes that are no text in a known encoding as they are.
  package static func utf8(of bytes: [UInt8]) -> [UInt8] {
    guard let (encoding, markLength) = find(in: bytes), encoding != .utf8,
      let converter = TextConverter(from: encoding)
    else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    let replaced = converter.convert(bytes[markLength...], isLast: true, into: &text)
    // Of what a file says of itself, and what its bytes are, the bytes are right.
    return replaced == 0 || isGuessed(encoding) ? text : bytes
  }

  /// Whether the bytes say so, and not the file's own words.
  private static func isGuessed(_ encoding: TextEncoding) -> Bool {
    [.utf16LittleEndian, .utf16BigEndian, .windows1252].contains(encoding)
  }

  /// The encoding of a whole text, and the length of its byte order mark; nil where it is no text in a known one.
  ///
  /// What can be UTF-8 is. UTF-16 is known by its mark or by the zeros of its Latin letters. Else the declaration
  /// counts; without one, Windows-1252 is text that has no control character, and no character of UTF-8 either.
  package static func find(in bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int)? {
    guard let first = firstInvalidUTF8(in: bytes) else { return (.utf8, 0) }
    if let mark = byteOrderMark(of: bytes), mark.encoding != .utf8 { return mark }
    if bytes.prefix(4096).contains(0) { return unmarkedUTF16(bytes).map { ($0, 0) } }
    switch declaredLabel(in: bytes) {
    case nil, "us-ascii", "ascii": break
    case let label?:
      guard let encoding = TextEncoding(label: label), encoding != .utf8 else { return nil }
      if encoding != .windows1252 { return (encoding, 0) }
    }
    return looksLikeWindows1252(bytes, invalidAt: first) ? (.windows1252, 0) : nil
  }

  /// The encoding of a text of which only the start is at hand, and the length of its byte order mark; nil where an XML
  /// declaration names one that is not known.
  ///
  /// Source: XML 1.0, appendix F.
  package static func find(inStart start: [UInt8]) -> (encoding: TextEncoding, markLength: Int)? {
    if let mark = byteOrderMark(of: start) { return mark }
    if start.starts(with: [0x3C, 0x00]) { return (.utf16LittleEndian, 0) }
    if start.starts(with: [0x00, 0x3C]) { return (.utf16BigEndian, 0) }
    if start.contains(0), let encoding = unmarkedUTF16(start) { return (encoding, 0) }
    // Where a byte of a character may look like a brace or a backslash, all has to be converted before it is read.
    if let label = remarkLabel(in: start), let encoding = TextEncoding(label: label), encoding.hasMarksInCharacters {
      return (encoding, 0)
    }
    guard let label = xmlLabel(in: start) else { return (.utf8, 0) }
    return TextEncoding(label: label).map { ($0, 0) }
  }

  private static func byteOrderMark(of start: [UInt8]) -> (encoding: TextEncoding, markLength: Int)? {
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// A quarter of the bytes at least are the zeros of Latin letters, all on one side.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    let head = bytes.prefix(4096)
    guard head.count >= 16 else { return nil }
    let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    if odd * 4 > head.count, even * 50 < head.count { return .utf16LittleEndian }
    if even * 4 > head.count, odd * 50 < head.count { return .utf16BigEndian }
    return nil
  }

  /// Whether bytes read as Windows-1252: no control characters, no characters of UTF-8.
  private static func looksLikeWindows1252(_ bytes: [UInt8], invalidAt first: Int) -> Bool {
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
    return sequences * 4 <= high && high * 3 < bytes.count
  }
}
