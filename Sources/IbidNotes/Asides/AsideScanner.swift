import IbidModel
import IbidText

/// Finds the asides of a reference by their fixed words and signs.
struct AsideScanner {
  let bytes: [UInt8]
  let tokens: [Token]
  private(set) var asides: [Aside] = []

  /// What was found among tokens, an aside's tokens in order.
  struct Found {
    var meaning: Aside.Meaning
    var tokens: Range<Int>
  }

  init(_ bytes: [UInt8], _ tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    var index = 0
    var end = 0
    while index < tokens.count {
      guard let found = found(at: index), found.tokens.lowerBound >= end else {
        index += 1
        continue
      }
      asides.append(
        Aside(
          meaning: found.meaning,
          range: tokens[found.tokens.lowerBound].start..<tokens[found.tokens.upperBound - 1].end))
      end = found.tokens.upperBound
      index = end
    }
  }

  private func found(at index: Int) -> Found? {
    let token = tokens[index]
    switch token.kind {
    case .mark:
      switch bytes[token.start] {
      case UInt8(ascii: "["): return squareBracket(at: index)
      case UInt8(ascii: "("): return roundBracket(at: index)
      default: return nil
      }
    case .number, .identifier: return nil
    default: break
    }
    switch Self.starters[bytes[token.range]] {
    case 1: return access(at: index, isSure: true)
    case 2: return access(at: index, isSure: false)
    case 3: return onlineDate(at: index)
    case 4: return license(at: index)
    case 5: return people(at: index, .translator)
    case 6: return people(at: index, .director)
    case 7: return patent(at: index)
    case 8: return inventors(at: index)
    case 9: return packageVersion(at: index)
    default: return token.kind == .caseless ? accessBefore(index) : nil
    }
  }

  private static let starters = HashedWords([
    1: AccessWords.sure, 2: AccessWords.unsure, 3: "epub published advance",
    4: "licence license lizenz licença licencia licenza licentie cc",
    5: """
    translated transl trans übersetzt übers traduit traducido traduzido trad tradução traducción vertaald tradotto
    """, 6: "directed",
    7: "patent patents patentschrift brevet patente offenlegungsschrift", 8: "inventor inventors erfinder",
    9: "package",
  ])

  // MARK: Reading tokens

  /// The first byte of a mark; 0 for another token.
  func mark(_ index: Int) -> UInt8 {
    tokens.indices.contains(index) && tokens[index].kind == .mark ? bytes[tokens[index].start] : 0
  }

  /// A word in lower case; empty for another token.
  func word(_ index: Int) -> String {
    guard tokens.indices.contains(index), tokens[index].isWord else { return "" }
    return String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased()
  }

