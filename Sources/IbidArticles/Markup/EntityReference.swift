import IbidModel
import IbidText

/// A character by its name or number, in Markdown, HTML and XML: `&eacute;`, `&#233;`, `&#xE9;`.
enum EntityReference {
  /// The scalar that the reference at `index` stands for, and the offset behind it.
  static func read(_ text: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    let limit = min(text.count, index + 12)
    guard let end = (index..<limit).first(where: { text[$0] == UInt8(ascii: ";") }), end > index + 1 else { return nil }
    let name = String(decoding: text[index + 1..<end], as: UTF8.self)
    if let scalar = HTMLEntity.scalar(named: name) { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end + 1)
  }
}
