import IbidModel
import IbidText

/// A manuscript as far as its citations go: where they stand, and where the bibliography belongs. All else stays as
/// the author wrote it.
///
/// Source: pandoc's manual, «Citation syntax» and «Placement of the bibliography».
package struct Manuscript: Sendable {
  /// A place in the manuscript whose text a style decides.
  package struct Citation: Sendable, Hashable {
    /// UTF-8 offsets of the file, brackets included.
    package var range: Range<Int>
    /// The works, in the author's order.
    package var cites: [Cite]
    /// Whether the author's name is part of the sentence: `@weng2023` without brackets.
    package var isInText: Bool
    /// The label of the footnote in which it stands; nil in the text.
    package var note: String?
  }

  /// One work of a citation.
  package struct Cite: Sendable, Hashable {
    package var key: String
    /// What stands before the key, as it was written, without blanks around it.
    package var prefix: String?
    /// What stands behind the key, the locator included, as it was written: `, p. 33 *and* more`.
    package var words: String?
    package var suppressesAuthor: Bool
  }

  /// The author's own footnote, where the text points at it.
  package struct NoteMark: Sendable, Hashable {
    package var offset: Int
    package var label: String
  }

  /// The citations, in the order of the file.
  package let citations: [Citation]
  /// The author's own footnotes, in the order of the text.
  package let noteMarks: [NoteMark]
  /// The inside of the `refs` division, as UTF-8 offsets; nil where the manuscript has none.
  package let bibliography: Range<Int>?

  /// Whether it is plain text by its name, in which no Markdown is looked for.
  package let isPlainText: Bool

  /// The manuscript in a Markdown text, or in a plain one by its name.
  ///
  /// - Throws: `ArticleError` where the bytes are empty, no UTF-8 text, or an article of another format.
  package static func read(_ bytes: [UInt8], path: String) throws(ArticleError) -> Manuscript {
    try checkFormat(of: bytes, path: path)
    let start = try ArticleText.start(of: bytes, path: path)
    return PlainTextReader.format.isNamed(path)
      ? Manuscript(plain: bytes, from: start) : Manuscript(MarkdownDraft.draft(bytes, from: start), bytes)
  }

  /// Checks that these bytes are Markdown or plain text by their name, or where that does not tell, by their content.
  ///
  /// - Throws: `ArticleError` where they are of another format, in which no citations are formatted.
  package static func checkFormat(of bytes: [UInt8], path: String) throws(ArticleError) {
    let format = try ArticleReaders.format(of: bytes, path: path)
    let known = [MarkdownReader.format, PlainTextReader.format]
    guard known.contains(where: { $0.name == format.name || $0.isNamed(path) }) else {
      throw ArticleError(.notFormatted(format.title), path: path)
    }
  }

  /// A plain text: the YAML block before it is no part of it.
  private init(plain bytes: [UInt8], from start: Int) {
    isPlainText = true
    let lines = TextLines.lines(of: bytes, from: start)
    let body = lines.dropFirst(FrontMatter(bytes, lines: lines).lineCount).first
    citations = PlainCitations.citations(in: bytes, from: body?.range.lowerBound ?? bytes.count).flatMap {
      Self.citations($0, bytes, range: $0.range, note: nil)
    }
    noteMarks = []
    bibliography = Self.division(in: bytes)
  }

  private init(_ draft: ArticleDraft, _ bytes: [UInt8]) {
    isPlainText = false
    var citations: [Citation] = []
    var marks: [NoteMark] = []
    for citation in draft.citations {
      let range = draft.map.source(of: citation.range)
      let note = draft.notes.first { $0.range.contains(citation.range.lowerBound) && $0.range != citation.range }
      let found = Self.citations(citation, bytes, range: range, note: note?.label)
      if !found.isEmpty {
        citations += found
      } else if let marker = citation.markers.first, marker.style == .footnote, note == nil {
        marks.append(NoteMark(offset: range.lowerBound, label: marker.label))
      }
    }
    self.citations = citations.sorted { $0.range.lowerBound < $1.range.lowerBound }
    noteMarks = marks.sorted { $0.offset < $1.offset }
    bibliography = Self.division(in: bytes)
  }

  /// What a style decides of brackets with keys: all that they hold, or each key by itself where a part of them names no
  /// work, so that nothing of the author's is lost.
  private static func citations(
    _ draft: ArticleDraft.Citation, _ bytes: [UInt8], range: Range<Int>, note: String?
  ) -> [Citation] {
    let cites = draft.markers.compactMap(cite)
    guard !cites.isEmpty else { return [] }
    guard draft.hasPartWithoutKey else {
      return [Citation(range: range, cites: cites, isInText: draft.isInText, note: note)]
    }
    let pandoc = PandocCitation(text: bytes)
    var citations: [Citation] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard pandoc.isCitationMark(index, from: range.lowerBound),
        let found = pandoc.key(at: index, to: range.upperBound)
      else {
        index += 1
        continue
      }
      let suppresses = pandoc.suppressesAuthor(index, from: range.lowerBound)
      let cite = Cite(
        key: String(decoding: bytes[found.key], as: UTF8.self), prefix: nil, words: nil, suppressesAuthor: suppresses)
      citations.append(
        Citation(range: (suppresses ? index - 1 : index)..<found.end, cites: [cite], isInText: true, note: note))
      index = found.end
    }
    return citations
  }

  private static func cite(_ marker: ArticleDraft.MarkerDraft) -> Cite? {
    guard case .key(let key) = marker.target, marker.style == .citationKey else { return nil }
    return Cite(
      key: key, prefix: marker.prefix, words: marker.words, suppressesAuthor: marker.suppressesAuthor)
  }

  /// What stands between `::: {#refs}` (or `<div id="refs">`) and the line that ends it.
  private static func division(in bytes: [UInt8]) -> Range<Int>? {
    var start: Int?
    var isFenced = true
    for line in TextLines.lines(of: bytes, from: 0) {
      let text = bytes[line.range].trimmedASCII
      if let start {
        let ends = isFenced ? text.starts(with: Array(":::".utf8)) : text.starts(with: Array("</div".utf8))
        if ends { return start..<line.range.lowerBound }
      } else {
        isFenced = text.starts(with: Array(":::".utf8))
        guard isFenced && text.contains(Array("#refs".utf8)) || text.starts(with: Array("<div id=\"refs\"".utf8)) else {
          continue
        }
        start = min(bytes.count, line.range.upperBound + 1)
      }
    }
    return nil
  }
}
