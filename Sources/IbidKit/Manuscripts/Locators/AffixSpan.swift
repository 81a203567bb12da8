import IbidModel

/// A stretch of text between two equal runs of one mark: `*x*`, `` `x` ``, `$x$`.
struct AffixSpan {
  /// Between the marks; never empty.
  let inside: Range<Int>
  /// Behind the closing marks.
  let end: Int
  /// How many marks stand on each side.
  var width: Int { end - inside.upperBound }

  /// The span that opens at `start`; nil where nothing closes it.
  init?(_ text: ArraySlice<UInt8>, at start: Int, mayHoldBlanks: Bool) {
    let mark = text[start]
    let open = text[start...].prefix { $0 == mark }.endIndex
    var index = open
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\\"), mark != UInt8(ascii: "`"), index + 1 < text.endIndex {
        index += 2
        continue
      }
      guard text[index] == mark else {
        guard mayHoldBlanks || !text[index].isASCIISpace else { return nil }
        index += 1
        continue
      }
      let run = text[index...].prefix { $0 == mark }.endIndex
      if run - index == open - start, index > open {
        inside = open..<index
        end = run
        return
      }
      index = run
    }
    return nil
  }

  /// Whether no blank stands inside at the marks, and no letter outside at an underscore.
  func isTight(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text[inside.lowerBound].isASCIISpace, !text[inside.upperBound - 1].isASCIISpace else { return false }
    guard text[inside.upperBound] == UInt8(ascii: "_") else { return true }
    let before = inside.lowerBound - width - 1
    return !(before >= text.startIndex && isLetter(text[before])) && !(end < text.endIndex && isLetter(text[end]))
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 }

  /// Behind the link that opens at `start`: `[words](address)`; nil where none does.
  static func link(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
    guard let close = closing(text, at: start, UInt8(ascii: "["), UInt8(ascii: "]")), close + 1 < text.endIndex,
      text[close + 1] == UInt8(ascii: "("),
      let end = closing(text, at: close + 1, UInt8(ascii: "("), UInt8(ascii: ")"))
    else { return nil }
    return end + 1
  }

  private static func closing(_ text: ArraySlice<UInt8>, at start: Int, _ open: UInt8, _ close: UInt8) -> Int? {
    var depth = 0
    for index in start..<text.endIndex {
      if text[index] == open { depth += 1 }
      if text[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}
