import IbidKit
import IbidModel

/// A change that a person may want at a place of an article.
package struct QuickFix: Sendable, Hashable {
  /// What it says in a list.
  package let title: String
  /// Its edits, all in the article's own file; they go together.
  package let edits: [TextEdit]
  /// The finding that it mends, by its fingerprint; nil where it mends none.
  package var finding: String?
  /// Whether it is what one wants most likely.
  package var isPreferred = false

  init(_ title: String, _ edits: [TextEdit], mends finding: Finding? = nil, isPreferred: Bool = false) {
    self.title = title
    self.edits = edits
    self.finding = finding?.fingerprint
    self.isPreferred = isPreferred
  }
}

extension WritingSession {
  /// The changes that may be wanted in a stretch of a document, as its last check has it.
  package func quickFixes(in path: String, _ stretch: Range<Int>) -> [QuickFix] {
    guard let document = documents[path]?.checked else { return [] }
    let found = document.findings.filter { finding in
      (finding.range.path == nil || finding.range.path == path)
        && finding.range.offsets.lowerBound <= stretch.upperBound
        && stretch.lowerBound <= finding.range.offsets.upperBound
    }
    let mending = FindingFixes(document, path: path, session: self)
    return found.flatMap(mending.fixes) + suggestedCitations(in: document, path, stretch)
      + found.compactMap { RuleRemark(document)?.fix(for: $0) }
  }

  /// Citations of works of the library that may support the sentence in which a stretch begins.
  private func suggestedCitations(
    in document: CheckedDocument, _ path: String, _ stretch: Range<Int>
  ) -> [QuickFix] {
    guard let article = document.article else { return [] }
    let places = ArticlePlaces(article, document.text)
    guard let index = places.sentence(at: stretch.lowerBound), article.sentences[index].status != .cited else {
      return []
    }
    return suggestions(forSentence: index, in: document, limit: Self.suggestedWorks).compactMap { suggestion in
      guard let item = record(suggestion.key, for: path) else { return nil }
      let citation = article.citation(of: item)
      var edits = [
        CitationPlace(article, document.text, citation: citation.text).edit(
          citation.text, in: article.sentences[index].range.offsets, of: document.text)
      ]
      if citation.needsNote {
        guard let label = citation.label, let reference = document.printer?.text(of: item),
          let note = NewNote(article, document.text).edit(label: label, saying: reference)
        else { return nil }
        edits.append(note)
      }
      let name = RecordIndex.name(item[names: .author], year: suggestion.year.map(String.init))
      return QuickFix("Cite \(name.isEmpty ? item.id : name): \(suggestion.title)", edits)
    }
  }

  private static let suggestedWorks = 3
}
