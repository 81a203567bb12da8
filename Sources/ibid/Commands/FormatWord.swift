import ArgumentParser
import IbidKit
import IbidModel

/// `ibid format paper.docx`: the live citations of a Word document in another style.
struct FormatWord {
  private let path: String
  private let records: RecordOptions
  private let style: StyleOptions
  private let output: String?

  /// Nil where the manuscript is no Word document.
  init?(_ manuscript: ManuscriptOptions, _ records: RecordOptions, _ style: StyleOptions, _ output: String?) {
    guard let path = manuscript.manuscript ?? records.from.last, FormattedWord.isWord(path) else { return nil }
    (self.path, self.records, self.style, self.output) = (path, records, style, output)
  }

  func run() throws {
    let output = try WordOutput.path(output, input: path)
    try Failure.reporting {
      let (items, problems) = try known()
      Failure.report(problems)
      let isNamed = style.style != nil || style.journal != nil
      let formatted = try FormattedWord(
        path: path, style: isNamed ? style.found(near: path) : nil, locale: style.locale, records: items)
      (formatted.kept + formatted.warnings).forEach { Output.warn("ibid: warning: \($0)") }
      try OutputFile(output).write(formatted.bytes)
      try Failure.failOnLoss(problems)
    }
  }

  /// Records that somebody named; a document's fields carry their own.
  private func known() throws(IbidError) -> (items: [Item], problems: [RecordProblem]) {
    let from = records.from.filter { $0 != path }
    guard records.library != nil || !from.isEmpty else { return ([], []) }
    return try RecordChoice(library: records.library, from: from).items()
  }
}
