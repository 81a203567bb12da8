internal import IbidModel

/// The works of a library that a record that comes in may be of.
///
/// A record that fits two different works does not make them one: it becomes a part of the one that it fits better. So
/// it does not matter for the number of works whether it comes before them, between them or after them. Works are
/// different where their identifiers differ, where they say what no two records of one work say, or where a person
/// said so.
struct FoundWorks {
  /// A work, and how far it was found.
  struct Found {
    var row: WorkRow
    var work: Work
    var record: Item
    /// Whether an identifier names it.
    var isNamed: Bool
  }

  private let statement: Statement
  private var found: [Found] = []

  /// None yet.
  init(_ statement: Statement) { self.statement = statement }

  /// Whether nothing was found.
  var isEmpty: Bool { found.isEmpty }

  /// Whether the work of this number was found.
  func has(_ number: Int64) -> Bool { found.contains { $0.row.number == number } }

  /// Adds a work.
  mutating func add(_ row: WorkRow, _ work: Work, _ record: Item, by lookUp: WorkLookUp) {
    var isNamed = false
    if case .identifier = lookUp { isNamed = true }
    found.append(Found(row: row, work: work, record: record, isNamed: isNamed))
  }

  /// Those that are one work with the record, the one that came first into the library at the head.
  var ofOneWork: [Found] {
    guard found.count > 1 else { return found }
    // An identifier says more than a title.
    let titled = found.filter { !$0.isNamed }.map { ($0, fit($0)) }.sorted { one, other in
      one.1 != other.1 ? one.1 > other.1 : Self.said(one.0).lexicographicallyPrecedes(Self.said(other.0))
    }
    var taken: [Found] = []
    for one in found.filter(\.isNamed) + titled.map(\.0)
    where !taken.contains(where: { Self.areOthers($0, one) }) {
      taken.append(one)
    }
    return taken.sorted { $0.row.number < $1.row.number }
  }

  /// How far a work fits: most where it says so already.
  private func fit(_ one: Found) -> Double {
    if one.work.statements.contains(where: { $0.says(sameAs: statement) }) { return .infinity }
    return WorkAgreement(statement.item, one.record).bits
  }

  /// What a work's record says, whatever its key: which of two that fit alike goes first does not depend on which came
  /// first.
  private static func said(_ one: Found) -> [UInt8] {
    var record = one.record
    record.id = ""
    return record.jsonLine
  }

  private static func areOthers(_ one: Found, _ other: Found) -> Bool {
    if one.work.isOther(than: other.work) { return true }
    let areNamed = one.isNamed && other.isNamed
    let kinds: [Identifier.Kind] = areNamed ? [.pmid] : Identifier.Kind.allCases
    if WorkIdentity.contradict(
      WorkIdentity.identifiers(of: one.work, one.record), WorkIdentity.identifiers(of: other.work, other.record),
      in: kinds)
    {
      return true
    }
    return !areNamed && WorkAgreement(one.record, other.record).saysOtherwise
  }
}

extension Work {
  /// Whether a person said that the two are different works.
  package func isOther(than other: Work) -> Bool {
    func names(_ one: Work, _ two: Work) -> Bool {
      one.relations.contains { $0.kind == .otherWork && ($0.key == two.key || two.aliases.contains($0.key)) }
    }
    return names(self, other) || names(other, self)
  }
}
