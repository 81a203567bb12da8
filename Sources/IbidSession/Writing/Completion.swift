import IbidModel
package import IbidKit

/// A work or a note that may be cited where somebody is typing a citation.
package struct Completion: Sendable, Hashable {
  /// What is cited.
  package enum Target: Sendable, Hashable {
    /// The record of this key.
    case record(String)
    /// The note with this label.
    case note(String)
  }

  package let target: Target
  /// «Saragiotto 2016»; of a note without a reference its first words.
  package let name: String
  package let title: String
  /// What stands in the place of what was typed.
  package let edit: TextEdit
  /// Whether a note, or an entry of the article's bibliography file, has to be added with it.
  package let needsEntry: Bool
}

extension WritingSession {
  /// The most completions that are given at a time.
  package static let completionLimit = 100

  /// What may be cited at an offset of a document's text as it is now, the best first, and how it is being written; nil
  /// where no citation is.
  package func completions(in path: String, at offset: Int) -> (context: CitationContext, list: [Completion])? {
    guard let document = documents[path], let context = citationContext(in: path, at: offset) else { return nil }
    let article = document.checked?.article
    var list: [Completion] = []
    var told: Set<String> = []
    func add(_ completion: Completion, _ key: String) {
      if list.count < Self.completionLimit, told.insert(key).inserted { list.append(completion) }
    }
    func edit(_ text: String) -> TextEdit { TextEdit(context.range, text + context.closing) }
    if context.kind == .note, let article {
      for note in notes(of: article, like: context.query) {
        let first = note.references.first?.work.item
        add(
          Completion(
            target: .note(note.note.label), name: first.map(Self.name) ?? "",
            title: first?[.title] ?? note.note.paragraphs.first?.text ?? "", edit: edit(note.note.label),
            needsEntry: false), first?.id ?? "\n" + note.note.label)
      }
    }
    let own = article.map { ownIndex(of: $0) } ?? RecordIndex([])
    let cited = RecordIndex(article.map { $0.works.map(\.item) } ?? [])
    let isKnown = context.kind == .key
    let inFile = article.map { Set($0.ownRecords.map(\.id)) } ?? []
    let hasFile = article.map { bibliographyFile(of: $0) != nil } ?? false
    // A work that only a note of the article describes has a key that nobody gave it.
    let described = article.map { Set($0.works.filter { !$0.isRecord }.map(\.item.id)) } ?? []
    let labels = context.kind == .note ? article.map { NewLabels($0) } : nil
    for source in [own, cited, recordIndex(for: path) ?? RecordIndex([])] {
      for (entry, _) in source.records(context.query, limit: Self.completionLimit) where !described.contains(entry.key)
      {
        let label = isKnown ? entry.key : labels?.label(for: entry.key)
        guard let label else { continue }
        add(
          Completion(
            target: .record(entry.key), name: entry.name, title: entry.title, edit: edit(label),
            needsEntry: !isKnown || hasFile && !inFile.contains(entry.key)), entry.key)
      }
    }
    return (context, list)
  }

  /// The citation that is being written at an offset of a document's text as it is now.
  package func citationContext(in path: String, at offset: Int) -> CitationContext? {
    guard let document = documents[path] else { return nil }
    let format = document.checked?.article?.article.format ?? document.format ?? Self.format(named: path)
    return CitationContext(at: offset, in: document.text, format: format)
  }

  /// The edit that adds the note which a completion needs, in the text as it is now; nil where it needs none, or nothing
  /// tells how the article would write it.
  package func noteEdit(for key: String, in path: String) -> TextEdit? {
    guard let document = documents[path], let checked = document.checked, let article = checked.article,
      let item = record(key, for: path), let label = NewLabels(article).label(for: key),
      let edit = NewNote(article, checked.text).edit(label: label, saying: checked.printer?.text(of: item) ?? key)
    else { return nil }
    return TextEdit(document.shift.current(of: edit.range), edit.replacement)
  }

  /// The BibTeX file that an article's new references go into: the first that it names and that is there.
  package func bibliographyFile(of article: CheckedArticle) -> String? {
    article.bibliographyFiles.first { $0.hasSuffix(".bib") && FileStamp($0) != nil }
  }

  /// The notes whose label begins so, or whose works fit what was typed, in the order of their labels' fitting.
  private func notes(of article: CheckedArticle, like query: String) -> [CheckedNote] {
    let byLabel = article.notes.filter { $0.note.label.hasPrefix(query) }
    guard !query.isEmpty else { return byLabel }
    let index = RecordIndex(article.notes.flatMap { $0.references.map(\.work.item) })
    let keys = Set(index.records(query, limit: Self.completionLimit).map(\.entry.key))
    return byLabel
      + article.notes.filter { note in
        !note.note.label.hasPrefix(query) && note.references.contains { keys.contains($0.work.item.id) }
      }
  }

  private static func name(_ item: Item) -> String {
    let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
    return RecordIndex.name(names, year: item[date: .issued]?.year.map(String.init))
  }

  /// The format of a file that has not been read yet, by its name.
  private static func format(named path: String) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return [
      "tex": "latex", "ltx": "latex", "html": "html", "htm": "html", "xml": "jats", "rst": "rst", "org": "org",
      "typ": "typst", "adoc": "asciidoc", "txt": "plain-text",
    ][ending] ?? "markdown"
  }
}

/// The labels of notes that an article does not have yet.
private struct NewLabels {
  private let isNamed: Bool
  private let next: String
  private let taken: Set<String>

  init(_ article: CheckedArticle) {
    let labels = article.notes.map(\.note.label)
    let numbers = labels.compactMap { Int($0) }
    taken = Set(labels)
    // Who numbers his notes gets a number.
    isNamed = article.article.traits.noteMark != nil && numbers.count * 2 < max(1, labels.count)
    next = String((numbers.max() ?? 0).addingReportingOverflow(1).partialValue)
  }

  func label(for key: String) -> String? {
    guard isNamed else { return next }
    return taken.contains(key) ? nil : key
  }
}
