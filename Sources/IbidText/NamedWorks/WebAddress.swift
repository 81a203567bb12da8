import IbidModel

/// The parts of a page's address, as far as they say what stands there.
package struct WebAddress: Sendable {
  /// In lower case and without `www.`.
  package let host: String
  /// What stands between the slashes, percent escapes resolved.
  package let path: [String]
  /// The path as one text, and the text behind `?`, percent escapes resolved.
  let wholePath: String
  let query: String

  /// An address of the Web: `https://…`, `http://…`; nil where it is none.
  package init?(_ address: String) {
    let text = address.utf8
    guard text.count <= 2000,
      let scheme = ["https://", "http://"].first(where: { Self.hasPrefix(text, $0) })
    else { return nil }
    let rest = text.dropFirst(scheme.utf8.count)
    let name = rest.prefix { !"/?#".utf8.contains($0) }
    guard (3...100).contains(name.count), name.contains(UInt8(ascii: ".")), !name.contains(where: { $0 <= 0x20 }) else {
      return nil
    }
    let host = String(decoding: Array(name).loweredASCII, as: UTF8.self)
    self.host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    let behind = rest.dropFirst(name.count).prefix { $0 != UInt8(ascii: "#") }
    let route = behind.prefix { $0 != UInt8(ascii: "?") }
    wholePath = Self.unescaped(Array(route))
    query = Self.unescaped(Array(behind.dropFirst(route.count + 1)))
    path = wholePath.split(separator: "/").map(String.init)
  }

  /// Whether this host, or one below it, is meant.
  package func isAt(_ name: String) -> Bool { host == name || host.hasSuffix("." + name) }

  private static func hasPrefix(_ text: String.UTF8View, _ scheme: String) -> Bool {
    Array(text.prefix(scheme.utf8.count)).loweredASCII.elementsEqual(scheme.utf8)
  }

  /// Percent escapes as the characters that they stand for.
  private static func unescaped(_ text: [UInt8]) -> String {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
