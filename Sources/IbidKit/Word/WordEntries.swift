import IbidArticles
import IbidCSL
import IbidModel
import IbidText

/// The entries of a live bibliography, as its author wants them: without those that it omits, in the words that it
/// prefers, and with those that it lists uncited.
struct WordEntries {
  /// In RTF, in the style's order.
  private(set) var entries: [String]
  private(set) var warnings: [String] = []

  init(_ bibliography: WordBibliography, _ works: WordWorks, _ rendered: [BibliographyEntry]) {
    let omitted = Set(bibliography.omitted.compactMap(works.key))
    var custom: [String: String] = [:]
    for one in bibliography.custom {
      if let key = works.key(of: one.identities) { custom[key] = Self.rtf(one.text) }
    }
    entries = rendered.filter { !omitted.contains($0.id) }.map { custom[$0.id] ?? $0.text }
    // Only the manager's library has the records of works that are listed and not cited.
    let unknown = bibliography.uncited.count { works.key(of: $0) == nil }
    guard unknown > 0 else { return }
    let titles = works.items.compactMap { $0[.title] }.map(SearchKey.folded).filter { $0.utf8.count > 8 }
    let others = bibliography.paragraphs.filter { paragraph in
      let text = SearchKey.folded(paragraph)
      return !text.isEmpty && !titles.contains { text.contains($0) }
    }
    if others.count == unknown {
      entries += others.map(Self.escaped)
      warnings.append("\(unknown) works are listed without being cited; their entries stay as they were, and come last")
    } else {
      warnings.append("\(unknown) works are listed without being cited; their entries come back on the next refresh")
    }
  }

  /// An author's own wording, which is RTF or plain.
  private static func rtf(_ text: String) -> String { text.contains("\\") ? text : escaped(text) }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == "{" || scalar == "}" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
