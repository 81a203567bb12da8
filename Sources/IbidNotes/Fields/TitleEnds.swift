import IbidText

/// Marks at the ends of a title that belong to it.
enum TitleEnds {
  /// The tokens with a question or exclamation mark behind them, and with the quotation mark before them that is
  /// closed among them: `"They would not!" A guide`.
  static func whole(_ range: Range<Int>, _ text: ReferenceText) -> Range<Int> {
    var range = range
    let tokens = text.tokens
    if range.upperBound < tokens.count, tokens[range.upperBound].kind == .mark,
      !tokens[range.upperBound].followsSpace,
      TokenShape.shape(of: tokens[range.upperBound], text.bytes) == TokenShape.question
    {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    if let closing = closing(range, text) { range = range.lowerBound..<(closing + 1) }
    guard range.lowerBound > 0, tokens[range.lowerBound - 1].kind == .mark,
      let opening = FieldText.quote(text.bytes, at: tokens[range.lowerBound - 1].start), opening.opens
    else { return range }
    var open = 1
    for token in tokens[range].dropLast() where token.kind == .mark {
      guard let mark = FieldText.quote(text.bytes, at: token.start), mark.kind == opening.kind else { continue }
      open += mark.opens && mark.closes ? (open > 0 ? -1 : 1) : mark.opens ? 1 : -1
    }
    return open == 0 ? (range.lowerBound - 1)..<range.upperBound : range
  }

  /// The quotation mark behind a title that closes what was opened in its midst: `challenges for a “system”`.
  private static func closing(_ range: Range<Int>, _ text: ReferenceText) -> Int? {
    guard range.upperBound < text.tokens.count, text.tokens[range.upperBound].kind == .mark,
      let closing = FieldText.quote(text.bytes, at: text.tokens[range.upperBound].start), closing.closes,
      closing.kind != .single
    else { return nil }
    let marks = range.filter { index in
      text.tokens[index].kind == .mark
        && FieldText.quote(text.bytes, at: text.tokens[index].start)?.kind == closing.kind
    }
    guard let last = marks.last, last > range.lowerBound, marks.count % 2 == 1,
      FieldText.quote(text.bytes, at: text.tokens[last].start)?.opens == true
    else { return nil }
    return range.upperBound
  }
}
