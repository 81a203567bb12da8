/// How the claims of a section are supported.
///
///     for section in article.sections where section.uncited > section.cited { print(section.title) }
public struct SectionCoverage: Sendable, Hashable {
  /// The section's heading; empty for what stands before the first.
  public var title: String
  /// How many sentences are claims.
  public var claims = 0
  /// How many of these are cited.
  public var cited = 0
  /// How many lead only to notes without a reference.
  public var hollow = 0
  /// How many have no citation.
  public var uncited = 0

  /// A section of which nothing has been counted yet.
  public init(title: String) { self.title = title }

  /// Counts one claim.
  public mutating func count(_ status: CitationStatus) {
    claims += 1
    switch status {
    case .cited: cited += 1
    case .hollow: hollow += 1
    case .uncited: uncited += 1
    case .none: break
    }
  }
}
