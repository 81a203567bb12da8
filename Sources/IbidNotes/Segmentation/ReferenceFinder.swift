import IbidText

/// Finds the stretches of a paragraph that are references.
struct ReferenceFinder {
  /// Half-open ranges of token indices, in order.
  private(set) var spans: [Range<Int>] = []

  /// - Parameter requiresInitials: whether only what begins with names and initials counts.
  init(_ text: ReferenceText, by model: SegmentModel, requiresInitials: Bool = false) {
    guard !text.tokens.isEmpty else { return }
    let tokens = ParagraphTokens(text)
    let features = SegmentFeatures(tokens)
    spans = features.references(by: model).map { pieces in
      Self.trimmed(
        Self.behindShortCitations(features.places[pieces.lowerBound]..<features.places[pieces.upperBound], tokens),
        tokens)
    }
    if requiresInitials {
      spans.removeAll { span in
        NameHead.head(text.bytes, text.tokens, at: span.lowerBound, isStart: .start)?.strength != .strong
      }
    }
  }

  /// Without the short citations that it begins with: «Smith, Placebo, 12; Jones, Anna. Sleep. Leeds: Norton, 2003».
  private static func behindShortCitations(_ span: Range<Int>, _ tokens: ParagraphTokens) -> Range<Int> {
    var start = span.lowerBound
    while let end = span.dropFirst(start - span.lowerBound).first(where: { tokens.shapes[$0] == TokenShape.semicolon }),
      end > start, end + 3 < span.upperBound,
      ShortCitations.isOne(tokens.bytes, tokens.tokens[start].start..<tokens.tokens[end].start)
    {
      start = end + 1
      while start + 1 < span.upperBound,
        SegmentBoundaries.leads(tokens, start) || [44, 46, 58].contains(tokens.mark(start))
      {
        start += 1
      }
    }
    return start..<span.upperBound
  }

  /// Without the marks that part references, and the links behind them.
  private static func trimmed(_ span: Range<Int>, _ tokens: ParagraphTokens) -> Range<Int> {
    let links = LinkLabel.count(tokens.bytes, Array(tokens.tokens[span]))
    var end = span.upperBound - (links < span.count ? links : 0)
    while end > span.lowerBound + 1 {
      switch tokens.shapes[end - 1] {
      case TokenShape.semicolon, TokenShape.colon, TokenShape.comma, TokenShape.dash, TokenShape.openRound,
        TokenShape.openSquare, TokenShape.openQuote:
        end -= 1
      default: return span.lowerBound..<end
      }
    }
    return span.lowerBound..<end
  }
}
