import IbidModel

/// Reads HTML: headings, paragraphs, and the notes that links within the page point at, as `role="doc-noteref"`,
/// pandoc, WordPress and Wikipedia write them.
package enum HTMLReader: ArticleReader {
  package static let format = "html"

  /// Whether a document type, an `html` element or a body opens near the start, or the name says so.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    let name = path.lowercased()
    if [".md", ".markdown", ".tex"].contains(where: { name.hasSuffix($0) }) { return false }
    let head = Array(bytes.prefix(4096)).loweredASCII
    if head.firstOffset(of: "<!doctype html") != nil || head.firstOffset(of: "<html") != nil { return true }
    return [".html", ".htm", ".xhtml"].contains { name.hasSuffix($0) }
  }

  /// The article in an HTML page.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(_ bytes: [UInt8], path: String) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    var draft = HTMLDraft.draft(bytes, from: start)
    draft.addLinkedMarkers()
    draft.addLinkedWorks()
    return ArticleAssembler.read(draft, bytes: bytes, path: path, format: format)
  }
}
