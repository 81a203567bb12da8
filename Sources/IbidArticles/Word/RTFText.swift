import IbidModel

/// A stretch of text in one formatting.
struct WordRun: Sendable, Hashable {
  var text: String
  var format = Format()

  /// What a style can ask for.
  struct Format: Sendable, Hashable {
    var isItalic: Bool?
    var isBold: Bool?
    var isSmallCaps: Bool?
    var isUnderlined: Bool?
    var height = Height.baseline

    enum Height: String, Sendable { case baseline, superscript, `subscript` }
  }
}

/// Reads the little of RTF in which Zotero keeps formatted citations, and in which styles are rendered for it.
///
/// Source: citeproc-js, `formats.js`, the format `rtf`; Rich Text Format 1.9.1.
struct RTFText {
  private let bytes: [UInt8]
  private var index = 0
  private var format = WordRun.Format()
  private var stack: [WordRun.Format] = []
  private var runs: [WordRun] = []
  private var pending: [UInt8] = []

  /// The runs of a piece of RTF; a tab is `\t`, a line break `\n`.
  static func runs(of rtf: String) -> [WordRun] {
    var reader = RTFText(bytes: Array(rtf.utf8))
    reader.read()
    return reader.runs
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        flush()
        stack.append(format)
        index += 1
      case UInt8(ascii: "}"):
        flush()
        format = stack.popLast() ?? WordRun.Format()
        index += 1
      case UInt8(ascii: "\\"): readControl()
      case 0x0A, 0x0D: index += 1
      default:
        pending.append(bytes[index])
        index += 1
      }
    }
    flush()
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let text = String(decoding: pending, as: UTF8.self)
    pending = []
    if let last = runs.last, last.format == format {
      runs[runs.count - 1].text += text
    } else {
      runs.append(WordRun(text: text, format: format))
    }
  }

  private mutating func readControl() {
    index += 1
    guard index < bytes.count else { return }
    guard bytes[index].isASCIILetter else {
      // An escaped mark, or a no-break space.
      if bytes[index] == UInt8(ascii: "~") { pending += "\u{A0}".utf8 } else { pending.append(bytes[index]) }
      index += 1
      return
    }
    let start = index
    while index < bytes.count, bytes[index].isASCIILetter { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    let digits = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    while index < bytes.count, bytes[index].isASCIIDigit, index - digits < 8 { index += 1 }
    let number = Int(String(decoding: bytes[digits..<index], as: UTF8.self))
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    apply(word, number)
  }

  private mutating func apply(_ word: String, _ number: Int?) {
    let isOn = number != 0
    switch word {
    case "u":
      let value = number.map { $0 < 0 ? $0 + 65_536 : $0 } ?? 0
      if let scalar = Unicode.Scalar(UInt32(clamping: value)) {
        pending += String(scalar).utf8
      } else {
        readPair(value)
      }
      // What stands in for the character in older programs.
      if index < bytes.count, bytes[index] == UInt8(ascii: "?") { index += 1 }
      if bytes[index...].starts(with: "{}".utf8) { index += 2 }
    case "tab": pending.append(0x09)
    case "line", "par": pending.append(0x0A)
    case "i", "b", "scaps", "ul", "ulnone", "super", "sub", "nosupersub":
      flush()
      switch word {
      case "i": format.isItalic = isOn
      case "b": format.isBold = isOn
      case "scaps": format.isSmallCaps = isOn
      case "ul": format.isUnderlined = isOn
      case "ulnone": format.isUnderlined = false
      case "super": format.height = .superscript
      case "sub": format.height = .subscript
      default: format.height = .baseline
      }
    default: break
    }
  }

  /// The second half of a character beyond the first plane.
  private mutating func readPair(_ high: Int) {
    if bytes[index...].starts(with: "{}".utf8) { index += 2 }
    guard (0xD800..<0xDC00).contains(high) else { return }
    for mark in ["\\uc0\\u", "\\u"] where bytes[index...].starts(with: mark.utf8) {
      var end = index + mark.utf8.count
      let start = end
      while end < bytes.count, bytes[end].isASCIIDigit || bytes[end] == UInt8(ascii: "-"), end - start < 8 { end += 1 }
      guard var low = Int(String(decoding: bytes[start..<end], as: UTF8.self)) else { return }
      if low < 0 { low += 65_536 }
      guard (0xDC00..<0xE000).contains(low) else { return }
      if let scalar = Unicode.Scalar(UInt32(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))) {
        pending += String(scalar).utf8
      }
      index = end
      return
    }
  }
}

extension [WordRun] {
  /// The text without formatting.
  var plainText: String { map(\.text).joined() }
}
