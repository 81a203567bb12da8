import IbidModel
import IbidText

/// Reads HTML: headings, paragraphs, and the notes that links within the page point at, as `role="doc-noteref"`,
/// pandoc, WordPress and Wikipedia write them.
package enum HTMLReader: ArticleReader {
  package static let format = ArticleFormat(
    "html", title: "HTML", endings: [".html", ".htm", ".xhtml"], remarks: .markup)

  /// Whether a document type, an `html` element or a body opens near the start, or the name says so.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    if MarkdownReader.format.isNamed(path) || LaTeXReader.format.isNamed(path) { return false }
    let head = Array(bytes.prefix(4096)).loweredASCII
    if head.firstOffset(of: "<!doctype html") != nil || head.firstOffset(of: "<html") != nil { return true }
    return format.isNamed(path)
  }

  /// The article in an HTML page.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    var draft = HTMLDraft.draft(bytes, from: start)
    draft.addLinkedMarkers()
    draft.addNamedWorks()
    return ArticleAssembler.read(draft, source: SourceText(bytes), path: path, format: format)
  }
}
