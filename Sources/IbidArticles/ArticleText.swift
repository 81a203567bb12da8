import IbidModel
import IbidText

/// Checks and conversions that readers of text share.
enum ArticleText {
  /// Longest file that is read, in bytes.
  static let limit = 200_000_000

  /// The text in UTF-8, whatever it was written in.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] { bytes.count <= limit ? TextEncoding.utf8(of: bytes) : bytes }

  /// Returns where the text starts: behind a byte order mark.
  ///
  /// - Throws: `ArticleError` where the bytes are empty, too many, or no UTF-8.
  static func start(of bytes: [UInt8], path: String) throws(ArticleError) -> Int {
    guard bytes.count <= limit else { throw ArticleError(.tooLarge(limit: limit), path: path) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].contains(where: { !$0.isASCIISpace }) else { throw ArticleError(.empty, path: path) }
    if let offset = TextEncoding.firstInvalidUTF8(in: bytes) {
      throw ArticleError(.notText(offset: offset), path: path)
    }
    return start
  }
}
