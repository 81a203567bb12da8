import IbidModel

/// Citations, footnotes, entries of `thebibliography`, and links.
extension LaTeXDraft {
  mutating func readCitation(_ kind: LaTeXCitation, from start: Int) {
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
      key.trimmedASCII
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

  mutating func beginFootnote(from start: Int) {
    skipOptional()
    skipBlanks()
    guard index < text.count, text[index] == UInt8(ascii: "{") else { return }
    index += 1
    groups.append(.footnote(text: writer.offset, source: start))
  }

  mutating func endFootnote(_ start: Int, _ source: Int, _ end: Int) {
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

  mutating func readBibitem(from start: Int) {
    skipOptional()
    guard let inside = group() else { return }
    endBlock()
    bibliography.begin(key: plain(inside), &writer, source: start)
  }

  mutating func openRaised() {
    guard index < text.count, text[index] == UInt8(ascii: "{") else { return }
    index += 1
    groups.append(.raised(text: writer.offset))
  }

  mutating func openLink(to address: String) {
    skipBlanks()
    guard index < text.count, text[index] == UInt8(ascii: "{") else { return }
    index += 1
    groups.append(.link(text: writer.offset, address: address))
  }
}
