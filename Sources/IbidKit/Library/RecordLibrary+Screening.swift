import IbidFormats
public import IbidModel
import IbidStore
import IbidText

extension RecordLibrary {
  /// Keeps what a reviewer, or the review, decided on records, in one step, and tells how many were changed; nil takes
  /// back what was decided by title and abstract. A decision of nobody's name settles what reviewers differ on.
  ///
  ///     let library = try RecordLibrary(updating: "Bibliography/library.sqlite")
  ///     let decision = ScreeningDecision(.exclude, reason: "wrong population")
  ///     try library.screen([try library.items()[0].id], decision)
  ///
  /// - Parameter configuration: may list the reasons that there are.
  /// - Throws: `IbidError` where no record has one of the keys, the reason is none of the list, or the library cannot be
  ///   written.
  @discardableResult
  public func screen(
    _ keys: [String], _ decision: ScreeningDecision?, configuration: CheckConfiguration = CheckConfiguration()
  ) throws(IbidError) -> Int {
    guard let decision = try decision?.checked(by: configuration) else { return try takeBackDecisions(on: keys) }
    let kept = decision.kept
    return try edit(keys, ["screen"] + keys + [decision.text] + Self.options(kept.by, decision.stage)) { screening in
      screening.put(kept)
    }
  }

  /// Takes back what was decided on records at a stage, by a reviewer or, where no name is given, by all, in one step, and
  /// tells how many were changed.
  ///
  /// - Throws: `IbidError` where no record has one of the keys, or the library cannot be written.
  @discardableResult
  public func takeBackDecisions(
    on keys: [String], by name: String = "", stage: ScreeningDecision.Stage = .titleAbstract
  ) throws(IbidError) -> Int {
    try edit(keys, ["screen"] + keys + ["none"] + Self.options(name, stage)) { screening in
      let names = name.isEmpty ? Set(screening.votes.map(\.by)) : [name]
      for name in names { screening.remove(by: name, at: stage.kept) }
    }
  }

  private static func options(_ name: String, _ stage: ScreeningDecision.Stage) -> [String] {
    (name.isEmpty ? [] : ["--by", name]) + (stage == .titleAbstract ? [] : ["--stage", stage.rawValue])
  }

  private func edit(
    _ keys: [String], _ words: [String], _ body: (inout Screening) -> Void
  ) throws(IbidError) -> Int {
    try change(words) { changes in
      var count = 0
      for key in keys {
        let isChanged = try changes.edit(key: key) { work in
          var screening = work.screening ?? Screening()
          body(&screening)
          work.screening = screening.votes.isEmpty ? nil : screening
        }
        if isChanged { count += 1 }
      }
      return count
    }
  }

  /// What became of the decisions in a file.
  ///
  ///     let library = try RecordLibrary(updating: "Bibliography/library.sqlite")
  ///     let report = try library.importDecisions(from: "pubmed.xml", otherwise: ScreeningDecision(.maybe))
  ///     print(report.changed, report.unknown)
  public struct ScreeningReport: Sendable, Equatable {
    /// Records of the library whose decision was changed.
    public var changed = 0
    /// Records of the library on which was decided so already.
    public var unchanged = 0
    /// Records of the file on which nobody decided.
    public var undecided = 0
    /// Keys of records on which reviewers differ now, and nobody has settled it.
    public var conflicts: [String] = []
    /// Keys of records where what the review decided stands, though the file's reviewers say otherwise.
    public var settled: [String] = []
    /// Titles of records of the file that the library does not have.
    public var unknown: [String] = []
    /// What the reader of the file met with.
    public var problems: [RecordProblem] = []

    /// A report of nothing yet.
    public init() {}
  }

