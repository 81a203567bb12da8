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
  /// Whether an item with written-out names has come: as long as all names are joined initials («GL»), those of a
  /// single author are taken for initials too, and no entry is sure.
  private var hasFullNames = false
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
    guard isOneByOne, hasFullNames || !Document.hasJoinedInitials(item) else {
      kept.append(item)
      return []
    }
    guard !hasFullNames else { return entry(of: item).map { [$0] } ?? [] }
    hasFullNames = true
    let items = kept + [item]
    kept = []
    return items.compactMap { entry(of: $0) }
  }

  /// The entries that are left.
  package mutating func finish() -> [BibliographyEntry] {
    guard !kept.isEmpty else { return [] }
    let document = processor.process(items: kept)
    kept = []
    warnings += document.warnings
    return document.bibliography
  }

  private mutating func entry(of item: Item) -> BibliographyEntry? {
    count += 1
    guard let bibliography = processor.prepared.style.bibliography else { return nil }
    let document = Document(processor.prepared, item: item, number: count)
    let writer = DocumentWriter(document: document, format: processor.format)
    let entry = writer.entry(0, bibliography, after: &subsequentAuthor)
    if entry == nil { warnings.append(.emptyEntry(id: item.id, place: count - 1)) }
    return entry
  }
}
