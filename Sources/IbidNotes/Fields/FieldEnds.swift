import IbidText

/// Full stops that belong to a field although they end it, and editions by their words.
enum FieldEnds {
  /// The tokens of a field with what belongs to it at its ends.
  static func whole(_ span: LabelledSpan, _ text: ReferenceText) -> Range<Int> {
    switch span.label {
    case .title: return TitleEnds.whole(closed(span.tokens, text), text)
    case .author, .editor:
      let tokens = closed(span.tokens, text)
      return endsInInitial(tokens, text) ? longer(tokens) : tokens
    case .container:
      let tokens = closed(span.tokens, text)
      return endsInAbbreviation(tokens, text) ? longer(tokens) : tokens
    case .collection, .publisher: return closed(span.tokens, text)
    default: return span.tokens
    }
  }

  /// «Cancer Prev Res (Phila)»: a bracket that opens in a field closes in it.
  private static func closed(_ range: Range<Int>, _ text: ReferenceText) -> Range<Int> {
    guard range.upperBound < text.tokens.count, text.tokens[range.upperBound].kind == .mark else { return range }
    let opening: UInt8
    switch text.bytes[text.tokens[range.upperBound].start] {
    case UInt8(ascii: ")"): opening = UInt8(ascii: "(")
    case UInt8(ascii: "]"): opening = UInt8(ascii: "[")
    default: return range
    }
    let closing = text.bytes[text.tokens[range.upperBound].start]
    let open = text.tokens[range].reduce(0) { open, token in
      guard token.kind == .mark else { return open }
      return open + (text.bytes[token.start] == opening ? 1 : text.bytes[token.start] == closing ? -1 : 0)
    }
    return open == 1 ? longer(range) : range
  }

  private static func longer(_ range: Range<Int>) -> Range<Int> { range.lowerBound..<(range.upperBound + 1) }

  private static func isStop(_ index: Int, _ text: ReferenceText) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .mark else { return false }
    return text.bytes[text.tokens[index].start] == UInt8(ascii: ".") && !text.tokens[index].followsSpace
  }

  /// «Doe, A. B.»: an initial at the end, with a full stop as the others have.
  private static func endsInInitial(_ range: Range<Int>, _ text: ReferenceText) -> Bool {
    guard isStop(range.upperBound, text), range.count > 1 else { return false }
    let last = text.tokens[range.upperBound - 1]
    guard last.kind == .upper, last.length == 1, last.followsSpace || isStop(range.upperBound - 2, text) else {
      return false
    }
    let isBehindComma = text.bytes[text.tokens[range.upperBound - 2].start] == UInt8(ascii: ",")
    return isBehindComma
      || range.dropFirst().contains {
        isStop($0, text) && text.tokens[$0 - 1].kind == .upper && text.tokens[$0 - 1].length == 1
      }
  }

  /// «J. Am. Chem. Soc.»: a short word at the end of a name whose other words have stops.
  private static func endsInAbbreviation(_ range: Range<Int>, _ text: ReferenceText) -> Bool {
    guard isStop(range.upperBound, text), let last = text.tokens[range].last, last.isWord, last.length <= 8 else {
      return false
    }
    return range.contains { isStop($0, text) }
  }

  /// The token behind «2nd ed», «3. Aufl», «1ª ed» that starts at a number.
  static func editionEnd(_ index: Int, _ text: ReferenceText) -> Int? {
    var next = index + 1
    while next < min(text.tokens.count, index + 3), !named.contains(PackedWord(text.tokens[next], text.bytes)) {
      guard text.tokens[next].kind != .identifier else { return nil }
      next += 1
    }
    guard next < min(text.tokens.count, index + 3), named.contains(PackedWord(text.tokens[next], text.bytes)) else {
      return nil
    }
    return next + 1
  }

  private static let named: Set<PackedWord> = ["ed", "edn", "edition", "aufl", "auflage", "edicao", "edicion"]
}
