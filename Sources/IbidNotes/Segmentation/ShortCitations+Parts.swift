import IbidModel
import IbidText

/// What short citations are made of: names, titles, locators, numbers of notes.
extension ShortCitations {
  func named(_ form: TerseCitation.Form, _ statement: Range<Int>, nameEnd: Int, locator: String) -> Found? {
    let comma = (statement.lowerBound..<nameEnd).first { mark($0) == 44 } ?? nameEnd
    let names = names(statement.lowerBound..<comma)
    // Prose before it: «as was said in note 4 above».
    guard names.isEmpty ? nameEnd == statement.lowerBound : nameEnd - statement.lowerBound <= 24 else { return nil }
    var found = found(form, statement, locator: locator)
    found.names = names
    let title = words(comma..<nameEnd)
    if !title.isEmpty, !isAnd(comma + 1), title.utf8.contains(where: { $0.isASCIILetter }) { found.title = title }
    if form == .shortened, names.isEmpty { found.form = .ibid }
    return found
  }

  func found(_ form: TerseCitation.Form, _ statement: Range<Int>, locator: String) -> Found {
    Found(
      form: form, locator: locator.isEmpty ? nil : locator,
      range: tokens[statement.lowerBound].start..<tokens[statement.upperBound - 1].end)
  }

  /// The names in a stretch, which «and», «&» and commas part; none where it holds words that names do not have.
  func names(_ range: Range<Int>) -> [String] {
    var names: [String] = []
    var start = range.lowerBound
    func close(_ end: Int) {
      if start < end { names.append(NoteText.collapsed(bytes, tokens[start].start..<tokens[end - 1].end)) }
    }
    for index in range {
      if folded(index) == "et", folded(index + 1) == "al" || folded(index + 1) == "coll" {
        close(index)
        return names.filter(Self.hasLetters)
      }
      if mark(index) == 44 || isAnd(index) || mark(index) == 40 || isQuote(index) {
        close(index)
        start = index + 1
      } else if tokens[index].kind == .lower, !Self.particles.contains(folded(index)) {
        return []
      } else if mark(index) == 46, index > start, index + 1 < range.upperBound, tokens[index - 1].length > 2 {
        // «Roe J. Ice. Pain»: stops stand behind initials alone.
        return []
      }
    }
    close(range.upperBound)
    return names.filter(Self.hasLetters)
  }

  func isAnd(_ index: Int) -> Bool {
    mark(index) == UInt8(ascii: "&") || ["and", "und", "et", "y", "e"].contains(folded(index))
  }

  private static func hasLetters(_ text: String) -> Bool { text.utf8.contains { $0.isASCIILetter || $0 >= 0x80 } }

  /// What stands from a place on, where that is a locator or nothing; nil where it is anything else.
  func locator(from index: Int, to end: Int) -> String? {
    var start = index
    while start < end, tokens[start].kind == .mark { start += 1 }
    guard start < end else { return "" }
    for index in start..<end {
      let token = tokens[index]
      let isFine =
        token.kind == .number || token.kind == .mark && mark(index) != UInt8(ascii: "?")
        || Self.locatorWords.contains(folded(index)) || token.isWord && token.length <= 5 && isRoman(token)
      if !isFine { return nil }
    }
    guard tokens[start..<end].contains(where: { $0.kind == .number || $0.isWord && isRoman($0) }) else { return nil }
    return NoteText.collapsed(bytes, tokens[start].start..<tokens[end - 1].end)
  }

  /// Where the locator at the end of a statement begins, at the mark before it; nil where it ends with none.
  func locatorStart(_ statement: Range<Int>) -> Int? {
    var index = statement.upperBound
    while index > statement.lowerBound, locator(from: index - 1, to: statement.upperBound) != nil { index -= 1 }
    while index < statement.upperBound, mark(index) != 44, !isQuote(index), mark(index) != 40 { index += 1 }
    guard index < statement.upperBound, index > statement.lowerBound,
      let locator = locator(from: index, to: statement.upperBound), !locator.isEmpty
    else { return nil }
    return index
  }

