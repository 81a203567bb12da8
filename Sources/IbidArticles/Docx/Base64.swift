import FoundationEssentials
import IbidModel

/// Base 64, as Word keeps data in fields.
enum Base64 {
  /// The bytes behind base 64, with or without padding and in the alphabet of addresses too; white space is passed
  /// over, and the first other byte ends it.
  static func decoded(_ text: some Sequence<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    for byte in text where !byte.isASCIISpace {
      guard let digit = digit(byte) else { break }
      digits.append(digit)
    }
    // One digit alone is no byte; Foundation wants the others padded.
    if digits.count % 4 == 1 { digits.removeLast() }
    while digits.count % 4 != 0 { digits.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(digits)).map(Array.init) ?? []
  }

  /// The base 64 of bytes, padded.
  static func encoded(_ bytes: [UInt8]) -> [UInt8] { Array(Data(bytes).base64EncodedData()) }

  /// The digit as the standard alphabet has it; nil for any other byte.
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "-"): UInt8(ascii: "+")
    case UInt8(ascii: "_"): UInt8(ascii: "/")
    case UInt8(ascii: "+"), UInt8(ascii: "/"): byte
    default: byte.isASCIILetter || byte.isASCIIDigit ? byte : nil
    }
  }
}
