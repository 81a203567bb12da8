import IbidModel

/// Content in brackets: where it begins behind a call, and what its end does.
extension TypstDraft {
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
    case "footnote":
      var rest = call
      // A call makes one note.
      rest.function = ""
      openNote(from: call.source, rest)
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
  var isAtBlockStart: Bool { writer.trimmed(from: blockStart).isEmpty }

  mutating func openBlock(_ setting: Sentence.Setting, level: Int, isTitle: Bool, _ call: TypstCall?) {
    endBlock()
    push(.content(.block(before: self.setting, isTitle: isTitle), call))
    (self.setting, self.level) = (setting, level)
    isAtLineStart = true
  }

  /// The call is text too, as the bracket behind the note is: so the mark stands apart from the words around it.
  mutating func openNote(from source: Int, _ call: TypstCall?) {
    let start = writer.offset
    writer.append(text[source..<index], source: source)
    footnotes += 1
    push(.content(.note(number: footnotes, start: start, text: writer.offset, source: source), call))
  }

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
}
