import IbidModel
import IbidNotes
import IbidText
import TestSupport

/// The notes of the seed article, cut by their indentation alone.
struct SeedNotes {
  /// Read once for all tests; nil where the article is not at hand.
  static let shared = try? SeedNotes()

  let source: [UInt8]
  let notes: [Note]

  private init() throws {
    source = try Repository.bytes(Repository.shared + "/seed/what-works-for-pain.txt")
    let lines = LineIndex(source)
    var notes: [Note] = []
    var isWithin = false
    var number = 1
    while number < 10_000 {
      let line = lines.line(number)
      let text = String(decoding: line, as: UTF8.self)
      number += 1
      if text == "Notes" { isWithin = true } else if text == "Permalinks" { break }
      guard isWithin, !text.isEmpty, text != "Notes" else { continue }
      let indent = text.prefix { $0 == " " }.count
      let content = text.dropFirst(indent)
      var start = line.startIndex + indent
      var isItem = false
      if let stop = content.firstIndex(of: "."), let label = Int(content[..<stop]) {
        start += content.utf8.distance(from: content.startIndex, to: stop) + 2
        isItem = true
        if indent == 2 {
          notes.append(Note(label: String(label), range: lines.range(line.startIndex..<line.endIndex), paragraphs: []))
        }
      }
      notes[notes.count - 1].paragraphs.append(
        Note.Paragraph(
          text: String(decoding: source[start..<line.endIndex], as: UTF8.self),
          range: lines.range(start..<line.endIndex),
          listDepth: isItem && indent > 2 ? (indent - 2) / 2 : 0))
    }
    let reader = NoteReader(ReadingCopy(source))
    var style = ListStyle()
    self.notes = notes.map { reader.read($0, in: &style) }
  }

  func note(_ label: String) -> Note? { notes.first { $0.label == label } }
}
