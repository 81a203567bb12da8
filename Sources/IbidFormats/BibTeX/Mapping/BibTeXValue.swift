import IbidModel
import IbidText

/// Reads the values of fields as text.
enum BibTeXValue {
  /// The value as plain text: commands and formulas as characters, white space as single blanks.
  static func plain(_ raw: ArraySlice<UInt8>) -> String {
    if let text = plainText(raw) { return text }
    return String(decoding: LaTeXDecoder.decoded(printable(raw)[...], .field).text, as: UTF8.self)
  }

  /// The value as plain text, and with CSL's tags where it has markup or, in a title, protected capitals.
  static func rich(_ raw: ArraySlice<UInt8>, isTitle: Bool) -> (plain: String, rich: String?) {
    let inner = isTitle ? withoutOuterBraces(raw) : raw
    if let text = plainText(inner) { return (text, nil) }
    let value = printable(inner)
    let plain = LaTeXDecoder.decoded(value[...], .field)
    let text = String(decoding: plain.text, as: UTF8.self)
    guard plain.hasMarkup else { return (text, nil) }
    let options: LaTeXDecoder.Options = isTitle ? [.field, .markup, .protection] : [.field, .markup]
    let rich = LaTeXDecoder.decoded(value[...], options).text
    return (text, rich.elementsEqual(plain.text) ? nil : String(decoding: rich, as: UTF8.self))
  }

  /// An address or an identifier: without blanks and without LaTeX's escapes.
  static func address(_ raw: ArraySlice<UInt8>) -> String {
    var value = raw.trimmedASCII[...]
    if value.starts(with: "\\url".utf8) || value.starts(with: "\\href".utf8) {
      value = value.drop { $0 != UInt8(ascii: "{") }.dropFirst().prefix { $0 != UInt8(ascii: "}") }
    }
    return String(decoding: LaTeXDecoder.unescaped(value), as: UTF8.self)
  }

  /// The value without a pair of braces around all of it, or several.
  static func withoutOuterBraces(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var value = raw
    for _ in 0..<4 {
      while value.first?.isASCIISpace == true { value = value.dropFirst() }
      while value.last?.isASCIISpace == true { value = value.dropLast() }
      guard value.count > 1, value.first == UInt8(ascii: "{"), value.last == UInt8(ascii: "}"),
        end(ofGroupAt: value.startIndex, in: value) == value.endIndex - 1
      else { break }
      value = value.dropFirst().dropLast()
    }
    return value
  }

  /// Where the group ends that begins at `start`; nil where it does not.
  static func end(ofGroupAt start: Int, in value: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for place in start..<value.endIndex {
      if value[place] == UInt8(ascii: "{") { depth += 1 }
      if value[place] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return place }
      }
    }
    return nil
  }

  /// The parts between a separator outside of braces.
  static func split(_ raw: ArraySlice<UInt8>, at separator: UInt8) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = raw.startIndex
    for place in raw.indices {
      switch raw[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case separator where depth == 0:
        parts.append(raw[start..<place])
        start = place + 1
      default: break
      }
    }
    parts.append(raw[start...])
    return parts
  }

  /// The text of a value without any sign of LaTeX's; nil where it has one.
  private static func plainText(_ raw: ArraySlice<UInt8>) -> String? {
    raw.withUnsafeBufferPointer { bytes in
      guard !hasSigns(bytes) else { return nil }
      if isSpaced(bytes) { return String(decoding: bytes, as: UTF8.self) }
      return String(unsafeUninitializedCapacity: bytes.count) { room in
        var count = 0
        for byte in bytes {
          if !byte.isASCIISpace {
            room[count] = byte
            count += 1
          } else if count > 0, room[count - 1] != 0x20 {
            room[count] = 0x20
            count += 1
          }
        }
        return count > 0 && room[count - 1] == 0x20 ? count - 1 : count
      }
    }
  }

  /// Whether the value says what it looks like: no sign of LaTeX's, and no white space but single blanks inside.
  static func isPlain(_ raw: ArraySlice<UInt8>) -> Bool {
    raw.withUnsafeBufferPointer { !hasSigns($0) && isSpaced($0) }
  }

  /// Whether a sign of LaTeX's stands in it, or a control character.
  private static func hasSigns(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x5C, 0x7B, 0x7D, 0x24, 0x7E, 0x60: return true
      case 0x2D, 0x27: if before == byte { return true }
      default: if byte < 0x20, !byte.isASCIISpace { return true }
      }
      before = byte
    }
    return false
  }

  /// Whether all white space is single blanks inside.
  private static func isSpaced(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0x20
    for byte in bytes {
      if byte <= 0x20, byte != 0x20 || before == 0x20 { return false }
      before = byte
    }
    return before != 0x20 || bytes.isEmpty
  }

  /// Without control characters, which no text has.
  private static func printable(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard raw.contains(where: { $0 < 0x20 && !$0.isASCIISpace }) else { return raw }
    return raw.filter { $0 >= 0x20 || $0.isASCIISpace }[...]
  }
}
