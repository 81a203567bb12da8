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
    /// The file is of a format that is not read: its name, and what to do.
    case foreign(String, advice: String)
    /// The article is of a format in which no citations are formatted: its name.
    case notFormatted(String)
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
    case .empty: "\(path): is empty"
    case .notText(let offset):
      "\(path): byte \(offset + 1) is no UTF-8 text; save the article as UTF-8 or name its format"
    case .tooLarge(let limit): "\(path): is larger than \(limit / 1_000_000) MB"
    case .foreign(let name, let advice): "\(path): \(name) is not read; \(advice)"
    case .notFormatted(let name):
      "\(path): \(name) is not formatted; a manuscript is Markdown or plain text, with citations as pandoc writes them"
        + (PandocInput.command(for: path).map { ": `\($0)` may make one of it" } ?? "")
    case .malformed(let what, let line): line.map { "\(path):\($0): \(what)" } ?? "\(path): \(what)"
    }
  }
}
