import IbidArticles
import IbidModel
import IbidNotes
import TestSupport

/// All that a reader finds in an article, a line each: what golden files hold.
struct ArticleListing {
  private let read: ReadArticle
  private(set) var lines: [String] = []

  /// Lists an article whose notes are read too.
  init(_ read: ReadArticle) {
    self.read = read
    let article = read.article
    lines.append("\(article.format), \(article.wordCount) words: \(article.title ?? "(no title)")")
    lines.append("")
    for section in article.sections {
      lines.append("section \(section.level) \(place(section.range)) \(section.title)")
    }
    for sentence in article.sentences { add(sentence) }
    for marker in article.markers { add(marker) }
    var style = ListStyle()
    let reader = NoteReader(read.reading)
    for note in article.notes { add(reader.read(note, in: &style)) }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private func place(_ range: SourceRange) -> String {
    "\(range.label)+\(range.length)"
  }

  /// The words of the text that a range of the article covers, so that a wrong place shows.
  private func source(_ range: SourceRange) -> String {
    let words = String(decoding: read.text[range.positions], as: UTF8.self)
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func add(_ sentence: Sentence) {
    let section = sentence.section.map { " §\($0)" } ?? ""
    let markers =
      sentence.markers.isEmpty ? "" : " markers \(sentence.markers.lowerBound)–\(sentence.markers.upperBound - 1)"
    lines.append("")
    lines.append("\(sentence.setting)\(section) block \(sentence.block) \(place(sentence.range))\(markers)")
    lines.append("  \(sentence.text)")
    if source(sentence.range) != sentence.text { lines.append("  ← \(source(sentence.range))") }
  }

  private mutating func add(_ marker: Marker) {
    let target =
      switch marker.target {
      case .note(let label): "note \(label)"
      case .key(let key): "key \(key)"
      }
    var line = "marker \(marker.label) → \(target), \(marker.style), citation \(marker.citation)"
    for (name, value) in [("prefix", marker.prefix), ("locator", marker.locator), ("suffix", marker.suffix)] {
      if let value { line += ", \(name) «\(value)»" }
    }
    if marker.suppressesAuthor { line += ", without author" }
    if marker.isInText { line += ", in the text" }
    if lines.last?.hasPrefix("marker") != true { lines.append("") }
    lines.append("\(line), \(place(marker.range)) «\(source(marker.range))»")
  }

  private mutating func add(_ note: Note) {
    lines.append("")
    lines.append("note \(note.label) \(place(note.range))\(note.hasCommentary ? ", with commentary" : "")")
    for paragraph in note.paragraphs {
      let depth = paragraph.listDepth == 0 ? "" : " depth \(paragraph.listDepth)"
      lines.append("  paragraph\(depth) \(place(paragraph.range)) \(paragraph.text)")
    }
    for reference in note.references {
      let percent = Int((reference.confidence * 100).rounded())
      lines.append("  reference \(place(reference.range)) \(percent) % \(reference.text)")
      lines += reference.item.listing.map { "    " + $0 }
    }
    for quote in note.quotes { lines.append("  quote \(place(quote.range)) \(quote.text)") }
    for terse in note.terseCitations {
      let year = terse.year.map { " \($0)" } ?? ""
      lines.append("  named \(place(terse.range)) \(terse.families.joined(separator: ", "))\(year) in «\(terse.text)»")
    }
    for link in note.links { lines.append("  link \(place(link.range)) «\(source(link.range))» \(link.address)") }
  }
}