  /// Takes decisions over from a screening program's export, RIS or CSV of Rayyan or Covidence: what the records' notes
  /// and tags say, each reviewer's. The file's records are not added.
  ///
  /// - Parameters:
  ///   - decision: for records that say nothing: Covidence exports included and excluded ones in a file each.
  ///   - name: the reviewer whose decisions those are that bear no name; empty where they are the review's.
  ///   - stage: what the decisions were made by.
  ///   - configuration: may list the reasons that there are.
  /// - Throws: `IbidError` where the file cannot be read, a reason is none of the list, or the library cannot be written.
  public func importDecisions(
    from path: String, otherwise decision: ScreeningDecision? = nil, by name: String = "",
    stage: ScreeningDecision.Stage = .titleAbstract, configuration: CheckConfiguration = CheckConfiguration()
  ) throws(IbidError) -> ScreeningReport {
    let (items, problems) = try RecordFiles.items(of: [path])
    var report = ScreeningReport()
    report.problems = problems
    var decisions: [(item: Item, votes: [Screening.Vote])] = []
    for item in items {
      var made = ScreeningNotes.decisions(in: item)
      if made.isEmpty, let decision { made = [decision] }
      guard !made.isEmpty else {
        report.undecided += 1
        continue
      }
      let votes = try made.map { (decision) throws(IbidError) in
        var vote = try decision.checked(by: configuration).kept
        if vote.by.isEmpty { vote.by = name }
        vote.stage = stage.kept
        return vote
      }
      decisions.append((item, votes))
    }
    let file = String(path.split(separator: "/").last ?? "")
    // Which works the records are of, an import would know.
    let outcomes = try withoutKeeping(["screen", "--import", file]) { changes in
      try changes.add(decisions.map { $0.item }, from: Source(name: file), ordinals: 1)
    }
    // Screening programs shorten records; their titles are whole.
    let titles = outcomes.contains { $0.outcome == .added } ? TitledWorks(try self.items()) : TitledWorks([])
    return try change(["screen", "--import", file]) { changes in
      for ((item, votes), outcome) in zip(decisions, outcomes) {
        guard let key = outcome.outcome == .added ? titles.key(of: item) : outcome.key else {
          report.unknown.append(item[.title] ?? item.id)
          continue
        }
        var kept = Screening()
        let isChanged = try changes.edit(key: key) { work in
          kept = work.screening ?? Screening()
          for vote in votes { kept.remove(by: vote.by, at: vote.stage) }
          kept.join(Screening(votes: votes))
          work.screening = kept
        }
        if isChanged { report.changed += 1 } else { report.unchanged += 1 }
        let (said, outcome) = (Screening(votes: votes).outcome, kept.outcome(at: stage.kept))
        if outcome == .conflict { report.conflicts.append(key) } else if said != outcome { report.settled.append(key) }
      }
      return report
    }
  }

  /// The records with what was decided on them at a stage in their notes, as Rayyan writes it, in the order of their keys.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  public func itemsWithDecisions(
    stage: ScreeningDecision.Stage = .titleAbstract
  ) throws(IbidError) -> [Item] {
    try atOneMoment { (snapshot) throws(LibraryError) in
      var items: [Item] = []
      try snapshot.forEachWork { work in
        var item = work.item
        let votes = (work.screening?.votes ?? []).filter { $0.stage == stage.kept }
        let note = ScreeningNotes.note(of: votes.map(ScreeningDecision.init), tags: work.tags)
        if !note.isEmpty { item[.note] = [item[.note] ?? "", note].filter { !$0.isEmpty }.joined(separator: " | ") }
        items.append(item)
        return true
      }
      return items
    }
  }
}

extension RecordLibrary {
  /// The same as RIS.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  public func decisionsAsRIS(stage: ScreeningDecision.Stage = .titleAbstract) throws(IbidError) -> String {
    var writer: any RecordWriter
    do { writer = try ExportFormat(named: "ris").makeWriter(WritingOptions()) } catch {
      throw IbidError(error, path: "-")
    }
    return writer.text(of: try itemsWithDecisions(stage: stage))
  }
}

extension ScreeningDecision {
  /// The decision with its reason as the configuration's list spells it.
  ///
  /// - Throws: `IbidError` where the list has no such reason.
  func checked(by configuration: CheckConfiguration) throws(IbidError) -> ScreeningDecision {
    guard !by.contains(where: { "\"|".contains($0) || $0.isNewline }) else {
      throw IbidError(.wrongValue, "“\(by)” is no reviewer’s name: it has no quotation mark and no bar", name: by)
    }
    guard !reason.isEmpty, !configuration.screeningReasons.isEmpty else { return self }
    let known = configuration.screeningReasons
    let reasons = try reason.split(separator: ";").map { (part) throws(IbidError) in
      let wanted = String(part).trimmed
      guard let reason = known.first(where: { $0.lowercased() == wanted.lowercased() }) else {
        let file = configuration.path ?? CheckConfiguration.fileName
        throw IbidError(
          .wrongValue, "“\(wanted)” is no reason of \(file): there are \(known.joined(separator: "; "))", name: wanted,
          candidates: NearestNames.nearest(to: wanted, among: known))
      }
      return reason
    }
    return ScreeningDecision(verdict, reason: reasons.joined(separator: "; "), by: by, stage: stage)
  }
}
