import IbidModel
internal import IbidText

/// Texts of CSL-JSON from anywhere as CSL has them: without entities, the markup of other formats and stray blanks.
enum IntakeText {
  /// Variables whose lines count.
  private static let multiline: Set<Variable> = [.abstract, .annote, .note]

  /// The value of a variable; nil where nothing is left.
  static func value(_ text: String, of variable: Variable) -> String? {
    let keepsLines = multiline.contains(variable)
    guard !isClean(text, keepsLines: keepsLines) else { return text.isEmpty ? nil : text }
    var bytes = resolved(Array(text.utf8))
    if bytes.contains(UInt8(ascii: "<")) { bytes = ForeignTags.asRichText(bytes) }
    bytes = keepsLines ? withTrimmedLines(bytes) : withSingleBlanks(bytes)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// A short text on one line, as a part of a name; nil where nothing is left.
  static func line(_ text: String) -> String? { value(text, of: .title) }

  /// Whether the variable's value is this text as it stands.
  static func isClean(_ text: String, of variable: Variable) -> Bool {
    !text.isEmpty && isClean(text, keepsLines: multiline.contains(variable))
  }

  /// Whether `line` gives this text as it stands.
  static func isLine(_ text: String) -> Bool { !text.isEmpty && isClean(text, keepsLines: false) }

  /// Whether a text has nothing that would be mended.
  private static func isClean(_ text: String, keepsLines: Bool) -> Bool {
    var text = text
    return text.withUTF8 { isClean($0, keepsLines: keepsLines) }
  }

  private static func isClean(_ text: UnsafeBufferPointer<UInt8>, keepsLines: Bool) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text {
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == 0 { return false }
      if byte.isASCIISpace {
        if byte == 0x0A, keepsLines {
          if previous.isASCIISpace { return false }
        } else if byte != 0x20 || previous.isASCIISpace {
          return false
        }
      }
      previous = byte
    }
    return text.isEmpty || !previous.isASCIISpace
  }

  /// Entities by name and number as their characters, in one round. U+0000 is left out: nothing can keep it.
  static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == UInt8(ascii: "&") || $0 == 0 }) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let entity = HTMLEntity.reference(in: bytes, at: index) {
        text += String(entity.scalar).utf8
        index = entity.end
      } else {
        if bytes[index] != 0 { text.append(bytes[index]) }
        index += 1
      }
    }
    return text
  }

  private static func withSingleBlanks(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.split(whereSeparator: \.isASCIISpace).joined(separator: [0x20]))
  }

  /// Lines without blanks around them; of empty ones, one between two others.
  private static func withTrimmedLines(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var emptyLines = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let words = withSingleBlanks(Array(line))
      guard !words.isEmpty else {
        emptyLines += 1
        continue
      }
      if !text.isEmpty { text += emptyLines > 0 ? [0x0A, 0x0A] : [0x0A] }
      text += words
      emptyLines = 0
    }
    return text
  }
}
