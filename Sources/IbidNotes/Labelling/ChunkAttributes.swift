import IbidText

/// The stretches between delimiters, and what they are made of.
struct ChunkAttributes: Sendable {
  struct Chunk: Sendable {
    var start: Int
    var end: Int
    /// Shapes of the delimiters around it; 0 at the text's ends.
    var before: UInt8 = 0
    var after: UInt8 = 0
    var firstWord: UInt32 = 0
    var lastWord: UInt32 = 0
    /// Words counted in steps, how many of them are capitalized, digits.
    var make: UInt32 = 0
  }

  private(set) var chunks: [Chunk] = []
  /// The chunk of each token; a delimiter belongs to the chunk before it.
  private(set) var chunkOfToken: [Int32]
  /// Ends of sentences before each token, at most 15.
  private(set) var sentences: [UInt8]

  init(shapes: [UInt8], tokens: [Token], words: [UInt32]) {
    chunkOfToken = Array(repeating: 0, count: tokens.count)
    sentences = Array(repeating: 0, count: tokens.count)
    var start = 0
    var before: UInt8 = 0
    var sentence: UInt8 = 0
    for index in tokens.indices {
      chunkOfToken[index] = Int32(chunks.count)
      sentences[index] = sentence
      guard Self.delimits(index, shapes, tokens) else { continue }
      append(start, index, before, shapes[index], shapes, words)
      if shapes[index] == TokenShape.stop || shapes[index] == TokenShape.question { sentence = min(15, sentence + 1) }
      before = shapes[index]
      start = index + 1
    }
    append(start, tokens.count, before, 0, shapes, words)
  }

  private mutating func append(
    _ start: Int, _ end: Int, _ before: UInt8, _ after: UInt8, _ shapes: [UInt8], _ words: [UInt32]
  ) {
    var chunk = Chunk(start: start, end: end, before: before, after: after)
    var count: UInt32 = 0
    var capitals: UInt32 = 0
    var initials: UInt32 = 0
    var numbers: UInt32 = 0
    for index in start..<end {
      switch shapes[index] {
      case 17...23: numbers += 1
      case 28, 29, 32, 33, 37, 47, 53: capitals += 1
      case 30, 31: initials += 1
      case 0...16: continue
      default: break
      }
      count += 1
      if chunk.firstWord == 0 { chunk.firstWord = words[index] }
      chunk.lastWord = words[index]
    }
    let size: UInt32 = count < 4 ? count : count < 6 ? 4 : count < 9 ? 5 : count < 14 ? 6 : 7
    let share: UInt32 =
      capitals == 0 ? 0 : capitals == 1 ? 1 : capitals * 2 < count ? 2 : capitals + initials < count ? 3 : 4
    chunk.make = size | share << 3 | min(2, initials) << 6 | min(2, numbers) << 8
    chunks.append(chunk)
  }

  /// Whether a mark parts fields. The full stop of an initial or of an abbreviation in lower case does not.
  private static func delimits(_ index: Int, _ shapes: [UInt8], _ tokens: [Token]) -> Bool {
    switch shapes[index] {
    case TokenShape.stop:
      guard index > 0 else { return true }
      let isApart = index + 1 == tokens.count || tokens[index + 1].followsSpace
      return isApart && shapes[index - 1] != TokenShape.initial
    case TokenShape.comma, TokenShape.semicolon, TokenShape.colon, TokenShape.openRound, TokenShape.closeRound,
      TokenShape.openSquare, TokenShape.closeSquare, TokenShape.openQuote, TokenShape.question, TokenShape.quote,
      TokenShape.identifier, TokenShape.address:
      return true
    case TokenShape.closeQuote: return true
    case TokenShape.slash, TokenShape.dash:
      return tokens[index].followsSpace && index + 1 < tokens.count && tokens[index + 1].followsSpace
    default: return false
    }
  }
}
