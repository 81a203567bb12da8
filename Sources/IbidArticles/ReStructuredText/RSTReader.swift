import IbidModel
import IbidText

/// Reads reStructuredText: footnotes `[1]_`, `[#label]_`, `[#]_`, `[*]_`, citations `[CIT2002]_`, and the roles of
/// sphinxcontrib-bibtex.
///
/// Source: docutils' «reStructuredText Markup Specification»; sphinxcontrib-bibtex 2.6, «Roles and Directives».
package enum RSTReader: ArticleReader {
  package static let format = ArticleFormat(
    "rst", title: "reStructuredText", endings: [".rst", ".rest"], remarks: RemarkSyntax([.init(opening: "..")]),
    bibliographies: LineBibliographyFiles.reStructuredText,
    traits: ArticleTraits(noteMark: .init(opening: "[", closing: "]_")))

  /// Whether the name says so, or a note is defined as nothing else defines them.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    if format.isNamed(path) { return true }
    return !ArticleReaders.isNamed(path) && RSTEvidence.isEnough(in: bytes)
  }

  /// The article in a reStructuredText document.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    let blocks = RSTBlocks(bytes, lines: TextLines.lines(of: bytes, from: start))
    let notes = RSTNotes(blocks.definitions)
    let names = RSTNames(
      notes: notes.labels, links: blocks.links, replacements: blocks.replacements)
    var draft = MarkdownDraft.draft(
      BlockText(bytes: bytes, blocks: blocks.blocks, notes: notes.notes, marksNotes: true, title: blocks.title) {
        pieces, writer in
        RSTInline.append(pieces, of: bytes, names: names, to: &writer)
      })
    notes.number(&draft)
    draft.addLinkedMarkers()
    draft.addNamedWorks()
    return ArticleAssembler.read(draft, source: SourceText(bytes), path: path, format: format)
  }
}

/// Signs of reStructuredText in a text whose name does not tell.
enum RSTEvidence {
  /// Whether a line begins as the definition of a note or a directive does, and the text points at notes or has roles.
  static func isEnough(in bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(65_536))
    let refers =
      head.firstOffset(of: "]_") != nil || head.firstOffset(of: ":cite:") != nil
      || head.firstOffset(of: ":footcite:") != nil
    return refers
      && TextLines.lines(of: head, from: 0).contains { line in
        let text = head[line.range]
        return line.indent == 0 && text.starts(with: ".. ".utf8)
          && (text.dropFirst(3).first == UInt8(ascii: "[") || text.firstIndex(of: UInt8(ascii: ":")) != nil)
      }
  }
}
