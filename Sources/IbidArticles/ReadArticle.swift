package import IbidModel
package import IbidText

/// An article, and the text that its places point into.
package struct ReadArticle: Sendable {
  package var article: Article
  /// The file as UTF-8. Where a file is no text, as a Word document is none, the text as it reads; where an article
  /// stands in several files, all of them in order.
  package var text: [UInt8]
  /// The text without markup, and the way from it to the places.
  package var reading: ReadingCopy
  /// Where the pieces of the text were written; empty where all of it is the one file.
  package var pieces: [Piece] = []

  /// A stretch of the text, up to the next piece.
  package struct Piece: Sendable, Hashable {
    /// Its offset in the text.
    package var text: Int
    /// The file that it was written in.
    package var path: String
    /// Its place in this file.
    package var source: Place
  }

  package init(article: Article, text: [UInt8], reading: ReadingCopy) {
    self.article = article
    self.text = text
    self.reading = reading
  }
}
