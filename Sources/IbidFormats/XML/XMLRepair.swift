import IbidModel
import IbidText

/// Mends what programs write into XML that is none: control characters, a bare `&`, a `<` that begins no tag.
enum XMLRepair {
  /// The bytes with each of them mended; what is broken in another way stays so.
  static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 64)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") {
        let end = endOfReference(in: bytes, at: index)
        if let end {
          if isAllowed(bytes[(index + 1)..<end]) { text += bytes[index...end] }
          index = end
        } else {
          text += "&amp;".utf8
        }
      } else if byte == UInt8(ascii: "<"), !beginsTag(bytes, at: index + 1) {
        text += "&lt;".utf8
      } else if byte >= 0x20 || byte.isASCIISpace && byte != 0x0B && byte != 0x0C {
        text.append(byte)
      }
      index += 1
    }
    // Bytes that are no UTF-8 become U+FFFD.
    return TextEncoding.firstInvalidUTF8(in: text) == nil ? text : Array(String(decoding: text, as: UTF8.self).utf8)
  }

  /// The place of the `;` of a reference, by name or number.
  private static func endOfReference(in bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
    var index = start + 1
    while index < bytes.endIndex, index - start < 12, bytes[index] != UInt8(ascii: ";") {
      guard bytes[index].isASCIILetter || bytes[index].isASCIIDigit || bytes[index] == UInt8(ascii: "#") else {
        return nil
      }
      index += 1
    }
    return index < bytes.endIndex && bytes[index] == UInt8(ascii: ";") && index > start + 1 ? index : nil
  }

  /// Whether a reference, without its marks, is one of a character that XML may hold.
  private static func isAllowed(_ reference: ArraySlice<UInt8>) -> Bool {
    guard reference.first == UInt8(ascii: "#") else { return true }
    let digits = String(decoding: reference.dropFirst(), as: UTF8.self)
    let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, Unicode.Scalar(value) != nil else { return false }
    return value >= 0x20 && value != 0xFFFE && value != 0xFFFF || [0x09, 0x0A, 0x0D].contains(value)
  }

  private static func beginsTag(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    guard index < bytes.endIndex else { return false }
    let byte = bytes[index]
    return byte.isASCIILetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "_")
  }
}
