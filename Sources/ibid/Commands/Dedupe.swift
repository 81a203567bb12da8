import ArgumentParser
import IbidKit
import IbidModel

struct Dedupe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show which records are of one work.",
    discussion: """
      Records are compared in all fields. Preprints, errata, replies, chapters and other versions are works of their own:
      they are shown as related. Nothing is changed.

        ibid dedupe --from embase.ris pubmed.nbib
        ibid dedupe --from embase.ris pubmed.nbib --format json
      """)

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("The files to take records from.", valueName: "files"))
  var from: [String]

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  func validate() throws {
    guard !from.isEmpty else { throw ValidationError("--from takes the files to look at") }
  }

  func run() throws {
    try Failure.reporting {
      let (items, problems) = try RecordChoice.files(from).items()
      Failure.report(problems)
      let duplicates = Duplicates(of: items)
      switch format {
      case .json: try Output.write(JSONWriter.text(of: duplicates.json) + "\n")
      case .text: try show(duplicates, of: items)
      }
      try Failure.failOnLoss(problems)
    }
  }

  /// A group with its records below, the one to keep first; then what is related, a line a pair.
  private func show(_ duplicates: Duplicates, of items: [Item]) throws {
    let items = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
    for group in duplicates.groups {
      let score = "\(group.isSure ? "sure" : "perhaps") \(group.score)"
      try Output.write("\(group.relation.rawValue)\t\(score)\t\(Self.text(of: group.reasons))\n")
      for key in group.members {
        if let item = items[key] { try Output.write("  " + ItemText.line(of: item)) }
      }
    }
    for pair in duplicates.related {
      try Output.write("\(pair.relation.rawValue)\t\(pair.from)\t\(pair.to)\n")
    }
    let count = duplicates.groups.reduce(0) { $0 + $1.members.count - 1 }
    try Output.write("\(items.count) records, \(count) of them duplicates, \(duplicates.related.count) pairs related\n")
  }

  /// What agrees, and what does not.
  private static func text(of reasons: [FieldAgreement]) -> String {
    let parts = [("agree", FieldAgreement.Verdict.agree), ("disagree", .disagree)].compactMap { name, verdict in
      let fields = reasons.filter { $0.verdict == verdict }.map(\.field)
      return fields.isEmpty ? nil : "\(name): \(fields.joined(separator: ", "))"
    }
    return parts.joined(separator: "; ")
  }
}
