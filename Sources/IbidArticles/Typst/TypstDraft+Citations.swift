import IbidModel

/// References by `@key`, citations, labels, and the notes and citations that they name.
extension TypstDraft {
  /// `@key` or `@key[p. 3]`: a citation, until a label of the document turns out to be meant.
  mutating func readReference() {
    let start = index
    var end = end(from: start + 1) { Self.isIdentifier($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    while end > start + 1, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: ":") { end -= 1 }
    guard end > start + 1 else { return emitOne() }
    let key = string(start + 1..<end)
    var marker = ArticleDraft.MarkerDraft(label: key, target: .key(key), style: .citationKey, range: start..<end)
    if byte(end) == UInt8(ascii: "["), let close = closing(of: end, limit: 500) {
      add(supplement: text[end + 1..<close], to: &marker)
      end = close + 1
    }
    append([marker], isInText: false, extent: start..<end)
  }

  /// `(<key>, supplement: [p. 3], form: "prose")` behind `#cite` or `#ref`.
  mutating func readCite(from start: Int) {
    guard let close = closing(of: index, limit: 2000) else { return }
    var keys: [String] = []
    var form = ""
    var supplement: ArraySlice<UInt8>?
    for argument in arguments(index + 1..<close) {
      let bytes = text[argument].trimmedASCII
      let named = bytes.firstIndex(of: UInt8(ascii: ":")).map {
        String(decoding: bytes[..<$0].trimmedASCII, as: UTF8.self)
      }
      let value = bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst().trimmedASCII
      switch named {
      case "form"?: form = String(decoding: value.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      case "supplement"?: supplement = value.dropFirst().dropLast()
      case "style"?: break
      default:
        let key = bytes.filter { !"<>\"()".utf8.contains($0) }
        let isCall = key.starts(with: "label".utf8) && bytes.contains(UInt8(ascii: "("))
        keys.append(String(decoding: isCall ? Array(key.dropFirst(5)) : key, as: UTF8.self))
      }
    }
    index = close + 1
    if form == "none" { return }
    var markers = keys.filter { !$0.isEmpty }.map { key in
      ArticleDraft.MarkerDraft(label: key, target: .key(key), style: .citationKey, range: start..<index)
    }
    guard let last = markers.indices.last else { return }
    if let supplement { add(supplement: supplement, to: &markers[last]) }
    for marker in markers.indices { markers[marker].suppressesAuthor = form == "year" }
    append(markers, isInText: form == "prose" || form == "author", extent: start..<index)
  }

  private func add(supplement: ArraySlice<UInt8>, to marker: inout ArticleDraft.MarkerDraft) {
    let words = supplement.map { $0 == UInt8(ascii: "~") ? 0x20 : $0 }
    (marker.locator, marker.suffix) = PandocCitation(text: words).locator(0..<words.count)
  }

  /// Appends a citation's own text, and the citation; those that stand side by side are one.
  private mutating func append(_ markers: [ArticleDraft.MarkerDraft], isInText: Bool, extent: Range<Int>) {
    let start = writer.offset
    writer.append(text[extent], source: extent.lowerBound)
    index = extent.upperBound
    let citation = ArticleDraft.Citation(range: start..<writer.offset, isInText: isInText, placing: markers)
    if let last = writer.draft.citations.indices.last, !isInText, !writer.draft.citations[last].isInText,
      writer.draft.citations[last].markers.first?.style == .citationKey,
      writer.draft.citations[last].range.upperBound <= start, start - writer.draft.citations[last].range.upperBound < 3,
      writer.draft.text[writer.draft.citations[last].range.upperBound..<start].allSatisfy({ $0 == 0x20 })
    {
      writer.draft.citations[last].range = writer.draft.citations[last].range.lowerBound..<writer.offset
      writer.draft.citations[last].markers += citation.markers
    } else {
      writer.draft.citations.append(citation)
    }
  }

  /// `<label>`, which names what stands before it.
  mutating func readLabel() {
    let end = end(from: index + 1) { Self.isIdentifier($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    guard end > index + 1, byte(end) == UInt8(ascii: ">") else { return emitOne() }
    let label = string(index + 1..<end)
    var behind = index
    while behind > 0, text[behind - 1] == 0x20 { behind -= 1 }
    if let note = lastNote, note.end == behind { noteLabels[label] = note.label } else { labels.insert(label) }
    index = end + 1
  }

  mutating func append(note number: Int, _ range: Range<Int>, text: Range<Int>, _ source: Int) {
    let label = "fn:\(number)"
    var note = ArticleDraft.NoteDraft(label: label, range: range, paragraphs: [.init(range: text)])
    note.sourceStart = source
    writer.draft.notes.append(note)
    writer.draft.citations.append(
      .init(
        range: range, markers: [.init(label: String(number), target: .note(label), style: .footnote, range: range)]))
    lastNote = (label, index)
  }

  /// Takes back the citations that point at parts of the document, and points those at notes there.
  mutating func resolve() {
    for citation in writer.draft.citations.indices {
      writer.draft.citations[citation].markers.removeAll { marker in
        guard case .key(let key) = marker.target else { return false }
        return labels.contains(key) && marker.style == .citationKey
      }
      for marker in writer.draft.citations[citation].markers.indices {
        let found = writer.draft.citations[citation].markers[marker]
        guard case .key(let key) = found.target, found.style == .footnote || noteLabels[key] != nil else { continue }
        let note = noteLabels[key] ?? key
        writer.draft.citations[citation].markers[marker].target = .note(note)
        writer.draft.citations[citation].markers[marker].style = .footnote
        writer.draft.citations[citation].markers[marker].label =
          note.hasPrefix("fn:") ? String(note.dropFirst(3)) : note
      }
    }
    writer.draft.citations.removeAll { $0.markers.isEmpty }
  }
}
