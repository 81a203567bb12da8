import IbidModel

/// Arguments of calls, and the content among them.
extension TypstDraft {
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
      // A call makes one note.
      code.call.function = ""
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
    if code.call.function == "footnote" {
      var rest = code
      rest.call.function = ""
      frames[frames.count - 1] = .code(rest)
      return openNote(from: code.call.source, nil)
    }
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
