import IbidArticles
import IbidCSL
import IbidChecks
import IbidModel

/// Puts rendered citations and the bibliography into the manuscript's text, and leaves all else as it was.
struct ManuscriptWriter {
  private let bytes: [UInt8]
  private let manuscript: Manuscript
  private let format: OutputFormat
  private var isMarkdown: Bool { format == .markdown }
  /// Replacements, as UTF-8 offsets of the manuscript.
  private var edits: [(range: Range<Int>, text: String)] = []
  /// The texts of the notes that the style makes.
  private var notes: [String] = []

  init(bytes: [UInt8], manuscript: Manuscript, format: OutputFormat) {
    self.bytes = bytes
    self.manuscript = manuscript
    self.format = format
  }

  /// A citation where it stands: «(Weng 2023)», or «Weng (2023)» where the sentence names the author.
  mutating func inline(_ citation: Manuscript.Citation, author: String?, text: String) {
    var range = citation.range
    // Raised numbers stand close to the word.
    let isRaised = text.hasPrefix("^") || text.hasPrefix("<sup>")
    if author == nil, isRaised, range.lowerBound > 0, bytes[range.lowerBound - 1] == 0x20 {
      range = range.lowerBound - 1..<range.upperBound
    }
    let parts = [author, text].compactMap(\.self).filter { !$0.isEmpty }
    let joined = parts.joined(separator: isRaised ? "" : " ")
    // What ends with a period of its own, as a sentence or «et al.», needs no second one.
    let isStopped =
      joined.utf8.last == UInt8(ascii: ".") && range.upperBound < bytes.count
      && bytes[range.upperBound] == UInt8(ascii: ".")
    edits.append((range, isStopped ? String(joined.dropLast()) : joined))
  }

  /// A citation as a note, whose mark follows the punctuation behind it.
  mutating func note(_ citation: Manuscript.Citation, author: String?, text: String) {
    notes.append(text)
    let mark = isMarkdown ? "[^ibid-\(notes.count)]" : "[\(notes.count)]"
    var start = citation.range.lowerBound
    var end = citation.range.upperBound
    if author == nil, start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    var moved: [UInt8] = []
    while author == nil, end < bytes.count, ".,;:!?".utf8.contains(bytes[end]) {
      moved.append(bytes[end])
      end += 1
    }
    edits.append((start..<end, (author ?? "") + String(decoding: moved, as: UTF8.self) + mark))
  }

  /// The whole text. The bibliography stands in the `refs` division where there is one, else at the end.
  func finished(bibliography entries: [String]) -> String {
    var edits = edits
    var tail = ""
    if !notes.isEmpty {
      tail += "\n" + notes.enumerated().map { noteText($0.offset + 1, $0.element) }.joined(separator: "\n") + "\n"
    }
    if !entries.isEmpty {
      let list =
        format == .html ? PlainTextPage.list(of: entries) : entries.joined(separator: isMarkdown ? "\n\n" : "\n") + "\n"
      if let division = manuscript.bibliography {
        edits.append((division, "\n" + list + "\n"))
      } else {
        tail += "\n" + list
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var position = 0
    for (range, text) in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where range.lowerBound >= position {
      result += untouched(position..<range.lowerBound)
      result += Array(text.utf8)
      position = range.upperBound
    }
    result += untouched(position..<bytes.count)
    if !tail.isEmpty, result.last != 0x0A { result.append(0x0A) }
    return String(decoding: result, as: UTF8.self) + tail
  }

  /// The author's own text, which in a page is escaped.
  private func untouched(_ range: Range<Int>) -> [UInt8] {
    let text = bytes[range]
    return format == .html ? Array(HTMLText.escaped(String(decoding: text, as: UTF8.self)).utf8) : Array(text)
  }

  private func noteText(_ number: Int, _ text: String) -> String {
    isMarkdown ? "[^ibid-\(number)]: \(text)\n" : "\(number). \(text)"
  }
}
