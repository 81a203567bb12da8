import IbidModel
import IbidScan
internal import IbidText

/// Turns the bytes of values into text: UTF-8, or, value by value, Windows-1252 where they are none; older programs
/// write that without a word, and a file that is put together from several exports may hold both.
struct RecordText {
  /// Whether a value was Windows-1252.
  private(set) var hasWindows1252 = false

  /// A value with the line breaks that it has.
  mutating func lines(_ value: Span<UInt8>) -> String {
    // Decoding, and comparing what came of it, costs a tenth of `String(validating:)`.
    let text = value.withUnsafeBufferPointer { bytes -> String? in
      var text = String(decoding: bytes, as: UTF8.self)
      return text.withUTF8 { $0.elementsEqual(bytes) } ? text : nil
    }
    if let text { return text }
    hasWindows1252 = true
    return Self.windows1252(value)
  }

  /// A value on one line: a break, with the white space around it, becomes a blank.
  mutating func line(_ value: Span<UInt8>) -> String {
    guard value.offset(of: UInt8(ascii: "\n")) != nil else { return lines(value) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.count)
    for index in 0..<value.count {
      let isBreak = value[index] == UInt8(ascii: "\n")
      if isBreak || value[index] == 0x20, bytes.last == 0x20 { continue }
      bytes.append(isBreak ? 0x20 : value[index])
    }
    return lines(bytes.span)
  }

  /// What is told, once a file, where a value was Windows-1252.
  static func note(path: String) -> RecordProblem {
    RecordProblem(
      outcome: .kept, path: path, line: 1, message: "some values are no UTF-8; they are read as Windows-1252")
  }

  private static func windows1252(_ value: Span<UInt8>) -> String {
    guard let converter = TextConverter(from: .windows1252) else { return value.text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.count)
    for index in 0..<value.count { bytes.append(value[index]) }
    var text: [UInt8] = []
    converter.convert(bytes[...], isLast: true, into: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
