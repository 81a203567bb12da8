package import IbidModel

/// Findings as the JSON of the command line's contract.
package enum JSONReporter {
  /// `{"findings": […], "summary": {…}}`.
  package static func json(of findings: [Finding]) -> JSONValue {
    .object([JSONMember("findings", .array(findings.map(json))), JSONMember("summary", summary(of: findings))])
  }

  private static func json(of finding: Finding) -> JSONValue {
    .object(
      [
        JSONMember("rule", .string(finding.rule)),
        JSONMember("severity", .string(finding.severity.rawValue)),
        JSONMember("message", .string(finding.message)),
        JSONMember("path", .string(finding.path)),
        JSONMember("place", finding.range.place.json),
        JSONMember("length", .number(String(finding.range.length))),
        JSONMember("fix", finding.fix.map(json) ?? .null),
      ] + (finding.score.map { [JSONMember("score", .number(String($0)))] } ?? [])
        + (finding.fingerprint.map { [JSONMember("fingerprint", .string($0))] } ?? []))
  }

  private static func json(of fix: Finding.Fix) -> JSONValue {
    .object([
      JSONMember("place", fix.range.place.json),
      JSONMember("length", .number(String(fix.range.length))),
      JSONMember("replacement", .string(fix.replacement)),
    ])
  }

  private static func summary(of findings: [Finding]) -> JSONValue {
    let severities = Severity.allCases.reversed().map { severity in
      JSONMember(severity.rawValue, .number(String(findings.count { $0.severity == severity })))
    }
    let rules = Set(findings.map(\.rule)).sorted().map { rule in
      JSONMember(rule, .number(String(findings.count { $0.rule == rule })))
    }
    return .object(
      [JSONMember("findings", .number(String(findings.count)))] + severities + [JSONMember("rules", .object(rules))])
  }
}
