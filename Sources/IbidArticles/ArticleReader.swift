package import IbidModel

/// What reads one article format. An implementer recognizes its format from the content first and from the name
/// second, and gives every place as a place of the file as it was written.
package protocol ArticleReader: Sendable {
  /// The format's name, as in `plain-text`.
  static var format: String { get }

  /// Whether these bytes look like this format; `path` decides where the content does not.
  static func recognizes(_ bytes: [UInt8], path: String) -> Bool

  /// The article in `bytes`. References, quotes and terse citations in its notes are still to be read.
  ///
  /// - Throws: `ArticleError` where the bytes are no article of this format.
  static func read(_ bytes: [UInt8], path: String) throws(ArticleError) -> Article
}

/// The list of article formats.
package enum ArticleReaders {
  /// Every reader, in the order in which they are asked; plain text takes what is left.
  package static let all: [any ArticleReader.Type] = [
    JATSReader.self, HTMLReader.self, LaTeXReader.self, MarkdownReader.self, PlainTextReader.self,
  ]

  /// The reader of this format; nil where there is none.
  package static func reader(of format: String) -> (any ArticleReader.Type)? { all.first { $0.format == format } }

  /// Reads an article in the format that it is recognized to have.
  ///
  /// - Throws: `ArticleError` where no reader knows what to do with the bytes.
  package static func read(_ bytes: [UInt8], path: String) throws(ArticleError) -> Article {
    try (all.first { $0.recognizes(bytes, path: path) } ?? PlainTextReader.self).read(bytes, path: path)
  }
}
