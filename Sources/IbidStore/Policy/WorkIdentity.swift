package import IbidModel
internal import IbidText

/// Which record of a library is the work of an item that comes in: the same PMID, else the same DOI, PMCID or arXiv
/// number, else the same key and title.
package struct WorkIdentity {
  private let item: Item
  private let identifiers: [Identifier]
  private let pmid: Identifier?

  /// The identity of an item, whose identifiers these are.
  package init(_ item: Item, _ identifiers: [Identifier]) {
    self.item = item
    self.identifiers = identifiers
    pmid = identifiers.first { $0.kind == .pmid }
  }

  /// By what the work's record is looked up, one after another until one is found that is the same work. An ISBN is
  /// none: the chapters of a book share it.
  package var lookUps: [WorkLookUp] {
    let named = [pmid].compactMap(\.self) + identifiers.filter { $0.kind != .pmid && $0.kind != .isbn }
    return named.map(WorkLookUp.identifier) + (item.id.isEmpty ? [] : [.key(item.id)])
  }

  /// Whether the record that was found so is the same work. `record` is called only where it must be looked into.
  package func isSame(as record: () throws -> Item, foundBy lookUp: WorkLookUp) rethrows -> Bool {
    switch lookUp {
    case .identifier(let identifier) where identifier.kind == .pmid: true
    case .identifier: try pmid == nil || !hasAnotherPMID(than: record())
    case .key: try isSameByTitle(as: record())
    }
  }

  /// An erratum may carry the DOI of the article that it mends: two PMIDs are two records.
  func hasAnotherPMID(than record: Item) -> Bool {
    guard let pmid else { return false }
    return record.identifiers.contains { $0.kind == .pmid && $0 != pmid }
  }

  /// Whether the titles are one, but for case, accents and punctuation, and no identifier speaks against it. Nothing tells
  /// works without a title apart: they are two.
  func isSameByTitle(as record: Item) -> Bool {
    let title = SearchKey.folded(item[.title] ?? "")
    return !title.isEmpty && title == SearchKey.folded(record[.title] ?? "") && !contradicts(record)
  }

  /// Whether they have identifiers of one kind that differ.
  func contradicts(_ record: Item) -> Bool {
    let theirs = record.identifiers
    return identifiers.contains { ours in theirs.contains { $0.kind == ours.kind && $0.value != ours.value } }
  }
}

/// What a work's record is looked up by.
package enum WorkLookUp: Hashable, Sendable {
  case identifier(Identifier)
  case key(String)
}
