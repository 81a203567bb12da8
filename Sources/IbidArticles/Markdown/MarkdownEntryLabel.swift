import IbidModel

/// The number at the start of an entry that is no item of a Markdown list: `[1] Weber`, `[1]: Weber`, `\[1\] Weber`,
/// `1\. Weber`, `¹ Weber`, `<sup>1</sup> Weber`, `^1^ Weber`, `1 Weber`.
struct MarkdownEntryLabel {
  /// How the label is written; entries of one list are written alike.
  enum Form: Hashable {
    case list(ListLabel.Form), raised

    /// Whether prose begins so as well.
    var isDoubtful: Bool { if case .list(let form) = self { form.isDoubtful } else { false } }

    /// Whether entries of one list are written so.
    func isLike(_ other: Form) -> Bool { self == other || isDoubtful && other.isDoubtful }
  }

  var number: Int
  var form: Form
  /// Where the text behind it starts.
  var text: Int

  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    if let raised = Self.raised(bytes, line) {
      (number, form, text) = (raised.number, .raised, raised.text)
      return
    }
    // What a converter escaped reads as if it had not.
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 16)
    let escapes = head.filter { bytes[$0] == UInt8(ascii: "\\") }
    guard let first = escapes.first else {
      guard let label = ListLabel(bytes, line, bare: true), let number = label.number, label.form != .bullet else {
        return nil
      }
      (self.number, form, text) = (number, label.form == .raised ? .raised : .list(label.form), label.text)
      return
    }
    let bare =
      head.filter { bytes[$0] != UInt8(ascii: "\\") }.map { bytes[$0] } + bytes[head.upperBound..<line.upperBound]
    guard first - line.lowerBound <= 4, let label = ListLabel(bare, 0..<bare.count, bare: true),
      let number = label.number, label.text <= 12
    else { return nil }
    let passed = escapes.count { $0 - line.lowerBound < label.text + escapes.count }
    (self.number, form, text) = (number, .list(label.form), line.lowerBound + label.text + passed)
  }

  /// `<sup>1</sup>`, `<sup>[1]</sup>`, `^1^`
  private static func raised(_ bytes: [UInt8], _ line: Range<Int>) -> (number: Int, text: Int)? {
    for (open, close) in [("<sup>", "</sup>"), ("^", "^")] where bytes[line].starts(with: open.utf8) {
      var index = line.lowerBound + open.utf8.count
      let isBracketed = index < line.upperBound && bytes[index] == UInt8(ascii: "[")
      if isBracketed { index += 1 }
      let digits = bytes[index..<line.upperBound].prefix { $0.isASCIIDigit }
      guard (1...4).contains(digits.count) else { return nil }
      index += digits.count + (isBracketed ? 1 : 0)
      guard index < line.upperBound, bytes[index..<line.upperBound].starts(with: close.utf8) else { return nil }
      index += close.utf8.count
      while index < line.upperBound, bytes[index].isASCIISpace || ".:".utf8.contains(bytes[index]) { index += 1 }
      guard index < line.upperBound else { return nil }
      return (digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }, index)
    }
    return nil
  }
}
