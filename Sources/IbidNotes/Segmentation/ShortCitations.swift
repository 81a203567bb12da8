import IbidModel
import IbidText

/// Finds citations that lean on an earlier one: «Ibid., p. 12», «Smith, op. cit., 45», «Smith, Placebo, 12»,
/// «Smith 2003, 41», «Smith, supra note 4, at 12».
///
/// Source: Chicago Manual of Style, 17th edition, 14.29–14.36; Bluebook, 21st edition, rule 4; OSCOLA, 4th edition, 1.2.
struct ShortCitations {
  /// One of them; offsets count in the text that was searched.
  struct Found {
    var form: TerseCitation.Form
    var names: [String] = []
    var year: Int?
    var title: String?
    var locator: String?
    var range: Range<Int>
  }

  let bytes: [UInt8]
  let tokens: [Token]

  /// The short citations in a stretch of UTF-8 bytes that holds no reference, in order.
  ///
  /// - Parameter quotes: the quotes in it, in order; those of more words than a short title has are no part of any.
  static func find(in bytes: [UInt8], _ range: Range<Int>, besides quotes: [Range<Int>]) -> [Found] {
    var found: [Found] = []
    var position = range.lowerBound
    for quote in quotes + [range.upperBound..<range.upperBound] {
      let isShort = Tokenizer.tokens(of: bytes, in: quote).count(where: \.isWord) <= longestTitle
      guard quote.isEmpty || !isShort, position <= quote.lowerBound else { continue }
      let scan = ShortCitations(bytes, in: position..<quote.lowerBound)
      found += scan.statements().compactMap(scan.anyCitation)
      position = quote.upperBound
    }
    return found
  }

  /// Whether a stretch as a whole is a short citation: a reference says more.
  static func isOne(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    // Each reference is asked: what is long is none.
    guard range.count <= longest * 12 else { return false }
    let scan = ShortCitations(bytes, in: range)
    let statements = scan.statements()
    guard statements.count == 1, let found = scan.citation(statements[0]) else { return false }
    guard found.form == .shortened else { return true }
    // «1983, 36, 517–526» and «12(3): 101–119» are volumes and pages.
    guard found.locator?.utf8.contains(where: { "(),;:".utf8.contains($0) }) != true else { return false }
    guard let title = found.title else { return true }
    guard let locator = found.locator, !found.names.isEmpty else { return false }
    let isYear = locator.utf8.count == 4 && locator.utf8.allSatisfy(\.isASCIIDigit)
    return !isYear && !title.utf8.contains { "(),:;.[]".utf8.contains($0) }
  }

