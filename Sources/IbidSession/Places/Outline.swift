package import IbidKit
package import IbidModel

/// An article's sections, with how their claims are supported, and the claims below them.
package struct Outline: Sendable {
  /// A section, or a claim in one.
  package struct Entry: Sendable {
    package let title: String
    /// «9 cited, 1 hollow, 6 uncited», or a claim's state.
    package let detail: String
    /// All of it: of a section up to the next of its level.
    package let range: Range<Int>
    /// What is shown for it: the heading.
    package let heading: Range<Int>
    /// Nil for a claim.
    package let level: Int?
    package fileprivate(set) var children: [Entry] = []
  }

  /// The sections of the highest level, and claims before the first.
  package private(set) var entries: [Entry]

  /// The outline of an article with this text.
  package init(_ article: CheckedArticle, _ text: EditedText) {
    let places = ArticlePlaces(article, text)
    let end = text.bytes.count
    let coverage = article.sections
    let sections = article.article.sections.enumerated().filter { places.isOwn($0.element.range) }
    var flat: [(position: Int, entry: Entry)] = sections.enumerated().map { place, section in
      let rest = sections[(place + 1)...]
      let next = rest.first { $0.element.level <= section.element.level }?.element.range.offsets.lowerBound ?? end
      let heading = section.element.range.offsets.clamped(to: 0..<end)
      return (
        heading.lowerBound,
        Entry(
          title: section.element.title, detail: Self.words(coverage[section.offset + 1]),
          range: heading.lowerBound..<max(heading.upperBound, min(next, end)), heading: heading,
          level: section.element.level)
      )
    }
    for sentence in article.sentences where sentence.kind == .claim && places.isOwn(sentence.range) {
      let range = sentence.range.offsets.clamped(to: 0..<end)
      flat.append(
        (
          range.lowerBound,
          Entry(title: sentence.text, detail: sentence.status.rawValue, range: range, heading: range, level: nil)
        ))
    }
    var rest = flat.sorted { $0.position < $1.position }.map(\.entry)[...]
    entries = Self.nested(&rest, within: nil)
  }

  /// Of a section what its claims have behind them, of those there are: «9 cited, 6 uncited»; empty without claims.
  package static func words(_ section: SectionCoverage) -> String {
    [(section.cited, "cited"), (section.hollow, "hollow"), (section.uncited, "uncited")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// The entries that stand in a section, or outside of all, taken from the front.
  private static func nested(_ rest: inout ArraySlice<Entry>, within section: Entry?, depth: Int = 0) -> [Entry] {
    var entries: [Entry] = []
    while var entry = rest.first {
      if let section, entry.range.lowerBound >= section.range.upperBound { break }
      rest = rest.dropFirst()
      if entry.level != nil, depth < 32 { entry.children = nested(&rest, within: entry, depth: depth + 1) }
      entries.append(entry)
    }
    return entries
  }
}
