import IbidModel

/// Everything that the rendering of one cite, one entry or one sort key depends on beside the style.
///
/// A class, because every element and every name of a cite refers to it, and it holds the item.
final class CiteContext {
  /// What is rendered.
  enum Area: Sendable {
    case citation, bibliography
    /// A sort key of the citation or of the bibliography: plain, with sortable dates and inverted names.
    case citationSort, bibliographySort
  }

  let item: Item
  let area: Area
  var cite: Cite?
  var position = CitePosition.first
  var isNearNote = false
  var citationNumber: Int?
  var firstReferenceNoteNumber: Int?
  /// 0 for `a`; nil where the item needs none.
  var yearSuffix: Int?
  /// How many tests of `disambiguate` hold: names alone cannot tell the cite from another.
  var conditionLevel = 0
  var hints = NameHints()
  /// How much of their given names persons show, whatever list they stand in.
  var personLevels: [Name: NameHints.Given] = [:]
  /// Whether a term at the start of the output is capitalized: entries, and cites that begin a note's sentence.
  var startsSentence = false
  /// Whether all given names of the document are initials written together.
  var joinsInitials = false
  /// Whether the cite is only compared with others: the day on which somebody looked tells no works apart.
  var comparesCites = false
  /// For sort keys: the key's own limits on names.
  var sortKey: SortKey?

  init(item: Item, area: Area) {
    self.item = item
    self.area = area
  }

  var isSort: Bool { area == .citationSort || area == .bibliographySort }
  var isBibliography: Bool { area == .bibliography || area == .bibliographySort }
}

/// What disambiguation adds to the names of one item.
struct NameHints: Sendable, Hashable {
  enum Given: UInt8, Sendable, Hashable, Comparable {
    case asStyled, initials, full
    static func < (left: Given, right: Given) -> Bool { left.rawValue < right.rawValue }
  }

  /// How many names of each rendered list are shown at least, where et al. would hide some.
  var shown: [Int: Int] = [:]
  /// How much of the given name is shown, by list and by place in it.
  var given: [Int: [Int: Given]] = [:]

  var isEmpty: Bool { shown.isEmpty && given.isEmpty }

  /// What counts in a bibliography: what is added to its first list, so that readers find what the citation says.
  var forBibliography: NameHints { NameHints(shown: shown.filter { $0.key == 0 }, given: given.filter { $0.key == 0 }) }
}
