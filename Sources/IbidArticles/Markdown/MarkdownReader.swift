package import IbidModel

/// Reads Markdown as pandoc writes it.
package enum MarkdownReader: ArticleReader {
  package static let format = "markdown"

  package static func recognizes(_ bytes: [UInt8], path: String) -> Bool { false }

  package static func read(_ bytes: [UInt8], path: String) throws(ArticleError) -> Article {
    throw ArticleError(.empty, path: path)
  }
}
