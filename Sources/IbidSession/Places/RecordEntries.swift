package import IbidKit
import IbidModel

/// Where an article's own records stand in their files, found by their keys.
package final class RecordEntries {
  /// A file, and a stretch of it: 0-based half-open range of UTF-8 offsets.
  package struct Entry: Sendable, Hashable {
    package let path: String
    package let range: Range<Int>
  }

  private let keys: Set<String>
  private let files: [String]
  private let texts: (String) -> [UInt8]?
  private var read: [String: [UInt8]] = [:]
  private var known: [String: Entry?] = [:]

  /// The entries of an article's records; `texts` gives a file's text, which is read when it is first asked for.
  package init(of article: CheckedArticle, _ texts: @escaping (String) -> [UInt8]?) {
    keys = Set(article.ownRecords.map(\.id))
    files = [article.article.path] + article.bibliographyFiles
    self.texts = texts
  }

  /// Where the record of a key stands: `@article{key,`, `"id": "key"`, `- id: key`; nil where the article brings no such
  /// record, or its file is of another kind.
  package func place(of key: String) -> Entry? {
    guard keys.contains(key) else { return nil }
    if let known = known[key] { return known }
    let entry = files.lazy.compactMap { path in
      self.text(path).flatMap { Self.range(of: key, in: $0) }.map { Entry(path: path, range: $0) }
    }.first
    known[key] = .some(entry)
    return entry
  }

  private func text(_ path: String) -> [UInt8]? {
    if let known = read[path] { return known }
    let text = texts(path)
    read[path] = text ?? []
    return text
  }

  private static func range(of key: String, in text: [UInt8]) -> Range<Int>? {
    WholeWord.all(key, in: text, 0..<text.count).first { place in
      let line = text[..<place.lowerBound].suffix(while: { $0 != 0x0A }).filter { $0 > 0x20 }
      let before = String(decoding: line.suffix(24), as: UTF8.self).lowercased()
      let next = text[place.upperBound...].first
      let isEntry = before.first == "@" && before.last == "{" && before.dropFirst().dropLast().allSatisfy(\.isLetter)
      return isEntry && next == UInt8(ascii: ",")
        || ["\"id\":\"", "id:\"", "id:'", "id:"].contains { before.hasSuffix($0) }
        || before.hasSuffix("\\bibitem{")
    }
  }
}

extension ArraySlice<UInt8> {
  /// The longest end of it whose bytes all fit.
  fileprivate func suffix(while fits: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, fits(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
