import IbidModel
import IbidText

/// Reads Word documents: headings, paragraphs, foot- and endnotes, raised numbers, and the citation fields of Zotero,
/// Mendeley, EndNote and Word, which carry the records that they cite.
///
/// Places point into the document's text: a line is a paragraph, counted from 1 through the text, the footnotes and
/// the endnotes.
package enum DocxReader: ArticleReader {
  package static let format = ArticleFormat(
    "docx", title: "A Word document (.docx)", endings: [".docx"], remarks: .customary)

  /// Whether the bytes are a ZIP file that names a Word document, or is named as one.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    guard ZIPArchive.isArchive(bytes) else { return false }
    if format.isNamed(path) { return true }
    return (try? ZIPArchive(bytes))?.entries.contains { $0.name.hasPrefix("word/") } ?? false
  }

  /// The article in a Word document, and its text.
  ///
  /// - Throws: `ArticleError` where the package is broken, encrypted, too large, or no Word document.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    guard ZIPArchive.isArchive(bytes) else {
      throw ArticleError(.malformed("no ZIP file; a Word document (.docx) was expected", line: nil), path: path)
    }
    return try read(DocxParts(package: bytes, path: path), path: path)
  }

  /// The article in the parts of a Word document.
  ///
  /// - Throws: `ArticleError` where the parts hold no text.
  package static func read(_ parts: DocxParts, path: String) throws(ArticleError) -> ReadArticle {
    let draft = DocxDraft.draft(parts)
    guard !draft.blocks.isEmpty || !draft.notes.isEmpty else { throw ArticleError(.empty, path: path) }
    return ArticleAssembler.read(draft, source: SourceText(draft.text), path: path, format: format)
  }
}
