import IbidModel
import IbidText

/// A document's items and citations while they are numbered, placed and told apart.
struct Document: Sendable {
  /// One item and what the document decides of it.
  struct Entry: Sendable {
    var item: Item
    var citationNumber = 0
    var firstNote: Int?
    var yearSuffix: Int?
    var conditionLevel = 0
    var hints = NameHints()
    var isCited = false
  }

  /// One cite with its place.
  struct PlacedCite: Sendable, Equatable {
    var cite: Cite
    /// The index of its entry.
    var entry: Int
    var position = CitePosition.first
    var isNearNote = false
    /// Whether it is the citation's first, or its prefix ends a sentence.
    var startsSentence = false
  }

  /// One citation with its cites in the style's order.
  struct PlacedCitation: Sendable, Equatable {
    var cites: [PlacedCite]
    var note: Int
    /// Whether the cites keep the writer's order.
    var isUnsorted = false
    /// Keys that no item has.
    var unknown: [String] = []
  }

  let prepared: PreparedStyle
  var entries: [Entry] = []
  var citations: [PlacedCitation] = []
  /// Indices of the entries, in the order of the bibliography.
  var order: [Int] = []
  var warnings: [CSLWarning] = []
  /// How much of their given names persons show wherever the bibliography names them.
  var personLevels: [Name: NameHints.Given] = [:]
  private let joinsInitials: Bool

  var style: Style { prepared.style }

  /// Entries in order of first citation, then those that are not cited.
  init(_ prepared: PreparedStyle, items: [Item], citations: [Citation], listsUncited: Bool) {
    self.prepared = prepared
    joinsInitials = items.allSatisfy(Self.hasJoinedInitials)
    let byID = Dictionary(items.indices.map { (items[$0].id, $0) }, uniquingKeysWith: { $1 })
    var entryOf: [Int: Int] = [:]
    for (number, citation) in citations.enumerated() {
      var placed = PlacedCitation(cites: [], note: citation.noteNumber ?? 0, isUnsorted: citation.isUnsorted)
      for cite in citation.cites {
        guard let index = byID[cite.id] else {
          placed.unknown.append(cite.id)
          warnings.append(.unknownItem(id: cite.id, citation: number))
          continue
        }
        let entry = entryOf[index] ?? entries.count
        if entry == entries.count {
          entryOf[index] = entry
          entries.append(Entry(item: Self.prepared(items[index]), isCited: true))
        }
        placed.cites.append(PlacedCite(cite: cite, entry: entry))
      }
      self.citations.append(placed)
    }
    if listsUncited {
      for index in items.indices where entryOf[index] == nil && byID[items[index].id] == index {
        entries.append(Entry(item: Self.prepared(items[index])))
      }
    }
  }

  /// The bibliography's entry of this number alone.
  ///
  /// - Parameter joinsInitials: whether the names of all items of the document are joined initials.
  init(_ prepared: PreparedStyle, item: Item, number: Int, joinsInitials: Bool) {
    self.prepared = prepared
    self.joinsInitials = joinsInitials
    entries = [Entry(item: Self.prepared(item), citationNumber: number)]
    order = [0]
  }

  /// Whether no given name of the item is written out.
  static func hasJoinedInitials(_ item: Item) -> Bool {
    item.nameLists.allSatisfy { Initials.areJoined(in: $0.value) }
  }

  /// The item with what its note, its dates and its names hold inside them taken apart.
  private static func prepared(_ item: Item) -> Item { NameParticles.parsed(RawDate.read(NoteFields.read(item))) }

  /// What the rendering of a cite depends on.
  func context(of cite: PlacedCite) -> CiteContext {
    let context = context(of: cite.entry, .citation)
    context.cite = cite.cite
    context.startsSentence = style.styleClass == .note && cite.startsSentence
    context.position = cite.position
    context.isNearNote = cite.isNearNote
    if cite.position == .first { context.firstReferenceNoteNumber = nil }
    return context
  }

  /// What the rendering of an entry depends on.
  func context(of entry: Int, _ area: CiteContext.Area) -> CiteContext {
    let entry = entries[entry]
    let context = CiteContext(item: entry.item, area: area)
    context.citationNumber = entry.citationNumber
    context.firstReferenceNoteNumber = entry.firstNote
    context.yearSuffix = entry.yearSuffix
    context.conditionLevel = entry.conditionLevel
    context.startsSentence = area == .bibliography
    context.joinsInitials = joinsInitials
    context.hints = area == .citation ? entry.hints : entry.hints.forBibliography
    if area == .bibliography, !personLevels.isEmpty {
      context.hints.given = [:]
      context.personLevels = personLevels
    }
    return context
  }

  /// Sorts the bibliography and numbers its entries.
  mutating func number() {
    for index in entries.indices { entries[index].citationNumber = index + 1 }
    order = Array(entries.indices)
    guard style.sortsBibliography, let sort = style.bibliography?.sort else { return }
    order = Sorting(document: self, keys: sort, area: .bibliographySort).sorted(order)
    for (number, index) in order.enumerated() { entries[index].citationNumber = number + 1 }
  }

  /// Tells apart cites that would read the same.
  mutating func disambiguate() { Disambiguation.run(on: &self) }
}
