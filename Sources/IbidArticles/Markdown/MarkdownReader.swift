import IbidModel
import IbidText

/// Reads Markdown as CommonMark and pandoc define it: citations `[@key]`, footnotes `[^1]` and `^[…]`, and numbers in
/// brackets that point into a list of references.
package enum MarkdownReader: ArticleReader {
  package static let format = ArticleFormat(
    "markdown", title: "Markdown", endings: [".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".mdx"],
    remarks: RemarkSyntax(
      RemarkSyntax.markup.delimiters + [.init(opening: "[//]: # ("), .init(opening: "[comment]: # (")]),
    bibliographies: { FrontMatter($0).bibliography },
    traits: ArticleTraits(noteMark: .init(opening: "[^", closing: "]")))

  /// Whether the name says so, or the text holds what only Markdown does.
  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool {
    if format.isNamed(path) { return TextEncoding.firstInvalidUTF8(in: bytes) == nil }
    return MarkdownEvidence.isEnough(in: bytes)
  }

  /// The article in a Markdown text.
  ///
  /// - Throws: `ArticleError` where the bytes are empty or no UTF-8 text.
  package static func read(
    _ bytes: [UInt8], path: String, files: @escaping ArticleFiles
  ) throws(ArticleError) -> ReadArticle {
    let start = try ArticleText.start(of: bytes, path: path)
    var draft = MarkdownDraft.draft(bytes, from: start)
    draft.addLinkedMarkers()
    draft.addNamedWorks()
    return ArticleAssembler.read(draft, source: SourceText(bytes), path: path, format: format)
  }
}

/// Signs of Markdown in a text whose name does not tell.
enum MarkdownEvidence {
  /// Whether at least two lines begin as headings or notes of Markdown do, or a line of `---` opens metadata.
  static func isEnough(in bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(200_000))
    let syntax = MarkdownLineSyntax(text: head)
    var signs = 0
    var previous = MarkdownLine(range: 0..<0, indent: 0)
    for line in TextLines.lines(of: head, from: 0) {
      let line = MarkdownLine(range: line.range, indent: line.indent)
      if syntax.heading(line) != nil, previous.isBlank { signs += 1 }
      if syntax.footnote(line) != nil { signs += 2 }
      if signs > 1 { return true }
      previous = line
    }
    return false
  }
}
