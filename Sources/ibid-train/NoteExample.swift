import IbidNotes
import IbidText

/// A paragraph of a note to learn from, and where its references stand.
struct NoteExample {
  /// The paragraph.
  var text = ""
  /// Half-open ranges of UTF-8 offsets, in order.
  var references: [Range<Int>] = []

  mutating func append(_ words: String) { text += words }

  mutating func append(reference: String) {
    let start = text.utf8.count
    text += reference
    references.append(start..<text.utf8.count)
  }

  /// The paragraph as the segmenter sees it, and its references as ranges of pieces; nil where one of them begins or ends
  /// where no boundary is.
  var segments: (features: SegmentFeatures, references: [Range<Int>])? {
    let tokens = ParagraphTokens(ReferenceText(paragraph: Array(text.utf8), in: 0..<text.utf8.count))
    let features = SegmentFeatures(tokens)
    var ranges: [Range<Int>] = []
    for reference in references {
      guard let first = tokens.tokens.firstIndex(where: { $0.end > reference.lowerBound }) else { return nil }
      var end = tokens.tokens.firstIndex { $0.start >= reference.upperBound } ?? tokens.tokens.count
      // What separates it from what follows is no piece by itself.
      while end < tokens.tokens.count, !features.places.contains(end), tokens.tokens[end].kind == .mark { end += 1 }
      guard let start = features.places.firstIndex(of: first), let stop = features.places.firstIndex(of: end),
        start < stop
      else { return nil }
      ranges.append(start..<stop)
    }
    return (features, ranges)
  }
}
