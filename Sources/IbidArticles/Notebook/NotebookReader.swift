import IbidModel
import IbidText

/// Reads Jupyter notebooks: their Markdown cells, as Markdown. Code and what it printed are no part of the article.
///
/// Places are those of the notebook's file, whose lines are mostly those of the cells.
///
/// Source: nbformat 4.5, «The Notebook file format».
package enum NotebookReader: ArticleReader {
  package static let format = ArticleFormat(
    "jupyter", title: "A Jupyter notebook", endings: [".ipynb"], remarks: MarkdownReader.format.remarks,
    traits: MarkdownReader.format.traits)

  /// Whether the name says so, or a JSON object holds cells near its start.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    if format.isNamed(path) { return true }
    let head = bytes.prefix(65_536)
    guard head.first(where: { !$0.isASCIISpace }) == UInt8(ascii: "{") else { return false }
    let text = Array(head)
    return text.firstOffset(of: "\"cells\"") != nil && text.firstOffset(of: "\"cell_type\"") != nil
  }

  /// The article in a notebook.
  ///
  /// - Throws: `ArticleError` where the bytes are empty, no UTF-8 text, or no JSON.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    let cells: NotebookCells
    do throws(NotebookCells.Broken) {
      cells = try NotebookCells(bytes, from: start)
    } catch {
      let line = LineIndex(bytes).place(at: error.offset).line
      throw ArticleError(.malformed("no JSON of a notebook: \(error.what)", line: line), path: path)
    }
    var draft = MarkdownDraft.draft(markdown(cells))
    draft.addLinkedMarkers()
    draft.addNamedWorks()
    draft.map = draft.map.followed(by: cells.map, count: draft.text.count)
    for note in draft.notes.indices {
      draft.notes[note].sourceStart = draft.notes[note].sourceStart.map(cells.map.source(of:))
    }
    return ArticleAssembler.read(draft, source: SourceText(bytes), path: path, format: format)
  }

  /// The cells as one Markdown text; a fence or a list that stays open ends with its cell.
  private static func markdown(_ cells: NotebookCells) -> BlockText {
    let frontMatter = FrontMatter(cells.text)
    let parts = cells.markdown.enumerated().map { number, cell in
      let lines = TextLines.lines(of: cells.text, in: cell).dropFirst(number == 0 ? frontMatter.lineCount : 0)
      return MarkdownBlocks(cells.text, lines: lines.map { MarkdownLine(range: $0.range, indent: $0.indent) })
    }
    return .markdown(cells.text, parts, title: frontMatter.title)
  }
}
