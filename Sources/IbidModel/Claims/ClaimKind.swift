/// What a sentence does.
///
///     let claims = article.sentences.filter { $0.kind == .claim }
public enum ClaimKind: String, Sendable, Hashable, CaseIterable {
  /// It says something of the world that a reader may want to check.
  case claim
  /// It says what its author thinks or wants.
  case opinion
  /// It tells what its author, or somebody that the author knows, went through.
  case experience
  /// It says what a word means.
  case definition
  /// It leads through the page, or names its author and its makers.
  case navigation
  /// It is a heading.
  case heading
  /// It asks.
  case question
  /// It does something else.
  case other
}
