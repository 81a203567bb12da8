import IbidModel

/// Code: what `#` begins, calls with their arguments, and the content that these hold.
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
  private mutating func readName() -> String {
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

  private mutating func openCode(closing: UInt8, _ call: TypstCall, isSilent: Bool = false) {
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
  private mutating func readString() -> Range<Int> {
    let start = index + 1
    index = start
    while index < text.count, text[index] != UInt8(ascii: "\"") { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
    let end = min(index, text.count)
    index = min(end + 1, text.count)
    return start..<max(start, end)
  }

  // MARK: Arguments

  mutating func readCode(_ code: TypstFrame.Code) {
    var code = code
    let byte = text[index]
    switch byte {
    case code.closing: return closeCode(code)
    case UInt8(ascii: "\""):
      take(readString(), in: &code)
    case UInt8(ascii: "["):
      index += 1
      return openArgument(code)
    case UInt8(ascii: "("), UInt8(ascii: "{"):
      index += 1
      let isBare = code.name.isEmpty && code.argument.isEmpty
      var call = TypstCall(
        function: code.argument == "caption" ? "figure" : isBare ? code.call.function : code.name)
      call.source = index
      let isSilent = code.isSilent || !Self.shown.contains(code.argument)
      code.name = ""
      frames[frames.count - 1] = .code(code)
      return openCode(
        closing: byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}"), call, isSilent: isSilent)
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      (code.argument, code.name) = ("", "")
      index += 1
    case 0x0A where code.closing == UInt8(ascii: "}"):
      (code.argument, code.name) = ("", "")
      index += 1
    case UInt8(ascii: "/") where has("//"): skipLineComment()
    case UInt8(ascii: "/") where has("/*"): skipComment()
    case UInt8(ascii: "`"), UInt8(ascii: "$"):
      let close = text[(index + 1)...].prefix(5000).firstIndex(of: byte)
      index = (close ?? index) + 1
    case _ where Self.isIdentifier(byte):
      let name = readName()
      if has(":"), code.closing == UInt8(ascii: ")") {
        (code.argument, code.name) = (name, "")
        index += 1
      } else {
        code.name = name
        take(word: name, in: &code)
      }
    default: index += 1
    }
    frames[frames.count - 1] = .code(code)
  }

  /// Arguments whose content is shown where the call stands.
  private static let shown: Set<String> = ["", "caption", "body", "children"]

  /// The inside of a string that is an argument.
  private mutating func take(_ inside: Range<Int>, in code: inout TypstFrame.Code) {
    let string = string(inside)
    if code.call.function == "footnote", code.argument.isEmpty, !code.isSilent, !inside.isEmpty {
      let start = writer.offset
      writer.append(text[code.call.source..<inside.lowerBound], source: code.call.source)
      let from = writer.offset
      writer.append(text[inside], source: inside.lowerBound)
      let note = from..<writer.offset
      writer.append(text[inside.upperBound..<index], source: inside.upperBound)
      footnotes += 1
      append(note: footnotes, start..<writer.offset, text: note, code.call.source)
    } else if code.call.function == "template", code.argument == "title", writer.draft.title == nil {
      writer.draft.title = string
    } else if code.call.function == "link", code.argument.isEmpty, code.call.address == nil {
      code.call.address = string
    }
  }

  private func take(word: String, in code: inout TypstFrame.Code) {
    if code.argument == "level", let level = Int(word) { code.call.level = min(max(1, level), 9) }
    if code.argument == "block", word == "true" { code.call.isBlock = true }
  }

  /// Content among arguments: a caption, a title, a cell, or what is not shown here.
  private mutating func openArgument(_ code: TypstFrame.Code) {
    let isTemplate = code.call.function == "template"
    let isShown = isTemplate ? ["title", "abstract"].contains(code.argument) : Self.shown.contains(code.argument)
    if code.isSilent || !isShown || frames.count >= Self.frameLimit {
      index = closing(of: index - 1, limit: text.count).map { $0 + 1 } ?? text.count
      return
    }
    let isInSentence = code.argument.isEmpty && code.call.setting == .paragraph && !isAtBlockStart
    guard mayEndBlock, !isInSentence || code.call.function == "footnote" else { return push(.content(.plain, nil)) }
    if code.call.function == "footnote" { return openNote(from: code.call.source, nil) }
    let isTitle = isTemplate && code.argument == "title"
    openBlock(
      isTitle ? .heading : code.argument == "caption" ? .caption : code.call.setting, level: 0, isTitle: isTitle, nil)
  }

  private mutating func closeCode(_ code: TypstFrame.Code) {
    index += 1
    frames.removeLast()
    if case .code? = frames.last { return }
    if code.closing == UInt8(ascii: ")") { openTrailing(code.call) }
  }

  /// Content directly behind a call.
  mutating func openTrailing(_ call: TypstCall) {
    guard byte(index) == UInt8(ascii: "["), frames.count < Self.frameLimit else {
      if byte(index) == UInt8(ascii: "{"), call.function.isEmpty {
        index += 1
        openCode(closing: UInt8(ascii: "}"), TypstCall())
      } else if call.function == "link", let address = call.address {
        let start = writer.offset
        writer.append(address, source: call.source..<max(call.source + 1, index))
        writer.draft.links.append(.init(range: start..<writer.offset, address: address))
      } else if ["v", "pagebreak", "colbreak", "parbreak", "bibliography", "outline"].contains(call.function),
        mayEndBlock
      {
        endBlock()
      }
      if byte(index) == UInt8(ascii: ";") { index += 1 }
      return
    }
    index += 1
    switch call.function {
    case "footnote": openNote(from: call.source, call)
    case "link": push(.content(.link(text: writer.offset, address: call.address ?? ""), call))
    case _ where call.isInline || !mayEndBlock: push(.content(.plain, call))
    case "heading", "title":
      openBlock(.heading, level: call.function == "title" ? 0 : call.level, isTitle: call.function == "title", call)
    case "quote" where !call.isBlock && !isAtBlockStart: push(.content(.plain, call))
    case _ where call.setting == .paragraph && !isAtBlockStart: push(.content(.plain, call))
    default: openBlock(call.setting, level: 0, isTitle: false, call)
    }
  }

  /// Whether the block has no text yet.
  private var isAtBlockStart: Bool { writer.trimmed(from: blockStart).isEmpty }

  private mutating func openBlock(_ setting: Sentence.Setting, level: Int, isTitle: Bool, _ call: TypstCall?) {
    endBlock()
    push(.content(.block(before: self.setting, isTitle: isTitle), call))
    (self.setting, self.level) = (setting, level)
    isAtLineStart = true
  }

  /// The call is text too, as the bracket behind the note is: so the mark stands apart from the words around it.
  private mutating func openNote(from source: Int, _ call: TypstCall?) {
    let start = writer.offset
    writer.append(text[source..<index], source: source)
    footnotes += 1
    push(.content(.note(number: footnotes, start: start, text: writer.offset, source: source), call))
  }

  // MARK: Ends

  /// The bracket that ends content; one that ends none is text.
  mutating func closeContent() {
    guard case .content(let content, let call)? = frames.last else { return emitOne() }
    switch content {
    case .plain: index += 1
    case .literal: emitOne()
    case .block(let before, let isTitle):
      if isTitle, writer.draft.title == nil {
        writer.draft.title = ReadingText.string(writer.draft.text, writer.trimmed(from: blockStart))
      }
      if isTitle { level = 0 }
      endBlock()
      setting = before
      index += 1
    case .note(let number, let start, let text, let source):
      let inside = writer.trimmed(from: text)
      emitOne()
      append(note: number, start..<writer.offset, text: inside, source)
    case .link(let start, let address):
      if start < writer.offset, !address.isEmpty {
        writer.draft.links.append(.init(range: writer.trimmed(from: start), address: address))
      }
      index += 1
    }
    frames.removeLast()
    if let call, byte(index) == UInt8(ascii: "[") { openTrailing(call) }
  }

  /// The bracket that closes the one at an offset, at most `limit` bytes on; brackets within strings do not count.
  func closing(of open: Int, limit: Int) -> Int? {
    var depth = 0
    var isInString = false
    let isContent = byte(open) == UInt8(ascii: "[")
    for index in open..<min(text.count, open + limit) {
      let byte = text[index]
      if !isContent, byte == UInt8(ascii: "\"") { isInString.toggle() }
      if isInString { continue }
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "("), !isContent { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ")"), !isContent { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// What stands between the commas of a call.
  func arguments(_ range: Range<Int>) -> [Range<Int>] {
    var arguments: [Range<Int>] = []
    var depth = 0
    var isInString = false
    var start = range.lowerBound
    for index in range {
      switch text[index] {
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ",") where depth == 0 && !isInString:
        arguments.append(start..<index)
        start = index + 1
      default: break
      }
    }
    return arguments + [start..<range.upperBound]
  }
}