  func isNumber(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .number }

  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(decoding: bytes[tokens[first].start..<tokens[last].end], as: UTF8.self).trimmedASCII
  }

  /// The token of the bracket that closes the one at `index`, no more than `reach` tokens behind it.
  func closing(_ index: Int, reach: Int) -> Int? {
    let close: UInt8 = mark(index) == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
    for end in (index + 1)..<max(index + 1, min(tokens.count, index + reach + 1)) {
      if mark(end) == close { return end }
      if mark(end) == mark(index) { return nil }
    }
    return nil
  }

  // MARK: Brackets

  private func squareBracket(at index: Int) -> Found? {
    guard let close = closing(index, reach: 8), close > index + 1 else { return nil }
    let inner = (index + 1)..<close
    if index > 1, let type = sign(inner) { return Found(meaning: .type(type, genre: nil), tokens: index..<(close + 1)) }
    // «[2021-02-03]» behind the date of issue.
    if index > 1, inner.count >= 5, isNumber(inner.lowerBound), isNumber(close - 1), !isNumber(index - 1),
      let (date, end) = DayReader(bytes: bytes, tokens: tokens).day(at: inner.lowerBound), end == close,
      date.start?.day != nil
    {
      return Found(meaning: .accessed(date), tokens: index..<(close + 1))
    }
    guard index > 0, let meaning = BracketedWords.meaning(of: text(inner).lowercased()) else { return nil }
    return Found(meaning: meaning, tokens: index..<(close + 1))
  }

  /// «M», «EB/OL»
  private func sign(_ inner: Range<Int>) -> ItemType? {
    let first = inner.lowerBound
    guard tokens[first].kind == .upper, tokens[first].length <= 2,
      inner.count == 1 || inner.count == 3 && mark(first + 1) == UInt8(ascii: "/") && tokens[first + 2].kind == .upper
    else { return nil }
    // «[J] Smith» at a start is no sign, nor is «Smith [A] and».
    let next = inner.upperBound + 1
    guard next >= tokens.count || tokens[next].kind == .mark || tokens[next].kind == .identifier else { return nil }
    return BracketedWords.type(ofSign: String(decoding: bytes[tokens[first].range], as: UTF8.self))
  }

  private func roundBracket(at index: Int) -> Found? {
    guard index > 0, tokens.indices.contains(index + 1), tokens[index + 1].isWord,
      let close = closing(index, reach: 18)
    else { return nil }
    let inner = (index + 1)..<close
    let first = word(index + 1)
    if ["version", "v", "versión", "versão", "ver", "vers"].contains(first), let version = version(in: inner),
      !hasVolume(behind: close)
    {
      return Found(meaning: .version(version), tokens: index..<(close + 1))
    }
    if let role = Self.roles[text(inner).lowercased()] {
      return Found(meaning: .role(role.0, role.1), tokens: index..<(close + 1))
    }
    // «(A. B. Smith, Trans.)»
    let last = mark(close - 1) == UInt8(ascii: ".") ? close - 2 : close - 1
    if inner.contains(last), last > inner.lowerBound + 1, mark(last - 1) == UInt8(ascii: ","),
      ["trans", "translator", "translators", "übers", "trad", "transl"].contains(word(last))
    {
      let names = NameList(bytes, tokens[inner.lowerBound..<(last - 1)]).names
      if !names.isEmpty { return Found(meaning: .names(.translator, names), tokens: index..<(close + 1)) }
    }
    guard inner.count <= 6, close + 1 == tokens.count || tokens[close + 1].kind == .mark,
      inner.count > 1 || ["preprint", "film", "dvd", "dataset", "software", "podcast"].contains(first),
      case .type(let type, let genre) = BracketedWords.meaning(of: text(inner).lowercased())
    else { return nil }
    return Found(meaning: .type(type, genre: genre), tokens: index..<(close + 1))
  }

  private static let roles: [String: (Variable, ItemType)] = [
    "director": (.director, .motionPicture), "directors": (.director, .motionPicture),
    "writer & director": (.director, .motionPicture), "writer and director": (.director, .motionPicture),
    "producer & director": (.director, .motionPicture), "regie": (.director, .motionPicture),
    "regisseur": (.director, .motionPicture), "réalisateur": (.director, .motionPicture),
    "diretor": (.director, .motionPicture), "host": (.host, .broadcast), "hosts": (.host, .broadcast),
    "executive producer": (.executiveProducer, .broadcast), "executive producers": (.executiveProducer, .broadcast),
    "inventor": (.author, .patent), "inventors": (.author, .patent),
  ]

  /// «45(2)», «45:228»: a journal's article may speak of a version.
  private func hasVolume(behind index: Int) -> Bool {
    guard mark(index + 1) != UInt8(ascii: "[") else { return false }
    // «Guide to it (Version 4.0): a package»: the title goes on.
    if mark(index + 1) == UInt8(ascii: ":") { return true }
    return (index..<tokens.count).contains { isNumber($0) && [40, 58].contains(mark($0 + 1)) && isNumber($0 + 2) }
  }

  // MARK: Versions

  /// «Version 4.3.1»
  private func version(in inner: Range<Int>) -> String? {
    var start = inner.lowerBound + 1
    if mark(start) == UInt8(ascii: ".") { start += 1 }
    guard start < inner.upperBound, isNumber(start), inner.upperBound - start <= 7,
      !tokens[(start + 1)..<inner.upperBound].contains(where: { $0.isWord && $0.length > 5 })
    else { return nil }
    return text(start..<inner.upperBound)
  }

  /// «R package version 3.1-152»
  private func packageVersion(at index: Int) -> Found? {
    guard word(index + 1) == "version", isNumber(index + 2), index > 0, tokens[index - 1].isWord else { return nil }
    var end = index + 3
    while end + 1 < tokens.count, [45, 46].contains(mark(end)), isNumber(end + 1), !tokens[end + 1].followsSpace {
      end += 2
    }
    return Found(meaning: .version(text((index + 2)..<end)), tokens: (index - 1)..<end)
  }

  // MARK: Licences

  /// «Licence: CC BY-NC-SA 3.0 IGO»
  private func license(at index: Int) -> Found? {
    var place = index
    if word(index) != "cc" {
      place += 1
      while place < index + 3, tokens.indices.contains(place), mark(place) == UInt8(ascii: ":") { place += 1 }
      if word(place) == "creative", word(place + 1) == "commons" { place += 2 }
    }
    let hasCommons = place > index + 1 && word(place - 1) == "commons"
    guard word(place) == "cc" && ["by", "0"].contains(word(place + 1)) || hasCommons else { return nil }
    var end = place + 1
    while end < tokens.count {
      let isPart =
        ["by", "nc", "sa", "nd", "igo", "attribution", "international"].contains(word(end)) || isNumber(end)
        || mark(end) == 45 || mark(end) == 46 && isNumber(end + 1) && !tokens[end + 1].followsSpace
      guard isPart, !isNumber(end) || tokens[end].length == 1 else { break }
      end += 1
    }
    return Found(meaning: .nothing, tokens: index..<end)
  }
}
