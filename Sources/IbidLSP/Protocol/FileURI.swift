/// Files as the protocol names them.
///
/// Source: RFC 8089, «The "file" URI Scheme»; RFC 3986, section 2.1.
enum FileURI {
  /// The path that a URI names; of another scheme, as `untitled:`, the URI itself, which names no file.
  static func path(of uri: String) -> String {
    guard uri.lowercased().hasPrefix("file:") else { return uri }
    var rest = uri.utf8.dropFirst(5)
    if rest.starts(with: "//".utf8) { rest = rest.dropFirst(2).drop { $0 != UInt8(ascii: "/") } }
    var bytes: [UInt8] = []
    var place = rest.startIndex
    while place < rest.endIndex {
      let byte = rest[place]
      let next = rest.index(after: place)
      if byte == UInt8(ascii: "%"), let end = rest.index(next, offsetBy: 2, limitedBy: rest.endIndex),
        rest[next] != UInt8(ascii: "+"), rest[next] != UInt8(ascii: "-"),
        let value = UInt8(String(decoding: rest[next..<end], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        place = end
      } else {
        bytes.append(byte)
        place = next
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The URI of a path; of what is a URI already, itself.
  static func uri(of path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    return "file://"
      + path.utf8.map { byte in
        let isPlain =
          (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || (0x30...0x39).contains(byte)
          || "/-._~".utf8.contains(byte)
        if isPlain { return String(Unicode.Scalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }.joined()
  }
}
