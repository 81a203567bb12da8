import IbidModel

/// Markup: headings, items, marks of emphasis, code and formulas.
extension TypstDraft {
  private static let isSpecial: [Bool] = (0..<256).map { byte in "*_`$\\~-/@<#[]\n\r".utf8.contains(UInt8(byte)) }

  mutating func readMarkup() {
    if isAtLineStart, text[index].isASCIISpace { return readBlanks() }
    if isAtLineStart, readLineStart() { return }
    let start = index
    while index < text.count, !Self.isSpecial[Int(text[index])] { index += 1 }
    if index > start {
      isAtLineStart = false
      writer.append(text[start..<index], source: start)
      return
    }
    let byte = text[index]
    if byte == 0x0A || byte == 0x0D { return readBlanks() }
    isAtLineStart = false
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"): readEmphasis()
    case UInt8(ascii: "`"): readRaw()
    case UInt8(ascii: "$"): readMath()
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "~"): emit(" ", 1)
    case UInt8(ascii: "-"): readDash()
    case UInt8(ascii: "/"): readSlash()
    case UInt8(ascii: "@"): readReference()
    case UInt8(ascii: "<"): readLabel()
    case UInt8(ascii: "#"): readHash()
    case UInt8(ascii: "["):
      emitOne()
      push(.content(.literal, nil))
    case UInt8(ascii: "]"): closeContent()
    default: emitOne()
    }
  }

  mutating func emitOne() {
    writer.append(text[index..<index + 1], source: index)
    index += 1
  }

  mutating func emit(_ string: String, _ length: Int) {
    let end = min(text.count, index + length)
    writer.append(string, source: index..<end)
    index = end
  }

  /// What stands at the start of a line: `= Heading`, `- item`, `+ item`, `1. item`, `/ Term: text`.
  private mutating func readLineStart() -> Bool {
    let mark = text[index]
    if mark == UInt8(ascii: "=") {
      let end = end(from: index) { $0 == UInt8(ascii: "=") }
      guard end < text.count, text[end] == 0x20, end - index <= 8, mayEndBlock else { return false }
      endBlock()
      (setting, level) = (.heading, end - index)
      index = end + 1
      isAtLineStart = false
      return true
    }
    guard let length = itemMark(), mayEndBlock else { return false }
    let indent = column
    endBlock()
    setting = .listItem
    itemIndent = indent
    index += length
    isAtLineStart = false
    return true
  }

  /// How long the mark of an item is that stands at `index`, its blank included.
  private func itemMark() -> Int? {
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"): return byte(index + 1) == 0x20 ? 2 : nil
    case let byte where byte.isASCIIDigit:
      let end = end(from: index, where: \.isASCIIDigit)
      return end - index < 6 && has(". ", at: end) ? end + 2 - index : nil
    default: return nil
    }
  }

  /// Columns before `index` on its line.
  private var column: Int {
    var start = index
    while start > 0, text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
    return index - start
  }

  /// A blank; an empty line ends a paragraph, a line's end a heading, and a line further left an item.
  private mutating func readBlanks() {
    let start = index
    var breaks = 0
    var lineStart = index
    while index < text.count, text[index].isASCIISpace {
      if text[index] == 0x0A || text[index] == 0x0D && byte(index + 1) != 0x0A {
        breaks += 1
        lineStart = index + 1
      }
      index += 1
    }
    if breaks > 0 { isAtLineStart = true }
    let leavesItem = breaks > 0 && itemIndent.map { index - lineStart <= $0 } ?? false
    if breaks > 1 || breaks > 0 && setting == .heading || leavesItem, mayEndBlock {
      endBlock()
    } else {
      writer.append(" ", source: start..<index)
    }
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 }

  private mutating func readEmphasis() {
    let before = index > 0 ? text[index - 1] : 0x20
    let after = index + 1 < text.count ? text[index + 1] : 0x20
    let isText = isWord(before) && isWord(after) || before.isASCIISpace && after.isASCIISpace
    if isText { emitOne() } else { index += 1 }
  }

  /// Code between backquotes; three or more of them hold a block.
  private mutating func readRaw() {
    let start = index
    let open = end(from: index) { $0 == UInt8(ascii: "`") }
    let length = open - index
    if length == 2 {
      index = open
      return
    }
    var close = open
    var run = 0
    while close < text.count, run < length {
      run = text[close] == UInt8(ascii: "`") ? run + 1 : 0
      close += 1
    }
    index = close
    let inside = open..<max(open, run == length ? close - length : close)
    if length == 1 || !text[inside].contains(0x0A) {
      let from = writer.offset
      writer.append(text[inside], source: inside.lowerBound)
      writer.draft.verbatim.append(from..<writer.offset)
    } else {
      writer.append(" ", source: start..<close)
    }
  }

  /// A formula in the line is text in which nothing is a marker; one with blanks inside its marks stands apart.
  private mutating func readMath() {
    let start = index
    let limit = min(text.count, start + 5000)
    var close = start + 1
    while close < limit, text[close] != UInt8(ascii: "$") { close += text[close] == UInt8(ascii: "\\") ? 2 : 1 }
    guard close < limit else { return emitOne() }
    index = close + 1
    if byte(start + 1).isASCIISpace {
      writer.append(" ", source: start..<index)
    } else {
      let from = writer.offset
      writer.append(text[start..<index], source: start)
      writer.draft.verbatim.append(from..<writer.offset)
    }
  }

  private mutating func readEscape() {
    let next = byte(index + 1)
    if has("\\u{"), let close = text[index...].prefix(12).firstIndex(of: UInt8(ascii: "}")),
      let value = UInt32(string(index + 3..<close), radix: 16), let scalar = Unicode.Scalar(value)
    {
      emit(String(scalar), close + 1 - index)
    } else if next == 0 || next.isASCIISpace {
      emit(" ", 1)
    } else if next < 0x80 {
      emit(String(UnicodeScalar(next)), 2)
    } else {
      index += 1
    }
  }

  private mutating func readDash() {
    if has("---") {
      emit("—", 3)
    } else if has("--") {
      emit("–", 2)
    } else if has("-?") {
      index += 2
    } else {
      emitOne()
    }
  }

  /// A remark, an address, or a slash.
  private mutating func readSlash() {
    if has("/*") {
      skipComment()
    } else if has("//"), index > 0, text[index - 1] == UInt8(ascii: ":") {
      let end = end(from: index) { !$0.isASCIISpace && !"[]()\"".utf8.contains($0) }
      writer.append(text[index..<end], source: index)
      index = end
    } else if has("//") {
      skipLineComment()
    } else {
      emitOne()
    }
  }

  mutating func skipLineComment() {
    while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
  }

  /// `/* … */`, which may hold others.
  mutating func skipComment() {
    var depth = 0
    while index < text.count {
      if has("/*") {
        depth += 1
        index += 2
      } else if has("*/") {
        depth -= 1
        index += 2
        if depth == 0 { return }
      } else {
        index += 1
      }
    }
  }
}
