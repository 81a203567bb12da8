import IbidModel
import IbidText

/// What a token looks like, as a number below 64: its make, and for some marks and words themselves.
enum TokenShape {
  static let boundary: UInt8 = 0
  static let comma: UInt8 = 2
  static let stop: UInt8 = 1
  static let semicolon: UInt8 = 3
  static let colon: UInt8 = 4
  static let openRound: UInt8 = 5
  static let closeRound: UInt8 = 6
  static let openSquare: UInt8 = 7
  static let closeSquare: UInt8 = 8
  static let slash: UInt8 = 9
  static let ampersand: UInt8 = 10
  static let dash: UInt8 = 11
  static let openQuote: UInt8 = 12
  static let closeQuote: UInt8 = 13
  static let quote: UInt8 = 14
  static let question: UInt8 = 15
  static let otherMark: UInt8 = 16
  static let year: UInt8 = 18
  static let identifier: UInt8 = 24
  static let address: UInt8 = 25
  static let initial: UInt8 = 30
  static let fewCapitals: UInt8 = 31
  /// «ed», «Hrsg», «org»
  static let role: UInt8 = 40
  /// «p», «pp», «pages»
  static let pageWord: UInt8 = 44
  /// «S» before German pages.
  static let pageLetter: UInt8 = 43

  static func shape(of token: Token, _ bytes: [UInt8]) -> UInt8 {
    switch token.kind {
    case .mark: return mark(bytes, token)
    case .number:
      if isYear(token, bytes) { return year }
      return 18 + min(5, token.length)
    case .identifier: return identifier
    case .lower:
      if let known = knownWord(token, bytes) { return known }
      return token.length <= 3 ? 27 : 26
    case .capitalized:
      if let known = knownWord(token, bytes) { return known }
      return token.length <= 4 ? 29 : 28
    case .upper:
      if let known = knownWord(token, bytes) { return known }
      return token.length == 1 ? initial : token.length <= 3 ? fewCapitals : 32
    case .mixed: return 33
    case .caseless: return 34
    }
  }

  /// Whether a token is a year of printing.
  static func isYear(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.kind == .number, token.end - token.start == 4 else { return false }
    let first = bytes[token.start]
    let second = bytes[token.start + 1]
    return first == 49 ? second >= 53 : first == 50 && second == 48
  }

  private static func mark(_ bytes: [UInt8], _ token: Token) -> UInt8 {
    switch bytes[token.start] {
    case 46: return stop
    case 44: return comma
    case 59: return semicolon
    case 58: return colon
    case 40: return openRound
    case 41: return closeRound
    case 91: return openSquare
    case 93: return closeSquare
    case 47: return slash
    case 38: return ampersand
    case 45: return dash
    case 34: return quote
    case 39: return quote
    case 63, 33: return question
    case 0xC2 where token.end - token.start == 2:
      switch bytes[token.start + 1] {
      case 0xAB: return openQuote
      case 0xBB: return closeQuote
      default: return otherMark
      }
    case 0xE2 where token.end - token.start == 3:
      let second = bytes[token.start + 1]
      let third = bytes[token.start + 2]
      if second == 0x88, third == 0x92 { return dash }
      guard second == 0x80 else { return otherMark }
      switch third {
      case 0x90...0x95: return dash
      case 0x98, 0x9A, 0x9C, 0x9E, 0xB9: return openQuote
      case 0x99, 0x9D, 0xBA: return closeQuote
      default: return otherMark
      }
    default: return otherMark
    }
  }

  private static func knownWord(_ token: Token, _ bytes: [UInt8]) -> UInt8? {
    guard token.end - token.start <= 8 else { return nil }
    let group = known[PackedWord(token, bytes)]
    switch group {
    case 0: return nil
    case 36, 39, 49: return token.kind == .lower ? group : nil
    case 37: return token.kind == .capitalized ? 37 : token.kind == .lower ? 38 : nil
    case 41, 42: return token.kind == .upper ? nil : group
    case 44: return token.kind == .upper && token.length == 1 ? 43 : 44
    case 46: return token.kind == .lower ? 46 : token.kind == .capitalized ? 47 : nil
    case 51: return token.kind == .upper ? nil : 51
    case 53: return token.kind == .capitalized ? 53 : nil
    default: return group
    }
  }

  /// Words that tell by themselves what stands around them, in the languages of reference lists.
  private static let known = PackedWords([
    36: "and und et y e",
    37: "in en em im dans",
    39: "al others",
    40: "ed eds editor editors hrsg hg hgg org orgs coord coords edited",
    41: "vol volume bd band jg v tome t vols",
    42: "no nr n num issue heft h numero iss number",
    44: "pp p pages page pag pags s seiten ss pgs",
    45: """
    jan feb mar apr may jun jul aug sep oct nov dec sept january february march april june july august november \
    december october mai juni juli okt dez set out ago abr ene dic fev januar februar oktober dezember
    """,
    46: "the of for on der die das do da von zur o a an los las el des la le del to with by from",
    48: "suppl pt part teil",
    49: "van de den di du dos ter ten",
    50: "jr sr ii iii iv filho neto",
    51: "edition edn aufl auflage edicao rev st nd rd th",
    52: "press verlag books editora univ wiley springer elsevier sage",
    53: "london paris new berlin oxford madrid chicago boston york rio lisboa munchen",
    54: "accessed acesso retrieve zugriff stand cited access",
    55: "phd thesis tese diss tesis",
  ])
}
