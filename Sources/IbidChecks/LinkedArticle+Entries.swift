import IbidArticles
import IbidClaims
import IbidModel

/// The list of works that stands beside an article's foot- or endnotes, as the humanities have it.
extension LinkedArticle {
  /// 0-based indices of the notes that are entries of a list of works, where markers of notes point at others: those that
  /// no such marker reaches, and between whose section's heading and which no note stands that one reaches.
  ///
  /// Empty where the list is all that the article has: there every entry is a note.
  var entriesBesideNotes: Set<Int> {
    let reached = Set(
      zip(article.markers, markers).filter { $0.0.style == .footnote || $0.0.style == .superscript }.compactMap(
        \.1.note))
    guard !reached.isEmpty else { return [] }
    var headings = article.sections.map(\.range.position)[...]
    var isBehindNote = false
    var entries: Set<Int> = []
    for (index, note) in article.notes.enumerated() {
      while let heading = headings.first, heading <= note.range.position {
        headings.removeFirst()
        isBehindNote = false
      }
      if reached.contains(index) {
        isBehindNote = true
      } else if !isBehindNote {
        entries.insert(index)
      }
    }
    return entries
  }

  /// The works of the notes that something in the text points at.
  var worksOfCitedNotes: Set<Int> {
    Set(Set(markers.compactMap(\.note)).flatMap { notes[$0].works })
  }

  /// Whether a note stands in a list of works beyond those that are cited: «Further reading».
  func isFurtherReading(_ note: Note) -> Bool {
    article.sections.last { $0.range.position <= note.range.position }.map { FurtherReading.isAnnounced(by: $0.title) }
      ?? false
  }
}
