import IbidModel
import IbidText

/// The text of one block, read from left to right into a draft: what the readers of inline markup share.
///
/// One pass without recursion: what a closing bracket ends is noted at its opening.
struct InlineScanner {
  /// The block's lines, joined by line feeds.
  let text: [UInt8]
  /// The next byte to read.
  var index = 0
  private(set) var writer = DraftWriter()
  private let map: SourceMap
  private var closings: [Int: (end: Ending, resume: Int)] = [:]

  /// What a closing bracket ends; starts are offsets of the draft's text.
  private enum Ending {
    case note(label: String, start: Int, text: Int)
    case link(address: String, start: Int)
  }

  init(_ pieces: [Range<Int>], of file: [UInt8]) {
    let lines = JoinedLines(pieces, of: file)
    text = lines.text
    map = lines.map
  }

  /// Reads the whole text into `writer`. Stretches without a special byte stand as they are; `read` reads what a
  /// special byte begins, and moves past it.
  mutating func scan(
    into writer: inout DraftWriter, isSpecial: [Bool], _ read: (_ scanner: inout InlineScanner) -> Void
  ) {
    swap(&self.writer, &writer)
    while index < text.count {
      if close() { continue }
      let start = index
      while index < text.count, !isSpecial[Int(text[index])] { index += 1 }
      if index > start {
        emit(start..<index)
      } else {
        read(&self)
        if index <= start { emitOne(at: start) }
      }
    }
    swap(&self.writer, &writer)
  }

  /// A table of the bytes of `characters`.
  static func specials(_ characters: String) -> [Bool] {
    let bytes = Set(characters.utf8)
    return (0..<256).map { bytes.contains(UInt8($0)) }
  }

  // MARK: Looking

  /// The byte at an offset; 0 outside the text.
  func byte(at offset: Int) -> UInt8 { text.indices.contains(offset) ? text[offset] : 0 }

  /// Whether `word` stands at an offset.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= text.count else { return false }
    return word.withUTF8Buffer { text[offset..<offset + $0.count].elementsEqual($0) }
  }

  /// Where a byte stands next, from an offset on; at most `limit` bytes on.
  func first(_ byte: UInt8, from offset: Int, limit: Int) -> Int? {
    guard offset < text.count else { return nil }
    return text[offset..<min(text.count, offset + limit)].firstIndex(of: byte)
  }

  /// The end of the run of bytes from an offset on that satisfy this; at most `limit` bytes on.
  func end(from offset: Int, limit: Int = .max, where satisfies: (UInt8) -> Bool) -> Int {
    guard offset < text.count else { return text.count }
    let stretch = text[offset...].prefix(limit)
    return stretch.firstIndex { !satisfies($0) } ?? stretch.endIndex
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  // MARK: Text

  /// Appends a stretch as it stands; line breaks inside it are no part of one run.
  mutating func emit(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = text[start..<range.upperBound].firstIndex(of: 0x0A).map { $0 + 1 } ?? range.upperBound
      writer.append(text[start..<end], source: map.source(of: start))
      start = end
    }
  }

  /// Appends what stands for a stretch, and moves past it.
  mutating func emit(_ string: String, for range: Range<Int>) {
    writer.append(string, source: map.source(of: range))
    index = range.upperBound
  }

  /// Appends the byte at `index` as it stands, and moves past it.
  mutating func emitOne() { emitOne(at: index) }

  private mutating func emitOne(at offset: Int) {
    emit(offset..<offset + 1)
    index = offset + 1
  }

  /// Appends code or a formula, in which no number is a marker, and moves to `resume`.
  mutating func emitVerbatim(_ range: Range<Int>, resume: Int) {
    let start = writer.offset
    emit(range)
    writer.draft.verbatim.append(start..<writer.offset)
    index = resume
  }

  // MARK: Citations, notes and links

  /// Appends a citation's own text, and the citation; moves past it.
  mutating func cite(_ extent: Range<Int>, isInText: Bool = false, _ markers: [ArticleDraft.MarkerDraft]) {
    let start = writer.offset
    emit(extent)
    index = extent.upperBound
    guard !markers.isEmpty else { return }
    writer.draft.citations.append(.init(range: start..<writer.offset, isInText: isInText, placing: markers))
  }

  /// Appends a mark that points at a note, and moves past it.
  mutating func mark(_ extent: Range<Int>, label: String, note: String? = nil) {
    cite(extent, [.init(label: label, target: .note(note ?? label), style: .footnote, range: extent)])
  }

  /// Opens a note whose text stands behind `opening` and up to the bracket at `close`.
  mutating func openNote(_ opening: Range<Int>, close: Int, label: String? = nil) {
    let start = writer.offset
    emit(opening)
    index = opening.upperBound
    noteCount += 1
    let label = label ?? "inline:\(writer.draft.notes.count + noteCount)"
    closings[close] = (.note(label: label, start: start, text: writer.offset), close + 1)
  }

  /// Notes that are open.
  private var noteCount = 0

  /// Opens a link whose words stand up to the bracket at `close`; the text goes on at `resume`.
  mutating func openLink(words: Int, close: Int, address: String, resume: Int) {
    index = words
    closings[close] = (.link(address: address, start: writer.offset), resume)
  }

  /// Appends a link's words, and moves to `resume`.
  mutating func link(_ words: Range<Int>, address: String, resume: Int) {
    let start = writer.offset
    emit(words)
    writer.draft.links.append(.init(range: start..<writer.offset, address: address))
    index = resume
  }

  /// Takes back the last bytes that were appended as they stand.
  mutating func takeBack(_ count: Int) { writer.truncate(to: max(0, writer.offset - count)) }

  /// Makes a link of the last bytes that were appended as they stand.
  mutating func linkBack(_ count: Int, address: String) {
    guard count > 0, count <= writer.offset else { return }
    writer.draft.links.append(.init(range: writer.offset - count..<writer.offset, address: address))
  }

  /// Ends what the bracket at `index` closes; false where it closes nothing.
  private mutating func close() -> Bool {
    guard !closings.isEmpty, let closing = closings.removeValue(forKey: index) else { return false }
    switch closing.end {
    case .note(let label, let start, let text):
      noteCount -= 1
      let inside = text..<writer.offset
      emit(index..<index + 1)
      let range = start..<writer.offset
      writer.draft.notes.append(.init(label: label, range: range, paragraphs: [.init(range: inside)]))
      writer.draft.citations.append(
        .init(range: range, markers: [.init(label: label, target: .note(label), style: .footnote, range: range)]))
    case .link(let address, let start):
      writer.draft.links.append(.init(range: start..<writer.offset, address: address))
    }
    index = closing.resume
    return true
  }
}
