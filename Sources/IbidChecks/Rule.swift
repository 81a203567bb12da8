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
  /// Texts with the places marked that it finds, and look-alikes where it stays silent.
  package let examples: [RuleExample]
  /// Finds it.
  package let remarks: @Sendable (LinkedArticle) -> [Remark]

  init(
    id: String, severity: Severity, summary: String, explanation: String, examples: [RuleExample],
    remarks: @escaping @Sendable (LinkedArticle) -> [Remark]
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.examples = examples
    self.remarks = remarks
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
  /// What mends it.
  package var fix: Finding.Fix?

  init(_ range: SourceRange, _ message: String, severity: Severity? = nil, fix: Finding.Fix? = nil) {
    self.range = range
    self.message = message
    self.severity = severity
    self.fix = fix
  }
}

/// A text in Markdown in which `⟦` and `⟧` stand around what the rule finds; without them it must stay silent.
package struct RuleExample: Sendable {
  /// The text with its marks.
  package let text: String
  /// Records that the article's references are matched with.
  package let records: [Item]

  init(_ text: String, records: [Item] = []) {
    self.text = text
    self.records = records
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
