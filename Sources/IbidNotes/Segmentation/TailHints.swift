import IbidModel
import IbidText

/// What hardly occurs outside references: years with volumes and pages, identifiers, places with publishers.
struct TailHints {
  enum Strength { case strong, medium, weak }
  typealias Tail = (end: Int, strength: Strength)

  let bytes: [UInt8]
  let tokens: [Token]
  /// Where plain addresses start: prose has them too.
  let addresses: Set<Int>

  func byte(_ index: Int) -> UInt8 {
    index >= 0 && index < tokens.count && tokens[index].kind == .mark ? bytes[tokens[index].start] : 0
  }

  private func word(_ index: Int) -> PackedWord? {
    index < tokens.count && tokens[index].isWord ? PackedWord(tokens[index], bytes) : nil
  }

  /// Whether a sentence ends at a token's place: at the text's end, or at a stop before a blank.
  func endsSentence(_ index: Int) -> Bool {
    index >= tokens.count || tokens[index].kind == .identifier
      || ([46, 59, 63, 33].contains(byte(index)) && (index + 1 >= tokens.count || tokens[index + 1].followsSpace))
  }

  /// The hint that starts at a token.
  func tail(at index: Int) -> Tail? {
    let token = tokens[index]
    switch token.kind {
    case .identifier: return (index + 1, addresses.contains(token.start) ? .medium : .strong)
    case .number: return TokenShape.isYear(token, bytes) ? dated(index) : volume(index)
    case .mark:
      // «(2012)», «(2012, May)»
      if byte(index) == 40, index + 2 < tokens.count, TokenShape.isYear(tokens[index + 1], bytes) {
        var end = index + 2
        while end < min(tokens.count, index + 8), byte(end) != 41 { end += 1 }
        return byte(end) == 41 ? (end + 1, .weak) : nil
      }
      return nil
    default:
      switch word(index) {
      case "pp", "pages", "pag":
        return pages(skippingStops(index + 1)).map { ($0, .medium) }
      case "p", "s":
        // «p. 12», «S. 12-14», but not «p53».
        let number = skippingStops(index + 1)
        guard token.kind == .lower || number > index + 1, number < tokens.count,
          tokens[number].followsSpace || number > index + 1
        else { return nil }
        return pages(number, requiresRange: byte(index - 1) != 44).map { ($0, .medium) }
      default: return nil
      }
    }
  }

  private func skippingStops(_ index: Int) -> Int { byte(index) == 46 ? index + 1 : index }

  /// `2017 Jul;51(13):986–988`, `2022:1–16`, `2019.`
  private func dated(_ index: Int) -> Tail? {
    var end = index + 1
    // «2012a», months and days.
    while end < tokens.count, end - index < 6,
      tokens[end].isWord && (isMonth(end) || tokens[end].length == 1 && !tokens[end].followsSpace)
        || tokens[end].kind == .number && end > index + 1 && tokens[end].length <= 2
        || (byte(end) == 45 && end > index + 1)
    {
      end += 1
    }
    let preceding = byte(index - 1)
    if byte(end) == 59 || byte(end) == 58 {
      if byte(end) == 59, let numbers = volumeAndPages(end + 1) { return (numbers, .strong) }
      if byte(end) == 58, let pages = pages(end + 1) { return (pages, .strong) }
    }
    guard [46, 44, 59, 63].contains(preceding) || preceding == 40 || index == 0 || precededByName(index) else {
      return nil
    }
    if byte(end) == 41, preceding == 40 { end += 1 }
    return (end, preceding == 46 || preceding == 59 ? .medium : .weak)
  }

  private func precededByName(_ index: Int) -> Bool { index > 0 && tokens[index - 1].startsUpper }

  /// `163 (4) 643–657`, `58: 233–267`, `36(3), 799-837`.
  private func volume(_ index: Int) -> Tail? {
    guard tokens[index].length <= 4, index > 0, tokens[index].followsSpace || byte(index - 1) != 0,
      let end = volumeAndPages(index, requiresRange: true), end > index + 2
    else { return nil }
    return (end, .strong)
  }

  /// Volume, issue in brackets, and pages; the volume may stand alone.
  private func volumeAndPages(_ start: Int, requiresRange: Bool = false) -> Int? {
    var index = start
    guard index < tokens.count else { return nil }
    // «Suppl 1», «Pt 2»
    if tokens[index].isWord, tokens[index].length <= 5, index + 1 < tokens.count, tokens[index + 1].kind == .number {
      index += 1
    }
    guard tokens[index].kind == .number, tokens[index].length <= 5 else { return nil }
    index += 1
    if index + 1 < tokens.count, tokens[index].isWord, word(index) == "suppl" {
      index += tokens[index + 1].kind == .number ? 2 : 1
    }
    if byte(index) == 40 {
      var end = index + 1
      while end < min(tokens.count, index + 10), byte(end) != 41 { end += 1 }
      guard byte(end) == 41, index + 1 < end else { return nil }
      // «51(13):e42» needs no range; «10 (4 of them)» is no volume.
      if byte(end + 1) == 58, tokens[index + 1].kind == .number, let pages = pages(end + 2) { return pages }
      index = end + 1
    }
    // Without a date before it «4:1» is a ratio.
    if byte(index) == 58 || byte(index) == 44 {
      return pages(index + 1, requiresRange: requiresRange) ?? (requiresRange ? nil : index)
    }
    return pages(index, requiresRange: true) ?? (requiresRange ? nil : index)
  }

