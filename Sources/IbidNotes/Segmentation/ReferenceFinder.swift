import IbidModel
import IbidText

/// Finds the stretches of a paragraph that are references.
///
/// A reference starts with names (or with the paragraph) and ends behind the last of a chain of things that hardly
/// occur in prose: year and volume and pages, identifiers, place and publisher.
struct ReferenceFinder {
  let bytes: [UInt8]
  let tokens: [Token]
  private let hints: TailHints
  private let requiresInitials: Bool
  /// Half-open ranges of token indices, in order.
  private(set) var spans: [Range<Int>] = []

  init(_ text: ReferenceText, requiresInitials: Bool = false) {
    self.requiresInitials = requiresInitials
    bytes = text.bytes
    tokens = text.tokens
    let addresses = text.identifiers.filter { $0.kind == .url }.map(\.range.lowerBound)
    hints = TailHints(bytes: text.bytes, tokens: text.tokens, addresses: Set(addresses))
    find()
    if spans.isEmpty, !requiresInitials, isWholeReference { spans = [0..<tokens.count] }
  }

  private mutating func find() {
    var index = 0
    while index < tokens.count {
      guard let head = NameHead.head(bytes, tokens, at: index, isStart: startsHere(index)),
        head.strength == .strong || !requiresInitials
      else {
        index += 1
        continue
      }
      if let end = end(of: head) {
        spans.append(index..<end)
        index = end
      } else {
        index = max(index + 1, head.strength == .strong ? index + 1 : nextStart(after: index))
      }
    }
  }

  private func byte(_ index: Int) -> UInt8 {
    index >= 0 && index < tokens.count && tokens[index].kind == .mark ? bytes[tokens[index].start] : 0
  }

  /// Whether a reference may start at a token: at the paragraph's or a line's start, or behind a sentence, a colon
  /// or a semicolon.
  private func startsHere(_ index: Int) -> NameHead.Position? {
    if index == 0 || spans.last?.upperBound == index { return .start }
    if tokens[index].followsSpace, startsLine(index) { return .start }
    guard tokens[index].followsSpace else { return nil }
    switch byte(index - 1) {
    case 46, 58, 59, 63, 33: return .inside
    case 0xE2: return .inside
    case 40, 91: return .inside
    default: return nil
    }
  }

  /// Whether only blanks stand between the token and a line break.
  private func startsLine(_ index: Int) -> Bool {
    var offset = tokens[index].start - 1
    while offset >= 0, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset -= 1 }
    return offset >= 0 && (bytes[offset] == 0x0A || bytes[offset] == 0x0D)
  }

  /// Whether a short paragraph that starts with no initials is a reference all the same: a book, a page, a report.
  private var isWholeReference: Bool {
    guard (8...90).contains(tokens.count), tokens[0].startsUpper || byte(0) != 0 else { return false }
    var prose = 0
    var stops = 0
    var hasYear = false
    var hasPlace = false
    for index in tokens.indices {
      if hints.isProse(index) { prose += 1 }
      if hints.endsSentence(index), tokens[index].kind == .mark { stops += 1 }
      if TokenShape.isYear(tokens[index], bytes), hints.bounds(index - 1), hints.bounds(index + 1) { hasYear = true }
      if tokens[index].kind == .identifier || hints.namesPublisher(index) { hasPlace = true }
      if let tail = hints.tail(at: index), tail.strength == .medium, !TokenShape.isYear(tokens[index], bytes) {
        hasPlace = true
      }
    }
    return hasYear && hasPlace && prose <= 1 && stops >= 2
  }

  private func nextStart(after index: Int) -> Int {
    var next = index + 1
    while next < tokens.count, startsHere(next) == nil { next += 1 }
    return next
  }

  /// The end of the reference that starts with these names; nil where no chain of hints follows in time.
  private func end(of head: NameHead) -> Int? {
    let limit = min(tokens.count, head.end + 160)
    var index = head.end
    var sentences = 0
    var proseWords = 0
    while index < limit {
      if let tail = hints.tail(at: index) {
        let isLate = index > head.end + 4
        guard head.strength == .strong || tail.strength == .strong || isLate && tail.strength == .medium else {
          index += 1
          continue
        }
        if head.strength == .weak, proseWords > 2 || sentences > 5 || tail.strength != .strong || !isLate { return nil }
        if head.strength == .strong, proseWords > 8 { return nil }
        if tail.strength == .weak, isLate, !hints.endsSentence(tail.end) {
          index += 1
          continue
        }
        // «Smith J (1999) Title. Journal 5: 1–9»: the year behind the names is not the end.
        if !isLate, tail.strength != .strong {
          if let later = laterEnd(from: tail.end, limit: limit) { return later }
          return nil
        }
        return hints.chainEnd(from: tail.end)
      }
      if let position = startsHere(index) {
        if hints.startsNewReference(index, isStart: position == .start) { return nil }
        // «This was shown before. See: Smith J. …»: the prose before a reference is none.
        if head.strength == .weak, NameHead.head(bytes, tokens, at: index, isStart: position)?.strength == .strong {
          return nil
        }
      }
      if byte(index) == 46 || byte(index) == 63, index + 1 < tokens.count, tokens[index + 1].followsSpace {
        sentences += 1
      }
      if hints.isProse(index) { proseWords += 1 }
      index += 1
    }
    return nil
  }

  /// The end of a reference whose year stands behind its names.
  private func laterEnd(from start: Int, limit: Int) -> Int? {
    var index = start
    var lastStop: Int?
    var stops = 0
    var proseWords = 0
    while index < limit {
      if let tail = hints.tail(at: index), tail.strength != .weak || hints.endsSentence(tail.end) {
        return hints.chainEnd(from: tail.end)
      }
      if hints.startsNewReference(index, isStart: startsHere(index) == .start) { break }
      if hints.isProse(index) { proseWords += 1 }
      if hints.endsSentence(index), byte(index) == 46 {
        stops += 1
        lastStop = index + 1
      }
      index += 1
    }
    // «Smith J (1999) Title of a book. Norton, New York.» to the paragraph's end.
    guard proseWords <= 2, stops <= 4, index - start <= 80 else { return nil }
    if index == tokens.count { return index }
    return lastStop
  }
}
