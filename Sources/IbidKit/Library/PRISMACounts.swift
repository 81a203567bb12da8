public import IbidModel
import IbidStore

/// The numbers of a systematic review's flow diagram.
///
///     let library = try RecordLibrary(reading: "Bibliography/library.sqlite")
///     let counts = try library.prismaCounts()
///     print(counts.identified, counts.duplicates, counts.included)
///
/// Source: PRISMA 2020, flow diagram for new systematic reviews.
public struct PRISMACounts: Sendable, Hashable {
  /// A name, and how many.
  ///
  ///     let row = PRISMACounts.Row(name: "embase", count: 120)
  public struct Row: Sendable, Hashable {
    /// A source's name, or a reason.
    public let name: String
    /// How many records.
    public let count: Int

    /// A row.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// Records by source, in the order in which the sources came first.
  public private(set) var sources: [Row] = []
  /// Records that are of one work with another one.
  public private(set) var duplicates = 0
  /// Works that a reviewer has looked at, by title and abstract: those that are excluded, included or undecided.
  public private(set) var screened = 0
  /// Works that are left out by title and abstract, by reason, the commonest first; those without a reason stand last,
  /// under no name.
  public private(set) var excluded: [Row] = []
  /// Works whose reports are looked for: those that title and abstract did not exclude. 0 where nobody decides by reports.
  public private(set) var sought = 0
  /// Works whose reports a reviewer has looked at.
  public private(set) var assessed = 0
  /// Works that are left out by their reports, by reason, as above.
  public private(set) var excludedReports: [Row] = []
  /// Works that were included: by their reports, where anybody decides by those.
  public private(set) var included = 0
  /// Works on which a reviewer cannot decide yet.
  public private(set) var undecided = 0
  /// Works on which reviewers differ.
  public private(set) var conflicts = 0
  /// Works that nobody has looked at.
  public private(set) var unscreened = 0

  /// Records of all sources.
  public var identified: Int { sources.reduce(0) { $0 + $1.count } }
  /// Works that are left out.
  public var excludedCount: Int { excluded.reduce(0) { $0 + $1.count } }
  /// Works that are left out by their reports.
  public var excludedReportsCount: Int { excludedReports.reduce(0) { $0 + $1.count } }

  init(_ library: any LibrarySnapshot) throws(LibraryError) {
    var known: Set<String> = []
    for one in try library.sources() where !one.keys.isEmpty {
      known.formUnion(one.keys)
      let index = sources.firstIndex { $0.name == one.source.name }
      let row = Row(name: one.source.name, count: one.keys.count + (index.map { sources[$0].count } ?? 0))
      if let index { sources[index] = row } else { sources.append(row) }
    }
    var works = 0
    var unnamed = 0
    var tally = Tally()
    try library.forEachWork { work in
      works += 1
      if !known.contains(work.key) { unnamed += 1 }
      tally.count(work.screening)
      return true
    }
    // Of libraries of before sources were kept.
    if unnamed > 0 { sources.append(Row(name: "unknown source", count: unnamed)) }
    duplicates = identified - works
    excluded = Self.rows(tally.reasons)
    excludedReports = Self.rows(tally.reportReasons)
    let usesReports = tally.assessed > 0
    (sought, assessed) = usesReports ? (tally.sought, tally.assessed) : (0, 0)
    included = usesReports ? tally.includedReports : tally.included
    (undecided, conflicts, unscreened) = (tally.undecided, tally.conflicts, tally.unscreened)
    screened = works - unscreened
  }

  private static func rows(_ reasons: [String: Int]) -> [Row] {
    reasons.map { Row(name: $0.key, count: $0.value) }.sorted {
      if $0.name.isEmpty != $1.name.isEmpty { return $1.name.isEmpty }
      return ($1.count, $0.name) < ($0.count, $1.name)
    }
  }

  /// What screening made of the works.
  private struct Tally {
    var (included, includedReports, undecided, conflicts, unscreened, sought, assessed) = (0, 0, 0, 0, 0, 0, 0)
    var reasons: [String: Int] = [:]
    var reportReasons: [String: Int] = [:]

    mutating func count(_ screening: Screening?) {
      let report = screening?.outcome(at: .fullText)
      // Whose report was read has passed title and abstract, whether anybody wrote it down or not.
      let first = screening?.outcome(at: .titleAbstract) ?? (report == nil ? nil : .include)
      switch first {
      case .include: included += 1
      case .exclude where report == nil: reasons[screening?.reason(at: .titleAbstract) ?? "", default: 0] += 1
      case nil: unscreened += 1
      case .exclude, .maybe, .conflict: break
      }
      if first == .include || report != nil { sought += 1 }
      if report != nil { assessed += 1 }
      switch report {
      case .include: includedReports += 1
      case .exclude: reportReasons[screening?.reason(at: .fullText) ?? "", default: 0] += 1
      case .maybe, .conflict, nil: break
      }
      switch report ?? first {
      case .maybe: undecided += 1
      case .conflict: conflicts += 1
      case .include, .exclude, nil: break
      }
    }
  }

  /// The rows as a table, `stage`, `name` and `count`: what all forms print.
  public var rows: [(stage: String, name: String, count: Int)] {
    var rows = sources.map { ("identified", $0.name, $0.count) }
    rows.append(("identified", "", identified))
    rows.append(("duplicates removed", "", duplicates))
    rows.append(("screened", "", screened))
    func list(_ stage: String, _ reasons: [Row]) {
      rows += reasons.map { (stage, $0.name.isEmpty ? "no reason given" : $0.name, $0.count) }
    }
    list("excluded", excluded)
    rows.append(("excluded", "", excludedCount))
    if assessed > 0 {
      rows.append(("reports sought", "", sought))
      rows.append(("reports assessed", "", assessed))
      list("reports excluded", excludedReports)
      rows.append(("reports excluded", "", excludedReportsCount))
    }
    rows.append(("undecided", "", undecided))
    if conflicts > 0 { rows.append(("in conflict", "", conflicts)) }
    rows.append(("not screened", "", unscreened))
    rows.append(("included", "", included))
    return rows
  }

  /// The counts as JSON.
  public var json: JSONValue {
    func list(_ rows: [Row], _ name: String) -> JSONValue {
      .array(
        rows.map {
          .object([JSONMember(name, .string($0.name)), JSONMember("count", .number(String($0.count)))])
        })
    }
    func number(_ count: Int) -> JSONValue { .number(String(count)) }
    var members = [
      JSONMember("identified", number(identified)), JSONMember("sources", list(sources, "name")),
      JSONMember("duplicates", number(duplicates)), JSONMember("screened", number(screened)),
      JSONMember("excluded", number(excludedCount)), JSONMember("reasons", list(excluded, "reason")),
      JSONMember("undecided", number(undecided)), JSONMember("unscreened", number(unscreened)),
      JSONMember("included", number(included)),
    ]
    if conflicts > 0 { members.append(JSONMember("conflicts", number(conflicts))) }
    if assessed > 0 {
      members += [
        JSONMember("sought", number(sought)), JSONMember("assessed", number(assessed)),
        JSONMember("excluded-reports", number(excludedReportsCount)),
        JSONMember("report-reasons", list(excludedReports, "reason")),
      ]
    }
    return .object(members)
  }
}

extension RecordLibrary {
  /// The numbers of a systematic review's flow diagram; the same whenever the same files were imported.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  public func prismaCounts() throws(IbidError) -> PRISMACounts {
    try atOneMoment { (snapshot) throws(LibraryError) in try PRISMACounts(snapshot) }
  }
}
