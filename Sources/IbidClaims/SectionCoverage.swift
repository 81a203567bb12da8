internal import IbidModel

/// How the claims of a section are supported.
package struct SectionCoverage: Sendable, Hashable {
  /// The section's heading; empty for what stands before the first.
  package var title: String
  /// How many sentences are claims.
  package var claims = 0
  /// How many of these are cited.
  package var cited = 0
  /// How many lead only to notes without a reference.
  package var hollow = 0
  /// How many have no citation.
  package var uncited = 0

  /// A row for what stands before the first heading, and one for each section, in the order of the article.
  package static func rows(of linked: LinkedArticle) -> [SectionCoverage] {
    var rows = [SectionCoverage(title: "")] + linked.article.sections.map { SectionCoverage(title: $0.title) }
    for index in linked.article.sentences.indices where linked.judgements[index].kind == .claim {
      let row = linked.article.sentences[index].section.map { $0 + 1 } ?? 0
      rows[row].claims += 1
      switch linked.statuses[index] {
      case .cited: rows[row].cited += 1
      case .hollow: rows[row].hollow += 1
      case .uncited: rows[row].uncited += 1
      case .none: break
      }
    }
    return rows
  }
}
