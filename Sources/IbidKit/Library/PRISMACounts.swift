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
  /// Works that a reviewer has looked at: those that are excluded, included or undecided.
  public private(set) var screened = 0
  /// Works that are left out, by reason, the commonest first; those without a reason stand last, under no name.
  public private(set) var excluded: [Row] = []
  /// Works that were included.
  public private(set) var included = 0
  /// Works on which a reviewer cannot decide yet.
  public private(set) var undecided = 0
  /// Works that nobody has looked at.
  public private(set) var unscreened = 0

  /// Records of all sources.
  public var identified: Int { sources.reduce(0) { $0 + $1.count } }
  /// Works that are left out.
  public var excludedCount: Int { excluded.reduce(0) { $0 + $1.count } }

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
    var reasons: [String: Int] = [:]
    var counts = (included: 0, undecided: 0, unscreened: 0)
    try library.forEachWork { work in
      works += 1
      if !known.contains(work.key) { unnamed += 1 }
      switch work.screening?.decision {
      case .include: counts.included += 1
      case .exclude: reasons[work.screening?.reason ?? "", default: 0] += 1
      case .maybe: counts.undecided += 1
      case nil: counts.unscreened += 1
      }
      return true
    }
    (included, undecided, unscreened) = counts
    // Of libraries of before sources were kept.
    if unnamed > 0 { sources.append(Row(name: "unknown source", count: unnamed)) }
    duplicates = identified - works
    excluded = reasons.map { Row(name: $0.key, count: $0.value) }.sorted {
      if $0.name.isEmpty != $1.name.isEmpty { return $1.name.isEmpty }
      return ($1.count, $0.name) < ($0.count, $1.name)
    }
    screened = included + excludedCount + undecided
  }

  /// The rows as a table, `stage`, `name` and `count`: what all forms print.
  public var rows: [(stage: String, name: String, count: Int)] {
    var rows = sources.map { ("identified", $0.name, $0.count) }
    rows.append(("identified", "", identified))
    rows.append(("duplicates removed", "", duplicates))
    rows.append(("screened", "", screened))
    rows += excluded.map { ("excluded", $0.name.isEmpty ? "no reason given" : $0.name, $0.count) }
    rows.append(("excluded", "", excludedCount))
    rows.append(("undecided", "", undecided))
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
    return .object([
      JSONMember("identified", number(identified)), JSONMember("sources", list(sources, "name")),
      JSONMember("duplicates", number(duplicates)), JSONMember("screened", number(screened)),
      JSONMember("excluded", number(excludedCount)), JSONMember("reasons", list(excluded, "reason")),
      JSONMember("undecided", number(undecided)), JSONMember("unscreened", number(unscreened)),
      JSONMember("included", number(included)),
    ])
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
