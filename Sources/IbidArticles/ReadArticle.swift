package import IbidModel

/// An article, and the text that its places point into.
package struct ReadArticle: Sendable {
  package var article: Article
  /// The file as UTF-8. Where a file is no text, as a Word document is none, the text as it reads.
  package var text: [UInt8]

  package init(article: Article, text: [UInt8]) {
    self.article = article
    self.text = text
  }
}
