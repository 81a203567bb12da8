import IbidModel
import IbidText

/// Reads Typst: `@key`, `@key[p. 3]`, `#cite(<key>)`, `#footnote[…]`, headings, and the captions of figures.
///
/// Source: Typst 0.13's reference, «Syntax», «Reference», «Cite», «Footnote».
package enum TypstReader: ArticleReader {
  package static let format = ArticleFormat(
    "typst", title: "Typst", endings: [".typ"],
    remarks: RemarkSyntax([.init(opening: "//"), .init(opening: "/*", closing: "*/")]),
    bibliographies: TypstBibliographyFiles.names)

  /// Whether the name says so, or a line near the start sets what only Typst sets.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    if format.isNamed(path) { return true }
    guard !ArticleReaders.isNamed(path) else { return false }
    let head = Array(bytes.prefix(4096))
    return TextLines.lines(of: head, from: 0).contains { line in
      let text = head[line.range]
      return ["#import \"@", "#set page(", "#set text(", "#set document(", "#set par(", "#set heading(", "#show: "]
        .contains { text.starts(with: $0.utf8) }
    }
  }

  /// The article in a Typst document.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    var draft = TypstDraft.draft(bytes, from: start)
    BlockNoteSections.takeNotes(from: &draft)
    draft.addLinkedMarkers()
    draft.addNamedWorks()
    return ArticleAssembler.read(draft, source: SourceText(bytes), path: path, format: format)
  }
}
