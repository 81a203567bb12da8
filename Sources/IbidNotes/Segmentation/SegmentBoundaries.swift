import IbidText

/// Where in a paragraph a reference may begin or end.
///
/// Behind sentences and clauses, lines, identifiers, brackets and quotations; before names with initials; and around the
/// words that lead to a reference («see», «and»); but not within short brackets, nor within quotation marks.
package struct SegmentBoundaries: Sendable {
  /// Indices of tokens, from 0 to the count of tokens, in order.
  package private(set) var places: [Int] = []

  private let text: ParagraphTokens

  init(_ text: ParagraphTokens) {
    self.text = text
    let isEnclosed = Self.enclosed(in: text)
    for index in 0..<text.count where index == 0 || !isEnclosed[index] && isBoundary(index) { places.append(index) }
    places.append(text.count)
  }

  /// Whether each token stands within brackets of few words, or within a pair of quotation marks.
  private static func enclosed(in text: ParagraphTokens) -> [Bool] {
    var isEnclosed = [Bool](repeating: false, count: text.count)
    func enclose(from opening: Int, within reach: Int, to closes: (Int) -> Bool, but stops: (Int) -> Bool) {
      for index in (opening + 1)..<min(text.count, opening + reach) {
        if stops(index) { return }
        if closes(index) {
          for inner in (opening + 1)...index { isEnclosed[inner] = true }
          return
        }
      }
    }
    for index in text.tokens.indices.dropLast() {
      switch text.mark(index) {
      case UInt8(ascii: "("):
        enclose(from: index, within: 18) {
          text.mark($0) == UInt8(ascii: ")")
        } but: {
          text.mark($0) == UInt8(ascii: "(")
        }
      case UInt8(ascii: "["):
        enclose(from: index, within: 18) {
          text.mark($0) == UInt8(ascii: "]")
        } but: {
          text.mark($0) == UInt8(ascii: "[")
        }
      case 0xE2 where isMark(text, index, "“"):
        enclose(from: index, within: 90) {
          isMark(text, $0, "”")
        } but: {
          isMark(text, $0, "“")
        }
      default: break
      }
    }
    return isEnclosed
  }

  private static func isMark(_ text: ParagraphTokens, _ index: Int, _ mark: String) -> Bool {
    text.tokens[index].kind == .mark && text.bytes[text.tokens[index].range].elementsEqual(mark.utf8)
  }

  private func isBoundary(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if text.startsLine[index] { return true }
    // What closes a bracket that a reference opened.
    if text.mark(index) == UInt8(ascii: ")") || text.mark(index) == UInt8(ascii: "]") { return isClosingName(index) }
    if text.mark(index - 1) == UInt8(ascii: "(") || text.mark(index - 1) == UInt8(ascii: "[") {
      return isStrongHead(index)
    }
    guard token.followsSpace, token.kind != .mark || opensSomething(index) else { return false }
    if text.tokens[index - 1].kind == .identifier { return true }
    switch text.shapes[index - 1] {
    case TokenShape.semicolon, TokenShape.colon, TokenShape.question: return true
    case TokenShape.stop: return isBehindStop(index)
    case TokenShape.closeQuote, TokenShape.quote, TokenShape.closeRound, TokenShape.closeSquare:
      return startsCapital(index) || Self.leads(text, index)
    case TokenShape.dash where text.tokens[index - 1].followsSpace || index == 1: return startsCapital(index)
    case TokenShape.comma: return Self.leads(text, index) || endsLead(index) && startsCapital(index)
    default: break
    }
    if Self.leads(text, index - 1) { return startsCapital(index) }
    if Self.leads(text, index) { return !text.tokens[index - 1].isWord }
    return text.tokens[index - 1].kind == .lower && isStrongHead(index)
  }

  /// A stop behind an initial or an abbreviation within names is none; what starts a sentence has a capital.
  private func isBehindStop(_ index: Int) -> Bool {
    if Self.leads(text, index) { return true }
    guard startsCapital(index) || text.tokens[index].kind == .number && index >= 2 && !text.tokens[index - 2].isWord
    else { return false }
    let isInitial = index >= 2 && text.tokens[index - 2].kind == .upper && text.tokens[index - 2].length == 1
    return !isInitial || text.tokens[index].kind != .upper && isStrongHead(index)
  }

  /// Whether the comma before a token ends words that lead to a reference: «see, for example,».
  private func endsLead(_ index: Int) -> Bool {
    (2...5).contains { distance in index >= distance && Self.leads(text, index - distance) }
  }

  private func startsCapital(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.startsUpper || token.kind == .caseless || token.kind == .identifier || opensSomething(index)
      || token.kind == .lower && isStrongHead(index)
  }

  private func opensSomething(_ index: Int) -> Bool {
    switch text.shapes[index] {
    case TokenShape.openQuote, TokenShape.quote, TokenShape.openRound, TokenShape.openSquare: true
    default: false
    }
  }

  private func isStrongHead(_ index: Int) -> Bool {
    NameHead.head(text.bytes, text.tokens, at: index, isStart: .inside)?.strength == .strong
  }

  /// Whether the bracket that a token closes was opened before names with initials.
  private func isClosingName(_ index: Int) -> Bool {
    let opening = text.mark(index) == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    let closing = text.mark(index)
    var depth = 0
    var place = index - 1
    while place >= max(0, index - 200) {
      if text.mark(place) == closing { depth += 1 }
      if text.mark(place) == opening {
        if depth == 0 { return index - place > 8 && isStrongHead(place + 1) }
        depth -= 1
      }
      place -= 1
    }
    return false
  }

  /// Whether a token is a word that leads to a reference, or joins two.
  static func leads(_ text: ParagraphTokens, _ index: Int) -> Bool {
    index >= 0 && index < text.count && leads(text.bytes, text.tokens[index])
  }

  /// Whether this is such a word.
  static func leads(_ bytes: [UInt8], _ token: Token) -> Bool {
    token.isWord && leads[PackedWord(token, bytes)] > 0
  }

  private static let leads = PackedWords([
    1: """
    see also cf eg ie compare vgl siehe sieh auch vergl voir aussi ver veja vide cfr vea vease consulte vedi anche zie \
    ook se jf jfr sml por and und et y e und ed och og en by from in contra dazu hierzu dagegen accord but following after per via
    """
  ])
}
