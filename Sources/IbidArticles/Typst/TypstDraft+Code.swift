import IbidModel

/// Code: what `#` begins, and statements, which show nothing.
extension TypstDraft {
  mutating func push(_ frame: TypstFrame) {
    if frames.count < Self.frameLimit { frames.append(frame) }
  }

  /// What stands behind `#`: content, a value, a statement or a call.
  mutating func readHash() {
    let start = index
    let next = byte(index + 1)
    switch next {
    case UInt8(ascii: "["):
      index += 2
      push(.content(.plain, nil))
    case UInt8(ascii: "("), UInt8(ascii: "{"):
      index += 2
      openCode(closing: next == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}"), TypstCall())
    case UInt8(ascii: "\""):
      index += 1
      let inside = readString()
      writer.append(text[inside], source: inside.lowerBound)
    case _ where next.isASCIILetter || next == 0x5F || next >= 0x80:
      index += 1
      readExpression(readName(), from: start)
    default: emitOne()
    }
  }

  /// A name with the fields behind its points: `table.cell`.
  mutating func readName() -> String {
    let start = index
    while index < text.count,
      Self.isIdentifier(text[index]) || text[index] == UInt8(ascii: ".") && byte(index + 1).isASCIILetter
    {
      index += 1
    }
    return string(start..<index)
  }

  private mutating func readExpression(_ name: String, from start: Int) {
    var call = TypstCall(function: name)
    call.source = start
    switch name {
    case "let", "import", "include", "context", "return": skipStatement()
    case "set":
      if has(" document(") { openTemplate() } else { skipStatement() }
    case "show":
      if byte(index) == UInt8(ascii: ":") { openTemplate() } else { skipStatement() }
    case "if", "for", "while":
      // The condition; what it holds is read as it stands.
      while index < text.count, text[index] != 0x0A, text[index] != UInt8(ascii: "["), text[index] != UInt8(ascii: "{")
      {
        index += 1
      }
      openTrailing(TypstCall())
    case "cite", "ref":
      if byte(index) == UInt8(ascii: "(") { readCite(from: start) }
    case "footnote" where has("(<"):
      readFootnoteReference(from: start)
    default:
      if byte(index) == UInt8(ascii: "(") {
        index += 1
        openCode(closing: UInt8(ascii: ")"), call)
      } else {
        openTrailing(call)
      }
    }
  }

  /// `#footnote(<label>)`, another mark of a note.
  private mutating func readFootnoteReference(from start: Int) {
    guard let close = closing(of: index, limit: 200) else { return }
    let label = string(index + 1..<close).filter { $0 != "<" && $0 != ">" }
    let from = writer.offset
    index = close + 1
    writer.append(text[start..<index], source: start)
    let range = from..<writer.offset
    writer.draft.citations.append(
      .init(range: range, markers: [.init(label: label, target: .key(label), style: .footnote, range: range)]))
  }

  /// The arguments of a template, up to which the rest of the line is passed over.
  private mutating func openTemplate() {
    while index < text.count, text[index] != UInt8(ascii: "("), text[index] != 0x0A { index += 1 }
    guard byte(index) == UInt8(ascii: "(") else { return }
    index += 1
    openCode(closing: UInt8(ascii: ")"), TypstCall(function: "template"))
  }

  mutating func openCode(closing: UInt8, _ call: TypstCall, isSilent: Bool = false) {
    var code = TypstFrame.Code(closing: closing, call: call)
    code.isSilent = isSilent
    push(.code(code))
  }

  /// Passes over a statement: up to the end of a line that leaves no bracket open.
  private mutating func skipStatement() {
    var open: [UInt8] = []
    while index < text.count {
      let byte = text[index]
      if open.isEmpty, byte == UInt8(ascii: ";") { index += 1 }
      if open.isEmpty, byte == 0x0A || byte == UInt8(ascii: ";") { return }
      if open.isEmpty, byte == UInt8(ascii: "]"), !frames.isEmpty { return }
      let isContent = open.last == UInt8(ascii: "]")
      if byte == open.last {
        open.removeLast()
      } else if byte == UInt8(ascii: "[") {
        open.append(UInt8(ascii: "]"))
      } else if byte == UInt8(ascii: "\\") {
        index += 1
      } else if !isContent {
        switch byte {
        case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
        case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
        case UInt8(ascii: "\""):
          _ = readString()
          continue
        case UInt8(ascii: "/") where has("//"):
          skipLineComment()
          continue
        case UInt8(ascii: "/") where has("/*"):
          skipComment()
          continue
        default: break
        }
      }
      index += 1
    }
    index = min(index, text.count)
  }

  /// The inside of a string that opens at `index`, which moves past it.
  mutating func readString() -> Range<Int> {
    let start = index + 1
    index = start
    while index < text.count, text[index] != UInt8(ascii: "\"") { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
    let end = min(index, text.count)
    index = min(end + 1, text.count)
    return start..<max(start, end)
  }
}
