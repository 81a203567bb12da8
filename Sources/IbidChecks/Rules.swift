package import IbidClaims
package import IbidModel

/// The rules, and what they find.
package enum Rules {
  /// Every rule, in the order of the catalogue.
  package static let all: [Rule] = [
    .uncitedClaim, .hollowCitation, .statedLackOfCitation,
    .markerWithoutNote, .noteWithoutMarker,
    .unresolvedTerseCitation,
    .referenceWithoutIdentifier, .incompleteReference,
    .recordMismatch, .retractedSource, .quoteNotInAbstract,
  ]

  /// What these rules find in an article, in the order of its text, and of the rules at one place.
  package static func findings(in article: LinkedArticle, rules: [Rule] = all) -> [Finding] {
    let findings = rules.flatMap { rule in
      rule.remarks(article).map { remark in
        Finding(
          rule: rule.id, severity: remark.severity ?? rule.severity, message: remark.message,
          path: article.article.path, range: remark.range, fix: remark.fix)
      }
    }
    // Sorting is not stable by contract; the first position of equal places decides.
    return findings.enumerated().sorted { left, right in
      (left.element.range.place.offset, left.offset) < (right.element.range.place.offset, right.offset)
    }.map(\.element)
  }
}