  /// The number of a note that is pointed at: «note 4», «(n 4)», «Anm. 4», «Fn. 4».
  func noteNumber(_ index: Int, to end: Int) -> (label: String, end: Int)? {
    var next = index
    if ["supra", "wie", "oben", "above"].contains(folded(next)) {
      next += 1
      if mark(next) == 44 { next += 1 }
    }
    if mark(next) == 40 { next += 1 }
    guard ["note", "n", "nn", "fn", "anm", "nota"].contains(folded(next)) else { return nil }
    next += 1
    if mark(next) == 46 { next += 1 }
    guard next < end, tokens[next].kind == .number, tokens[next].length <= 4 else { return nil }
    let label = String(decoding: bytes[tokens[next].range], as: UTF8.self)
    next += 1
    while next < end, mark(next) == 41 || ["above", "supra", "oben"].contains(folded(next)) { next += 1 }
    return (label, next)
  }

  /// The end of «cit.» behind «op.».
  func citEnd(_ index: Int) -> Int? {
    var next = index + 1
    if mark(next) == 46 { next += 1 }
    guard ["cit", "citato", "citado", "cite"].contains(folded(next)) else { return nil }
    next += 1
    return mark(next) == 46 ? next + 1 : next
  }

  /// «a. a. O.»
  func isSamePlace(_ index: Int) -> Bool {
    folded(index) == "a" && mark(index + 1) == 46 && folded(index + 2) == "a" && mark(index + 3) == 46
      && folded(index + 4) == "o"
  }

  func words(_ range: Range<Int>) -> String {
    let kept = range.drop { tokens[$0].kind == .mark }
    guard let first = kept.first else { return "" }
    var end = range.upperBound
    while end > first, tokens[end - 1].kind == .mark { end -= 1 }
    return NoteText.collapsed(bytes, tokens[first].start..<tokens[end - 1].end) { $0 != UInt8(ascii: "*") }
  }

  func mark(_ index: Int) -> UInt8 {
    index >= 0 && index < tokens.count && tokens[index].kind == .mark ? bytes[tokens[index].start] : 0
  }

  func isQuote(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    switch TokenShape.shape(of: tokens[index], bytes) {
    case TokenShape.openQuote, TokenShape.closeQuote, TokenShape.quote: return true
    default: return false
    }
  }

  func folded(_ index: Int) -> String {
    guard index >= 0, index < tokens.count, tokens[index].isWord, tokens[index].length <= 12 else { return "" }
    return SearchKey.folded(String(decoding: bytes[tokens[index].range], as: UTF8.self))
  }

  func isRoman(_ token: Token) -> Bool {
    bytes[token.range].allSatisfy { "ivxlc".utf8.contains($0) }
  }

  static let pageWords: Set<String> = ["p", "pp", "page", "pages", "s", "ss", "seite", "pag", "pags"]
  static let leads: Set<String> = ["vease", "veja", "egalement", "tambem", "tambien", "dazu", "hierzu", "auch"]
  static let ibidWords: Set<String> = [
    "ibid", "ibidem", "ib", "id", "idem", "ebd", "ebenda", "ebda", "ivi", "ibidum",
  ]
  static let workWords: Set<String> = ["op", "opus", "loc", "art", "ob", "opere", "obra"]
  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "da", "del", "di", "dos", "la", "ten",
    "du", "of", "for", "on",
  ]
  private static let locatorWords: Set<String> = [
    "p", "pp", "page", "pages", "s", "ss", "seite", "seiten", "pag", "pags", "at", "and", "und", "et", "y", "e", "n",
    "note", "f", "ff", "chap", "chapter", "ch", "cap", "kap", "sec", "section", "vol", "bd", "fig", "table", "tab",
    "para", "paras", "passim", "col", "cols", "fol", "line", "lines", "no", "esp", "here", "hier", "bis", "to", "sq",
    "sqq",
  ]
}
