import Glibc
package import IbidKit
package import IbidModel

/// Documents that somebody writes, checked while he does, with the library and what was read of it held in memory. What
/// is found is what `ibid check` finds in the same bytes. No front end is known here.
///
/// A session belongs to one thread. Times are milliseconds of a clock that never goes back.
package final class WritingSession {
  package let options: SessionOptions
  /// The open documents, by their paths.
  package private(set) var documents: [String: OpenDocument] = [:]
  var shelf: RecordShelf
  private let bibliographies = KeptBibliographies()
  /// Documents whose records could not be read for a search.
  private var withoutIndex: Set<String> = []
  private var ownIndices: [String: (items: [Item], index: RecordIndex)] = [:]
  private var printers: [String: ReferencePrinter] = [:]

  /// A session without documents.
  package init(_ options: SessionOptions = SessionOptions()) {
    self.options = options
    shelf = RecordShelf(options)
  }

  // MARK: Documents

  /// Opens a document.
  ///
  /// - Parameter format: the article's format, where the editor knows it and no file's name tells it.
  package func open(_ path: String, _ text: String, version: Int?, format: String? = nil, at now: UInt64) {
    documents[path] = OpenDocument(path: path, text: text, version: version, format: format, at: now)
  }

  /// Puts text in the place of a stretch of a document, or of all of it where no stretch is given.
  package func change(_ path: String, _ range: Range<Int>?, to text: String, version: Int?, at now: UInt64) {
    guard let document = documents[path] else { return }
    documents[path]?.change(range ?? 0..<document.text.bytes.count, to: text, version: version, at: now)
  }

  /// Closes a document, and forgets what only it needed.
  package func close(_ path: String) {
    documents[path] = nil
    withoutIndex.remove(path)
    ownIndices[path] = nil
    bibliographies.forget(path)
    shelf.forget(path)
  }

  /// Wants every document checked anew: a file beside them has changed.
  package func refresh(at now: UInt64) {
    for path in documents.keys { documents[path]?.hurry(at: now) }
  }

  /// Wants a document checked at once.
  package func hurry(_ path: String, at now: UInt64) { documents[path]?.hurry(at: now) }

  /// When the next document is to be checked; nil where none is.
  package var nextCheck: UInt64? { documents.values.compactMap(\.debounce.due).min() }

  /// The documents that are to be checked by now, the longest waiting first.
  package func due(at now: UInt64) -> [String] {
    documents.values.compactMap { one in one.debounce.due.map { (due: $0, path: one.path) } }
      .filter { $0.due <= now }.sorted { ($0.due, $0.path) < ($1.due, $1.path) }.map(\.path)
  }

  // MARK: Checks

  /// Checks a document, unless that is broken off between two of its steps: reading, linking, judging, and the rules.
  ///
  /// - Returns: whether it was checked; false where `isBrokenOff` said so.
  package func check(_ path: String, unless isBrokenOff: () -> Bool = { false }) -> Bool {
    guard let document = documents[path] else { return true }
    do {
      let checked = try checked(document) { () throws(BrokenOff) in
        if isBrokenOff() { throw BrokenOff() }
      }
      documents[path]?.take(checked)
      return true
    } catch {
      return false
    }
  }

  /// The last findings of a document, made now where its text has changed since.
  package func fresh(_ path: String) -> OpenDocument? {
    if documents[path]?.isFresh == false { _ = check(path) }
    return documents[path]
  }

  private struct BrokenOff: Error {}

  private func checked(
    _ document: OpenDocument, pausing: () throws(BrokenOff) -> Void
  ) throws(BrokenOff) -> CheckedDocument {
    var isBrokenOff = false
    do throws(IbidError) {
      // What ends a step from within is an error of the kit's by the time it arrives here.
      return try check(document) { () throws(IbidError) in
        do { try pausing() } catch {
          isBrokenOff = true
          throw IbidError(.malformedFile, "broken off")
        }
      }
    } catch {
      if isBrokenOff { throw BrokenOff() }
      // Nothing stands in an empty document; nobody who has just made one wants to be told.
      let isEmpty = document.text.bytes.allSatisfy { $0 <= 0x20 }
      let notice = CheckedDocument.Notice(
        code: error.code.rawValue, severity: .error, message: error.message, path: document.path,
        line: error.facts.path == document.path ? error.facts.line ?? 1 : 1)
      return CheckedDocument(
        text: document.text, subject: .none(error), findings: [], notices: isEmpty ? [] : [notice], printer: nil,
        records: Records([]))
    }
  }

  private func check(
    _ document: OpenDocument, pausing: () throws(IbidError) -> Void
  ) throws(IbidError) -> CheckedDocument {
    let path = document.path
    let configuration = try CheckConfiguration.nearest(to: path)
    if CheckedBibliography.isNamed(path) {
      let rules = try RuleSelection(only: [], disabled: [], configuration: configuration, subject: .bibliography)
      let file = try CheckedBibliography(bytes: document.text.bytes, path: path)
      return CheckedDocument(
        text: document.text, subject: .bibliography(file), findings: file.findings(rules: rules),
        notices: Notices.all(of: file.unknownSuppressions), printer: nil, records: Records([]))
    }
    let rules = try RuleSelection(
      only: [], disabled: [], all: options.usesAllRules, configuration: configuration, year: options.year)
    let records = try shelf.records(for: path)
    try pausing()
    let reading = try ArticleReading(
      bytes: document.text.bytes, path: path, format: document.format, bibliography: options.bibliography,
      surroundings: surroundings(of: path))
    let article = try reading.linked(with: records) { try pausing() }
    try pausing()
    return CheckedDocument(
      text: document.text, subject: .article(article), findings: article.findings(rules: rules),
      notices: Notices.all(of: article.problems) + Notices.all(of: article.unknownSuppressions),
      printer: printer(for: article), records: records)
  }

  /// What stands beside a document: other documents as they are in the editor, all else as it is on the disk.
  private func surroundings(of path: String) -> Surroundings {
    var texts: [String: [UInt8]] = [:]
    for other in documents.values where other.path != path {
      texts[Self.realPath(other.path) ?? other.path] = other.text.bytes
    }
    return Surroundings(kept: bibliographies) { [texts] in texts[$0] }
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// What prints an article's references: the style that was asked for, else the article's own, else Vancouver.
  private func printer(for article: CheckedArticle) -> ReferencePrinter? {
    let name = options.style ?? article.styleName
    let path = article.article.path
    // A style may stand beside the article.
    let key = [name ?? "", name == nil ? "" : String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])]
      .joined(separator: "\n")
    if let known = printers[key] { return known }
    let search = StyleSearch(manuscript: path)
    let style = (try? search.style(name)) ?? (try? search.style(nil))
    let printer = style.flatMap { style in
      (try? ReferencePrinter(style, locale: options.locale)) ?? (try? ReferencePrinter(style))
    }
    printers[key] = printer
    return printer
  }

  // MARK: Records

  /// What may be looked for among the records of a document; nil where reading them was broken off, or they cannot be
  /// read.
  package func recordIndex(for path: String, unless isBrokenOff: () -> Bool = { false }) -> RecordIndex? {
    try? shelf.index(for: path) { () throws(IbidError) in
      if isBrokenOff() { throw IbidError(.library, "broken off") }
    }
  }

  /// What may be looked for among the records that an article brings along, made anew only where they are others.
  func ownIndex(of article: CheckedArticle) -> RecordIndex {
    let items = article.ownRecords
    let path = article.article.path
    if let known = ownIndices[path], known.items.hasStorage(of: items) { return known.index }
    let index = RecordIndex(items)
    ownIndices[path] = (items, index)
    return index
  }

  /// An open document whose records have not been read yet, so that a search among them would have to wait.
  package var documentWithoutIndex: String? {
    documents.keys.sorted().first {
      documents[$0]?.checked?.article != nil && !withoutIndex.contains($0) && !shelf.hasIndex(for: $0)
    }
  }

  /// Lets the records of a document be, which could not be read.
  package func giveUpIndex(of path: String) { withoutIndex.insert(path) }

  /// The record of this key that a document could cite: one that it brings along, or one of its library's.
  package func record(_ key: String, for path: String) -> Item? {
    if let own = documents[path]?.checked?.article?.ownRecords.first(where: { $0.id == key }) { return own }
    return (try? shelf.item(key: key, for: path)) ?? nil
  }

  /// Where a document's records are kept: its library, or files.
  package func recordsLocation(for path: String) -> String? { shelf.location(for: path) }

  /// Works that may support one of an article's sentences, the best first; none where none is likely to.
  package func suggestions(forSentence index: Int, in document: CheckedDocument, limit: Int) -> [Suggestion] {
    guard let article = document.article, article.sentences.indices.contains(index) else { return [] }
    let found = try? ArticleSuggestions(
      for: article, from: document.records, limit: limit, sentences: index..<index + 1)
    return found?.claims.first { $0.isSupported }?.suggestions ?? []
  }
}

extension [Item] {
  /// Whether two lists are one in memory, which tells that they are equal without looking at them.
  fileprivate func hasStorage(of other: [Item]) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { own in other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress } }
  }
}
