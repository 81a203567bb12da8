import IbidFormats
public import IbidModel
import IbidStore
import IbidText

extension RecordLibrary {
  /// Keeps what a reviewer decided on records, in one step, and tells how many were changed; nil takes a decision back.
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
    let kept = try decision?.checked(by: configuration).kept
    return try change(["screen"] + keys + [decision?.text ?? "none"]) { changes in
      var count = 0
      for key in keys where try changes.edit(key: key, { $0.screening = kept }) { count += 1 }
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
    /// Titles of records of the file that the library does not have.
    public var unknown: [String] = []
    /// What the reader of the file met with.
    public var problems: [RecordProblem] = []

    /// A report of nothing yet.
    public init() {}
  }

  /// Takes decisions over from a screening program's export, RIS or CSV of Rayyan or Covidence: what the records' notes
  /// and tags say. The file's records are not added.
  ///
  /// - Parameters:
  ///   - decision: for records that say nothing: Covidence exports included and excluded ones in a file each.
  ///   - configuration: may list the reasons that there are.
  /// - Throws: `IbidError` where the file cannot be read, a reason is none of the list, or the library cannot be written.
  public func importDecisions(
    from path: String, otherwise decision: ScreeningDecision? = nil,
    configuration: CheckConfiguration = CheckConfiguration()
  ) throws(IbidError) -> ScreeningReport {
    let (items, problems) = try RecordFiles.items(of: [path])
    var report = ScreeningReport()
    report.problems = problems
    var decisions: [(item: Item, decision: ScreeningDecision)] = []
    for item in items {
      guard let made = ScreeningNotes.decision(in: item) ?? decision else {
        report.undecided += 1
        continue
      }
      decisions.append((item, try made.checked(by: configuration)))
    }
    let file = String(path.split(separator: "/").last ?? "")
    // Which works the records are of, an import would know.
    let outcomes = try withoutKeeping(["screen", "--import", file]) { changes in
      try changes.add(decisions.map { $0.item }, from: Source(name: file), ordinals: 1)
    }
    // Screening programs shorten records; their titles are whole.
    let titles = outcomes.contains { $0.outcome == .added } ? TitledWorks(try self.items()) : TitledWorks([])
    return try change(["screen", "--import", file]) { changes in
      for ((item, decision), outcome) in zip(decisions, outcomes) {
        guard let key = outcome.outcome == .added ? titles.key(of: item) : outcome.key else {
          report.unknown.append(item[.title] ?? item.id)
          continue
        }
        let isChanged = try changes.edit(key: key) { $0.screening = decision.kept }
        if isChanged { report.changed += 1 } else { report.unchanged += 1 }
      }
      return report
    }
  }

  /// The records with what was decided on them in their notes, as Rayyan writes it, in the order of their keys.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  public func itemsWithDecisions() throws(IbidError) -> [Item] {
    try atOneMoment { (snapshot) throws(LibraryError) in
      var items: [Item] = []
      try snapshot.forEachWork { work in
        var item = work.item
        let note = ScreeningNotes.note(of: work.screening.map(ScreeningDecision.init), tags: work.tags)
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
  public func decisionsAsRIS() throws(IbidError) -> String {
    var writer: any RecordWriter
    do { writer = try ExportFormat(named: "ris").makeWriter(WritingOptions()) } catch {
      throw IbidError(error, path: "-")
    }
    return writer.text(of: try itemsWithDecisions())
  }
}

extension ScreeningDecision {
  /// The decision with its reason as the configuration's list spells it.
  ///
  /// - Throws: `IbidError` where the list has no such reason.
  func checked(by configuration: CheckConfiguration) throws(IbidError) -> ScreeningDecision {
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
    return ScreeningDecision(verdict, reason: reasons.joined(separator: "; "))
  }
}
