import IbidModel

/// The tags of CSL's rich text, as far as they stand in titles of exports.
enum InlineMarkup {
  /// Whether a text has such tags, each with its partner, in order.
  static func pairs(in text: String) -> Bool {
    var open: [Substring] = []
    var count = 0
    var rest = text[...]
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      let inside = rest[rest.index(after: start)...]
      rest = inside
      guard let end = inside.utf8.prefix(9).firstIndex(of: UInt8(ascii: ">")) else { continue }
      let isClosing = inside.utf8.first == UInt8(ascii: "/")
      let name = inside[..<end].dropFirst(isClosing ? 1 : 0)
      guard names.contains(String(name)) else { continue }
      count += 1
      if !isClosing {
        open.append(name)
      } else if open.popLast() != name {
        return false
      }
      rest = inside[end...]
    }
    return count > 0 && open.isEmpty
  }

  private static let names: Set<String> = ["i", "b", "sup", "sub", "sc"]
}