  private init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    tokens = ReferenceText.withoutEmphasis(Tokenizer.tokens(of: bytes, in: range), bytes)
  }

  // MARK: Statements

  /// The stretches between semicolons and behind sentences, without the words that lead to a citation.
  private func statements() -> [Range<Int>] {
    var statements: [Range<Int>] = []
    var start = 0
    for index in 0...tokens.count where index == tokens.count || parts(index) {
      if index > start { statements.append(start..<index) }
      start = index + 1
    }
    return statements.map(withoutLead)
  }

  /// A semicolon, or the stop of a sentence that no abbreviation ends with.
  private func parts(_ index: Int) -> Bool {
    switch mark(index) {
    case UInt8(ascii: ";"): return true
    // «… p. 415, y Soto, Puertos, p. 70»
    case UInt8(ascii: ","):
      return isAnd(index + 1) && index > 0 && tokens[index - 1].kind == .number && index + 2 < tokens.count
        && tokens[index + 2].startsUpper
    case UInt8(ascii: "."):
      guard index + 1 < tokens.count, tokens[index + 1].followsSpace, tokens[index + 1].startsUpper, index > 0 else {
        return false
      }
      // «a. a. O.», «S. Weber», «op. cit. S. 12»
      return tokens[index - 1].kind == .number || tokens[index - 1].length > 3
    default: return false
    }
  }

  private func withoutLead(_ statement: Range<Int>) -> Range<Int> {
    var start = statement.lowerBound
    while start < statement.upperBound {
      if tokens[start].kind == .mark, mark(start) == 44 || mark(start) == 46 || mark(start) == 58 {
        start += 1
      } else if SegmentBoundaries.leads(bytes, tokens[start]) || Self.leads.contains(folded(start)) {
        start += 1
      } else {
        break
      }
    }
    var end = statement.upperBound
    while end > start, tokens[end - 1].kind == .mark, [44, 46, 58].contains(mark(end - 1)) { end -= 1 }
    return start..<end
  }

  // MARK: Forms

  /// The citation that a statement is, that its first clauses are, or that stands in brackets in it.
  private func anyCitation(_ statement: Range<Int>) -> Found? {
    if let whole = citation(statement) { return whole }
    // «For a sceptical view see Smith, Placebo, 12»
    if let see = statement.last(where: { Self.seeWords.contains(folded($0)) }), see > statement.lowerBound,
      let led = citation(withoutLead((see + 1)..<statement.upperBound))
    {
      return led
    }
    for comma in statement where mark(comma) == 44 && comma > statement.lowerBound && tokens[comma - 1].kind == .number
    {
      guard comma + 1 < statement.upperBound, tokens[comma + 1].kind == .lower else { continue }
      if let first = citation(statement.lowerBound..<comma) { return first }
    }
    for opening in statement where mark(opening) == UInt8(ascii: "(") {
      let reach = opening..<min(statement.upperBound, opening + Self.longest)
      guard let closing = reach.first(where: { mark($0) == UInt8(ascii: ")") }) else { continue }
      if let inner = citation(withoutLead((opening + 1)..<closing)), inner.title != nil || inner.form != .shortened {
        return inner
      }
    }
    return nil
  }

  private func citation(_ statement: Range<Int>) -> Found? {
    guard !statement.isEmpty, statement.count <= Self.longest else { return nil }
    return ibid(statement) ?? pointer(statement) ?? paged(statement) ?? shortened(statement) ?? dated(statement)
  }

  /// «Smith, p. 18», «Smith and Jones, S. 4»
  private func paged(_ statement: Range<Int>) -> Found? {
    guard let comma = statement.last(where: { mark($0) == 44 }), comma + 1 < statement.upperBound,
      Self.pageWords.contains(folded(comma + 1)), comma - statement.lowerBound <= 6
    else { return nil }
    let names = names(statement.lowerBound..<comma)
    guard !names.isEmpty, names.count <= 3,
      !(statement.lowerBound..<comma).contains(where: { tokens[$0].kind == .number }),
      !(statement.lowerBound..<comma).contains(where: isQuote),
      names.count == 1 || (statement.lowerBound..<comma).contains(where: isAnd),
      let locator = locator(from: comma, to: statement.upperBound), !locator.isEmpty
    else { return nil }
    var found = found(.shortened, statement, locator: locator)
    found.names = names
    return found
  }

  /// «Ibid.», «Id. at 12», «Ebd., S. 12», «a. a. O., S. 12».
  private func ibid(_ statement: Range<Int>) -> Found? {
    var index = statement.lowerBound
    if isSamePlace(index) {
      index += 5
    } else {
      guard Self.ibidWords.contains(folded(index)) else { return nil }
      // «Ibíd.» is one word; «Id.» is a name where one follows.
      if folded(index) == "id" || folded(index) == "idem", mark(index + 1) == 0, index + 1 < statement.upperBound,
        !["at", "p", "pp"].contains(folded(index + 1))
      {
        return nil
      }
      index += 1
    }
    guard let locator = locator(from: index, to: statement.upperBound) else { return nil }
    return found(.ibid, statement, locator: locator)
  }

  /// «Smith, op. cit., 45», «Smith, supra note 4, at 12», «Smith (n 4) 12», «note 4 above», «Smith, a. a. O., S. 12».
  private func pointer(_ statement: Range<Int>) -> Found? {
    for index in statement {
      if Self.workWords.contains(folded(index)), let end = citEnd(index),
        let locator = locator(from: end, to: statement.upperBound)
      {
        return named(.shortened, statement, nameEnd: index, locator: locator)
      }
      if isSamePlace(index), index > statement.lowerBound,
        let locator = locator(from: index + 5, to: statement.upperBound)
      {
        return named(.shortened, statement, nameEnd: index, locator: locator)
      }
      if let (label, end) = noteNumber(index, to: statement.upperBound),
        let locator = locator(from: end, to: statement.upperBound)
      {
        return named(.note(label), statement, nameEnd: index, locator: locator)
      }
    }
    return nil
  }

  /// «Smith, Placebo, 12», «Smith and Jones, “Placebo,” 12–14», «Smith: Placebo, S. 12»: a locator makes it a citation.
  private func shortened(_ statement: Range<Int>) -> Found? {
    guard let start = locatorStart(statement), tokens[statement.lowerBound].startsUpper || isQuote(statement.lowerBound)
    else { return nil }
    let isTitleAlone = isQuote(statement.lowerBound)
    var comma = statement.lowerBound
    if !isTitleAlone {
      while comma < start, mark(comma) != 44, mark(comma) != 58, !isQuote(comma) { comma += 1 }
      guard comma < start, comma - statement.lowerBound <= 12 else { return nil }
    }
    // A title that stands alone is all that stands before the locator.
    if isTitleAlone, (comma + 1..<start).contains(where: { isQuote($0) && $0 + 2 < start }) { return nil }
    let title = words(comma..<start)
    guard !title.isEmpty, !title.utf8.allSatisfy({ !$0.isASCIILetter && $0 < 0x80 }) else { return nil }
    guard let locator = locator(from: start, to: statement.upperBound) else { return nil }
    var found = found(.shortened, statement, locator: locator)
    found.names = isTitleAlone ? [] : names(statement.lowerBound..<comma)
    guard isTitleAlone || !found.names.isEmpty,
      !found.names.contains(where: { Self.ibidWords.contains(SearchKey.folded($0)) })
    else { return nil }
    found.title = title
    return found
  }

  /// «Smith 2003, 41», «Smith and Jones (2003), p. 41».
  private func dated(_ statement: Range<Int>) -> Found? {
    guard let place = statement.first(where: { TokenShape.isYear(tokens[$0], bytes) }),
      tokens[statement.lowerBound].startsUpper, place - statement.lowerBound <= 12
    else { return nil }
    var nameEnd = place
    var end = place + 1
    if mark(place - 1) == 40 || mark(place - 1) == 91 {
      nameEnd -= 1
      guard mark(end) == 41 || mark(end) == 93 else { return nil }
      end += 1
    } else if end < statement.upperBound, tokens[end].isWord, tokens[end].length == 1, !tokens[end].followsSpace {
      end += 1
    }
    // «Smith, Placebo (Norton 1999)»: the year stands behind the names, or in brackets of its own.
    guard !(statement.lowerBound..<nameEnd).contains(where: { mark($0) == 40 }) else { return nil }
    let names = names(statement.lowerBound..<nameEnd)
    // «Letter to her sister, May 1920» is none.
    let isBehindMonth = nameEnd > statement.lowerBound && Month.number(inAnyLanguage: folded(nameEnd - 1)) != nil
    guard !names.isEmpty, !isBehindMonth, let locator = locator(from: end, to: statement.upperBound) else { return nil }
    var found = found(.shortened, statement, locator: locator)
    found.names = names
    found.year = Int(String(decoding: bytes[tokens[place].range], as: UTF8.self))
    return found
  }

  private static let seeWords: Set<String> = [
    "see", "cf", "compare", "vgl", "siehe", "voir", "vease", "ver", "veja", "vedi", "zie",
  ]
  /// How many words a short title has at most.
  private static let longestTitle = 7
  /// A statement of more tokens than this is prose.
  private static let longest = 40
}
