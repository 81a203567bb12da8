/// Markdown as a page of HTML: headings, paragraphs, lists, quotations, code and footnotes.
///
/// Source: CommonMark 0.31; pandoc's manual, «Footnotes», «Spans». A table's rows become paragraphs, and divisions leave no trace.
package struct MarkdownHTML {
  private let bytes: [UInt8]
  private let markdown: MarkdownBlocks
  private var inline: MarkdownInlineHTML
  private var html = ""
  /// The lists that are open: `ul` or `ol`.
  private var lists: [String] = []
  private var isQuoted = false

  /// The page of this Markdown text.
  package static func html(of markdown: String) -> String {
    var page = MarkdownHTML(Array(markdown.utf8))
    page.write()
    return page.html
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let lines = TextLines.lines(of: bytes, from: 0)
    let body = lines.dropFirst(MarkdownFrontMatter(bytes, lines: lines).lineCount)
    markdown = MarkdownBlocks(bytes, lines: body.map { MarkdownLine(range: $0.range, indent: $0.indent) })
    inline = MarkdownInlineHTML(notes: markdown.footnotes.map { String(decoding: bytes[$0.label], as: UTF8.self) })
  }

  private mutating func write() {
    let title = MarkdownFrontMatter(bytes, lines: TextLines.lines(of: bytes, from: 0)).title ?? ""
    html =
      "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>\(MarkdownInlineHTML.escaped(title))</title>\n"
    html += "</head>\n<body>\n"
    if !title.isEmpty { html += "<h1>\(MarkdownInlineHTML.escaped(title))</h1>\n" }
    for block in markdown.blocks { write(block) }
    close()
    writeNotes()
    html += "</body>\n</html>\n"
  }

  // MARK: Blocks

  private mutating func write(_ block: MarkdownBlock) {
    let source = block.pieces.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: "\n")
    setQuotation(block.isQuoted)
    setLists(block)
    switch block.kind {
    case .heading(let level): html += "<h\(level)>\(inline.html(of: source))</h\(level)>\n"
    case .verbatim: html += "<pre><code>\(MarkdownInlineHTML.escaped(source))\n</code></pre>\n"
    case .paragraph, .tableRow: html += "<p>\(inline.html(of: source))</p>\n"
    }
  }

  private mutating func setQuotation(_ wanted: Bool) {
    guard wanted != isQuoted else { return }
    close()
    if wanted { html += "<blockquote>\n" }
    isQuoted = wanted
  }

  private mutating func setLists(_ block: MarkdownBlock) {
    while lists.count > block.listDepth { html += "</li>\n</\(lists.removeLast())>\n" }
    guard block.startsItem, block.listDepth > 0 else { return }
    if lists.count == block.listDepth {
      html += "</li>\n"
    } else {
      while lists.count < min(block.listDepth, 64) {
        lists.append(block.number == nil ? "ul" : "ol")
        let start = block.number.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        html += "<\(lists[lists.count - 1])\(start)>\n"
        if lists.count < block.listDepth { html += "<li>" }
      }
    }
    html += "<li>"
  }

  private mutating func close() {
    while let list = lists.popLast() { html += "</li>\n</\(list)>\n" }
    if isQuoted { html += "</blockquote>\n" }
    isQuoted = false
  }

  // MARK: Notes

  private mutating func writeNotes() {
    guard !markdown.footnotes.isEmpty else { return }
    html += "<section class=\"footnotes\">\n<ol>\n"
    let notes = markdown.footnotes.map { (label: String(decoding: bytes[$0.label], as: UTF8.self), note: $0) }
    for (label, note) in notes.sorted(by: { inline.number(of: $0.label) < inline.number(of: $1.label) }) {
      let number = inline.number(of: label)
      html += "<li id=\"fn\(number)\">"
      for block in note.blocks {
        let source = block.pieces.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: "\n")
        html += "<p>\(inline.html(of: source))</p>"
      }
      html += "</li>\n"
    }
    html += "</ol>\n</section>\n"
  }
}
