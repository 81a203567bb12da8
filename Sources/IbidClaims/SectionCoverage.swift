package import IbidModel

extension SectionCoverage {
  /// A row for what stands before the first heading, and one for each section, in the order of the article.
  package static func rows(of linked: LinkedArticle) -> [SectionCoverage] {
    var rows = [SectionCoverage(title: "")] + linked.article.sections.map { SectionCoverage(title: $0.title) }
    for index in linked.article.sentences.indices where linked.judgements[index].kind == .claim {
      let row = linked.article.sentences[index].section.map { $0 + 1 } ?? 0
      rows[row].count(linked.statuses[index])
    }
    return rows
  }
}
