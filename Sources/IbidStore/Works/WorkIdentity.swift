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

  /// Whether the record that was found so is of the same work.
  package func isSame(as record: Item, foundBy lookUp: WorkLookUp) -> Bool {
    let agreement = WorkAgreement(item, record)
    switch lookUp {
    case .identifier(let identifier) where identifier.kind == .pmid: return true
    case .identifier(let identifier):
      guard !contradicts(record, in: [.pmid]) else { return false }
      return identifier.kind == .isbn ? agreement.isSameBook : agreement.isSameUnderOneIdentifier
    case .key: return agreement.hasSameTitle && !contradicts(record, in: Identifier.Kind.allCases)
    case .title: return agreement.isSameWithoutIdentifier && !contradicts(record, in: Identifier.Kind.allCases)
    }
  }

  /// Whether they have identifiers of one of these kinds that differ.
  func contradicts(_ record: Item, in kinds: [Identifier.Kind]) -> Bool {
    let theirs = WorkIdentifiers.of(record)
    return identifiers.contains { ours in
      kinds.contains(ours.kind) && theirs.contains { $0.kind == ours.kind && $0.value != ours.value }
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
