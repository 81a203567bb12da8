import IbidArticles
import IbidModel

/// What a test looks at in an article: markers as `label@line:column`, by what they stand behind.
struct Marked {
  let bytes: [UInt8]
  let article: Article

  init(_ text: String, path: String) throws {
    bytes = Array(text.utf8)
    article = try ArticleReaders.read(bytes, path: path).article
  }

  /// The words of the file in a range.
  func source(_ range: SourceRange) -> String { String(decoding: bytes[range.offsets], as: UTF8.self) }

  /// Each marker's note or key and the words that stand in its place.
  var markers: [String] {
    article.markers.map { marker in
      switch marker.target {
      case .note(let label): "\(label) «\(source(marker.range))»"
      case .key(let key): "@\(key) «\(source(marker.range))»"
      }
    }
  }

  var sentences: [String] { article.sentences.map(\.text) }
}
