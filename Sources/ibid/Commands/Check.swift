import ArgumentParser
import IbidKit
import IbidModel

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find claims without citations, and citations that do not hold.",
    discussion: """
      Findings read `path:line:column: severity: message [rule]`. `ibid rules` lists the rules, `ibid rules RULE`
      explains one.

        ibid check article.md
        ibid check article.md --from pubmed.xml
        ibid check article.md --rule uncited-claim --fail-on never
        ibid check article.md --format json > findings.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
  }

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @OptionGroup var input: ArticleOptions
  @OptionGroup var records: RecordOptions

  @Option(help: "text, json, sarif or github.")
  var format = Format.text

  @Option(help: "The lightest finding that makes the exit status 1: error, warning, info or never.")
  var failOn = FailOn.warning

  @Option(name: .customLong("rule"), help: ArgumentHelp("Use only this rule; may be given again.", valueName: "id"))
  var rules: [String] = []

  @Option(name: .customLong("disable"), help: ArgumentHelp("Leave this rule out; may be given again.", valueName: "id"))
  var disabled: [String] = []

  func run() throws {
    let (article, choice) = try input.resolved(with: records)
    try Failure.reporting {
      let selection = try RuleSelection(only: rules, disabled: disabled)
      let check = try ArticleCheck(path: article, format: input.inputFormat, records: choice)
      Failure.report(check.problems)
      let findings = check.findings(rules: selection)
      switch format {
      case .text:
        let usesColour = Output.usesColour
        for finding in findings { try Output.write(check.text(of: finding, usesColour: usesColour)) }
        try Output.write(
          (findings.isEmpty ? "" : "\n") + check.claimsSummary + "\n" + check.summary(of: findings) + "\n")
      case .json: try Output.write(JSONWriter.text(of: FindingsReport.json(of: findings), .pretty) + "\n")
      case .sarif: try Output.write(JSONWriter.text(of: FindingsReport.sarif(of: findings), .pretty) + "\n")
      case .github: try Output.write(FindingsReport.gitHub(of: findings))
      }
      if let severity = failOn.severity, findings.contains(where: { $0.severity >= severity }) { throw ExitCode(1) }
      try Failure.failOnLoss(check.problems)
    }
  }
}
