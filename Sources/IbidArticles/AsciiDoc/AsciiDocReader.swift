import IbidModel
import IbidText

/// Reads AsciiDoc: bibliography entries `[[[key]]]` and `<<key>>`, `footnote:[…]`, and the citations of
/// asciidoctor-bibtex and asciidoctor-bibliography.
///
/// Source: the AsciiDoc Language documentation (docs.asciidoctor.org), «Bibliography», «Footnotes», «Delimited Blocks»;
/// the extensions' manuals.
package enum AsciiDocReader: ArticleReader {
  package static let format = ArticleFormat(
    "asciidoc", title: "AsciiDoc", endings: [".adoc", ".asciidoc", ".asc"],
    remarks: RemarkSyntax([.init(opening: "//"), .init(opening: "////", closing: "////")]),
    bibliographies: LineBibliographyFiles.asciiDoc)

  /// Whether the name says so, or a title stands first and an attribute of the document under it.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    if format.isNamed(path) { return TextEncoding.firstInvalidUTF8(in: bytes) == nil }
    guard !ArticleReaders.isNamed(path) else { return false }
    let syntax = AsciiDocLineSyntax(text: Array(bytes.prefix(16_384)))
    let lines = TextLines.lines(of: syntax.text, from: 0).drop(while: \.isBlank)
    guard let first = lines.first, syntax.heading(first)?.level == 1, syntax.text[first.range.lowerBound] == 0x3D else {
      return false
    }
    return lines.dropFirst().prefix { !$0.isBlank }.contains { syntax.attribute($0) != nil }
  }

  /// The article in an AsciiDoc document.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    let lines = TextLines.lines(of: bytes, from: start)
    // Makers of web sites have YAML before the text.
    let frontMatter = FrontMatter(bytes, lines: bytes[start...].starts(with: "---".utf8) ? lines : [])
    let blocks = AsciiDocBlocks(bytes, lines: Array(lines.dropFirst(frontMatter.lineCount)))
    let keys = Set(blocks.notes.map(\.label))
    var draft = MarkdownDraft.draft(
      BlockText(bytes: bytes, blocks: blocks.leveled, notes: blocks.notes, marksNotes: true, title: frontMatter.title) {
        pieces, writer in
        AsciiDocInline.append(pieces, of: bytes, keys: keys, to: &writer)
      })
    draft.addLinkedMarkers()
    draft.addNamedWorks()
    return ArticleAssembler.read(draft, source: SourceText(bytes), path: path, format: format)
  }
}
