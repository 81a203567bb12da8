/// A remark in an article that switches rules off for a stretch of it.
package struct Suppression: Sendable, Hashable {
  /// The rules; empty for all.
  package var rules: [String]
  /// The 1-based lines on which it holds.
  package var lines: ClosedRange<Int>
  /// The line that it stands on.
  package var line: Int
  /// Why, in the words of the one who wrote it.
  package var reason: String?

  /// Whether it holds for findings of this rule on these lines.
  package func covers(_ rule: String, _ found: ClosedRange<Int>) -> Bool {
    lines.overlaps(found) && (rules.isEmpty || rules.contains(rule))
  }
}
