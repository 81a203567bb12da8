/// Text of others on a terminal.
package enum TerminalText {
  /// `text` with a blank in place of each control character, so that no article and no record can send a terminal
  /// commands, turn the line around or break it.
  package static func plain(_ text: String) -> String {
    // Most texts have none of them, nor a byte that may begin one.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069: plain.append(0x20)
      case 0x20..<0x80: plain.append(UInt8(truncatingIfNeeded: scalar.value))
      default: plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
