import IbidModel

/// Headings, paragraphs, lists and environments.
extension LaTeXDraft {
  mutating func openBlock(_ setting: Sentence.Setting, level: Int, title: Bool = false) {
    skipOptional()
    endBlock()
    skipBlanks()
    guard index < text.count, text[index] == UInt8(ascii: "{") else { return }
    index += 1
    groups.append(.block(self.setting, title: title))
    self.setting = setting
    self.level = level
  }

  mutating func closeGroup() {
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
    case .raised(let start): if start < writer.offset { writer.draft.raised.append(start..<writer.offset) }
    default: break
    }
  }

  mutating func endBlock() {
    if bibliography.isOpen { return writer.append(" ", source: max(0, index - 1)..<index) }
    let range = writer.trimmed(from: blockStart)
    if !range.isEmpty {
      writer.draft.blocks.append(.init(range: range, setting: setting, level: setting == .heading ? level : 0))
    }
    writer.endBlock(at: max(0, index - 1))
    blockStart = writer.offset
    if setting == .listItem, environments.isEmpty { setting = .paragraph }
  }

  mutating func beginEnvironment() {
    guard let inside = group() else { return }
    let name = plain(inside).filter { $0 != "*" }
    if LaTeXEnvironment.verbatim.contains(name) {
      skip(past: "\\end{\(plain(inside))}")
      return
    }
    skipOptional()
    endBlock()
    if LaTeXEnvironment.withArgument.contains(name) { _ = group() }
    if LaTeXEnvironment.quotations.contains(name) { setting = .quotation }
    if name == "tabular" { setting = .caption }
    environments.append(name)
    if environments.count > 256 { environments.removeFirst() }
  }

  mutating func endEnvironment() {
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

  mutating func readItem() {
    endBlock()
    if index < text.count, text[index] == UInt8(ascii: "[") { skipOptional() }
    setting = .listItem
  }
}
