import IbidModel

/// What reads one article format. An implementer recognizes its format from the content first and from the name
/// second, and gives every place as a place of the file as it was written.
package protocol ArticleReader: Sendable {
  /// The format's name, as in `plain-text`.
  static var format: String { get }

  /// Whether these bytes look like this format; `path` decides where the content does not.
  static func recognizes(_ bytes: [UInt8], path: String) -> Bool

  /// The article in `bytes`, and the text that its places point into. References, quotes and terse citations in its
  /// notes are still to be read.
  ///
  /// - Throws: `ArticleError` where the bytes are no article of this format.
  static func read(_ bytes: [UInt8], path: String) throws(ArticleError) -> ReadArticle
}

/// The list of article formats.
package enum ArticleReaders {
  /// Every reader, in the order in which they are asked; plain text takes what is left.
  package static let all: [any ArticleReader.Type] = [
    DocxReader.self, JATSReader.self, HTMLReader.self, LaTeXReader.self, MarkdownReader.self, PlainTextReader.self,
  ]

  /// Reads an article. Text in UTF-16 or Latin-1 is read as UTF-8, which its places count then.
  ///
  /// - Parameters:
  ///   - format: the format's name; nil to recognize it.
  ///   - files: gives the bytes of a file that a LaTeX article takes in, by its name in the article's folder; nil
  ///     where there is none or it may not be read.
  /// - Throws: `ArticleError` where there is no such format, or its reader finds no article in the bytes.
  package static func read(
    _ bytes: [UInt8], path: String, format: String? = nil, files: @escaping (String) -> [UInt8]? = { _ in nil }
  ) throws(ArticleError) -> ReadArticle {
    let text = ArticleText.utf8(bytes)
    let reader = try reader(of: format, for: text, path: path)
    guard reader == LaTeXReader.self, ArticleText.firstInvalid(text) == nil else {
      return try reader.read(text, path: path)
    }
    let expanded = LaTeXInclusion.expanded(text, path: path, open: files)
    var read = try LaTeXReader.read(expanded.text, path: path)
    if expanded.pieces.count > 1 { read.pieces = expanded.pieces }
    return read
  }

  private static func reader(
    of format: String?, for text: [UInt8], path: String
  ) throws(ArticleError) -> any ArticleReader.Type {
    guard let format else { return all.first { $0.recognizes(text, path: path) } ?? PlainTextReader.self }
    guard let reader = all.first(where: { $0.format == format }) else {
      let known = all.map { $0.format }.joined(separator: ", ")
      throw ArticleError(
        .malformed("there is no article format “\(format)”; there are \(known)", line: nil), path: path)
    }
    return reader
  }
}
