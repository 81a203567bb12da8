import IbidModel
import IbidText

/// Reads JATS, the journals' XML: sections, paragraphs, `xref` citations, footnotes and the list of references.
///
/// Source: NISO JATS 1.3, Journal Archiving tag set.
package enum JATSReader: ArticleReader {
  package static let format = ArticleFormat(
    "jats", title: "JATS", remarks: .markup, traits: ArticleTraits(isResearchFormat: true))

  /// Whether an `article` element of JATS opens near the start.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    let head = Array(bytes.prefix(4096))
    guard head.firstOffset(of: "<article") != nil else { return false }
    let isXML = head.firstOffset(of: "<?xml") != nil || head.firstOffset(of: "JATS") != nil
    return head.firstOffset(of: "<html") == nil && (isXML || head.firstOffset(of: "<front") != nil)
  }

  /// The article in a JATS document.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text, or hold no text of an article.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    let draft = JATSDraft.draft(bytes, from: start)
    guard !draft.blocks.isEmpty || !draft.notes.isEmpty else {
      throw ArticleError(
        .malformed("neither paragraphs nor references in the XML; a JATS article was expected", line: nil), path: path)
    }
    return ArticleAssembler.read(draft, source: SourceText(bytes), path: path, format: format)
  }
}
