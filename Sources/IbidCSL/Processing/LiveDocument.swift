package import IbidModel

/// A document that somebody writes at: a changed citation costs what it changes, and the result is that of a fresh
/// run.
///
/// As long as the works keep the order in which they are cited first, numbers, names and year suffixes stay, and only
/// citations whose text or position changed are rendered again. Where the order changes, all is.
package struct LiveDocument: Sendable {
  private let processor: Processor
  private let items: [Item]
  private let listsUncited: Bool
  private var citations: [Citation]
  private var document: Document
  private var entryOf: [String: Int]
  private var citedCount: Int
  /// The document as it reads now.
  package private(set) var result: ProcessedDocument

  /// A document of these citations; the other parameters are those of `Processor.process`.
  package init(_ processor: Processor, items: [Item], citations: [Citation], listsUncited: Bool = true) {
    self.processor = processor
    self.items = items
    self.citations = citations
    self.listsUncited = listsUncited
    document = processor.document(items: items, citations: citations, listsUncited: listsUncited, scope: .document)
    result = processor.result(of: document)
    (entryOf, citedCount) = Self.entries(of: document)
  }

  private static func entries(of document: Document) -> ([String: Int], Int) {
    let pairs = document.entries.indices.map { (document.entries[$0].item.id, $0) }
    return (Dictionary(pairs, uniquingKeysWith: { first, _ in first }), document.entries.count(where: \.isCited))
  }

  /// Puts `citation` in place of the one at `index`.
  ///
  /// - Returns: the citations that read differently now, in order.
  @discardableResult
  package mutating func replaceCitation(at index: Int, with citation: Citation) -> [Int] {
    guard citations.indices.contains(index) else { return [] }
    citations[index] = citation
    let before = result.citations
    if !replaceInPlace(index, citation) {
      document = processor.document(items: items, citations: citations, listsUncited: listsUncited, scope: .document)
      result = processor.result(of: document)
      (entryOf, citedCount) = Self.entries(of: document)
    }
    return before.indices.filter { before[$0] != result.citations[$0] }
  }

  /// Whether it could be done without touching numbers and names.
  private mutating func replaceInPlace(_ index: Int, _ citation: Citation) -> Bool {
    guard document.citations[index].unknown.isEmpty else { return false }
    var placed = Document.PlacedCitation(
      cites: [], note: citation.noteNumber ?? 0, isUnsorted: citation.isUnsorted)
    for cite in citation.cites {
      guard let entry = entryOf[cite.id] else { return false }
      placed.cites.append(Document.PlacedCite(cite: cite, entry: entry))
    }
    guard keepsOrder else { return false }
    let citationsBefore = document.citations
    // By index: a key path would copy the items.
    let firstNotes = document.entries.indices.map { document.entries[$0].firstNote }
    document.citations[index] = placed
    document.arrange(index)
    document.findPositions(.document)
    guard firstNotes.indices.allSatisfy({ document.entries[$0].firstNote == firstNotes[$0] }) else { return false }
    let writer = DocumentWriter(document: document, format: processor.format)
    for place in document.citations.indices where document.citations[place] != citationsBefore[place] {
      result.citations[place] = writer.citation(place)
    }
    return true
  }

  /// Whether works are still cited first in the order of the entries. Sorted citations keep the writer's order in
  /// `citations`, which is what counts.
  private var keepsOrder: Bool {
    var next = 0
    for citation in citations {
      for cite in citation.cites {
        guard let entry = entryOf[cite.id] else { continue }
        if entry == next { next += 1 } else if entry > next { return false }
      }
    }
    return next == citedCount
  }
}
