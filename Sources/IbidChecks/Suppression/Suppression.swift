package import IbidModel

/// A remark in an article that switches rules off for a stretch of it.
package struct Suppression: Sendable, Hashable {
  /// The rules; empty for all.
  package var rules: [String]
  /// The lines on which it holds, as half-open range of positions in the article's text.
  package var stretch: Range<Int>
  /// Where it stands.
  package var range: SourceRange
  /// Why, in the words of the one who wrote it.
  package var reason: String?

  package init(rules: [String], stretch: Range<Int>, range: SourceRange, reason: String? = nil) {
    self.rules = rules
    self.stretch = stretch
    self.range = range
    self.reason = reason
  }

  /// Whether it holds for this finding: for its rule, and for one of the lines that it stands on.
  package func covers(_ finding: Finding) -> Bool {
    let start = finding.range.position
    return stretch.overlaps(start..<max(start + 1, finding.range.positions.upperBound))
      && (rules.isEmpty || rules.contains(finding.rule))
  }
}
