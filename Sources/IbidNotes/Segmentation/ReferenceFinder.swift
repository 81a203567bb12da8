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
      Self.trimmed(features.places[pieces.lowerBound]..<features.places[pieces.upperBound], tokens)
    }
    if requiresInitials {
      spans.removeAll { span in
        NameHead.head(text.bytes, text.tokens, at: span.lowerBound, isStart: .start)?.strength != .strong
      }
    }
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
