import IbidModel

/// Cuts a list of names at its separators.
struct NamePieces {
  var pieces: [NamePiece] = []
  /// Whether the list says that names are left out: «et al».
  var isTruncated = false
  private let bytes: [UInt8]
  private var current = NamePiece(separator: .none)
  private var wordTokens: [Token] = []

  init(_ bytes: [UInt8], _ tokens: ArraySlice<Token>) {
    self.bytes = bytes
    var index = tokens.startIndex
    var brackets = 0
    while index < tokens.endIndex, !isTruncated {
      let token = tokens[index]
      let first = bytes[token.start]
      if token.followsSpace { endWord() }
      if token.kind == .mark {
        switch first {
        case UInt8(ascii: "("), UInt8(ascii: "["):
          endWord()
          brackets += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets = max(0, brackets - 1)
        case _ where brackets > 0: break
        case UInt8(ascii: ","): endPiece(.comma)
        case UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "|"): endPiece(.strong)
        case UInt8(ascii: "&"): endPiece(.conjunction)
        case UInt8(ascii: "-")
        where token.followsSpace && index + 1 < tokens.endIndex && tokens[index + 1].followsSpace
          && current.words.last?.isInitials == true && current.endsWithStop:
          // «ROE, A. - POE, B.»
          endPiece(.strong)
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "'"): wordTokens.append(token)
        case 0xE2:
          // Dashes join within a word and separate between words; U+2019 joins.
          let isApart = token.followsSpace && index + 1 < tokens.endIndex && tokens[index + 1].followsSpace
          if isApart { endPiece(.strong) } else { wordTokens.append(token) }
        default: break
        }
      } else if brackets == 0, token.isWord || token.kind == .number {
        index = take(token, at: index, of: tokens)
      }
      index += 1
    }
    endPiece(.none)
    tellFamiliesInCapitals()
    splitRuns()
  }

  private mutating func take(_ token: Token, at index: Int, of tokens: ArraySlice<Token>) -> Int {
    if token.kind == .caseless, Self.othersWithoutCase.contains(String(decoding: bytes[token.range], as: UTF8.self)) {
      endPiece(.none)
      isTruncated = true
      return index
    }
    if startsFamilyBehindInitials(token) { endWord() }
    if let joint = gluedNames(token) {
      var first = token
      first.end = joint
      wordTokens.append(first)
      endWord()
      var second = token
      second.start = joint
      wordTokens.append(second)
      return index
    }
    guard wordTokens.isEmpty, token.length <= 12, token.isWord else {
      wordTokens.append(token)
      return index
    }
    let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
    let nextFollowsSpace = next?.followsSpace ?? true
    if token.kind == .lower || token.length <= 8 {
      let key = NameWords.key(of: bytes[token.range])
      let classes = NameWordClasses(key)
      if classes.contains(.conjunction) && (!classes.contains(.doubtful) || hasInitials),
        token.kind == .lower || token.kind == .upper && token.length > 1
      {
        var following = index + 1
        // «et. al.», «u. a.»
        while following < tokens.endIndex, bytes[tokens[following].start] == UInt8(ascii: ".") { following += 1 }
        if following < tokens.endIndex, tokens[following].isWord {
          let other = NameWords.key(of: bytes[tokens[following].range])
          if NameWordClasses(other).contains(.others) || (key == "u" && other == "a") {
            endPiece(.none)
            isTruncated = true
            return following
          }
        }
        if nextFollowsSpace || key == "u" {
          endPiece(.conjunction)
          return key == "u" ? max(index, following - 1) : index
        }
      }
      // «Hg» is an editor, «HG» are initials.
      if classes.contains(.role) && token.kind != .upper
        || (key == "al" && token.kind == .lower && current.words.isEmpty)
      {
        if key != "al" || nextFollowsSpace || bytes[tokens[index].end..<min(bytes.count, token.end + 1)].first == 46 {
          return index
        }
      }
    }
    wordTokens.append(token)
    return index
  }

  /// Whether initials stand before.
  private var hasInitials: Bool { current.hasInitials || pieces.contains(where: \.hasInitials) }

  /// «et al.» in Chinese, Japanese and Korean.
  private static let othersWithoutCase: Set<String> = ["等", "等人", "ほか", "他", "외"]

  /// «N.P.Menezes»: a word behind initials that no blank parts from it.
  private func startsFamilyBehindInitials(_ token: Token) -> Bool {
    guard token.kind == .capitalized, token.length > 2, let last = wordTokens.last,
      bytes[last.start] == UInt8(ascii: ".")
    else { return false }
    return wordTokens.allSatisfy { $0.kind == .mark || $0.kind == .upper && $0.length == 1 }
  }

  /// «AndreasKnie»: where the second of two names starts that lost the blank between them; nil for «MacGregor».
  private func gluedNames(_ token: Token) -> Int? {
    guard token.kind == .capitalized, token.length > 6, wordTokens.isEmpty else { return nil }
    guard let joint = token.range.dropFirst(4).first(where: { bytes[$0] &- 65 < 26 && bytes[$0 - 1] &- 97 < 26 }),
      token.end - joint > 2, bytes[(joint + 1)..<token.end].allSatisfy({ $0 &- 65 >= 26 })
    else { return nil }
    return NameWordClasses(NameWords.key(of: bytes[token.start..<joint])).contains(.prefix) ? nil : joint
  }

  private mutating func endWord() {
    defer { wordTokens.removeAll(keepingCapacity: true) }
    // A full stop or hyphen alone is no word.
    guard let first = wordTokens.first(where: { $0.isWord || $0.kind == .number }), let last = wordTokens.last else {
      return
    }
    var letters = 0
    var longest = 0
    var isAllUpper = true
    var isLower = true
    var hasStop = false
    for token in wordTokens {
      if token.kind == .mark {
        if bytes[token.start] == UInt8(ascii: ".") { hasStop = true }
        continue
      }
      letters += Int(token.length)
      longest = max(longest, Int(token.length))
      if token.kind != .upper { isAllUpper = false }
    }
    if first.kind != .lower { isLower = false }
    let key = key(of: wordTokens)
    let classes = NameWordClasses(key)
    let isSuffix = isSuffix(key, classes)
    let isInitials =
      (isAllUpper && (hasStop ? longest <= 3 : letters <= 4) && !isSuffix)
      || (hasStop && letters <= 2 && longest <= 2 && first.startsUpper && !isSuffix)
      // «Anjos DMd», from «Daniel Marchi dos».
      || (first.kind == .mixed && letters <= 4 && wordTokens.count == 1 && !current.words.isEmpty)
    current.words.append(
      NamePiece.Word(
        range: first.start..<last.end, key: key, classes: classes, isInitials: isInitials, hasStop: hasStop,
        isLower: isLower,
        isAllUpper: isAllUpper, startsUpper: first.startsUpper, letters: letters))
  }

  /// The letters of a word without its marks, in lower case.
  private func key(of word: [Token]) -> String {
    if word.count == 1 { return NameWords.key(of: bytes[word[0].range]) }
    var letters: [UInt8] = []
    for token in word where token.kind != .mark { letters += bytes[token.range] }
    return NameWords.key(of: letters)
  }

  /// «SR» behind a family name are initials, behind initials a suffix; «III» is always one.
  private func isSuffix(_ key: String, _ classes: NameWordClasses) -> Bool {
    guard classes.contains(.suffix) else { return false }
    return key == "ii" || key == "iii" || key == "iv" || current.words.contains(where: \.isInitials)
  }

  private mutating func endPiece(_ next: NamePiece.Separator) {
    endWord()
    if current.words.isEmpty {
      // «, and» is one separator, the stronger of the two.
      if next == .conjunction || next == .strong { current.separator = next }
    } else {
      current.settleInitials(isBeforeComma: next == .comma)
      pieces.append(current)
      current = NamePiece(separator: next)
    }
  }
}
