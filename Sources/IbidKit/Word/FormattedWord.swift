import IbidArticles
import IbidCSL
public import IbidModel

/// A Word document with its live citations and bibliography rendered anew in a style. They stay live: the reference
/// manager that made them goes on from there, and all else in the document stays as it was.
///
///     let style = try StyleSearch().style("apa")
///     let paper = try FormattedWord(path: "paper.docx", style: style)
///     try OutputFile("paper-apa.docx").write(paper.bytes)
public struct FormattedWord: Sendable {
  /// The document, rendered anew.
  public let bytes: [UInt8]
  /// How many citations there are.
  public let count: Int
  /// A line for each citation that stays as it is, with the reason.
  public let kept: [String]
  /// What could not be done as asked.
  public let warnings: [String]

  /// Whether bytes are a Word document's, by their content or the file's name.
  public static func isWord(_ path: String) -> Bool { path.lowercased().hasSuffix(".docx") }

  /// Renders the document in `bytes`.
  ///
  /// - Parameters:
  ///   - path: what errors are reported under.
  ///   - style: as `StyleSearch` finds it; nil for the one that the document names.
  ///   - locale: an RFC 4646 tag; nil for the style's own.
  ///   - records: records that count before those that the fields carry, where an identifier or the key is the same.
  /// - Throws: `IbidError` where the package is broken, has no live citations, or has notes where the style cites in
  ///   the text, or the other way round.
  public init(
    bytes: [UInt8], path: String, style: FoundStyle? = nil, locale: String? = nil, records: [Item] = []
  ) throws(IbidError) {
    var document: WordDocument
    do { document = try WordDocument(bytes, path: path) } catch { throw IbidError(error) }
    try Self.check(document, path)
    guard let style = style ?? document.styleIdentifier.flatMap({ Self.style(of: $0, path) }) else {
      throw IbidError(
        .style, "\(path): says of no style that is known here; --style names one", path: path,
        name: document.styleIdentifier)
    }
    try Self.check(document, new: style, path)
    let works = WordWorks(document, records: records)
    let processor = try style.processor(locale: locale, format: .rtf)
    let citations = document.citations.map { Self.citation($0, works, makesNotes: style.makesNotes) }
    let result = processor.process(items: works.items, citations: citations)
    var kept: [String] = []
    for (index, citation) in document.citations.enumerated() {
      if let reason = Self.reason(citation, works) {
        kept.append("\(path): “\(citation.text)” is left as it is: \(reason)")
      } else if !result.citations[index].isEmpty {
        document.setText(result.citations[index], ofCitation: index)
      }
    }
    var warnings = result.warnings.compactMap { Self.warning($0, works, path) }
    for (index, bibliography) in document.bibliographies.enumerated() {
      let list = WordEntries(bibliography, works, result.bibliography)
      warnings += list.warnings.map { "\(path): \($0)" }
      document.setEntries(list.entries, ofBibliography: index)
    }
    for manager in [WordCitation.Manager.endNote, .word]
    where document.citations.contains(where: { $0.manager == manager }) {
      warnings.append(
        "\(path): \(manager.rawValue) returns to its own style when it updates its fields; choose the style there too")
    }
    if style.identifier.isEmpty {
      warnings.append("\(path): the style has no identifier, so that the reference manager will return to the old one")
    } else {
      document.setStyle(
        style.identifier, locale: locale, hasBibliography: !result.bibliography.isEmpty || works.items.isEmpty)
    }
    do { self.bytes = try document.written() } catch { throw IbidError(error) }
    count = document.citations.count
    (self.kept, self.warnings) = (kept, warnings)
  }

  /// Renders the document at `path`.
  ///
  /// - Throws: as the other, and where the file cannot be read.
  public init(
    path: String, style: FoundStyle? = nil, locale: String? = nil, records: [Item] = []
  ) throws(IbidError) {
    try self.init(
      bytes: InputFile(path: path).bytes(limit: 200_000_000), path: path, style: style, locale: locale,
      records: records)
  }

