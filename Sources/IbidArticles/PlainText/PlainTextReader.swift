import IbidModel
import IbidText

/// Reads plain text: paragraphs between blank lines, headings that stand alone, notes and references in a list under
/// a heading of their own, and markers as copy and paste leaves them.
package enum PlainTextReader: ArticleReader {
  package static let format = ArticleFormat(
    "plain-text", title: "Plain text", endings: [".txt", ".text"], remarks: .customary)

  /// Whether this is UTF-8 text: what nobody else takes.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    TextEncoding.firstInvalidUTF8(in: bytes) == nil
  }

  /// The article in a plain text.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    var draft = PlainTextDraft.draft(bytes, from: start)
    draft.addLinkedMarkers()
    draft.addNamedWorks()
    return ArticleAssembler.read(draft, source: SourceText(bytes), path: path, format: format)
  }
}
