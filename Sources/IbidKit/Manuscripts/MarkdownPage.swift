import CMark
import IbidArticles
import IbidChecks
import Synchronization

/// Markdown as a page of HTML, by cmark-gfm: CommonMark with GitHub's tables, task lists and footnotes, and of pandoc's
/// `^raised^`, `~lowered~` and `~~struck~~` text, `[words]{.smallcaps}`, inline notes and divisions.
///
/// HTML in the text is shown as it is written, and an address that runs a script leads nowhere: records come from
/// anywhere. Comments and the marks of divisions are left out.
enum MarkdownPage {
  /// cmark-gfm keeps the extensions' characters in tables of the process while it reads.
  private static let reading = Mutex(())
  private static let isStarted: Void = cmark_gfm_core_extensions_ensure_registered()
  nonisolated(unsafe) private static let pandoc = ibid_cmark_pandoc()

  /// The page of this Markdown text.
  static func html(of markdown: String) -> String {
    let bytes = Array(markdown.utf8)
    let title = FrontMatter(bytes).title.map(HTMLText.escaped) ?? ""
    let heading = title.isEmpty ? "" : "<h1>\(title)</h1>\n"
    let body = html(of: MarkdownLimits.bounded(GitHubMarkdown.text(of: bytes)))
    return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>\(title)</title>\n</head>\n<body>\n"
      + heading + body + "</body>\n</html>\n"
  }

  private static func html(of markdown: [UInt8]) -> String {
    reading.withLock { _ in
      _ = isStarted
      let options = CMARK_OPT_FOOTNOTES
      guard let parser = cmark_parser_new(options) else { return "" }
      defer { cmark_parser_free(parser) }
      for name in ["table", "tasklist"] {
        if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
      }
      if let pandoc { cmark_parser_attach_syntax_extension(parser, pandoc) }
      markdown.withUnsafeBytes { bytes in
        cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
      }
      guard let root = cmark_parser_finish(parser) else { return "" }
      defer { cmark_node_free(root) }
      MarkdownTree.showHTML(in: root)
      MarkdownTree.makeSpans(in: root)
      guard let html = cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser)) else { return "" }
      defer { free(html) }
      return String(cString: html)
    }
  }
}
