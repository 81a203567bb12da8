/// What a Unicode scalar is for cutting text into tokens.
package enum ScalarClass: UInt8, Sendable {
  case space, lower, upper, caseless, combining, digit, mark

  /// The class of a scalar beyond ASCII; the usual alphabets are told without a look into Unicode's tables.
  package static func beyondASCII(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0xC0...0xDE: return value == 0xD7 ? .mark : .upper
    case 0xDF...0xFF: return value == 0xF7 ? .mark : .lower
    case 0xAA, 0xB5, 0xBA: return .lower
    case 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF, 0x2028, 0x2029, 0x85: return .space
    case 0x80...0xBF, 0x2010...0x206F: return .mark
    case 0x300...0x36F: return .combining
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: return .caseless
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .mark }
    let properties = scalar.properties
    if properties.isUppercase { return .upper }
    if properties.isLowercase { return .lower }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return .combining
    case .titlecaseLetter: return .upper
    case .otherLetter, .modifierLetter: return .caseless
    default: return .mark
    }
  }
}

/// The scalar that starts at an offset of UTF-8 bytes, and how many bytes it takes; U+FFFD and one byte where the
/// bytes are none.
@inline(__always)
package func decodedScalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
  let first = UInt32(bytes[index])
  if first < 0x80 { return (first, 1) }
  func continuation(_ offset: Int) -> UInt32? {
    guard index + offset < bytes.count, bytes[index + offset] & 0xC0 == 0x80 else { return nil }
    return UInt32(bytes[index + offset] & 0x3F)
  }
  guard first >= 0xC2, let second = continuation(1) else { return (0xFFFD, 1) }
  if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
  guard let third = continuation(2) else { return (0xFFFD, 1) }
  if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
  guard first < 0xF5, let fourth = continuation(3) else { return (0xFFFD, 1) }
  return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
}
