package import IbidModel

/// Findings as a SARIF log, which code-review services read.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
package enum SARIFReporter {
  /// A rule as a log describes it.
  package struct DescribedRule: Sendable {
    let id: String
    let severity: Severity
    let summary: String
    let explanation: String

    package init(id: String, severity: Severity, summary: String, explanation: String) {
      (self.id, self.severity, self.summary, self.explanation) = (id, severity, summary, explanation)
    }
  }

  /// The rules of articles.
  package static let rulesOfArticles = Rules.all.map {
    DescribedRule(id: $0.id, severity: $0.severity, summary: $0.summary, explanation: $0.explanation)
  }

  /// A log of one run with these rules.
  package static func json(of findings: [Finding], rules: [DescribedRule] = rulesOfArticles) -> JSONValue {
    .object([
      JSONMember("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
      JSONMember("version", "2.1.0"),
      JSONMember(
        "runs",
        .array([
          .object([
            JSONMember("tool", .object([JSONMember("driver", driver(rules))])),
            JSONMember("columnKind", "unicodeCodePoints"),
            JSONMember("results", .array(findings.map(result))),
          ])
        ])),
    ])
  }

  private static func driver(_ rules: [DescribedRule]) -> JSONValue {
    .object([
      JSONMember("name", "ibid"),
      JSONMember("rules", .array(rules.map(rule))),
    ])
  }

  private static func rule(_ rule: DescribedRule) -> JSONValue {
    .object([
      JSONMember("id", .string(rule.id)),
      JSONMember("shortDescription", text(rule.summary)),
      JSONMember("fullDescription", text(rule.explanation)),
      JSONMember("defaultConfiguration", .object([JSONMember("level", level(rule.severity))])),
    ])
  }

  private static func result(_ finding: Finding) -> JSONValue {
    let place = finding.range.place
    let region = JSONValue.object(
      [
        JSONMember("startLine", .number(String(place.line))),
        JSONMember("startColumn", .number(String(place.column))),
      ] + bytes(finding.range))
    let location = JSONValue.object([
      JSONMember(
        "physicalLocation",
        .object([
          JSONMember("artifactLocation", .object([JSONMember("uri", .string(uri(finding.path)))])),
          JSONMember("region", region),
        ]))
    ])
    var members = [
      JSONMember("ruleId", .string(finding.rule)),
      JSONMember("level", level(finding.severity)),
      JSONMember("message", text(finding.message)),
      JSONMember("locations", .array([location])),
    ]
    if let fingerprint = finding.fingerprint {
      members.append(JSONMember("partialFingerprints", .object([JSONMember("ibid/v1", .string(fingerprint))])))
    }
    if let fix = finding.fix { members.append(JSONMember("fixes", .array([self.fix(fix, in: finding)]))) }
    return .object(members)
  }

  private static func bytes(_ range: SourceRange) -> [JSONMember] {
    [
      JSONMember("byteOffset", .number(String(range.place.offset))),
      JSONMember("byteLength", .number(String(range.length))),
    ]
  }

  private static func fix(_ fix: Finding.Fix, in finding: Finding) -> JSONValue {
    let replacement = JSONValue.object([
      JSONMember("deletedRegion", .object(bytes(fix.range))),
      JSONMember("insertedContent", text(fix.replacement)),
    ])
    let change = JSONValue.object([
      JSONMember("artifactLocation", .object([JSONMember("uri", .string(uri(fix.range.path ?? finding.path)))])),
      JSONMember("replacements", .array([replacement])),
    ])
    return .object([JSONMember("artifactChanges", .array([change]))])
  }

  private static func level(_ severity: Severity) -> JSONValue {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private static func text(_ text: String) -> JSONValue { .object([JSONMember("text", .string(text))]) }

  /// The path as a relative reference (RFC 3986): what may not stand in one is percent-encoded.
  private static func uri(_ path: String) -> String {
    path.utf8.map { byte in
      if byte.isASCIILetter || byte.isASCIIDigit || "/-._~".utf8.contains(byte) {
        return String(Character(Unicode.Scalar(byte)))
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
