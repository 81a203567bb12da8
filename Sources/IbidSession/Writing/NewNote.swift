package import IbidKit
import IbidModel

/// A note that is added to an article, written as its last one is.
package struct NewNote {
  private let article: CheckedArticle
  private let text: EditedText

  /// Adds notes to an article with this text.
  package init(_ article: CheckedArticle, _ text: EditedText) {
    self.article = article
    self.text = text
  }

  /// The edit that adds a note; nil where nothing tells how the article would write it.
  package func edit(label: String, saying words: String) -> TextEdit? {
    let places = ArticlePlaces(article, text)
    let own = article.notes.map(\.note).filter { places.isOwn($0.range) && !$0.paragraphs.isEmpty }
      .sorted { $0.range.place < $1.range.place }
    guard let last = own.last else { return firstNote(label: label, saying: words) }
    guard let model = NoteModel(last, behind: own.dropLast().last, in: text) else { return nil }
    return model.edit(label: label, saying: escaped(words))
  }

  /// A note of an article that has none: at its end, as the format writes notes.
  private func firstNote(label: String, saying words: String) -> TextEdit? {
    guard let mark = article.article.traits.noteMark else { return nil }
    let opening: String
    switch article.article.format {
    case "markdown": opening = "[^\(label)]: "
    case "rst": opening = ".. [\(label)] "
    default: opening = mark.text(for: label) + " "
    }
    let line = text.lineEnd
    let isEnded = text.bytes.last == 0x0A || text.bytes.last == 0x0D
    return TextEdit(at: text.bytes.count, (isEnded ? "" : line) + line + opening + escaped(words) + line)
  }

  private func escaped(_ words: String) -> String { FormatEscaping.text(words, in: article.article.format) }
}

/// How an article's last note is written: what stands before its text, behind it, and between it and the one before.
private struct NoteModel {
  private let prefix: String
  private let suffix: String
  private let separator: String
  private let end: Int
  private let label: String

  /// Most bytes that stand before or behind a note's text.
  private static let most = 300

  init?(_ note: Note, behind other: Note?, in text: EditedText) {
    let range = note.range.offsets.clamped(to: 0..<text.bytes.count)
    guard let first = note.paragraphs.first?.range.offsets, let last = note.paragraphs.last?.range.offsets,
      first.lowerBound >= range.lowerBound, last.upperBound <= range.upperBound,
      first.lowerBound - range.lowerBound <= Self.most, range.upperBound - last.upperBound <= Self.most
    else { return nil }
    let line = text.contents(ofLine: text.line(at: range.lowerBound))
    let indent = text.text(line.lowerBound..<range.lowerBound)
    guard indent.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return nil }
    // The note's own text ends before blank lines, which belong to what follows.
    var suffix = Self.withoutBlanks(text.text(last.upperBound..<range.upperBound))
    let opening = text.text(range.lowerBound..<first.lowerBound)
    if opening.hasPrefix("<") {
      // An element is written whole, also where its note ends before its closing tag.
      let closing = "</" + opening.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" } + ">"
      if !suffix.hasSuffix(closing) {
        let end = last.upperBound + suffix.utf8.count
        guard text.text(end..<end + closing.utf8.count) == closing else { return nil }
        suffix += closing
      }
    }
    self.suffix = suffix
    end = last.upperBound + suffix.utf8.count
    prefix = indent + opening
    label = note.label
    let before = other.map { other in
      let end = other.range.offsets.upperBound
      return text.text(min(end, range.lowerBound)..<range.lowerBound)
    }
    let isParted = before.map { $0.utf8.count { $0 == 0x0A } > 1 } ?? prefix.hasPrefix("[^")
    separator = text.lineEnd + (isParted ? text.lineEnd : "")
    let isTagged = prefix.contains("<")
    guard isTagged || !WholeWord.all(label, in: Array(prefix.utf8), 0..<prefix.utf8.count).isEmpty else { return nil }
  }

  func edit(label new: String, saying words: String) -> TextEdit {
    func renamed(_ text: String) -> String {
      var bytes = Array(text.utf8)
      for place in places(in: bytes).reversed() { bytes.replaceSubrange(place, with: new.utf8) }
      return String(decoding: bytes, as: UTF8.self)
    }
    return TextEdit(at: end, separator + renamed(prefix) + words + renamed(suffix))
  }

  /// Where the label stands; in a tag its number may have letters before it: `id="fn1"`.
  private func places(in bytes: [UInt8]) -> [Range<Int>] {
    guard prefix.contains("<"), Int(label) != nil else { return WholeWord.all(label, in: bytes, 0..<bytes.count) }
    return WholeWord.numbers(label, in: bytes)
  }

  private static func withoutBlanks(_ text: String) -> String {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
