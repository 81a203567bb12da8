import IbidModel

/// What reads one article format. An implementer recognizes its format from the content first and from the name
/// second, and gives every place as a place of the file as it was written.
package protocol ArticleReader: Sendable {
  /// What is known of the format.
  static var format: ArticleFormat { get }

  /// Whether these bytes look like this format; `path` decides where the content does not.
  static func recognizes(_ bytes: [UInt8], path: String) -> Bool

  /// The article in `bytes`, and the text that its places point into. References, quotes and terse citations in its
  /// notes are still to be read.
  ///
  /// - Parameter files: where the article takes in others.
  /// - Throws: `ArticleError` where the bytes are no article of this format.
  static func read(_ bytes: [UInt8], path: String, files: @escaping ArticleFiles) throws(ArticleError) -> ReadArticle

  /// What the article says of itself beside its text: in a head, in properties of the file.
  static func description(_ bytes: [UInt8]) -> SelfDescription
}

/// Gives the bytes of a file that an article takes in, by its name in the article's folder; nil where there is none or
/// it may not be read.
package typealias ArticleFiles = (String) -> [UInt8]?

extension ArticleReader {
  package static func description(_ bytes: [UInt8]) -> SelfDescription { SelfDescription(type: .manuscript) }

  /// The article in `bytes`, without the files that it would take in.
  package static func read(_ bytes: [UInt8], path: String) throws(ArticleError) -> ReadArticle {
    try read(bytes, path: path) { _ in nil }
  }
}

/// The list of article formats.
package enum ArticleReaders {
  /// Every reader, in the order in which they are asked; plain text takes what is left.
  package static let all: [any ArticleReader.Type] = [
    DocxReader.self, JATSReader.self, NotebookReader.self, RSTReader.self, OrgReader.self, TypstReader.self,
    AsciiDocReader.self, HTMLReader.self, LaTeXReader.self, MarkdownReader.self, PlainTextReader.self,
  ]

  /// Whether a file's name is one of some format.
  package static func isNamed(_ path: String) -> Bool { all.contains { $0.format.isNamed(path) } }

  /// Reads an article. Text in another encoding is read as UTF-8, which its places count then.
  ///
  /// - Parameters:
  ///   - format: the format's name; nil to recognize it.
  ///   - files: where the article takes in others.
  /// - Throws: `ArticleError` where there is no such format, its reader finds no article in the bytes, or they are of a
  ///   format that is not read.
  package static func read(
    _ bytes: [UInt8], path: String, format: String? = nil, files: @escaping ArticleFiles = { _ in nil }
  ) throws(ArticleError) -> ReadArticle {
    try refuseForeign(bytes, path: path, trustsName: format == nil)
    let text = ArticleText.utf8(bytes)
    return try reader(of: format, for: text, path: path).read(text, path: path, files: files)
  }

  /// The same, and what the article says of itself beside its text.
  static func readWithDescription(
    _ bytes: [UInt8], path: String, format: String?, files: @escaping ArticleFiles
  ) throws(ArticleError) -> (ReadArticle, SelfDescription) {
    try refuseForeign(bytes, path: path, trustsName: format == nil)
    let text = ArticleText.utf8(bytes)
    let reader = try reader(of: format, for: text, path: path)
    return (try reader.read(text, path: path, files: files), reader.description(text))
  }

  /// The format of an article, as it is recognized.
  ///
  /// - Throws: `ArticleError` where it is one that is not read.
  static func format(of bytes: [UInt8], path: String) throws(ArticleError) -> ArticleFormat {
    try refuseForeign(bytes, path: path, trustsName: true)
    return try reader(of: nil, for: bytes, path: path).format
  }

  private static func refuseForeign(_ bytes: [UInt8], path: String, trustsName: Bool) throws(ArticleError) {
    guard let foreign = ForeignFormat.format(of: bytes, path: path, trustsName: trustsName) else { return }
    throw ArticleError(.foreign(foreign.name, advice: foreign.advice(path: path)), path: path)
  }

  private static func reader(
    of format: String?, for text: [UInt8], path: String
  ) throws(ArticleError) -> any ArticleReader.Type {
    guard let format else { return all.first { $0.recognizes(text, path: path) } ?? PlainTextReader.self }
    guard let reader = all.first(where: { $0.format.name == format }) else {
      let known = all.map { $0.format.name }.joined(separator: ", ")
      throw ArticleError(
        .malformed("there is no article format “\(format)”; there are \(known)", line: nil), path: path)
    }
    return reader
  }
}
