package import IbidModel
internal import IbidText

/// Which work of a library is that of a record that comes in.
///
/// The same PMID says so alone. The same DOI, PMCID, arXiv number or ISBN says so where title, or first author and year,
/// agree: identifiers are misprinted, and books share theirs with their chapters. Without one it takes title, first author,
/// year and container, or title and the record's own key.
package struct WorkIdentity {
  private let item: Item
  private let identifiers: [Identifier]

  /// The identity of an item, whose identifiers these are.
  package init(_ item: Item, _ identifiers: [Identifier]) {
    self.item = item
    self.identifiers = identifiers
  }

  /// By what the work's row is looked up, in this order.
  package var lookUps: [WorkLookUp] { namedLookUps + TitleKey.keys(of: item).map(WorkLookUp.title) }

  /// The look-ups by identifiers and key.
  var namedLookUps: [WorkLookUp] {
    let pmids = identifiers.filter { $0.kind == .pmid }
    let named = pmids + identifiers.filter { $0.kind != .pmid && ($0.kind != .isbn || item.type != .chapter) }
    var lookUps = named.map(WorkLookUp.identifier)
    if !item.id.isEmpty { lookUps.append(.key(item.id)) }
    return lookUps
  }

  /// Whether the work that was found so is that of the record: one of the work's records agrees with it, or all of them
  /// together do, and no identifier speaks against it.
  package func isSame(as work: Work, foundBy lookUp: WorkLookUp) -> Bool {
    isSame(as: work, work.item, foundBy: lookUp)
  }

  /// The same of a work whose record this is.
  func isSame(as work: Work, _ record: Item, foundBy lookUp: WorkLookUp) -> Bool {
    switch lookUp {
    case .identifier(let identifier) where identifier.kind == .pmid: return true
    case .identifier(let identifier):
      guard !contradicts(work, record, in: [.pmid]) else { return false }
      return agrees(with: work, record) { identifier.kind == .isbn ? $0.isSameBook : $0.isSameUnderOneIdentifier }
    case .key:
      return !contradicts(work, record, in: Identifier.Kind.allCases) && agrees(with: work, record) { $0.hasSameTitle }
    case .title:
      guard !contradicts(work, record, in: Identifier.Kind.allCases),
        agrees(with: work, record, \.isSameWithoutIdentifier)
      else {
        return false
      }
      // Of several records one may say too little to be told from another work.
      return work.statements.count == 1 || !WorkAgreement(item, record).saysOtherwise
    }
  }

  private func agrees(with work: Work, _ record: Item, _ holds: (WorkAgreement) -> Bool) -> Bool {
    if holds(WorkAgreement(item, record)) { return true }
    // What a person has changed its sources will say again.
    guard work.statements.count > 1 || !work.without.isEmpty else { return false }
    let said = work.statements.filter { $0.kind != .edit }
    return said.contains { holds(WorkAgreement(item, $0.item)) }
      || said.count > 1 && said.count < work.statements.count && holds(WorkAgreement(item, RecordMerge.merged(said)))
  }

  /// Whether they have identifiers of one of these kinds that differ.
  private func contradicts(_ work: Work, _ record: Item, in kinds: [Identifier.Kind]) -> Bool {
    Self.contradict(identifiers, Self.identifiers(of: work, record), in: kinds)
  }

  /// All identifiers that a work's records have.
  static func identifiers(of work: Work, _ record: Item) -> [Identifier] {
    var identifiers = WorkIdentifiers.of(record)
    guard work.statements.count > 1 else { return identifiers }
    for statement in work.statements {
      identifiers += WorkIdentifiers.of(statement.item).filter { !identifiers.contains($0) }
    }
    return identifiers
  }

  /// Whether both have identifiers of one of these kinds, and none in common.
  static func contradict(_ one: [Identifier], _ other: [Identifier], in kinds: [Identifier.Kind]) -> Bool {
    kinds.contains { kind in
      let ours = one.filter { $0.kind == kind }
      let theirs = other.filter { $0.kind == kind }
      return !ours.isEmpty && !theirs.isEmpty && !ours.contains(where: theirs.contains)
    }
  }
}

/// What a work's row is looked up by.
package enum WorkLookUp: Hashable, Sendable {
  case identifier(Identifier)
  /// A key or an alias.
  case key(String)
  /// A ``TitleKey``.
  case title(Int64)
}

/// A work's title and first author as a number.
package enum TitleKey {
  /// The key of an item; nil where it has no title.
  package static func key(of item: Item) -> Int64? {
    let title = WordKeys.whole(item[.title] ?? "")
    guard title != 0 else { return nil }
    return key(title, item.firstCreator.map { $0.familyOrLiteral } ?? "")
  }

  /// The key of an item, and those that it has where the author's name is spelled without its letters, or with them.
  static func keys(of item: Item) -> [Int64] {
    let title = WordKeys.whole(item[.title] ?? "")
    guard title != 0 else { return [] }
    let name = item.firstCreator?.familyOrLiteral ?? ""
    var keys = [key(title, name)]
    if let spelledOut = SpelledOutLetters.spelledOut(name) { keys.append(key(title, spelledOut)) }
    if let joined = SpelledOutLetters.joined(name) { keys.append(key(title, joined)) }
    return keys
  }

  private static func key(_ title: UInt64, _ name: String) -> Int64 {
    Int64(bitPattern: title ^ ((WordKeys.keys(of: name).last ?? 0) &* 0x9E37_79B9_7F4A_7C15))
  }
}
