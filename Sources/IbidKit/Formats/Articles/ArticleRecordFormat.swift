import IbidArticles
import IbidFormats
import IbidModel

extension RecordFormat {
  /// An article as the one record by which others cite it: a saved web page, JATS, a Word document, a Markdown text
  /// whose front matter names it. Plain text has to be named, since any text may be a list of something else.
  static let article = RecordFormat(
    name: "article", summary: "an article, as the record by which it is cited", recognizes: ArticleStart.isArticle,
    read: { input, _, each in
      let bytes = input.readAll()
      var summary = ReadingSummary()
      summary.add(breakOffOf: input, bytes: bytes)
      try each(try ArticleItem.item(of: bytes, path: input.path))
      return summary
    })
}

/// How articles begin that say what they are.
private enum ArticleStart {
  @Sendable static func isArticle(_ prefix: [UInt8]) -> Bool {
    if HTMLReader.recognizes(prefix, path: "") || JATSReader.recognizes(prefix, path: "") { return true }
    if prefix.starts(with: "PK".utf8) { return prefix.firstRange(of: Array("word/".utf8)) != nil }
    guard prefix.starts(with: "---".utf8) else { return false }
    let block = FrontMatter(prefix)
    return block.title != nil && block.references.isEmpty
  }
}
