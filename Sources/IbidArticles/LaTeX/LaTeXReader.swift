import IbidModel
import IbidText

/// Reads LaTeX: sections, paragraphs, `\cite` and its natbib and biblatex family, `\footnote`, `thebibliography`.
///
/// Commands are not expanded. The files that `\input` names are read in their places.
package enum LaTeXReader: ArticleReader {
  package static let format = ArticleFormat(
    "latex", title: "LaTeX", endings: [".tex"],
    remarks: RemarkSyntax([
      .init(opening: "%"), .init(opening: "\\begin{comment}", closing: "\\end{comment}"),
    ]))

  /// Whether a document class or a document is opened, or the name ends in `.tex` and a command stands in the text.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    let head = Array(bytes.prefix(65_536))
    if head.firstOffset(of: "\\documentclass") != nil || head.firstOffset(of: "\\begin{document}") != nil {
      return head.first != UInt8(ascii: "<") && !MarkdownReader.format.isNamed(path)
    }
    return format.isNamed(path)
  }

  /// The article in a LaTeX document.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    // What is no text is searched for no files; what is wrong is told by its offset in the file.
    _ = try ArticleText.start(of: bytes, path: path)
    let source = LaTeXInclusion.expanded(bytes, path: path, files: files)
    let start = try ArticleText.start(of: source.bytes, path: path)
    var draft = LaTeXDraft.draft(source.bytes, from: start)
    draft.addLinkedWorks()
    return ArticleAssembler.read(draft, source: source, path: path, format: format)
  }
}
