import IbidModel

/// Character references in Markdown: the few names that people write by hand, and numbers.
enum MarkdownEntity {
  /// The scalar that the reference at `index` stands for, and the offset behind it.
  static func read(_ text: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    let limit = min(text.count, index + 12)
    guard let end = (index..<limit).first(where: { text[$0] == UInt8(ascii: ";") }), end > index + 1 else { return nil }
    let name = String(decoding: text[index + 1..<end], as: UTF8.self)
    if let scalar = names[name] { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end + 1)
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
    "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "copy": "©", "deg": "°", "times": "×",
    "eacute": "é", "uuml": "ü", "ouml": "ö", "auml": "ä", "ntilde": "ñ", "alpha": "α", "beta": "β", "micro": "µ",
  ]
}
