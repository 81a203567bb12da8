import IbidArticles
import IbidCSL
import IbidChecks
import IbidModel

/// Puts rendered citations and the bibliography into the manuscript's text, and leaves all else as it was.
struct ManuscriptWriter {
  private let bytes: [UInt8]
  private let manuscript: Manuscript
  private let list: BibliographyText
  private let choices: ManuscriptChoices
  private let output: OutputFormat
  private var isMarkdown: Bool { output == .markdown }
  /// Replacements, as UTF-8 offsets of the manuscript.
  private var edits: [(range: Range<Int>, text: String)] = []
  /// The texts of the notes that the style makes.
  private var notes: [String] = []

  /// - Parameter output: how citations and entries are rendered on the way to `format`.
  init(
    bytes: [UInt8], manuscript: Manuscript, format: FormattedManuscript.Format, output: OutputFormat,
    choices: ManuscriptChoices = ManuscriptChoices()
  ) {
    self.bytes = bytes
    self.manuscript = manuscript
    self.choices = choices
    self.output = output
    list = BibliographyText(format: format, output: output, choices: choices)
  }

  /// A citation where it stands: «(Weng 2023)», or «Weng (2023)» where the sentence names the author.
  mutating func inline(_ citation: Manuscript.Citation, _ rendered: RenderedCitation) {
    var rendered = rendered
    var range = citation.range
    let isRaised = rendered.text.utf8.first == UInt8(ascii: "^")
    // Raised numbers stand close to the word.
    if rendered.author == nil, isRaised, range.lowerBound > 0, bytes[range.lowerBound - 1] == 0x20 {
      range = range.lowerBound - 1..<range.upperBound
    }
    if hasNeedlessPeriod(rendered.text, behind: range.upperBound, isInNote: citation.note != nil) {
      rendered.text.removeLast()
    }
    rendered.text = linked(
      isMarkdown ? RaisedText.escapingBlanks(rendered.text, for: list.format) : rendered.text, citation)
    var moved = ""
    if isRaised, choices.movesBehindPunctuation {
      let marks = bytes[range.upperBound...].prefix { ".,;:!?".utf8.contains($0) }
      moved = String(decoding: marks, as: UTF8.self)
      range = range.lowerBound..<marks.endIndex
    }
    edits.append((range, moved + rendered.whole))
  }

  /// Whether a citation's last period is one too many: where a period follows, and in a footnote where its sentence
  /// goes on.
  private func hasNeedlessPeriod(_ text: String, behind end: Int, isInNote: Bool) -> Bool {
    guard text.utf8.last == UInt8(ascii: "."), end < bytes.count else { return false }
    let rest = bytes[end...].drop { $0 == 0x20 }
    guard let next = rest.first, next != 0x0A, next != 0x0D else { return false }
    if bytes[end] == UInt8(ascii: ".") { return true }
    return isInNote && !startsSentence(rest) && !endsInAbbreviation(text)
  }

  /// Whether the period at the end belongs to its word.
  private func endsInAbbreviation(_ text: String) -> Bool {
    let word = text.split { $0.isWhitespace || $0 == "(" || $0 == "*" || $0 == "." }.last?.lowercased() ?? ""
    return ["ibid", "al", "ed", "eds", "trans", "cit", "d", "j"].contains(word)
  }

  private func startsSentence(_ rest: ArraySlice<UInt8>) -> Bool {
    String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isUppercase == true
  }

  /// A citation of one work that leads to its entry, where the manuscript wants that.
  private func linked(_ text: String, _ citation: Manuscript.Citation) -> String {
    guard choices.linksCitations, isMarkdown, citation.cites.count == 1, !text.isEmpty else { return text }
    return "[\(text)](#\(BibliographyText.anchor(citation.cites[0].key)))"
  }

  /// A citation as a note, whose mark follows the punctuation behind it.
  mutating func note(_ citation: Manuscript.Citation, _ rendered: RenderedCitation) {
    guard !rendered.text.isEmpty else { return edits.append((citation.range, rendered.whole)) }
    notes.append(isMarkdown ? RaisedText.escapingBlanks(rendered.text, for: list.format) : rendered.text)
    let mark = isMarkdown ? "[^ibid-\(notes.count)]" : "[\(notes.count)]"
    var start = citation.range.lowerBound
    var end = citation.range.upperBound
    let words = rendered.inSentence
    if words.isEmpty, start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    var moved: [UInt8] = []
    while words.isEmpty, choices.movesBehindPunctuation, end < bytes.count, ".,;:!?".utf8.contains(bytes[end]) {
      moved.append(bytes[end])
      end += 1
    }
    edits.append((start..<end, words + String(decoding: moved, as: UTF8.self) + mark))
  }

  /// The whole text. The bibliography stands in the `refs` division where there is one, else at the end.
  func finished(bibliography entries: [BibliographyEntry]) -> String {
    var edits = edits
    var tail = ""
    if !notes.isEmpty {
      tail += "\n" + notes.enumerated().map { noteText($0.offset + 1, $0.element) }.joined(separator: "\n") + "\n"
    }
    if !entries.isEmpty {
      if let division = manuscript.bibliography {
        edits.append((division, "\n" + list.text(of: entries, isInDivision: true) + "\n"))
      } else {
        tail += "\n" + list.text(of: entries, isInDivision: false)
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
    return output == .html ? Array(HTMLText.escaped(String(decoding: text, as: UTF8.self)).utf8) : Array(text)
  }

  private func noteText(_ number: Int, _ text: String) -> String {
    isMarkdown ? "[^ibid-\(number)]: \(text)\n" : "\(number). \(text)"
  }
}
