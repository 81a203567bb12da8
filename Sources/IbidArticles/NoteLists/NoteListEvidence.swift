import IbidModel

/// Whether a list at the end of a text that no heading announces holds its notes: its entries read as references, or the
/// text points at them.
///
/// Steps, recommendations, questions and tables of contents are numbered lists too. Shape alone decides where it is
/// plain; else the text must point at most entries, and the vaguer its marks are (a digit behind a word may be anything)
/// the more of the entries must look like references.
enum NoteListEvidence {
  /// Whether the notes of a draft, which were taken from a list that no heading announces, are notes.
  static func holdsNotes(_ draft: ArticleDraft) -> Bool {
    let count = draft.notes.count
    guard count > 0 else { return false }
    let points = draft.notes.map { ReferenceShape(draft.text, $0.paragraphs.first?.range ?? $0.range).points }
    let sure = points.count { $0 >= ReferenceShape.sure }
    let likely = points.count { $0 >= ReferenceShape.likely }
    if count >= 2, sure * 10 >= count * 7 { return true }
    if count == 1, likely == 0 { return false }
    return isPointedAt(draft, likely: likely, sure: sure)
  }

  private static func isPointedAt(_ draft: ArticleDraft, likely: Int, sure: Int) -> Bool {
    let citations = draft.citations + MarkerLinker.citations(in: draft)
    let markers = citations.sorted { $0.range.lowerBound < $1.range.lowerBound }.flatMap(\.markers)
    guard let style = markers.first?.style else { return false }
    var seen: Set<String> = []
    var order: [Int] = []
    for marker in markers {
      guard case .note(let label) = marker.target, seen.insert(label).inserted else { continue }
      order.append(Int(label) ?? 0)
    }
    let count = draft.notes.count
    guard seen.count * 10 >= count * 7 else { return false }
    switch style {
    case .superscript: return likely * 10 >= count * 3
    case .parenthesis, .authorYear: return sure * 2 > count
    default:
      // Notes that are nothing but comment: all of them, in the order of the text, and not behind a name as indices of
      // code are.
      let glued = citations.count { citation in
        citation.range.lowerBound > 0 && draft.text[citation.range.lowerBound - 1].isASCIILetter
      }
      return likely > 0
        || seen.count == count && count >= 2 && order == order.sorted() && glued * 2 <= citations.count
    }
  }

  /// Whether a list under a heading is one of notes. Numbers are enough where the heading is plain; else an entry must
  /// read as a reference, or most must have something of one, and under a doubtful heading both.
  static func holdsNotes(
    _ notes: [ArticleDraft.NoteDraft], of text: [UInt8], isNumbered: Bool, under heading: NoteHeading.Kind
  ) -> Bool {
    let areLabelled = isNumbered || notes.allSatisfy { ListLabel(text, $0.range)?.number != nil }
    if areLabelled, heading == .list { return !notes.isEmpty }
    let points = notes.map { ReferenceShape(text, $0.paragraphs.first?.range ?? $0.range).points }
    let isLikely = points.contains { $0 >= ReferenceShape.likely }
    let isMostly = points.count { $0 >= ReferenceShape.likely - 1 } * 2 >= points.count && !points.isEmpty
    return heading == .list ? isLikely || isMostly : isLikely && isMostly
  }
}
