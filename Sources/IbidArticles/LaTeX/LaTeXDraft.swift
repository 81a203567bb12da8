import IbidModel

/// Takes a LaTeX document apart: one pass over its commands, groups followed by a stack of what their ends do.
struct LaTeXDraft {
  let text: [UInt8]
  var index: Int
  var writer = DraftWriter()
  /// What a closing brace ends.
  private var groups: [Group] = []
  private var environments: [String] = []
  private var blockStart = 0
  private var setting = Sentence.Setting.paragraph
  private var level = 0
  private var bibliography = LaTeXBibliography()
  private var footnotes = 0

  private enum Group {
    case plain
    /// Ends a heading, a caption or the title.
    case block(Sentence.Setting, title: Bool)
    /// A footnote whose text starts here, in the draft and in the file.
    case footnote(text: Int, source: Int)
    /// A link's words, which start here in the draft.
    case link(text: Int, address: String)
  }

  /// The draft of a LaTeX document.
  static func draft(_ bytes: [UInt8], from start: Int) -> ArticleDraft {
    var reader = LaTeXDraft(text: bytes, index: start)
    reader.readPreamble()
    reader.read()
    reader.endBlock()
    reader.bibliography.close(&reader.writer, at: bytes.count)
    reader.bibliography.resolve(in: &reader.writer.draft)
    return reader.writer.draft
  }

  private init(text: [UInt8], index: Int) {
    self.text = text
    self.index = index
  }

  /// Of what stands before the document only the title is read.
  private mutating func readPreamble() {
    guard let begin = offset(of: "\\begin{document}", from: index) else { return }
    if let title = offset(of: "\\title", from: index), title < begin {
      index = title + 6
      skipOptional()
      if let inside = group() { writer.draft.title = words(inside) }
    }
    index = begin + 16
  }

