import IbidModel
import IbidText

/// Text between the commands: blanks, ligatures, comments, formulas and `\verb`.
extension LaTeXDraft {
  mutating func emit(_ string: String, _ length: Int) {
    writer.append(string, source: index..<index + length)
    index += length
  }

  /// A blank; a blank line ends a paragraph.
  mutating func readBlanks() {
    let start = index
    var breaks = 0
    while index < text.count, text[index].isASCIISpace {
      if text[index] == 0x0A { breaks += 1 }
      index += 1
    }
    if breaks > 1, groups.allSatisfy({ if case .plain = $0 { true } else { false } }) {
      endBlock()
    } else {
      writer.append(" ", source: start..<index)
    }
  }

  /// A dash or a quotation mark, of as many of its characters as make one.
  mutating func readLigature() {
    let run = String(decoding: text[index...].prefix(3), as: UTF8.self)
    if let ligature = LaTeXCharacters.ligature(at: Substring(run).unicodeScalars) {
      emit(ligature.text, ligature.spelling.utf8.count)
    } else {
      emit("-", 1)
    }
  }

  mutating func skipComment() {
    while index < text.count, text[index] != 0x0A { index += 1 }
    if index < text.count { index += 1 }
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
  }

  /// A formula within a line is text in which nothing is a marker.
  mutating func readMath() {
    let start = index
    let isDisplay = index + 1 < text.count && text[index + 1] == UInt8(ascii: "$")
    index += isDisplay ? 2 : 1
    let limit = min(text.count, index + 5000)
    while index < limit, text[index] != UInt8(ascii: "$") { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
    let inside = start + (isDisplay ? 2 : 1)..<index
    index = min(text.count, index + (isDisplay ? 2 : 1))
    if isDisplay { return }
    if let number = raisedNumber(inside) {
      writer.append(text[number], source: number.lowerBound)
      writer.draft.raised.append(writer.offset - number.count..<writer.offset)
    } else {
      writer.append(text[start..<index], source: start)
    }
  }

  /// The digits of a formula that is nothing but a raised number: `$^{12}$`, `$^1$`.
  private func raisedNumber(_ formula: Range<Int>) -> Range<Int>? {
    guard let first = formula.first, text[first] == UInt8(ascii: "^") else { return nil }
    var number = first + 1..<formula.upperBound
    if let open = number.first, let close = number.last, text[open] == UInt8(ascii: "{"),
      text[close] == UInt8(ascii: "}"),
      open < close
    {
      number = open + 1..<close
    }
    return text[number].contains(where: \.isASCIIDigit)
      && text[number].allSatisfy({ $0.isASCIIDigit || ",- ".utf8.contains($0) }) ? number : nil
  }

  mutating func skipVerb() {
    guard index < text.count else { return }
    let mark = text[index]
    let start = index + 1
    guard let end = (start..<min(text.count, start + 1000)).first(where: { text[$0] == mark || text[$0] == 0x0A })
    else { return }
    let from = writer.offset
    writer.append(text[start..<end], source: start)
    writer.draft.verbatim.append(from..<writer.offset)
    index = end + 1
  }
}
