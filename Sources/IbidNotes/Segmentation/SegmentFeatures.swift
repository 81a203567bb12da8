import IbidText

/// What the stretches between a paragraph's boundaries look like, as hashes: as references, and as commentary.
///
/// What a reference begins and ends with counts once a place, what it holds once a pair of places.
package struct SegmentFeatures: Sendable {
  /// Boundaries, as indices of tokens; the pieces stand between them.
  package let places: [Int]
  private let text: ParagraphTokens
  private let evidence: SegmentEvidence

  /// The features of a paragraph.
  package init(_ text: ParagraphTokens) {
    self.text = text
    places = SegmentBoundaries(text).places
    evidence = SegmentEvidence(text, places)
  }

  /// Whether no family name with initials stands at the paragraph's start.
  package var beginsWithoutInitials: Bool { evidence.heads.first != .initials }

  /// How many pieces there are.
  package var pieceCount: Int { places.count - 1 }

  private static func hash(_ kind: UInt32, _ x: UInt32, _ y: UInt32 = 0, _ z: UInt32 = 0) -> UInt32 {
    var hash = kind &* 0x9E37_79B1
    hash = (hash ^ x) &* 0x85EB_CA6B
    hash ^= hash >> 15
    hash = (hash ^ y) &* 0xC2B2_AE35
    hash ^= hash >> 13
    hash = (hash ^ z) &* 0x27D4_EB2F
    return hash ^ hash >> 16
  }

  /// What a reference is like that begins with a piece.
  package func beginning(_ piece: Int) -> [UInt32] {
    let index = places[piece]
    let head = evidence.heads[piece].rawValue
    let shapes = (0..<5).map { text.shape(index + $0) }
    return [
      Self.hash(1, text.word(index - 1), head),
      Self.hash(2, text.shape(index - 1) << 8 | text.shape(index - 2), head),
      Self.hash(3, shapes[0] << 24 | shapes[1] << 16 | shapes[2] << 8 | shapes[3], shapes[4]),
      Self.hash(4, shapes[0] << 16 | shapes[1] << 8 | shapes[2]),
      Self.hash(5, shapes[0] << 8 | shapes[1]),
      Self.hash(6, text.word(index)),
      Self.hash(7, text.word(index), text.word(index + 1)),
      Self.hash(8, head, piece == 0 ? 0 : text.startsLine[index] ? 1 : 2),
      Self.hash(9, text.word(index - 1), text.word(index - 2)),
    ]
  }

  /// What a reference is like that ends before a piece.
  package func ending(_ piece: Int) -> [UInt32] {
    let index = places[piece]
    let shapes = (1...4).map { text.shape(index - $0) }
    let isEnd = piece == pieceCount
    let head = isEnd ? 9 : evidence.heads[piece].rawValue
    return [
      Self.hash(20, shapes[0] << 24 | shapes[1] << 16 | shapes[2] << 8 | shapes[3], head),
      Self.hash(21, shapes[0] << 16 | shapes[1] << 8 | shapes[2], isEnd ? 1 : 0),
      Self.hash(22, shapes[0] << 8 | shapes[1], head),
      Self.hash(23, text.word(index), text.word(index + 1)),
      Self.hash(24, text.word(index), shapes[0] << 8 | shapes[1]),
      Self.hash(25, text.shape(index) << 16 | text.shape(index + 1) << 8 | text.shape(index + 2), shapes[0]),
      Self.hash(26, text.word(index - 2), shapes[0], isEnd ? 1 : 0),
      Self.hash(27, isEnd ? 0 : text.startsLine[min(index, text.count - 1)] ? 1 : 2, head),
      Self.hash(28, text.word(index)),
    ]
  }

  /// What a reference is like that is made of some pieces.
  package func reference(_ pieces: Range<Int>) -> [UInt32] {
    let counts = evidence.counts(of: pieces)
    let inner = evidence.counts(of: (pieces.lowerBound + 1)..<pieces.upperBound)
    let first = evidence.counts(of: pieces.lowerBound..<(pieces.lowerBound + 1))
    let last = evidence.counts(of: (pieces.upperBound - 1)..<pieces.upperBound)
    let head = evidence.heads[pieces.lowerBound].rawValue
    let isWhole: UInt32 =
      (pieces.lowerBound == 0 ? 1 : 0) | (pieces.upperBound == pieceCount ? 2 : 0)
    let mask = Self.mask(counts)
    let prose = Self.step(counts, .prose)
    let words = Self.step(counts, .words)
    let restarts = min(3, UInt32(inner[SegmentEvidence.Count.restarts.rawValue]))
    let heads = min(3, UInt32(inner[SegmentEvidence.Count.heads.rawValue]))
    let years = min(4, UInt32(counts[SegmentEvidence.Count.years.rawValue]))
    let lines = min(3, UInt32(inner[SegmentEvidence.Count.lines.rawValue]))
    let lastMask = Self.mask(last)
    let firstMask = Self.mask(first)
    let lower = Self.lowerShare(counts)
    let isSingle: UInt32 = pieces.count == 1 ? 1 : 0
    return [
      Self.hash(40, isWhole, head),
      Self.hash(41, words, isWhole),
      Self.hash(42, mask),
      Self.hash(43, mask, head),
      Self.hash(44, prose, words),
      Self.hash(45, prose, mask & 31),
      Self.hash(46, lower, words),
      Self.hash(47, years, restarts, heads),
      Self.hash(48, restarts, heads),
      Self.hash(49, lines, restarts),
      Self.hash(50, lastMask, Self.step(last, .words), isSingle),
      Self.hash(51, Self.step(last, .prose), Self.step(last, .words), isSingle),
      Self.hash(52, Self.step(last, .prose), lastMask, Self.lowerShare(last)),
      Self.hash(53, firstMask, head, isSingle),
      Self.hash(54, Self.step(first, .prose), Self.step(first, .words), isSingle),
      Self.hash(55, UInt32(min(12, pieces.count)), words),
      Self.hash(56, min(3, UInt32(counts[SegmentEvidence.Count.identifiers.rawValue])), restarts),
      Self.hash(57, years, min(4, UInt32(counts[SegmentEvidence.Count.pageRanges.rawValue]))),
      Self.hash(58, min(3, UInt32(counts[SegmentEvidence.Count.volumes.rawValue])), restarts),
      Self.hash(59, isWhole, mask),
      Self.hash(60, text.word(places[pieces.lowerBound]), isSingle, mask & 31),
    ]
  }

  /// What a piece is like that is commentary.
  package func commentary(_ piece: Int) -> [UInt32] {
    let (start, end) = (places[piece], places[piece + 1])
    let counts = evidence.counts(of: piece..<(piece + 1))
    let mask = Self.mask(counts)
    let head = evidence.heads[piece].rawValue
    let words = Self.step(counts, .words)
    let prose = Self.step(counts, .prose)
    let place: UInt32 = (piece == 0 ? 1 : 0) | (piece + 1 == pieceCount ? 2 : 0)
    var hashes = [
      Self.hash(80, text.word(start), head),
      Self.hash(81, text.word(start), text.word(start + 1)),
      Self.hash(82, text.shape(start) << 16 | text.shape(start + 1) << 8 | text.shape(start + 2)),
      Self.hash(83, words, prose),
      Self.hash(84, mask, head),
      Self.hash(85, Self.lowerShare(counts), words),
      Self.hash(86, place, head),
      Self.hash(87, place, words, prose),
      Self.hash(88, text.shape(end - 1), text.shape(end - 2), words),
      Self.hash(89, prose, mask),
      Self.hash(90, text.word(end - 1), text.word(end - 2)),
      Self.hash(91, place, mask),
      Self.hash(92, text.word(start), place),
    ]
    for index in start..<min(end, start + Self.bag) where text.tokens[index].kind == .lower {
      hashes.append(Self.hash(93, text.word(index)))
    }
    return hashes
  }

  /// Of how many tokens of a piece the words count by themselves.
  private static let bag = 24

  /// What references hold, a bit each.
  private static func mask(_ counts: SegmentEvidence.Counts) -> UInt32 {
    var mask: UInt32 = 0
    for (bit, count) in bits.enumerated() where counts[count.rawValue] > 0 { mask |= 1 << UInt32(bit) }
    return mask
  }

  private static let bits: [SegmentEvidence.Count] = [
    .years, .identifiers, .addresses, .pageRanges, .volumes, .publishers, .quotes, .accessed, .ins,
  ]

  private static func step(_ counts: SegmentEvidence.Counts, _ count: SegmentEvidence.Count) -> UInt32 {
    let number = UInt32(max(0, counts[count.rawValue]))
    return switch number {
    case 0...3: number
    case 4...5: 4
    case 6...8: 5
    case 9...12: 6
    case 13...18: 7
    case 19...27: 8
    case 28...45: 9
    case 46...80: 10
    default: 11
    }
  }

  /// How many of the words are in lower case, in sixths.
  private static func lowerShare(_ counts: SegmentEvidence.Counts) -> UInt32 {
    let words = UInt32(max(0, counts[SegmentEvidence.Count.words.rawValue]))
    return words == 0 ? 7 : UInt32(max(0, counts[SegmentEvidence.Count.lowerCase.rawValue])) * 6 / words
  }
}
