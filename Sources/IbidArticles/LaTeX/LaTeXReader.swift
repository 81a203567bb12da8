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
    ]), bibliographies: LaTeXBibliographyFiles.names)

  /// Whether the text begins with a command, before which only comments stand, and opens a document class or a document;
  /// or the name says so. A text that shows such a command is none.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    let head = Array(bytes.prefix(65_536))
    if head.firstOffset(of: "\\documentclass") != nil || head.firstOffset(of: "\\begin{document}") != nil {
      return format.isNamed(path) || beginsWithCommand(head) && !MarkdownReader.format.isNamed(path)
    }
    return format.isNamed(path)
  }

  private static func beginsWithCommand(_ text: [UInt8]) -> Bool {
    let lines = TextLines.lines(of: text, from: text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    let first = lines.first { !$0.isBlank && text[$0.range.lowerBound] != UInt8(ascii: "%") }
    return first.map { text[$0.range.lowerBound] == UInt8(ascii: "\\") } ?? false
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
    // Who cites by keys leaves no numbers to be found.
    if !draft.citations.contains(where: { $0.markers.contains { $0.style == .citationKey } }) {
      BlockNoteSections.takeNotes(from: &draft)
      draft.addLinkedMarkers()
    }
    draft.addNamedWorks()
    return ArticleAssembler.read(draft, source: source, path: path, format: format)
  }
}
