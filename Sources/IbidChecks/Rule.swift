package import IbidClaims
package import IbidModel

/// One thing that can be wrong with an article. A rule's file holds all that there is to say of it; its examples are
/// its tests and its page in the catalogue.
package struct Rule: Sendable {
  /// The rule's name, as it is allowed and disabled: `hollow-citation`.
  package let id: String
  /// How much its findings weigh, unless one says otherwise.
  package let severity: Severity
  /// What it finds, in one line.
  package let summary: String
  /// Why that is wrong, when it is not, and what to do.
  package let explanation: String
  /// Texts with the places marked that it finds and what it says there, and look-alikes where it stays silent.
  package let examples: [RuleExample]
  /// What a configuration may set, and its value where none does.
  package let limit: Limit?
  /// Whether its fixes can be made without asking: they change how something is written, and never what is said or
  /// cited.
  package let hasSafeFixes: Bool
  /// Finds it.
  package let remarks: @Sendable (LinkedArticle, RuleSettings) -> [Remark]

  /// A number that a rule goes by.
  package struct Limit: Sendable {
    /// Its name in the configuration.
    package let name: String
    /// Its value where the configuration sets none.
    package let standard: Int
  }

  init(
    id: String, severity: Severity, summary: String, explanation: String, hasSafeFixes: Bool = false,
    examples: [RuleExample], remarks: @escaping @Sendable (LinkedArticle) -> [Remark]
  ) {
    self.init(
      id: id, severity: severity, limit: nil, summary: summary, explanation: explanation, hasSafeFixes: hasSafeFixes,
      examples: examples
    ) { article, _ in remarks(article) }
  }

  /// A rule that goes by settings.
  init(
    id: String, severity: Severity, limit: Limit?, summary: String, explanation: String, hasSafeFixes: Bool = false,
    examples: [RuleExample], remarks: @escaping @Sendable (LinkedArticle, RuleSettings) -> [Remark]
  ) {
    self.id = id
    self.severity = severity
    self.limit = limit
    self.hasSafeFixes = hasSafeFixes
    self.summary = summary
    self.explanation = explanation
    self.examples = examples
    self.remarks = remarks
  }
}

/// What a run tells a rule, besides the article.
package struct RuleSettings: Sendable {
  /// The rule's limit.
  package var limit: Int
  /// The year in which the check is made.
  package var year: Int?

  /// Settings; without a year, age is counted back from the newest work that the article cites.
  package init(limit: Int = 0, year: Int? = nil) {
    self.limit = limit
    self.year = year
  }
}

/// What a rule has to say at one place.
package struct Remark: Sendable, Hashable {
  /// Where.
  package var range: SourceRange
  /// What is wrong there.
  package var message: String
  /// How much it weighs, where that differs from the rule's own severity.
  package var severity: Severity?
  /// How sure that is, 0…100.
  package var score: Int?
  /// What mends it.
  package var fix: Finding.Fix?

  init(
    _ range: SourceRange, _ message: String, severity: Severity? = nil, score: Int? = nil, fix: Finding.Fix? = nil
  ) {
    self.range = range
    self.message = message
    self.severity = severity
    self.score = score
    self.fix = fix
  }
}

/// A text in Markdown in which `⟦` and `⟧` stand around what the rule finds, and what it says there; without them it
/// must stay silent.
///
///     RuleExample("Sleep helps.⟦[^7]⟧\n", "there is no note 7")
package struct RuleExample: Sendable {
  /// The text with its marks.
  package let text: String
  /// What the rule says at each mark, in their order.
  package let messages: [String]
  /// How much that weighs, where it differs from the rule's own severity.
  package let severity: Severity?
  /// What the fix puts in place of what is marked; nil where the finding has no fix.
  package let fix: String?
  /// Records that the article's references are matched with.
  package let records: [Item]
  /// Its name, by which its format can be told.
  package let path: String

  init(
    _ text: String, _ messages: String..., severity: Severity? = nil, fix: String? = nil, records: [Item] = [],
    path: String = "example.md"
  ) {
    self.text = text
    self.messages = messages
    self.severity = severity
    self.fix = fix
    self.records = records
    self.path = path
  }

  /// The text without its marks, and the half-open UTF-8 ranges between them.
  package var unmarked: (text: String, ranges: [Range<Int>]) {
    var plain: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = plain.count
      case "⟧":
        if let start { ranges.append(start..<plain.count) }
      default: plain.append(contentsOf: String(scalar).utf8)
      }
    }
    return (String(decoding: plain, as: UTF8.self), ranges)
  }
}