  private mutating func read() {
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\\"): readCommand()
      case UInt8(ascii: "%"): skipComment()
      case UInt8(ascii: "{"):
        groups.append(.plain)
        index += 1
      case UInt8(ascii: "}"): closeGroup()
      case UInt8(ascii: "$"): readMath()
      case UInt8(ascii: "~"): emit(" ", 1)
      case UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "-"): readLigature()
      case UInt8(ascii: "&") where !environments.isEmpty: emit(" ", 1)
      case 0x0A, 0x0D, 0x20, 0x09: readBlanks()
      default:
        let start = index
        while index < text.count, !Self.isSpecial[Int(text[index])] { index += 1 }
        if index == start { index += 1 }
        writer.append(text[start..<index], source: start)
      }
    }
  }

  private static let isSpecial: [Bool] = (0..<256).map { byte in "\\%{}$~`'-&\n\r \t".utf8.contains(UInt8(byte)) }

  // MARK: Text

  private mutating func emit(_ string: String, _ length: Int) {
    writer.append(string, source: index..<index + length)
    index += length
  }

  /// A blank; a blank line ends a paragraph.
  private mutating func readBlanks() {
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

  private mutating func readLigature() {
    let byte = text[index]
    let run = text[index...].prefix(3).prefix { $0 == byte }.count
    switch (byte, run) {
    case (UInt8(ascii: "-"), 3): emit("—", 3)
    case (UInt8(ascii: "-"), 2): emit("–", 2)
    case (UInt8(ascii: "`"), 2...): emit("“", 2)
    case (UInt8(ascii: "'"), 2...): emit("”", 2)
    case (UInt8(ascii: "`"), _): emit("‘", 1)
    case (UInt8(ascii: "'"), _): emit("’", 1)
    default: emit("-", 1)
    }
  }

  private mutating func skipComment() {
    while index < text.count, text[index] != 0x0A { index += 1 }
    if index < text.count { index += 1 }
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
  }

  /// A formula within a line is text in which nothing is a marker.
  private mutating func readMath() {
    let start = index
    let isDisplay = index + 1 < text.count && text[index + 1] == UInt8(ascii: "$")
    index += isDisplay ? 2 : 1
    let limit = min(text.count, index + 5000)
    while index < limit, text[index] != UInt8(ascii: "$") { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
    index = min(text.count, index + (isDisplay ? 2 : 1))
    if !isDisplay { writer.append(text[start..<index], source: start) }
  }

  // MARK: Commands

  private mutating func readCommand() {
    let start = index
    index += 1
    guard index < text.count else { return }
    guard text[index].isASCIILetter else { return readSymbol(from: start) }
    while index < text.count, text[index].isASCIILetter { index += 1 }
    let name = String(decoding: text[start + 1..<index], as: UTF8.self)
    if index < text.count, text[index] == UInt8(ascii: "*") { index += 1 }
    if let citation = LaTeXCitation(command: name) { return readCitation(citation, from: start) }
    run(name, from: start)
  }

  private mutating func run(_ name: String, from start: Int) {
    switch name {
    case "begin": beginEnvironment()
    case "end": endEnvironment()
    case "part", "chapter": openBlock(.heading, level: 1)
    case "section": openBlock(.heading, level: 1)
    case "subsection": openBlock(.heading, level: 2)
    case "subsubsection": openBlock(.heading, level: 3)
    case "paragraph", "subparagraph": openBlock(.heading, level: 4)
    case "caption": openBlock(.caption, level: 0)
    case "title": openBlock(.heading, level: 0, title: true)
    case "item": readItem()
    case "par": endBlock()
    case "bibitem": readBibitem(from: start)
    case "footnote", "endnote", "footnotetext": beginFootnote(from: start)
    case "href":
      if let address = group() { openLink(to: plain(address)) }
    case "url", "nolinkurl", "path":
      if let inside = group() { writer.append(text[inside], source: inside.lowerBound) }
    case "verb": skipVerb()
    case _ where LaTeXTables.silent.contains(name):
      skipOptional()
      _ = group()
    case _ where LaTeXTables.words[name] != nil: writer.append(LaTeXTables.words[name] ?? "", source: start..<index)
    default:
      skipOptional()
      if index < text.count, text[index] == 0x20, writer.draft.text.last != 0x20 { index += 1 }
    }
  }

  /// `\%`, `\"o`, `\\` and their likes.
  private mutating func readSymbol(from start: Int) {
    let byte = text[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\\"):
      skipOptional()
      writer.append(" ", source: start..<index)
    case UInt8(ascii: "["): skip(past: "\\]")
    case UInt8(ascii: "("): skip(past: "\\)")
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x20: writer.append(" ", source: start..<index)
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "@"): break
    default:
      if let mark = LaTeXTables.accents[byte] {
        readAccent(mark, from: start)
      } else {
        writer.append(text[start + 1..<index], source: start + 1)
      }
    }
  }

  private mutating func readAccent(_ mark: Unicode.Scalar, from start: Int) {
    var letter = index
    let isGrouped = letter < text.count && text[letter] == UInt8(ascii: "{")
    if isGrouped { letter += 1 }
    if letter < text.count, text[letter] == UInt8(ascii: "\\") { letter += 1 }
    guard letter < text.count, text[letter].isASCIILetter else { return }
    index = letter + 1
    if isGrouped, index < text.count, text[index] == UInt8(ascii: "}") { index += 1 }
    var accented = String(UnicodeScalar(text[letter]))
    accented.unicodeScalars.append(mark)
    writer.append(accented, source: start..<index)
  }

  // MARK: Blocks

  private mutating func openBlock(_ setting: Sentence.Setting, level: Int, title: Bool = false) {
    skipOptional()
    endBlock()
    skipBlanks()
    guard index < text.count, text[index] == UInt8(ascii: "{") else { return }
    index += 1
    groups.append(.block(self.setting, title: title))
    self.setting = setting
    self.level = level
  }

  private mutating func closeGroup() {
    let end = index
    index += 1
    switch groups.popLast() {
    case .block(let before, let isTitle):
      if isTitle, writer.draft.title == nil {
        writer.draft.title = ReadingText.string(writer.draft.text, writer.trimmed(from: blockStart))
      }
      endBlock()
      setting = before
    case .footnote(let start, let source): endFootnote(start, source, end)
    case .link(let start, let address):
      if start < writer.offset {
        writer.draft.links.append(.init(range: writer.trimmed(from: start), address: address))
      }
    default: break
    }
  }

  private mutating func endBlock() {
    if bibliography.isOpen { return writer.append(" ", source: max(0, index - 1)..<index) }
    let range = writer.trimmed(from: blockStart)
    if !range.isEmpty {
      writer.draft.blocks.append(.init(range: range, setting: setting, level: setting == .heading ? level : 0))
    }
    writer.endBlock(at: max(0, index - 1))
    blockStart = writer.offset
    if setting == .listItem, environments.isEmpty { setting = .paragraph }
  }

  private mutating func beginEnvironment() {
    guard let inside = group() else { return }
    let name = plain(inside).filter { $0 != "*" }
    if LaTeXTables.verbatim.contains(name) {
      skip(past: "\\end{\(plain(inside))}")
      return
    }
    skipOptional()
    endBlock()
    if name == "tabular" || name == "thebibliography" || name == "minipage" { _ = group() }
    if name == "quote" || name == "quotation" || name == "displayquote" { setting = .quotation }
    if name == "tabular" { setting = .caption }
    environments.append(name)
    if environments.count > 256 { environments.removeFirst() }
  }

  private mutating func endEnvironment() {
    guard let inside = group() else { return }
    let name = plain(inside)
    if name == "thebibliography" {
      bibliography.close(&writer, at: index)
      blockStart = writer.offset
    }
    endBlock()
    blockStart = writer.offset
    if environments.popLast() != nil { setting = environments.contains("quote") ? .quotation : .paragraph }
    if name == "document" { index = text.count }
  }

  private mutating func readItem() {
    endBlock()
    if index < text.count, text[index] == UInt8(ascii: "[") { skipOptional() }
    setting = .listItem
  }

  // MARK: Citations and notes

  private mutating func readCitation(_ kind: LaTeXCitation, from start: Int) {
    var options: [String] = []
    skipBlanks()
    while index < text.count, text[index] == UInt8(ascii: "["), options.count < 2, let inside = bracket() {
      options.append(plain(inside))
    }
    guard let inside = group() else { return }
    let textStart = writer.offset
    writer.append(text[start..<index], source: start)
    let range = textStart..<writer.offset
    let keys = plain(inside).split(separator: ",").map { key in
      String(decoding: Array(key.utf8).trimmedASCII, as: UTF8.self)
    }
    var markers = keys.filter { !$0.isEmpty && $0 != "*" }.map { key in
      ArticleDraft.MarkerDraft(label: key, target: .key(key), style: .citationKey, range: range)
    }
    guard !markers.isEmpty else { return }
    let note = PandocCitation(text: Array((options.last ?? "").utf8))
    (markers[markers.count - 1].locator, markers[markers.count - 1].suffix) = note.locator(0..<note.text.count)
    if options.count == 2, !options[0].isEmpty { markers[0].prefix = options[0] }
    for index in markers.indices { markers[index].suppressesAuthor = kind.suppressesAuthor }
    writer.draft.citations.append(.init(range: range, isInText: kind.isInText, markers: markers))
  }

  private mutating func beginFootnote(from start: Int) {
    skipOptional()
    skipBlanks()
    guard index < text.count, text[index] == UInt8(ascii: "{") else { return }
    index += 1
    groups.append(.footnote(text: writer.offset, source: start))
  }

  private mutating func endFootnote(_ start: Int, _ source: Int, _ end: Int) {
    footnotes += 1
    let label = "fn:\(footnotes)"
    let range = start..<writer.offset
    guard !range.isEmpty else { return }
    var note = ArticleDraft.NoteDraft(
      label: label, range: range, paragraphs: [.init(range: writer.trimmed(from: start))])
    note.sourceStart = source
    writer.draft.notes.append(note)
    writer.draft.citations.append(
      .init(
        range: range, markers: [.init(label: String(footnotes), target: .note(label), style: .footnote, range: range)]))
  }

  private mutating func readBibitem(from start: Int) {
    skipOptional()
    guard let inside = group() else { return }
    endBlock()
    bibliography.begin(key: plain(inside), &writer, source: start)
  }

  private mutating func openLink(to address: String) {
    skipBlanks()
    guard index < text.count, text[index] == UInt8(ascii: "{") else { return }
    index += 1
    groups.append(.link(text: writer.offset, address: address))
  }

  // MARK: Arguments

  private mutating func skipBlanks() {
    while index < text.count, text[index].isASCIISpace { index += 1 }
  }

  private mutating func skipOptional() {
    while index < text.count, text[index] == UInt8(ascii: "["), bracket() != nil {}
  }

  /// The inside of `[…]` at `index`, which moves past it; at most 2,000 bytes.
  private mutating func bracket() -> Range<Int>? { enclosed(UInt8(ascii: "["), UInt8(ascii: "]"), limit: 2000) }

  /// The inside of `{…}`, blanks before it allowed; at most 2,000 bytes.
  private mutating func group() -> Range<Int>? {
    let back = index
    skipBlanks()
    if let inside = enclosed(UInt8(ascii: "{"), UInt8(ascii: "}"), limit: 2000) { return inside }
    index = back
    return nil
  }

  private mutating func enclosed(_ open: UInt8, _ close: UInt8, limit: Int) -> Range<Int>? {
    guard index < text.count, text[index] == open else { return nil }
    var depth = 0
    var end = index
    while end < min(text.count, index + limit) {
      if text[end] == UInt8(ascii: "\\") {
        end += 1
      } else if text[end] == open {
        depth += 1
      } else if text[end] == close {
        depth -= 1
        if depth == 0 {
          let inside = index + 1..<end
          index = end + 1
          return inside
        }
      }
      end += 1
    }
    return nil
  }

  /// The words of an argument without commands and braces.
  private func words(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "\\") {
        index += 1
        while index < range.upperBound, text[index].isASCIILetter { index += 1 }
        if index < range.upperBound, !text[index].isASCIILetter, text[index] != UInt8(ascii: "{") {
          bytes.append(text[index] == UInt8(ascii: "\\") ? 0x20 : text[index])
          index += 1
        }
      } else {
        if text[index] != UInt8(ascii: "{"), text[index] != UInt8(ascii: "}") {
          bytes.append(text[index] == UInt8(ascii: "~") ? 0x20 : text[index])
        }
        index += 1
      }
    }
    return ReadingText.string(bytes, 0..<bytes.count)
  }

  private func plain(_ range: Range<Int>) -> String {
    String(decoding: text[range].filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }, as: UTF8.self)
  }

  private mutating func skip(past word: String) {
    index = offset(of: word, from: index).map { $0 + word.utf8.count } ?? text.count
  }

  private mutating func skipVerb() {
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

  private func offset(of word: String, from start: Int) -> Int? {
    let word = Array(word.utf8)
    var index = start
    while index + word.count <= text.count {
      if text[index] == word[0], text[index..<index + word.count].elementsEqual(word) { return index }
      index += 1
    }
    return nil
  }
}
