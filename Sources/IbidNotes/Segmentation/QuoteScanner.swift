import IbidModel
import IbidText

/// Finds verbatim quotes in a paragraph: what stands in quotation marks and is long enough to be another's words.
enum QuoteScanner {
  /// Half-open ranges of UTF-8 offsets, quotation marks included, in order, with the range of the words.
  ///
  /// Mentions of single words and short phrases («evidence»), short questions and titles of works are no quotes. A
  /// quotation mark at the paragraph's start that is never closed quotes the whole paragraph. Of nested quotes the
  /// outer one is given.
  static func quotes(in bytes: [UInt8], _ range: Range<Int>) -> [(whole: Range<Int>, words: Range<Int>)] {
    var quotes: [(whole: Range<Int>, words: Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let mark = FieldText.quote(bytes, at: index), mark.opens, mark.kind != .single,
        opens(bytes, index, range)
      else {
        index += 1
        continue
      }
      let start = index + mark.length
      let end = closing(bytes, from: start, to: range.upperBound, opening: bytes[index], length: mark.length)
      let isWholeParagraph = end == nil && isBlank(bytes, range.lowerBound..<index)
      guard end != nil || isWholeParagraph else {
        index = start
        continue
      }
      let words = start..<(end?.lowerBound ?? bytes.endOfTextASCII(range))
      let whole = index..<(end?.upperBound ?? words.upperBound)
      if isQuote(bytes, words) { quotes.append((whole, words)) }
      index = whole.upperBound
    }
    return quotes
  }

  /// A straight or guillemet mark opens only behind a blank, a bracket or the start.
  private static func opens(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    if bytes[index] == 0xE2 {
      return index + 2 < bytes.count && bytes[index + 2] != 0x9D
    }
    guard index > range.lowerBound else { return true }
    let before = bytes[index - 1]
    return before.isASCIISpace || before == 40 || before == 91 || before == 0x94 || before == 0x93
  }

  private static func closing(
    _ bytes: [UInt8], from start: Int, to end: Int, opening: UInt8, length: Int
  ) -> Range<Int>? {
    var index = start
    var depth = 1
    while index < end {
      if opening == 0xE2 {
        if let mark = FieldText.quote(bytes, at: index), mark.length == 3, mark.kind == .double {
          depth += bytes[index + 2] == 0x9D || (bytes[index + 2] == 0x9C && bytes[start - 1] == 0x9E) ? -1 : 1
          if depth == 0 { return index..<(index + 3) }
          index += 3
          continue
        }
      } else if bytes[index] == opening {
        let isClosing =
          opening == 0xC2 ? index + 1 < end && bytes[index + 1] != bytes[start - 1] : bytes[index - 1] != 0x20
        if isClosing { return index..<min(end, index + length) }
      }
      index += 1
    }
    return nil
  }

  private static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0.isASCIISpace || $0 == UInt8(ascii: ">") }
  }

  private static func isQuote(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let tokens = Tokenizer.tokens(of: bytes, in: range)
    let words = tokens.filter(\.isWord)
    guard words.count >= 4 else { return false }
    let capitals = words.filter(\.startsUpper).count
    if words.count < 12, capitals * 3 >= words.count * 2 { return false }
    let isQuestion = tokens.last.map { $0.kind == .mark && bytes[$0.start] == UInt8(ascii: "?") } == true
    return !(isQuestion && words.count <= 7)
  }
}
