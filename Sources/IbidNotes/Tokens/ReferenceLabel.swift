import IbidModel
import IbidText

/// The number, bullet or label before an entry of a reference list: `12.`, `[3]`, `(4)`, `•`, `[Roe et al.(2004)]`.
enum ReferenceLabel {
  /// How many tokens at the start are the list's and not the reference's.
  static func count(_ bytes: [UInt8], _ tokens: [Token]) -> Int {
    func byte(_ index: Int) -> UInt8 {
      index < tokens.count && tokens[index].kind == .mark ? bytes[tokens[index].start] : 0
    }
    func isShortNumber(_ index: Int) -> Bool {
      index < tokens.count && tokens[index].kind == .number && tokens[index].length <= 4
    }
    guard tokens.count > 3 else { return 0 }
    if byte(0) == 91, let end = citationLabelEnd(bytes, tokens) { return end }
    if byte(0) == 91 || byte(0) == 40 {
      var index = 1
      if index < tokens.count, tokens[index].kind == .upper, tokens[index].length == 1 { index += 1 }
      let isClosed = byte(index + 1) == 93 || byte(index + 1) == 41
      if isShortNumber(index), isClosed, !(byte(0) == 40 && TokenShape.isYear(tokens[index], bytes)) {
        return index + 2
      }
      return 0
    }
    if isShortNumber(0), !TokenShape.isYear(tokens[0], bytes) {
      if (byte(1) == 46 || byte(1) == 41 || byte(1) == 58 || byte(1) == 93), tokens[2].followsSpace || tokens[2].isWord
      {
        return 2
      }
      // «116G. C. Conant»
      if !tokens[1].followsSpace, tokens[1].kind == .upper, tokens[1].length == 1, byte(2) == 46,
        tokens[3].isWord
      {
        return 1
      }
      // «12 Smith J»
      if tokens[0].length <= 3, tokens[1].followsSpace,
        NameHead.head(bytes, tokens, at: 1, isStart: .start)?.strength == .strong
      {
        return 1
      }
      return 0
    }
    let isBullet = byte(0) == 45 && tokens[1].followsSpace || bytes[tokens[0].range].elementsEqual("•".utf8)
    return isBullet ? 1 : 0
  }

  /// The token behind a label of names and a year, or of letters and figures, as BibTeX's styles print them:
  /// `[Roe et al.(2004)]`, `[Roe(2004)Roe, Poe, and Doe]`, `[RPD04]`, `[Roe+19]`.
  private static func citationLabelEnd(_ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    guard tokens.count > 4, tokens[1].startsUpper, tokens[1].length > 1 || !tokens[2].followsSpace else { return nil }
    var year: Int?
    for index in 2..<min(tokens.count - 1, 40) {
      let token = tokens[index]
      if token.kind == .number, TokenShape.isYear(token, bytes) || token.length == 2 && !token.followsSpace {
        year = year ?? index
      }
      guard token.kind == .mark, bytes[token.start] == UInt8(ascii: "]") else { continue }
      // Behind a label the entry itself starts.
      guard let year, tokens[index + 1].followsSpace, tokens[index + 1].startsUpper || tokens[index + 1].kind == .mark
      else { return nil }
      let isFigure = tokens[year].length == 2
      return !isFigure || index <= 5 ? index + 1 : nil
    }
    return nil
  }
}
