import ArgumentParser
import IbidKit
import IbidModel

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find claims without citations, and citations that do not hold.",
    discussion: """
      Findings read `path:line:column: severity: message [rule]`. `ibid rules` lists the rules, `ibid rules RULE` \
      explains one.

        ibid check article.md
        ibid check article.md notes/ drafts/*.tex      several, and all in a folder
        ibid check article.md --from pubmed.xml
        ibid check article.md --all                    every rule, and infos too
        ibid check article.md --rule uncited-claim --fail-on never
        ibid check article.md --format html > report.html
        ibid check article.md --format json > known.json
        ibid check article.md --baseline known.json    only what is new
        ibid check refs.bib                            what breaks or prints wrong
        ibid check refs.bib --fix                      mend what can safely be
        ibid check article.md --fix --dry-run          show that, write nothing
        ibid check paper.docx --to docx -o seen.docx   findings as comments
        ibid check seen.docx --strip-comments -o paper.docx

      Rules are configured in a `.ibid.yml` beside the article or above it; `profile: science-writer`, `manuscript` \
      or `review` there chooses more of them.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github, html, docx
  }

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @Argument(
    help: ArgumentHelp(
      "Articles, bibliographies (.bib), and folders, of which every article is checked.", valueName: "path"))
  var paths: [String] = []

  @Option(name: .long, help: ArgumentHelp("The articles' format, where it is not recognized.", valueName: "format"))
  var inputFormat: String?

  @OptionGroup var records: RecordOptions
  @OptionGroup var colour: ColourOption

  @Option(
    name: [.customLong("format"), .customLong("to")],
    help: "text, json, sarif, github, html, or docx: a Word document with a comment for each finding.")
  var format = Format.text

  @OptionGroup var comments: CommentOptions

  @Option(help: "The lightest finding that makes the exit status 1: error, warning, info or never. (default: warning)")
  var failOn: FailOn?

  @Option(help: "The lightest finding that is reported: error, warning or info.", transform: FormatOption.choice)
  var minSeverity: Severity?

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

  @Flag(help: "Count the findings of each rule, and show none.")
  var statistics = false

  @Flag(name: .shortAndLong, help: "Show findings and nothing beside them: no tables, no summaries.")
  var quiet = false

  func validate() throws {
    guard rules.isEmpty || !Set(rules).isSubset(of: disabled) else {
      throw ValidationError("--disable leaves out every rule that --rule names")
    }
    guard fix || !dryRun else { throw ValidationError("--dry-run goes with --fix") }
    guard !statistics || format == .text else { throw ValidationError("--statistics is text; JSON counts by itself") }
    guard format != .html || paths.count < 2 else {
      throw ValidationError("--format html shows one article; name one")
    }
    guard format != .html || !paths.contains(where: CheckedBibliography.isNamed) else {
      throw ValidationError("--format html shows articles, and a .bib file is none")
    }
    try comments.validate(isWritten: format == .docx, into: paths.isEmpty ? Array(records.from.suffix(1)) : paths)
  }

  func run() throws {
    let (names, choice) = try records.resolved(with: paths, named: "path")
    if comments.stripComments { return try comments.strip(names[0]) }
    try Failure.reporting {
      let files = try ArticlePaths(names)
      guard format != .html || files.paths.count == 1 else {
        throw ValidationError("--format html shows one article; name one")
      }
      let known = try baseline.map { try Baseline(path: $0) }
      let isOnlyBibliographies = inputFormat == nil && files.paths.allSatisfy(CheckedBibliography.isNamed)
      let opened = isOnlyBibliographies ? Records([]) : try choice.open()
      var tally = CheckTally()
      for path in files.paths {
        do {
          let file = try checked(path, with: opened, known: known)
          if !dryRun, format == .text, !statistics { try write(file, isAlone: files.paths.count == 1) }
          tally.add(file)
        } catch let error as IbidError where files.paths.count > 1 {
          Output.warn("ibid: error: \(error.message)")
          tally.isIncomplete = true
        }
      }
      if !dryRun { try write(tally) }
      if tally.isIncomplete { throw ExitCode(2) }
      if tally.fails { throw ExitCode(1) }
    }
  }

  /// Checks one file, after mending it where that is wanted.
  private func checked(_ path: String, with records: Records, known: Baseline?) throws -> CheckedFile {
    let configuration = try CheckConfiguration.nearest(to: path)
    let isBibliography = inputFormat == nil && CheckedBibliography.isNamed(path)
    let selection = try RuleSelection(
      only: rules, disabled: disabled, all: all, configuration: configuration, year: Clock.year,
      subject: isBibliography ? .bibliography : .article)
    let content: CheckedFile.Content =
      isBibliography
      ? .bibliography(try bibliography(path, rules: selection))
      : .article(try article(path, with: records, rules: selection))
    for one in content.unknownSuppressions {
      Output.warn("ibid: warning: \(one.path):\(one.line): there is no rule “\(one.rule)”")
    }
    let found = content.findings(rules: selection)
    let new = known?.new(in: found) ?? found
    // What is not reported does not fail either: nobody could tell why.
    let reported = new.filter { $0.severity >= minSeverity ?? .info }
    let limit = failOn ?? configuration.failOn.flatMap(FailOn.init(rawValue:)) ?? .warning
    return CheckedFile(
      path: path, content: content, findings: reported, known: found.count - new.count,
      fails: limit.severity.map { least in reported.contains { $0.severity >= least } } ?? false)
  }

  private func article(_ path: String, with records: Records, rules selection: RuleSelection) throws -> CheckedArticle {
    func reading(_ bytes: [UInt8]) throws(IbidError) -> CheckedArticle {
      try CheckedArticle(
        bytes: bytes, path: path, format: inputFormat, bibliography: self.records.bibliography, records: records)
    }
    var checked = try CheckedArticle(
      path: path, format: inputFormat, bibliography: self.records.bibliography, records: records)
    if fix {
      let mending = try checked.mending(rules: selection, named: Set(rules), reading: reading)
      if let file = mending.file {
        try put(file)
        if !dryRun { checked = try reading(file.content) }
      }
      for rule in mending.left { Output.warn("ibid: note: \(path): left to you: what \(rule) suggests") }
    }
    Failure.report(checked.problems)
    return checked
  }

  private func bibliography(_ path: String, rules: RuleSelection) throws -> CheckedBibliography {
    let file = try CheckedBibliography(path: path)
    guard fix, let mended = try file.mended(rules: rules) else { return file }
    try put(mended)
    return dryRun ? file : try CheckedBibliography(path: path)
  }

  /// Shows what would change, or writes it.
  private func put(_ file: MendedFile) throws {
    guard !dryRun else { return try Output.write(file.diff) }
    try file.write()
    Output.warn("ibid: note: \(file.path): mended")
  }

  private func write(_ file: CheckedFile, isAlone: Bool) throws {
    let page = file.page(usesColour: colour.isUsed, columns: Output.columns)
    let isBibliography = if case .bibliography = file.content { true } else { false }
    let withInfos = isBibliography || all || !rules.isEmpty || failOn == .info || minSeverity == .info
    let text = page.text(of: file.findings, withInfos: withInfos)
    try Output.write(text)
    guard !quiet, isAlone || !text.isEmpty else { return }
    let old = file.known > 0 ? " (\(file.known) more in the baseline)" : ""
    try Output.write(
      (text.isEmpty ? "" : "\n") + (isAlone ? file.overview(usesColour: colour.isUsed) : "")
        + page.summary(of: file.findings, withInfos: withInfos) + old + (isAlone ? "\n" : "\n\n"))
  }

  /// What is written behind all files, or of all of them together.
  private func write(_ tally: CheckTally) throws {
    switch format {
    case .text where statistics: try Output.write(tally.statistics)
    case .text: if !quiet, tally.files.count > 1 { try Output.write(tally.summary) }
    case .json: try Output.write(json: FindingsReport.json(of: tally.findings))
    case .sarif: try Output.write(json: FindingsReport.sarif(of: tally.findings, subjects: tally.subjects))
    case .github: try Output.write(FindingsReport.gitHub(of: tally.findings))
    case .html:
      guard case .article(let article)? = tally.files.first?.content else { return }
      try Output.write(FindingsReport.html(of: tally.findings, in: article))
    case .docx:
      guard case .article(let article)? = tally.files.first?.content else { return }
      let withInfos = all || !rules.isEmpty || failOn == .info || minSeverity == .info
      try comments.write(tally.findings.filter { withInfos || $0.severity > .info }, in: article)
    }
  }
}
