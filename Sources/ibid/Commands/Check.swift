import ArgumentParser
import IbidKit
import IbidModel

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find claims without citations, and citations that do not hold.",
    discussion: """
      Findings read `path:line:column: severity: message [rule]`. `ibid rules` lists the rules, `ibid rules RULE`
      explains one.

        ibid check article.md
        ibid check article.md --from pubmed.xml
        ibid check article.md --all                      every rule, and what is information only
        ibid check article.md --rule uncited-claim --fail-on never
        ibid check article.md --format html > report.html
        ibid check article.md --format json > known.json
        ibid check article.md --baseline known.json      only what is new
        ibid check refs.bib                              what breaks BibTeX, or prints wrong
        ibid check refs.bib --fix                        and mend what can be mended safely
        ibid check refs.bib --fix --dry-run              show that, and write nothing
        ibid check article.md --fix                      the same in an article
        ibid check paper.docx --to docx -o reviewed.docx each finding a comment on its words
        ibid check paper.docx --strip-comments -o paper2.docx

      Rules are configured in a `.ibid.yml` beside the article or above it; `profile: science-writer`, `manuscript`
      or `review` there chooses more of them.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github, html, docx
  }

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @OptionGroup var input: ArticleOptions
  @OptionGroup var records: RecordOptions

  @Option(
    name: [.customLong("format"), .customLong("to")],
    help: "text, json, sarif, github, html, or docx: a Word document with a comment for each finding.")
  var format = Format.text

  @Option(name: .shortAndLong, help: ArgumentHelp("The file that --to docx writes.", valueName: "file"))
  var output: String?

  @Flag(help: "Write a Word document without the comments that Ibid made in it, and check nothing.")
  var stripComments = false

  @Option(help: "The lightest finding that makes the exit status 1: error, warning, info or never. (default: warning)")
  var failOn: FailOn?

  @Option(
    help: ArgumentHelp(
      "Leave out what this file holds already: the output of an earlier `--format json`.", valueName: "file"))
  var baseline: String?

  @Option(name: .customLong("rule"), help: ArgumentHelp("Use only this rule; may be given again.", valueName: "id"))
  var rules: [String] = []

  @Option(name: .customLong("disable"), help: ArgumentHelp("Leave this rule out; may be given again.", valueName: "id"))
  var disabled: [String] = []

  @Flag(help: "Use every rule, whatever the profile, and show what is information only.")
  var all = false

  @Flag(help: "Mend what can be mended safely, and with --rule what the rule suggests.")
  var fix = false

  @Flag(help: "With --fix: print what would change as a diff, and write nothing.")
  var dryRun = false

  func validate() throws {
    guard rules.isEmpty || !Set(rules).isSubset(of: disabled) else {
      throw ValidationError("--disable leaves out every rule that --rule names")
    }
    let isBibliography = input.article.map(CheckedBibliography.isNamed) ?? false
    guard fix || !dryRun else { throw ValidationError("--dry-run goes with --fix") }
    try validateWord()
    guard !isBibliography || format != .html else {
      throw ValidationError("--format html shows articles, and a .bib file is none")
    }
  }

  private func validateWord() throws {
    guard format == .docx || stripComments else {
      if output != nil { throw ValidationError("--output goes with --to docx and --strip-comments") }
      return
    }
    let article = input.article ?? records.from.last
    guard let article, FormattedWord.isWord(article) else {
      throw ValidationError("comments are written into a Word document (.docx)")
    }
    _ = try WordOutput.path(output, input: article)
  }

  func run() throws {
    let (article, choice) = try input.resolved(with: records)
    if stripComments { return try strip(article) }
    if input.inputFormat == nil, CheckedBibliography.isNamed(article) { return try checkBibliography(article) }
    try Failure.reporting {
      let configuration = try CheckConfiguration.nearest(to: article)
      let selection = try RuleSelection(
        only: rules, disabled: disabled, all: all, configuration: configuration, year: Clock.year)
      let known = try baseline.map { try Baseline(path: $0) }
      let opened = try choice.open()
      func reading(_ bytes: [UInt8]) throws(IbidError) -> CheckedArticle {
        try CheckedArticle(
          bytes: bytes, path: article, format: input.inputFormat, bibliography: records.bibliography, records: opened)
      }
      var checked = try CheckedArticle(
        path: article, format: input.inputFormat, bibliography: records.bibliography, records: opened)
      if fix {
        let mending = try checked.mending(rules: selection, named: Set(rules), reading: reading)
        if let file = mending.file {
          try put(file)
          if !dryRun { checked = try reading(file.content) }
        }
        for rule in mending.left { Output.warn("ibid: note: \(article): left to you: what \(rule) suggests") }
      }
      Failure.report(checked.problems)
      for one in checked.unknownSuppressions {
        Output.warn("ibid: warning: \(one.path):\(one.line): there is no rule “\(one.rule)”")
      }
      let found = checked.findings(rules: selection)
      let findings = known?.new(in: found) ?? found
      if !dryRun { try write(findings, of: checked, known: found.count - findings.count) }
      let limit = failOn ?? configuration.failOn.flatMap(FailOn.init(rawValue:)) ?? .warning
      if let severity = limit.severity, findings.contains(where: { $0.severity >= severity }) { throw ExitCode(1) }
      try Failure.failOnLoss(checked.problems)
    }
  }

  /// Writes the document without our comments.
  private func strip(_ path: String) throws {
    try Failure.reporting {
      let stripped = try ReviewedWord(strippedAt: path)
      try OutputFile(output ?? "").write(bytes: stripped.bytes)
      Output.warn("ibid: note: \(path): \(stripped.removed) comments taken out")
    }
  }

  private func checkBibliography(_ path: String) throws {
    try Failure.reporting {
      let configuration = try CheckConfiguration.nearest(to: path)
      let rules = try RuleSelection(
        only: rules, disabled: disabled, configuration: configuration, subject: .bibliography)
      var file = try CheckedBibliography(path: path)
      if fix, let mended = try file.mended(rules: rules) {
        try put(mended)
        if !dryRun { file = try CheckedBibliography(path: path) }
      }
      for one in file.unknownSuppressions {
        Output.warn("ibid: warning: \(one.path):\(one.line): there is no rule “\(one.rule)”")
      }
      let known = try baseline.map { try Baseline(path: $0) }
      let found = file.findings(rules: rules)
      let findings = known?.new(in: found) ?? found
      if !dryRun { try show(findings, of: file) }
      let limit = failOn ?? configuration.failOn.flatMap(FailOn.init(rawValue:)) ?? .warning
      if let severity = limit.severity, findings.contains(where: { $0.severity >= severity }) { throw ExitCode(1) }
    }
  }

  /// Shows what would change, or writes it.
  private func put(_ file: MendedFile) throws {
    guard !dryRun else { return try Output.write(file.diff) }
    try file.write()
    Output.warn("ibid: note: \(file.path): mended")
  }

  private func show(_ findings: [Finding], of file: CheckedBibliography) throws {
    switch format {
    case .text: try Output.write(file.text(of: findings, usesColour: Output.usesColour))
    case .json: try Output.write(json: FindingsReport.json(of: findings))
    case .sarif: try Output.write(json: FindingsReport.sarif(of: findings, subject: .bibliography))
    case .github: try Output.write(FindingsReport.gitHub(of: findings))
    case .html, .docx: break
    }
  }

  private func write(_ findings: [Finding], of article: CheckedArticle, known: Int) throws {
    switch format {
    case .text:
      let report = TerminalReport(article, usesColour: Output.usesColour)
      let withInfos = all || !rules.isEmpty || failOn == .info
      let text = report.text(of: findings, withInfos: withInfos)
      try Output.write(text)
      let old = known > 0 ? " (\(known) more in the baseline)" : ""
      try Output.write(
        (text.isEmpty ? "" : "\n") + report.sections + report.claimsSummary + "\n"
          + report.summary(of: findings, withInfos: withInfos) + old + "\n")
    case .json: try Output.write(json: FindingsReport.json(of: findings))
    case .sarif: try Output.write(json: FindingsReport.sarif(of: findings))
    case .github: try Output.write(FindingsReport.gitHub(of: findings))
    case .html: try Output.write(FindingsReport.html(of: findings, in: article))
    case .docx:
      let withInfos = all || !rules.isEmpty || failOn == .info
      let shown = withInfos ? findings : findings.filter { $0.severity > .info }
      try OutputFile(output ?? "").write(bytes: ReviewedWord(article, findings: shown).bytes)
      Output.warn("ibid: note: \(shown.count) comments in \(output ?? "")")
    }
  }
}
