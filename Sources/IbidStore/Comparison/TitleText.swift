internal import IbidModel
internal import IbidText

/// Text as databases write it, brought to one form: entities and tags resolved, raised digits lowered, full-width letters narrowed, signs of
/// comparison left out.
enum TitleText {
  /// The text in lower case, as letters, digits and punctuation.
  static func plain(_ text: String) -> String {
    var text = text
    if text.utf8.contains(UInt8(ascii: "&")) { text = resolvingEntities(Array(text.utf8)) }
    if text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: ">")) { text = withoutSigns(text) }
    if !text.utf8.allSatisfy({ $0 < 0x80 }) {
      text = String(String.UnicodeScalarView(text.unicodeScalars.map { digits[$0] ?? $0 }))
    }
    return text.lowercased()
  }

  /// Once more where the result is a reference again: `&amp;lt;`.
  private static func resolvingEntities(_ bytes: [UInt8], again: Bool = true) -> String {
    var result: [UInt8] = []
    var index = 0
    var isChanged = false
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = HTMLEntity.reference(in: bytes, at: index) {
        result += Array(String(Character(scalar)).utf8)
        index = end
        isChanged = true
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return again && isChanged ? resolvingEntities(result, again: false) : String(decoding: result, as: UTF8.self)
  }

  /// Without tags (`<sup>`), and without the `or` of `>or=`, which another database writes `≥`.
  private static func withoutSigns(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), let end = endOfTag(in: bytes, at: index) {
        index = end
      } else if bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: ">") {
        index += 1
        let rest = bytes[index...].prefix(5).filter { $0 != UInt8(ascii: " ") }
        if rest.starts(with: "or=".utf8), let sign = bytes[index...].firstIndex(of: UInt8(ascii: "=")) {
          index = sign + 1
        }
        result.append(UInt8(ascii: " "))
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func endOfTag(in bytes: [UInt8], at start: Int) -> Int? {
    let first = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
    let limit = min(bytes.count, start + 20)
    guard first < limit, bytes[first].isASCIILetter,
      let end = bytes[first..<limit].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return bytes[first..<end].allSatisfy { $0.isASCIILetter || $0.isASCIIDigit } ? end + 1 : nil
  }

  private static let digits: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = ["¹": "1", "²": "2", "³": "3"]
    for digit in UInt32(0)...9 {
      guard let plain = Unicode.Scalar(0x30 + digit) else { continue }
      for raised in [0x2070 + digit, 0x2080 + digit] { Unicode.Scalar(raised).map { table[$0] = plain } }
    }
    // Full-width signs, as beside Chinese and Japanese text.
    for value in UInt32(0xFF01)...0xFF5E {
      if let wide = Unicode.Scalar(value), let plain = Unicode.Scalar(value - 0xFEE0) { table[wide] = plain }
    }
    return table
  }()
}
