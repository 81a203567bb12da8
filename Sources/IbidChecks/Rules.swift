package import IbidClaims
package import IbidModel

/// The rules, and what they find.
package enum Rules {
  /// Every rule, in the order of the catalogue.
  package static let all: [Rule] = [
    // Markers
    .markerWithoutNote, .noteWithoutMarker, .duplicateNoteNumber, .notesOutOfOrder, .fusedMarkers,
    .mixedCitationStyles, .lostList,
    // Claims
    .uncitedClaim, .hollowCitation, .partlyCoveredClaim, .unattributedAuthority, .statedLackOfCitation,
    .uncitedSection, .piledCitations,
    // Terse citations
    .unresolvedTerseCitation, .linkableTerseCitation,
    // Quotes
    .quoteNotInAbstract, .alteredQuote, .unbalancedQuote, .quoteWithoutSource,
    // References
    .referenceWithoutIdentifier, .incompleteReference, .inconsistentReferenceStyle, .duplicateReference,
    // Against the record
    .recordMismatch, .identifiersDisagree, .unknownIdentifier,
    // Integrity
    .retractedSource, .retractedAndRepublished, .expressionOfConcern, .erratum, .newerVersion,
    .citesRetractionNotice,
    // Evidence
    .contradictedClaim, .animalEvidence, .evidenceTypeMismatch, .oldEvidence, .preprintPublished, .opinionAsEvidence,
  ]

  /// What these rules find in an article, in the order of its text, and of the rules at one place.
  package static func findings(in article: LinkedArticle, rules: [Rule] = all) -> [Finding] {
    findings(in: article, rules: rules) { RuleSettings(limit: $0.limit?.standard ?? 0) }
  }

  /// The same, each rule with settings of its own.
  package static func findings(
    in article: LinkedArticle, rules: [Rule], settings: (Rule) -> RuleSettings
  ) -> [Finding] {
    let findings = rules.flatMap { rule in
      rule.remarks(article, settings(rule)).map { remark in
        Finding(
          rule: rule.id, severity: remark.severity ?? rule.severity, message: remark.message,
          path: remark.range.path ?? article.article.path, range: remark.range, score: remark.score,
          fix: remark.fix)
      }
    }
    // Sorting is not stable by contract; the first position of equal places decides.
    return findings.enumerated().sorted { left, right in
      (left.element.range.position, left.offset) < (right.element.range.position, right.offset)
    }.map(\.element)
  }
}
