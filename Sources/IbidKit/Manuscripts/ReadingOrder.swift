import IbidArticles

/// A manuscript's citations in the order in which a reader meets them, and the number of the note that holds each.
///
/// Citations inside a footnote come where the text points at it, not where it is defined. Where the style makes
/// notes, each citation in the text is a note of its own, counted among the author's.
struct ReadingOrder {
  private(set) var citations: [(citation: Manuscript.Citation, number: Int?)] = []

  init(_ manuscript: Manuscript, makesNotes: Bool) {
    var inNotes = Dictionary(grouping: manuscript.citations.filter { $0.note != nil }, by: { $0.note ?? "" })
    var marks = manuscript.noteMarks[...]
    var number = 0
    func take(until offset: Int, _ citations: inout [(citation: Manuscript.Citation, number: Int?)]) {
      while let mark = marks.first, mark.offset < offset {
        marks.removeFirst()
        number += 1
        for citation in inNotes.removeValue(forKey: mark.label) ?? [] { citations.append((citation, number)) }
      }
    }
    for citation in manuscript.citations where citation.note == nil {
      take(until: citation.range.lowerBound, &citations)
      if makesNotes { number += 1 }
      citations.append((citation, makesNotes ? number : nil))
    }
    take(until: .max, &citations)
    // Notes that nothing points at come last.
    for (_, rest) in inNotes.sorted(by: { $0.key < $1.key }) { citations += rest.map { ($0, nil) } }
  }
}
