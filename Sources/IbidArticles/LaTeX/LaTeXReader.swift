import IbidModel

/// Reads LaTeX: sections, paragraphs, `\cite` and its natbib and biblatex family, `\footnote`, `thebibliography`.
///
/// Commands are not expanded. `ArticleReaders` puts the files that `\input` names in their places before.
package enum LaTeXReader: ArticleReader {
  package static let format = "latex"

  /// Whether a document class or a document is opened, or the name ends in `.tex` and a command stands in the text.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    let head = Array(bytes.prefix(65_536))
    if head.firstOffset(of: "\\documentclass") != nil || head.firstOffset(of: "\\begin{document}") != nil {
      return head.first != UInt8(ascii: "<") && !path.lowercased().hasSuffix(".md")
    }
    return path.lowercased().hasSuffix(".tex")
  }

  /// The article in a LaTeX document.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(_ bytes: [UInt8], path: String) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    var draft = LaTeXDraft.draft(bytes, from: start)
    draft.addLinkedWorks()
    return ArticleAssembler.read(draft, bytes: bytes, path: path, format: format)
  }
}
