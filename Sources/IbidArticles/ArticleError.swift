import IbidModel

/// Why a file could not be read as an article.
package struct ArticleError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// The file holds nothing but white space.
    case empty
    /// The bytes are not UTF-8 text; the first that cannot be stands at this 0-based offset.
    case notText(offset: Int)
    /// The file is longer than a reader takes, in bytes.
    case tooLarge(limit: Int)
    /// The file is broken: what was expected and what was found, and the 1-based line where it is known.
    case malformed(String, line: Int?)
  }

  /// What is wrong.
  package var reason: Reason
  /// The path under which the file was read.
  package var path: String

  package init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }

  /// One line that names the file, what was found, and what to do.
  package var message: String {
    switch reason {
    case .empty: "\(path): the file is empty; an article was expected"
    case .notText(let offset):
      "\(path): byte \(offset + 1) is no UTF-8 text; save the article as UTF-8 or name its format"
    case .tooLarge(let limit): "\(path): longer than the \(limit / 1_000_000) MB that an article may have"
    case .malformed(let what, let line): line.map { "\(path):\($0): \(what)" } ?? "\(path): \(what)"
    }
  }
}

/// Checks that readers of text share.
enum ArticleText {
  /// Longest file that is read, in bytes.
  static let limit = 200_000_000

  /// Returns where the text starts: behind a byte order mark.
  ///
  /// - Throws: `ArticleError` where the bytes are empty, too many, or no UTF-8.
  static func start(of bytes: [UInt8], path: String) throws(ArticleError) -> Int {
    guard bytes.count <= limit else { throw ArticleError(.tooLarge(limit: limit), path: path) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].contains(where: { !$0.isASCIISpace }) else { throw ArticleError(.empty, path: path) }
    if let offset = firstInvalid(bytes) { throw ArticleError(.notText(offset: offset), path: path) }
    return start
  }

  /// The offset of the first byte that is NUL or breaks UTF-8; nil where all is well.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0 { return index }
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard byte >= 0xC2, byte <= 0xF4, index + length <= bytes.count else { return index }
      for next in index + 1..<index + length where bytes[next] & 0xC0 != 0x80 { return index }
      let second = bytes[index + 1]
      if byte == 0xE0 && second < 0xA0 || byte == 0xED && second > 0x9F || byte == 0xF0 && second < 0x90
        || byte == 0xF4 && second > 0x8F
      {
        return index
      }
      index += length
    }
    return nil
  }
}