  /// `986–988`, `e0270221`, `S12`, `611`.
  private func pages(_ start: Int, requiresRange: Bool = false) -> Int? {
    var index = start
    if index < tokens.count, tokens[index].isWord, tokens[index].length <= 5, index + 1 < tokens.count,
      tokens[index + 1].kind == .number, !tokens[index + 1].followsSpace
    {
      index += 1
    } else if byte(index) == 0, index < tokens.count, tokens[index].isWord,
      word(index) == "pp" || word(index) == "p" || word(index) == "s"
    {
      index = skippingStops(index + 1)
    }
    guard index < tokens.count, tokens[index].kind == .number else { return nil }
    index += 1
    let dash = index
    while index < tokens.count, isDash(index) { index += 1 }
    if index > dash, index < tokens.count {
      if tokens[index].isWord, tokens[index].length <= 3, index + 1 < tokens.count, tokens[index + 1].kind == .number {
        index += 1
      }
      if tokens[index].kind == .number { return index + 1 }
    }
    return requiresRange ? nil : dash
  }

  private func isDash(_ index: Int) -> Bool {
    guard tokens[index].kind == .mark else { return false }
    let mark = bytes[tokens[index].range]
    if mark.first == 45 { return true }
    guard mark.count == 3, mark.first == 0xE2 else { return false }
    let last = Array(mark)
    return last[1] == 0x80 && (0x90...0x95).contains(last[2]) || last[1] == 0x88 && last[2] == 0x92
  }

  private func isMonth(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.length >= 3, token.length <= 10 else { return false }
    let word = String(decoding: bytes[token.range], as: UTF8.self).lowercased()
    return Month.number(inAnyLanguage: word) != nil || Month.season(of: word) != nil
  }

  /// Whether a mark that parts fields, or the text's end, stands at a place.
  func bounds(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return true }
    return [46, 44, 58, 59, 40, 41, 91, 93].contains(byte(index)) || tokens[index].kind == .identifier
  }

  /// Whether «City: Publisher» starts at a word, or a word names a publisher.
  func namesPublisher(_ index: Int) -> Bool {
    guard tokens[index].startsUpper else { return false }
    if TokenShape.shape(of: tokens[index], bytes) == 52 { return true }
    guard byte(index + 1) == 58, index + 2 < tokens.count, tokens[index + 2].startsUpper, index > 0 else {
      return false
    }
    var start = index
    while start > 0, tokens[start - 1].startsUpper { start -= 1 }
    return start == 0 || byte(start - 1) == 46 || byte(start - 1) == 40 || byte(start - 1) == 44
  }

  /// Where the chain of hints ends that `end` is behind a first part of: identifiers, signs and stops belong to it.
  func chainEnd(from end: Int) -> Int {
    var end = end
    var index = end
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .identifier {
        index += 1
        end = index
      } else if token.kind == .mark {
        let isSign = SiteNumbers.isSign(bytes[token.range])
        if byte(index) == 59 || !isSign && ![44, 46, 58, 93, 41, 40, 91].contains(byte(index)) { break }
        if byte(index) == 40 || byte(index) == 91 {
          guard let next = tail(at: index) ?? (index + 1 < tokens.count ? tail(at: index + 1) : nil) else { break }
          index = max(next.end, index + 1)
          end = index
          continue
        }
        index += 1
        if isSign || byte(index - 1) == 46 || byte(index - 1) == 41 && end == index - 1 { end = index }
      } else if let skip = introduction(index) {
        index = skip
      } else if end == index || byte(index - 1) == 44 || byte(index - 1) == 58, let next = tail(at: index),
        next.strength != .weak
      {
        index = next.end
        end = index
      } else {
        break
      }
    }
    return end
  }

  /// The token behind words that introduce an address or an identifier: «Available from:».
  private func introduction(_ index: Int) -> Int? {
    guard tokens[index].isWord else { return nil }
    var next = index
    while next < min(tokens.count, index + 7), tokens[next].kind != .identifier { next += 1 }
    guard next < tokens.count, tokens[next].kind == .identifier, next - index <= 5,
      !tokens[index..<next].contains(where: { $0.kind == .number })
    else { return nil }
    switch PackedWord(tokens[index], bytes) {
    case "availabl", "doi", "pmid", "url", "pubmed", "disponiv", "accessed", "retrieve", "from", "verfugba", "online",
      "full":
      return next
    default:
      let text = String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased()
      let isKnown = ["available", "retrieved", "disponível", "disponible", "verfügbar", "abrufbar"].contains(text)
      return isKnown ? next : nil
    }
  }

  /// Whether another reference's names start at a line's start.
  func startsNewReference(_ index: Int, isStart: Bool) -> Bool {
    guard isStart, index > 0, let head = NameHead.head(bytes, tokens, at: index, isStart: .start) else { return false }
    return head.strength == .strong
  }

  /// Whether a word is one of prose and hardly of titles.
  func isProse(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .lower || token.kind == .upper && token.length == 1, token.length <= 5 else { return false }
    switch PackedWord(token, bytes) {
    case "is", "are", "was", "were", "that", "we", "you", "it", "this", "these", "have", "has", "had", "not", "would",
      "could", "but", "they", "he", "she", "which", "who", "our", "my", "i've", "it's", "been", "be", "also", "so",
      "if", "than", "there", "their", "i", "very", "just":
      return true
    default: return false
    }
  }
}
