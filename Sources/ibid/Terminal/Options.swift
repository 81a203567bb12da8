import ArgumentParser
import IbidKit

/// Where records come from.
struct LibraryOption: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The library to use.", valueName: "file"))
  var library: String?

  var path: String { LibraryLocation.path(option: library) }
}

/// Where records come from, for commands that can do without a library.
struct RecordOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The library to use.", valueName: "file"))
  var library: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Take records from these files and from no library.", valueName: "files"))
  var from: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file of records that belongs to the article, beside those that it names; may be given again.",
      valueName: "file"))
  var bibliography: [String] = []

  var choice: RecordChoice { RecordChoice(library: library, from: from) }

  /// Whether nothing was said of where records come from.
  var isUnnamed: Bool { library == nil && from.isEmpty }

  func validate() throws {
    guard from.isEmpty || library == nil else { throw ValidationError("--library and --from exclude each other") }
  }
}

/// The article that a command reads.
struct ArticleOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      The article: plain text, Markdown, HTML, LaTeX, JATS, Word, reStructuredText, Org, Typst, AsciiDoc or a Jupyter \
      notebook.
      """, valueName: "article"))
  var article: String?

  @Option(name: .long, help: ArgumentHelp("The article's format, where it is not recognized.", valueName: "format"))
  var inputFormat: String?
}

/// The manuscript that a command formats.
struct ManuscriptOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The manuscript: Markdown or plain text.", valueName: "manuscript"))
  var manuscript: String?

  /// The manuscript and the records that go with it.
  func resolved(with records: RecordOptions) throws -> (path: String, records: RecordChoice) {
    try records.resolved(with: manuscript, named: "manuscript")
  }
}

extension ArticleOptions {
  /// The article and the records that go with it.
  func resolved(with records: RecordOptions) throws -> (path: String, records: RecordChoice) {
    try records.resolved(with: article, named: "article")
  }

  /// Reads the article with these records, reports what was wrong with the records, and hands it to `show`.
  func check(with records: RecordOptions, _ show: (CheckedArticle) throws -> Void) throws {
    let (article, choice) = try resolved(with: records)
    try Failure.reporting {
      let checked = try CheckedArticle(
        path: article, format: inputFormat, bibliography: records.bibliography, records: choice.open())
      Failure.report(checked.problems)
      try show(checked)
      try Failure.failOnLoss(checked.problems)
    }
  }
}

extension RecordOptions {
  /// The same for a command that reads several files.
  func resolved(with files: [String], named name: String) throws -> (paths: [String], records: RecordChoice) {
    if !files.isEmpty { return (files, choice) }
    guard from.count > 1, let file = from.last else {
      throw ValidationError("Missing expected argument '<\(name)>'")
    }
    return ([file], RecordChoice(library: nil, from: from.dropLast()))
  }

  /// The file that a command reads, and its records. In `--from pubmed.xml article.md` the last file is the article.
  fileprivate func resolved(with file: String?, named name: String) throws -> (path: String, records: RecordChoice) {
    if let file { return (file, choice) }
    let (files, records) = try resolved(with: [], named: name)
    return (files[0], records)
  }
}

/// Text for people or JSON for programs.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// The style, its journal and its language.
struct StyleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A style's name, title or ISSN, the path of a .csl file, or auto for the journal's own.", valueName: "style"))
  var style: String?

  @Option(
    help: ArgumentHelp("The journal, by name, abbreviation or ISSN, whose style is wanted.", valueName: "journal"))
  var journal: String?

  @Option(help: ArgumentHelp("The language of terms and dates, as in de-DE; else the style's own.", valueName: "tag"))
  var locale: String?

  func validate() throws {
    if journal != nil, let style, style.lowercased() != "auto" {
      throw ValidationError("--journal goes with --style auto, or stands alone")
    }
  }

  /// The style that was asked for: the journal's where one is named, else Vancouver.
  func found(near manuscript: String?) throws(IbidError) -> FoundStyle {
    try StyleSearch(manuscript: manuscript).style(style, journal: journal)
  }
}

/// Whether output for people has colours.
struct ColourOption: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(help: "Colours: auto (on a terminal), always or never.")
  var color = Choice.auto

  var isUsed: Bool { color == .always || color == .auto && Output.usesColour }
}
