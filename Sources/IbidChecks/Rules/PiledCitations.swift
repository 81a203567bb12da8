import IbidClaims
import IbidModel

extension Rule {
  static let piledCitations = Rule(
    id: "piled-citations", severity: .info, limit: Limit(name: "works", standard: 6),
    summary: "More citations at one place than anybody will follow",
    explanation: """
      More than six works stand behind one place (the number can be configured: `works`). A reader cannot tell which
      of them holds what. Cite the best, a review, or spread them over what each supports.
      """,
    examples: [
      RuleExample(
        "Sleep helps.⟦[^1]⟧[^2][^3][^4][^5][^6][^7]\n\n" + (1...7).map { "[^\($0)]: Note.\n" }.joined(separator: "\n"),
        "7 works are cited at one place; which holds what?"),
      RuleExample("Sleep helps.[^1][^2][^3]\n\n" + (1...3).map { "[^\($0)]: Note.\n" }.joined(separator: "\n")),
    ]
  ) { article, settings in
    var remarks: [Remark] = []
    for sentence in article.article.sentences {
      var pile: [Marker] = []
      func close() {
        let labels = Set(pile.map(\.label))
        if labels.count > max(1, settings.limit), let first = pile.first {
          remarks.append(Remark(first.range, "\(labels.count) works are cited at one place; which holds what?"))
        }
      }
      for marker in article.article.markers[sentence.markers] {
        let isNext = pile.last.map { marker.citation == $0.citation || touches(marker.range, $0.range) } ?? true
        if !isNext {
          close()
          pile = []
        }
        pile.append(marker)
      }
      close()
    }
    return remarks
  }

  /// Whether at most two bytes stand between.
  private static func touches(_ range: SourceRange, _ previous: SourceRange) -> Bool {
    (0...2).contains(range.position - previous.positions.upperBound)
  }
}
