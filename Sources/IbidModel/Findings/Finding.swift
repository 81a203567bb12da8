/// How much a finding weighs.
///
///     let heavy = article.findings().filter { $0.severity >= .warning }
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case info, warning, error

  /// Lighter before heavier.
  public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A rule's remark at a place of an article.
///
///     for finding in article.findings() {
///       print("\(finding.path):\(finding.range.place.line): \(finding.message) [\(finding.rule)]")
///     }
public struct Finding: Sendable, Hashable {
  /// The rule's id, as in `hollow-citation`.
  public var rule: String
  /// How much it weighs.
  public var severity: Severity
  /// What is wrong, and what to do.
  public var message: String
  /// The file.
  public var path: String
  /// Where in it.
  public var range: SourceRange
  /// How sure it is, 0…100; nil where the rule knows no doubt.
  public var score: Int?
  /// The change that mends it, where there is one.
  public var fix: Fix?
  /// What it is known by when lines have moved: 16 hexadecimal digits; nil where nobody has asked for it.
  public var fingerprint: String?

  /// A replacement of a stretch of the file.
  ///
  ///     let mended = article.findings().compactMap(\.fix)
  public struct Fix: Sendable, Hashable {
    /// What is replaced.
    public var range: SourceRange
    /// The text in its place.
    public var replacement: String

    /// Makes a fix.
    public init(range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// Makes a finding.
  public init(
    rule: String, severity: Severity, message: String, path: String, range: SourceRange, score: Int? = nil,
    fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.path = path
    self.range = range
    self.score = score
    self.fix = fix
  }
}
