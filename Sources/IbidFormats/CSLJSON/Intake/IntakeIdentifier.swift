import IbidModel

/// Identifiers of CSL-JSON from anywhere.
enum IntakeIdentifier {
  /// A DOI whose slash is written `%2F`, as in addresses.
  static func unescaped(_ doi: String) -> String {
    guard doi.utf8.contains(UInt8(ascii: "%")) else { return doi }
    let bytes = Array(doi.utf8)
    guard let start = bytes.firstOffset(of: "10."), !bytes[start...].contains(UInt8(ascii: "/")),
      let escape = bytes.firstOffset(of: "%2F") ?? bytes.firstOffset(of: "%2f")
    else { return doi }
    return String(decoding: bytes[..<escape] + [UInt8(ascii: "/")] + bytes[(escape + 3)...], as: UTF8.self)
  }

  /// ISSNs without a prefix or address; eight digits get their hyphen.
  static func issn(_ text: String) -> String {
    let text = withoutPrefix(text, "issn")
    guard text.utf8.count == 8 else { return text }
    let bytes = Array(text.utf8)
    let isRun =
      bytes.dropLast().allSatisfy(\.isASCIIDigit)
      && (bytes[7].isASCIIDigit || bytes[7] | 0x20 == UInt8(ascii: "x"))
    return isRun ? String(decoding: bytes[..<4] + [UInt8(ascii: "-")] + bytes[4...], as: UTF8.self) : text
  }

  /// What stands behind `urn:issn:`, `ISSN ` or `http://id.crossref.org/issn/`.
  static func withoutPrefix(_ text: String, _ word: String) -> String {
    // Both words end with this letter, and most identifiers have none.
    guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "n") }) else { return text }
    let lowered = text.lowercased()
    guard let range = lowered.utf8.firstRange(of: word.utf8) else { return text }
    let before = lowered.utf8[..<range.lowerBound]
    guard before.isEmpty || before.last == UInt8(ascii: ":") || before.last == UInt8(ascii: "/"),
      lowered.utf8.count == text.utf8.count
    else { return text }
    let count = lowered.utf8.distance(from: lowered.startIndex, to: range.upperBound)
    let rest = text.utf8.dropFirst(count).drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") || $0.isASCIISpace }
    return rest.isEmpty ? text : String(decoding: rest, as: UTF8.self)
  }
}
