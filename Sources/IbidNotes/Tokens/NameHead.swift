import IbidModel
import IbidText

/// The names with which a reference starts.
struct NameHead {
  enum Strength { case strong, weak }
  enum Position { case start, inside }

  var strength: Strength
  /// The token behind the names.
  var end: Int

  /// The names that start at a token; nil where none do.
  ///
  /// Initials behind a family name make it strong: `Bastian H.`, `Smith, J. A.,`, `J. Smith,`. Whatever else starts
  /// a paragraph is weak.
  static func head(_ bytes: [UInt8], _ tokens: [Token], at index: Int, isStart: Position?) -> NameHead? {
    guard let isStart else { return nil }
    let first = tokens[index]
    func byte(_ index: Int) -> UInt8 {
      index < tokens.count && tokens[index].kind == .mark ? bytes[tokens[index].start] : 0
    }
    // A number or bullet before the names.
    if isStart == .start, first.kind == .number || byte(index) == 91 {
      var behind = index + 1
      while behind < tokens.count, behind - index < 4, !tokens[behind].isWord { behind += 1 }
      if behind < tokens.count, tokens[behind].isWord, behind - index <= 3,
        let head = head(bytes, tokens, at: behind, isStart: .start)
      {
        return head
      }
      return nil
    }
    guard first.isWord, first.kind != .caseless else { return nil }
    var family = index
    while family < tokens.count, tokens[family].kind == .lower, family - index < 3,
      NameHead.particles.contains(PackedWord(tokens[family], bytes))
    {
      family += 1
    }
    guard family < tokens.count, tokens[family].startsUpper else { return nil }
    if let end = initialsEnd(bytes, tokens, family) { return NameHead(strength: .strong, end: end) }
    return isStart == .start ? NameHead(strength: .weak, end: index + 1) : nil
  }

  private static let particles: Set<PackedWord> = [
    "van", "von", "de", "der", "den", "da", "del", "di", "dos", "la", "ten", "ter", "du", "al",
  ]

  /// The end of a family name with its initials.
  private static func initialsEnd(_ bytes: [UInt8], _ tokens: [Token], _ start: Int) -> Int? {
    func byte(_ index: Int) -> UInt8 {
      index < tokens.count && tokens[index].kind == .mark ? bytes[tokens[index].start] : 0
    }
    func isInitials(_ index: Int) -> Bool {
      index < tokens.count && tokens[index].kind == .upper && tokens[index].length <= 4
    }
    // «J. A. Smith, …»
    if isInitials(start), tokens[start].length == 1, byte(start + 1) == 46 {
      var index = start
      while isInitials(index), tokens[index].length == 1, byte(index + 1) == 46 {
        index += 2
        if byte(index) == 45 { index += 1 }
      }
      while index < tokens.count, tokens[index].kind == .lower, particles.contains(PackedWord(tokens[index], bytes)) {
        index += 1
      }
      guard index < tokens.count, tokens[index].kind == .capitalized else { return nil }
      let next = byte(index + 1)
      if next == 44 || next == 59 || next == 40 || next == 58 { return index + 1 }
      if index + 1 < tokens.count, ["and", "et", "und"].contains(PackedWord(tokens[index + 1], bytes)) {
        return index + 1
      }
      return nil
    }
    var index = start
    var words = 0
    // Family names of up to four words, joined by blanks or hyphens.
    while index < tokens.count, words < 4 {
      let token = tokens[index]
      // «De leyn P,» has one word in lower case before its initials.
      let isInner =
        words > 0 && (particles.contains(PackedWord(token, bytes)) || isInitials(index + 1) && byte(index + 2) == 44)
      guard token.isWord, token.kind == .lower ? isInner : token.length > 1 else { break }
      words += 1
      index += 1
      if byte(index) == 45 || (byte(index) == 0xE2 && index < tokens.count && !tokens[index].followsSpace) {
        index += 1
      }
      if isInitials(index), tokens[index].length <= 4, index > start {
        let behind = byte(index + 1)
        if tokens[index].length <= 3 || behind == 44 {
          if behind == 44 || behind == 46 || behind == 58 || behind == 59 || behind == 40 { return index + 1 }
          if index + 1 < tokens.count {
            switch PackedWord(tokens[index + 1], bytes) {
            case "et", "and", "jr", "sr", "ii", "iii", "y", "und", "de", "von", "van", "da", "der": return index + 1
            default: break
            }
          }
        }
      }
      if byte(index) == 44, isInitials(index + 1), tokens[index + 1].length <= 3 {
        let behind = byte(index + 2)
        if behind == 46 || behind == 44 || behind == 59 || behind == 45 || behind == 40 { return index + 2 }
        return nil
      }
    }
    return nil
  }
}