  // MARK: What is refused

  private static func check(_ document: WordDocument, _ path: String) throws(IbidError) {
    guard document.citations.isEmpty else { return }
    throw IbidError(
      .noCitations,
      "\(path): has no live citations; `ibid cite \(path) -o OUT.docx` makes typed ones live, and `ibid format` renders them then",
      path: path)
  }

  private static func style(of identifier: String, _ path: String) -> FoundStyle? {
    guard let name = identifier.split(separator: "/").last.map(String.init) else { return nil }
    return try? StyleSearch(manuscript: path).style(name)
  }

  /// Refuses to turn citations in the text into notes, or notes into text: that moves fields, and what the author
  /// wrote around them.
  private static func check(_ document: WordDocument, new: FoundStyle, _ path: String) throws(IbidError) {
    let inText = document.citations.count { $0.note == nil }
    if new.makesNotes, inText > 0 {
      throw IbidError(
        .style,
        "\(path): \(inText) citations stand in the text, and “\(new.title)” makes notes: that would move them; choose an in-text style, or change to notes in the reference manager",
        path: path)
    }
    guard !new.makesNotes, inText == 0 else { return }
    // An author's own notes may hold all citations of an in-text style.
    if document.styleIdentifier.flatMap({ Self.style(of: $0, path) })?.makesNotes ?? true {
      throw IbidError(
        .style,
        "\(path): all citations stand in notes, and “\(new.title)” cites in the text: that would move them; choose a note style, or change to in-text citations in the reference manager",
        path: path)
    }
  }

  // MARK: Citations

  private static func citation(_ citation: WordCitation, _ works: WordWorks, makesNotes: Bool) -> Citation {
    var made = Citation(
      citation.cites.compactMap { cite in
        works.key(of: cite).map { key in
          Cite(
            id: key, locator: cite.locator, label: cite.label, prefix: cite.prefix.map(WordAffix.prefix),
            suffix: cite.suffix.map(WordAffix.suffix),
            mode: cite.isAuthorOnly ? .authorOnly : cite.suppressesAuthor ? .suppressAuthor : .complete)
        }
      }, noteNumber: makesNotes ? citation.note : nil)
    made.isUnsorted = citation.isUnsorted
    return made
  }

  private static func reason(_ citation: WordCitation, _ works: WordWorks) -> String? {
    switch citation.keeps {
    case .asked: return "its author asked for that in \(citation.manager.rawValue)"
    case .edited(let written, _):
      return "its text was changed by hand; \(citation.manager.rawValue) had written “\(written)”"
    case .unreadable: return "what its field holds cannot be read"
    case nil: break
    }
    let lost = citation.cites.count { works.key(of: $0) == nil }
    return lost > 0 ? "its field carries no record of \(lost) of its works; --from or --library may have it" : nil
  }

  private static func warning(_ warning: CSLWarning, _ works: WordWorks, _ path: String) -> String? {
    guard case .emptyEntry(let id, _) = warning, let item = works.items.first(where: { $0.id == id }) else {
      return nil
    }
    return "\(path): the style has nothing to say of “\(item[.title] ?? id)” in the bibliography"
  }
}

/// Words before and behind a cite, with the blanks that reference managers leave to the style.
///
/// Source: citeproc-js, `api_cite.js`: a blank is added unless punctuation makes one needless.
enum WordAffix {
  static func prefix(_ text: String) -> String {
    let trimmed = String(text.trimmedASCII)
    guard let last = trimmed.unicodeScalars.last else { return text }
    return "’'‘“\"([{«-–—/ ".unicodeScalars.contains(last) ? trimmed : trimmed + " "
  }

  static func suffix(_ text: String) -> String {
    let trimmed = String(text.trimmedASCII)
    guard let first = trimmed.unicodeScalars.first else { return text }
    return ",.;:)]}".unicodeScalars.contains(first) ? trimmed : " " + trimmed
  }
}
