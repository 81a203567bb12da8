import IbidModel
import IbidText

/// Reads Org: citations of org-cite (`[cite:@key]`) and org-ref (`cite:key`, `[[cite:&key]]`), footnotes `[fn:1]` and
/// `[fn:: …]`.
///
/// Source: «Org Syntax» (orgmode.org/worg); the Org manual, «Citation handling»; org-ref 3's manual.
package enum OrgReader: ArticleReader {
  package static let format = ArticleFormat(
    "org", title: "Org", endings: [".org"],
    remarks: RemarkSyntax([
      .init(opening: "#"), .init(opening: "#+begin_comment", closing: "#+end_comment"),
      .init(opening: "#+BEGIN_COMMENT", closing: "#+END_COMMENT"),
    ]), bibliographies: LineBibliographyFiles.org,
    traits: ArticleTraits(noteMark: .init(opening: "[fn:", closing: "]")))

  /// Whether the name says so, or the first line that is not blank sets a keyword.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    if format.isNamed(path) { return true }
    guard !ArticleReaders.isNamed(path) else { return false }
    let lines = TextLines.lines(of: Array(bytes.prefix(4096)), from: 0)
    return lines.first { !$0.isBlank }.map { OrgLineSyntax(text: bytes).keyword($0) != nil } ?? false
  }

  /// The article in an Org document.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    let blocks = OrgBlocks(bytes, lines: TextLines.lines(of: bytes, from: start))
    var draft = MarkdownDraft.draft(
      BlockText(bytes: bytes, blocks: blocks.blocks, notes: blocks.notes, marksNotes: true, title: blocks.title) {
        pieces, writer in
        OrgInline.append(pieces, of: bytes, to: &writer)
      })
    draft.addLinkedMarkers()
    draft.addNamedWorks()
    return ArticleAssembler.read(draft, source: SourceText(bytes), path: path, format: format)
  }
}
