import IbidText

/// How much of what references hold, and of what prose holds, stands between two boundaries of a paragraph.
struct SegmentEvidence: Sendable {
  /// What is counted, each in a lane of its own.
  enum Count: Int {
    case words, lowerCase, prose, years, identifiers, addresses, pageRanges, volumes, publishers, quotes, accessed, ins
    case numbers
    /// Pieces that begin like a reference behind one that ends like one; pieces that begin with names; and with a line.
    case restarts, heads, lines
  }
  typealias Counts = SIMD16<Int32>

  /// How a piece begins.
  enum Head: UInt32 { case none, initials, inverted, given, capital, quote, number, other }

  /// By piece, the counts of all before it.
  private var sums: [Counts]
  /// How each piece begins.
  private(set) var heads: [Head] = []

  init(_ text: ParagraphTokens, _ places: [Int]) {
    sums = [.zero]
    sums.reserveCapacity(places.count)
    var isClosed = false
    for (start, end) in zip(places, places.dropFirst()) {
      var counts = Counts.zero
      for index in start..<end { Self.count(text, index, into: &counts) }
      let head = Self.head(text, start)
      heads.append(head)
      if head == .initials || head == .inverted || head == .given { counts[Count.heads.rawValue] = 1 }
      if isClosed, head != .none, head != .number { counts[Count.restarts.rawValue] = 1 }
      if text.startsLine[start] { counts[Count.lines.rawValue] = 1 }
      isClosed = Self.endsLikeReference(text, start..<end, counts)
      sums.append((sums.last ?? .zero) &+ counts)
    }
  }

  /// What stands in some pieces. A paragraph has fewer tokens than 2³¹, so that no count runs over.
  func counts(of pieces: Range<Int>) -> Counts { sums[pieces.upperBound] &- sums[pieces.lowerBound] }

  private static func count(_ text: ParagraphTokens, _ index: Int, into counts: inout Counts) {
    func add(_ count: Count) { counts[count.rawValue] &+= 1 }
    let token = text.tokens[index]
    if token.isWord { add(.words) }
    if token.kind == .lower { add(.lowerCase) }
    switch text.shapes[index] {
    case TokenShape.year: add(.years)
    case TokenShape.identifier: add(.identifiers)
    case TokenShape.address: add(.addresses)
    case TokenShape.quote, TokenShape.openQuote: add(.quotes)
    case 37, 38: add(.ins)
    case 54: add(.accessed)
    case 52: add(.publishers)
    default: break
    }
    if token.kind == .number {
      add(.numbers)
      let next = index + 1
      if text.shapes[min(next, text.count - 1)] == TokenShape.dash, next + 1 < text.count,
        text.tokens[next + 1].kind == .number
      {
        add(.pageRanges)
      }
      if token.length <= 4, next + 1 < text.count, text.tokens[next + 1].kind == .number,
        text.mark(next) == UInt8(ascii: "(") || text.mark(next) == UInt8(ascii: ":")
      {
        add(.volumes)
      }
    } else if token.isWord, prose[PackedWord(token, text.bytes)] > 0, token.kind == .lower || token.length > 1 {
      add(.prose)
    }
    // «City: Publisher».
    if token.startsUpper, text.mark(index + 1) == UInt8(ascii: ":"), index + 2 < text.count,
      text.tokens[index + 2].startsUpper, index > 0, [46, 44, 40].contains(text.mark(index - 1))
    {
      add(.publishers)
    }
  }

  private static func head(_ text: ParagraphTokens, _ index: Int) -> Head {
    guard index < text.count else { return .none }
    let token = text.tokens[index]
    if NameHead.head(text.bytes, text.tokens, at: index, isStart: .inside)?.strength == .strong { return .initials }
    switch token.kind {
    case .number: return .number
    case .mark: return (12...14).contains(text.shapes[index]) ? .quote : .other
    case .lower: return .none
    case .identifier, .caseless: return .other
    default: break
    }
    guard index + 2 < text.count else { return .capital }
    if text.mark(index + 1) == UInt8(ascii: ","), text.tokens[index + 2].startsUpper { return .inverted }
    var next = index + 1
    while next < min(text.count, index + 4), text.tokens[next].startsUpper { next += text.mark(next + 1) == 46 ? 2 : 1 }
    return next > index + 1 && text.mark(next) == UInt8(ascii: ",") ? .given : .capital
  }

  /// Whether a piece ends with a number, an identifier or a bracket behind one.
  private static func endsLikeReference(_ text: ParagraphTokens, _ range: Range<Int>, _ counts: Counts) -> Bool {
    guard
      counts[Count.numbers.rawValue] > 0 || counts[Count.identifiers.rawValue] > 0
        || counts[Count.addresses.rawValue] > 0
    else { return false }
    var last = range.upperBound - 1
    while last >= range.lowerBound, text.tokens[last].kind == .mark { last -= 1 }
    return last >= range.lowerBound
      && (text.tokens[last].kind == .number || text.tokens[last].kind == .identifier)
  }

  /// Words of prose, which are rare in titles.
  private static let prose = PackedWords([
    1: """
    is are was were that we you it this these those have has had not would could should will can may might but they he \
    she which who our my been be if than there their i very just his her its them when because although however did \
    does do says said found showed shows argues argued notes see me us your here most many some such only even more \
    ist sind war waren wird werden nicht dass wir sie er es hat haben diese dieser dieses auch aber wenn weil wurde \
    est sont etait cette ces nous que qui ne pas mais ont avait leur fue son esta este pero como sus han era foi sao \
    nao mas isto essa esse sono stato questa questo non che anche ma zijn wordt niet deze maar
    """
  ])
}
