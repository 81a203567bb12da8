/// Text of others on a terminal.
package enum TerminalText {
  /// `text` with a blank in place of each control character, so that no article and no record can send a terminal
  /// commands, turn the line around or break it.
  package static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
