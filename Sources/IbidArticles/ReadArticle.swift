package import IbidModel
package import IbidText

/// An article, and the text that its places point into.
package struct ReadArticle: Sendable {
  package var article: Article
  /// The text without markup, and the way from it to the places.
  package var reading: ReadingCopy
  /// What is known of the format that it was read in.
  package var format: ArticleFormat

  /// The file as UTF-8, or the files that the article stands in. Where a file is no text, as a Word document is none,
  /// the text as it reads.
  package var source: SourceText { reading.source }
  /// The bytes of `source`.
  package var text: [UInt8] { source.bytes }
  /// The files of records that the article names as its bibliography, each once.
  package var bibliographies: [String] {
    var told: Set<String> = []
    return format.bibliographies(text).filter { !$0.isEmpty && told.insert($0).inserted }
  }
}
