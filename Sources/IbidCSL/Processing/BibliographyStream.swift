package import IbidModel

/// Renders a bibliography of items that come one after another, with the entries that `Processor.process(items:)`
/// makes of them all.
///
/// Most styles that number their entries say of an item what it says itself: its entry is rendered as it comes, in
/// memory that does not grow with the items. A style that sorts its bibliography or tells works apart has to see all
/// of them: then the items are kept until the end. Which of both it is, no caller has to know.
package struct BibliographyStream {
  private let processor: Processor
  private var subsequentAuthor: SubsequentAuthor?
  /// Whether an entry depends on its own item, and on how many came before.
  private let isOneByOne: Bool
  /// Whether an item with written-out given names has come. While all names are joined initials («GL»), nobody knows
  /// how an entry reads whose only author's given name is two capitals, but where PubMed says so.
  private var hasFullNames = false
  /// Items that wait for others.
  private var kept: [Item] = []
  private var count = 0
  /// What could not be done as asked, so far.
  package private(set) var warnings: [CSLWarning] = []

  /// A bibliography without entries.
  package init(_ processor: Processor) {
    self.processor = processor
    let style = processor.prepared.style
    subsequentAuthor = style.bibliography.flatMap(SubsequentAuthor.init)
    isOneByOne = !style.sortsBibliography && !Disambiguation.isAsked(of: style)
  }

  /// Takes an item; no two have one key.
  ///
  /// - Returns: the entries that are finished with it, in order.
  package mutating func add(_ item: Item) -> [BibliographyEntry] {
    kept.append(item)
    guard isOneByOne else { return [] }
    hasFullNames = hasFullNames || !Document.hasJoinedInitials(item)
    // What waits, waits for the first: behind it others keep their order.
    return hasFullNames || kept[0][.PMID] != nil ? takeKept() : []
  }

  /// The entries that are left.
  package mutating func finish() -> [BibliographyEntry] {
    guard !isOneByOne else { return takeKept() }
    let document = processor.process(items: kept)
    kept = []
    warnings += document.warnings
    return document.bibliography
  }

  private mutating func takeKept() -> [BibliographyEntry] {
    defer { kept.removeAll(keepingCapacity: true) }
    return kept.compactMap { entry(of: $0) }
  }

  private mutating func entry(of item: Item) -> BibliographyEntry? {
    count += 1
    guard let bibliography = processor.prepared.style.bibliography else { return nil }
    let document = Document(processor.prepared, item: item, number: count, joinsInitials: !hasFullNames)
    let writer = DocumentWriter(document: document, format: processor.format)
    let entry = writer.entry(0, bibliography, after: &subsequentAuthor)
    if entry == nil { warnings.append(.emptyEntry(id: item.id, place: count - 1)) }
    return entry
  }
}
