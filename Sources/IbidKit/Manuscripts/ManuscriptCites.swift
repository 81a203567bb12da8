import IbidArticles
import IbidCSL

/// A manuscript's citations as the style's engine takes them: with locators taken apart, and markup in the words around
/// a key as CSL's.
struct ManuscriptCites {
  private(set) var reader: AffixReader
  private let terms: LocatorTerms

  init(_ manuscript: Manuscript, terms: LocatorTerms) {
    reader = AffixReader(isMarkdown: !manuscript.isPlainText)
    self.terms = terms
  }

  /// A citation of the works of which there are records; the first of one in the sentence leaves out the author, whom
  /// the sentence names.
  mutating func citation(_ citation: Manuscript.Citation, note: Int?, known: Set<String>) -> Citation {
    var cites: [Cite] = []
    for (place, cite) in citation.cites.enumerated() where known.contains(cite.key) {
      let isNamed = citation.isInText && place == 0
      var result = self.cite(cite, mode: isNamed || cite.suppressesAuthor ? .suppressAuthor : .complete)
      // What belongs to the author in the sentence comes first.
      if isNamed { result.keepsPlace = true }
      cites.append(result)
    }
    return Citation(cites, noteNumber: note)
  }

  private mutating func cite(_ cite: Manuscript.Cite, mode: Cite.Mode) -> Cite {
    let behind = CiteLocator(cite.words.map { reader.tokens(of: $0) } ?? [], terms: terms)
    let prefix = cite.prefix.map { reader.richText(of: $0) + " " }
    var result = Cite(
      id: cite.key, locator: behind.value, label: behind.label, prefix: prefix, suffix: behind.suffix, mode: mode)
    result.keepsPlace = prefix != nil || behind.suffix != nil
    return result
  }
}
