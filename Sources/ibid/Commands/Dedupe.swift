import ArgumentParser
import IbidKit
import IbidModel

struct Dedupe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe",
    abstract: "Find records of one work, and merge them in the library.",
    discussion: """
      Records are compared in all fields. Preprints, errata, replies, chapters and other versions are works of their \
      own: they are shown as related, and never merged.

      In a library, groups are reviewed one by one on a terminal; --accept sure merges those without doubt. Merging \
      keeps all that is known of both records, and the old keys still lead to the work. `ibid undo` takes it back. A \
      “no” is remembered, as `ibid relate KEY other-work KEY` is: the records are never offered again. Records that \
      bear one identifier under two titles are shown as unsure, and merged by a “yes” alone. Records of files are only \
      shown.

        ibid dedupe
        ibid dedupe --accept sure
        ibid dedupe --dry-run --format json
        ibid dedupe --from embase.ris pubmed.nbib
      """)

  @Option(name: .long, help: ArgumentHelp("The library to use.", valueName: "file"))
  var library: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Look at records of these files and at no library.", valueName: "files"))
  var from: [String] = []

  @Flag(help: "Show what would be merged, and change nothing.")
  var dryRun = false

  @Option(help: "Merge without asking: sure (groups without doubt) or all.")
  var accept: Acceptance?

  @Option(help: "text or json.")
  var format = TextOrJSON.text

  enum Acceptance: String, ExpressibleByArgument, CaseIterable {
    case sure, all
  }

  func validate() throws {
    guard from.isEmpty || library == nil else { throw ValidationError("--library and --from exclude each other") }
    guard from.isEmpty || accept == nil else { throw ValidationError("--accept merges in a library, not in files") }
    guard !dryRun || accept == nil else { throw ValidationError("--dry-run and --accept exclude each other") }
  }

  func run() throws {
    try Failure.reporting {
      let path = LibraryLocation.path(option: library)
      let choice = from.isEmpty ? RecordChoice.library(path: path, isNamed: true) : .files(from)
      let (items, problems) = try choice.items()
      Failure.report(problems)
      let apart = from.isEmpty ? try RecordLibrary(reading: path).recordsApart() : []
      let duplicates = Duplicates(of: items, apart: apart)
      let listing = DuplicateListing(items)
      let isAsking = from.isEmpty && !dryRun && accept == nil && format == .text && Output.isAsking
      if format == .json {
        try Output.write(JSONWriter.text(of: duplicates.json) + "\n")
      } else if !isAsking {
        try listing.write(duplicates)
      }
      if from.isEmpty, !dryRun {
        let (merged, apart) =
          isAsking
          ? try listing.review(duplicates.groups + duplicates.unsure) : (duplicates.groups.filter(isAccepted), [])
        let count = duplicates.groups.count + (isAsking ? duplicates.unsure.count : 0)
        try merge(merged, apart: apart, of: count, in: path)
      }
      try Failure.failOnLoss(problems)
    }
  }

  private func isAccepted(_ group: DuplicateGroup) -> Bool {
    switch accept {
    case .all: true
    case .sure: group.isSure
    case nil: false
    }
  }

  private func merge(_ groups: [DuplicateGroup], apart: [DuplicateGroup], of count: Int, in path: String) throws {
    if !groups.isEmpty || !apart.isEmpty {
      try RecordLibrary(updating: path).merge(groups.map(\.members), apart: apart.map(\.members))
    }
    if !apart.isEmpty {
      Output.warn("\(apart.count) group\(apart.count == 1 ? "" : "s") kept apart, and not offered again")
    }
    guard !groups.isEmpty else {
      guard count > 0, apart.isEmpty else { return }
      Output.warn(
        accept == .sure
          ? "nothing was merged: no group is without doubt; without --accept each is asked for"
          : "nothing was merged; --accept sure merges the groups without doubt")
      return
    }
    let gone = groups.reduce(0) { $0 + $1.members.count - 1 }
    Output.warn(
      "merged \(groups.count) of \(count) group\(count == 1 ? "" : "s"): \(gone) record\(gone == 1 ? "" : "s") fewer; "
        + "`ibid undo` takes it back")
  }
}

/// Duplicates as a person reads them.
struct DuplicateListing {
  private let items: [String: Item]

  /// A listing of these records' duplicates.
  init(_ items: [Item]) { self.items = Dictionary(items.map { ($0.id, $0) }) { first, _ in first } }

  /// All groups, each with its records below, the one to keep first; then what is related, a line a pair.
  func write(_ duplicates: Duplicates) throws {
    for group in duplicates.groups { try Output.write(text(of: group)) }
    for pair in duplicates.related {
      try Output.write("\(pair.relation.rawValue)\t\(pair.from)\t\(pair.to)\n")
    }
    for group in duplicates.unsure { try Output.write(text(of: group, "unsure")) }
    let count = duplicates.groups.reduce(0) { $0 + $1.members.count - 1 }
    let unsure = duplicates.unsure.isEmpty ? "" : ", \(duplicates.unsure.count) unsure"
    try Output.write(
      "\(items.count) records, \(count) of them duplicates, \(duplicates.related.count) pairs related\(unsure)\n")
  }

  /// Asks for each group whether its records are merged, and gives those that are, and those that are not; the end of the
  /// input is no answer to the rest, nor is another word.
  func review(_ groups: [DuplicateGroup]) throws -> (merged: [DuplicateGroup], apart: [DuplicateGroup]) {
    var (merged, apart): ([DuplicateGroup], [DuplicateGroup]) = ([], [])
    for (index, group) in groups.enumerated() {
      try Output.write(text(of: group))
      var isAnswered = false
      while !isAnswered {
        Output.show("\(index + 1) of \(groups.count): merge? [y]es, [n]o (never ask again), [s]kip, [q]uit: ")
        isAnswered = true
        switch readLine(strippingNewline: true)?.lowercased().first {
        case "y": merged.append(group)
        case "n": apart.append(group)
        case "s": break
        case "q", nil: return (merged, apart)
        default: isAnswered = false
        }
      }
    }
    return (merged, apart)
  }

  private func text(of group: DuplicateGroup, _ word: String? = nil) -> String {
    let score = "\(word ?? (group.isSure ? "sure" : "perhaps")) \(group.score)"
    let records = group.members.compactMap { items[$0] }.map { "  " + ItemText.line(of: $0) }
    return "\(group.relation.rawValue)\t\(score)\t\(Self.text(of: group.reasons))\n" + records.joined()
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
