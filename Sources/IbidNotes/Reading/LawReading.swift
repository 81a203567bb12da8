import IbidModel
import IbidText

/// Reads statutes and decisions of courts, which are cited by manners of their own: by title, volume, code or reporter,
/// page or section.
///
/// Source: The Bluebook, rules 10 and 12; OSCOLA, sections 2.1 and 2.4.
struct LawReading {
  private let text: ReferenceText
  private var parsed: ParsedReference

  /// The reading of a statute or decision; nil for any other text.
  static func parsed(_ text: ReferenceText) -> ParsedReference? {
    guard text.tokens.count > 3, text.tokens.count < 120, text.tokens[0].startsUpper else { return nil }
    var reading = LawReading(text)
    return reading.readCase() || reading.readStatute() || reading.readAct() ? reading.finished() : nil
  }

  private init(_ text: ReferenceText) {
    self.text = text
    parsed = ParsedReference(item: Item(type: .legislation), confidence: 0.85)
  }

  private mutating func finished() -> ParsedReference {
    var parsed = parsed
    // What else the text says is what any reference says.
    let rest = ItemAssembly(text, labels: Array(repeating: .other, count: text.tokens.count)).parsed
    for variable in [Variable.URL, .DOI] { parsed.item[variable] = rest.item[variable] }
    parsed.item[date: .accessed] = rest.item[date: .accessed]
    self.parsed = parsed
    for field in rest.fields { add(field) }
    self.parsed.setRemainder(of: text.range)
    return self.parsed
  }

  // MARK: Decisions

  /// «Roe v. Wade, 410 U.S. 113 (1973)», «Smith v Jones [2010] UKSC 12»
  private mutating func readCase() -> Bool {
    guard let versus = text.tokens.indices.dropLast().prefix(20).first(where: { isVersus($0) }) else { return false }
    var end = versus + 1
    while end < text.tokens.count, !isMark(end, ",") || isPartOfName(end), !isMark(end, "("), !isMark(end, "["),
      text.tokens[end].kind != .number, text.tokens[end].kind != .identifier
    {
      end += 1
    }
    guard end < text.tokens.count, end - versus < 24, end > versus + 1,
      // An article's authors stand before its title.
      !text.tokens[..<versus].contains(where: { $0.kind == .number })
    else { return false }
    var next = isMark(end, ",") ? end + 1 : end
    let opening = next
    if let year = bracketedYear(next) {
      set(.issued, year)
      next += 3
    }
    guard readReporter(at: next) || opening != next && next == text.tokens.count else { return false }
    parsed.item.type = .legalCase
    set(.title, 0..<end)
    return parsed.item[date: .issued] != nil
  }

  /// «v.» between two parties.
  private func isVersus(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard index > 0, token.kind == .lower, token.length <= 2, text.bytes[token.start] == UInt8(ascii: "v"),
      ["v", "vs"].contains(word(index)), token.followsSpace
    else { return false }
    let next = isMark(index + 1, ".") ? index + 2 : index + 1
    return next < text.tokens.count && text.tokens[next].startsUpper && text.tokens[next].followsSpace
  }

  /// «Board of Education of Topeka, Inc.», «Smith, J.»
  private func isPartOfName(_ comma: Int) -> Bool {
    ["inc", "ltd", "llc", "co", "plc", "corp"].contains(word(comma + 1))
  }

  /// «410 U.S. 113 (1973)», «UKSC 12», «2 AC 562», «550 F.3d 1 (9th Cir. 2008)»
  private mutating func readReporter(at start: Int) -> Bool {
    var next = start
    var volume: Range<Int>?
    if next < text.tokens.count, text.tokens[next].kind == .number {
      volume = next..<(next + 1)
      next += 1
    }
    let first = next
    while next < text.tokens.count, next - first < 12 {
      let token = text.tokens[next]
      let isSeries = token.kind == .number && !token.followsSpace || ["d", "th", "nd"].contains(word(next))
      guard token.isWord && token.startsUpper || isMark(next, ".") || isMark(next, "’") || isMark(next, "'") || isSeries
      else { break }
      next += 1
    }
    guard next > first, next < text.tokens.count, text.tokens[next].kind == .number,
      text.tokens[first].kind != .capitalized || volume != nil
    else { return false }
    if let volume { set(.volume, volume) }
    set(.containerTitle, first..<next)
    if isMark(next - 1, "."), let name = parsed.item[.containerTitle] { parsed.item[.containerTitle] = name + "." }
    set(.page, next..<(next + 1))
    // «(9th Cir. 2008)»
    while next < text.tokens.count, !isMark(next, "(") { next += 1 }
    guard parsed.item[date: .issued] == nil else { return true }
    var close = next
    while close < text.tokens.count, !isMark(close, ")") { close += 1 }
    guard close < text.tokens.count, close > next + 1, isYear(close - 1) else { return volume == nil }
    set(.issued, close - 1)
    if close > next + 2 { set(.authority, (next + 1)..<(close - 1)) }
    return true
  }

  // MARK: Statutes

  /// «Clean Air Act, 42 U.S.C. § 7401 (1970)», «Human Rights Act 1998», «…, Pub. L. No. 111-148, 124 Stat. 119 (2010)»
  private mutating func readStatute() -> Bool {
    let code = text.tokens.indices.first { isCode($0) }
    let act = text.tokens.indices.prefix(16).first {
      text.tokens[$0].kind == .capitalized
        && [
          "act", "code", "constitution",
        ].contains(word($0)) && $0 > 0
    }
    guard code != nil || act.map(namesAct) == true else { return false }
    var end = 0
    while end < text.tokens.count, !isMark(end, ","), !isMark(end, "("), !isMark(end, "["),
      !(isMark(end, ".") && (end + 1 == text.tokens.count || text.tokens[end + 1].followsSpace)),
      text.tokens[end].kind != .identifier, end != code.map({ $0 - 1 })
    {
      end += 1
    }
    guard end > 1 else { return false }
    set(.title, 0..<end)
    if let code { readCode(at: code) }
    let years = text.tokens.indices.filter { isYear($0) && ($0 < end || isMark($0 + 1, ")") || isMark($0 + 1, ".")) }
    if let year = years.last(where: { isMark($0 + 1, ")") }) ?? years.first { set(.issued, year) }
    return parsed.item[date: .issued] != nil || code != nil
  }

  /// «Directive 2011/24/EU of the European Parliament», «Loi n° 2004-801 du 6 août 2004»: a kind of act and its number
  /// start the reference, which names no author.
  private mutating func readAct() -> Bool {
    let start = ["council", "commission", "real", "règlement"].contains(word(0)) ? 1 : 0
    guard Self.acts.contains(word(start)),
      let number = text.tokens.indices.dropFirst(start + 1).prefix(6).first(where: { text.tokens[$0].kind == .number }),
      text.tokens[start + 1].kind != .mark || isMark(start + 1, "("),
      !text.tokens[(start + 1)..<number].contains(where: { $0.length > 4 })
    else { return false }
    var end = number + 1
    while end < text.tokens.count, !text.tokens[end].followsSpace || text.tokens[end].kind == .number,
      !isMark(end, ","), !(isMark(end, ".") && (end + 1 == text.tokens.count || text.tokens[end + 1].followsSpace))
    {
      end += 1
    }
    let numbers = number..<end
    while end < text.tokens.count, text.tokens[end].kind != .identifier,
      !(isMark(end, ".") && (end + 1 == text.tokens.count || text.tokens[end + 1].followsSpace))
    {
      end += 1
    }
    set(.title, 0..<end)
    set(.number, numbers)
    if let year = (0..<end).last(where: isYear) { set(.issued, year) }
    return true
  }

  private static let acts: Set<String> = [
    "directive", "regulation", "verordnung", "richtlinie", "loi", "décret", "ley", "decreto", "lei", "legge",
    "portaria", "resolução", "ordonnance",
  ]

  /// «Human Rights Act 1998», «Clean Air Act of 1970»: no author stands before the name.
  private func namesAct(_ act: Int) -> Bool {
    let isNamed = (0..<act).allSatisfy { index in
      text.tokens[index].startsUpper && text.tokens[index].length > 1
        || ["of", "and", "the", "for", "to", "on", "in"].contains(word(index)) || isMark(index, "-")
    }
    let year = word(act + 1) == "of" ? act + 2 : act + 1
    return isNamed && isYear(year)
  }

  /// «U.S.C.», «C.F.R.», «Pub. L.», «Stat.» beside a number
  private func isCode(_ index: Int) -> Bool {
    guard index > 0, text.tokens[index].kind == .upper, text.tokens[index - 1].kind == .number else { return false }
    switch word(index) {
    case "u": return isMark(index + 1, ".") && word(index + 2) == "s" && word(index + 4) == "c"
    case "c": return isMark(index + 1, ".") && word(index + 2) == "f" && word(index + 4) == "r"
    case "usc", "cfr": return true
    default: return false
    }
  }

  private mutating func readCode(at index: Int) {
    set(.volume, (index - 1)..<index)
    var end = index + 1
    while end < text.tokens.count, text.tokens[end].kind == .upper || isMark(end, ".") { end += 1 }
    set(.containerTitle, index..<end)
    if let name = parsed.item[.containerTitle], isMark(end - 1, ".") { parsed.item[.containerTitle] = name + "." }
    let section = end
    while end < text.tokens.count, !isMark(end, "("), !(isMark(end, ".") && end + 1 == text.tokens.count),
      text.tokens[end].kind != .identifier
    {
      end += 1
    }
    if section < end, let number = text.tokens[section..<end].first(where: { $0.kind == .number }) {
      let value = FieldText.cleaned(text.bytes, number.start..<text.tokens[end - 1].end)
      parsed.item[.section] = value
    }
  }

  // MARK: Tokens

  private func word(_ index: Int) -> String {
    guard text.tokens.indices.contains(index), text.tokens[index].isWord, text.tokens[index].length < 13 else {
      return ""
    }
    return String(decoding: text.bytes[text.tokens[index].range], as: UTF8.self).lowercased()
  }

  private func isMark(_ index: Int, _ mark: String) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .mark
      && text.bytes[text.tokens[index].range].elementsEqual(mark.utf8)
  }

  private func isYear(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && TokenShape.isYear(text.tokens[index], text.bytes)
  }

  /// The token of a year in brackets that open at a token.
  private func bracketedYear(_ index: Int) -> Int? {
    guard isMark(index, "[") && isMark(index + 2, "]") || isMark(index, "(") && isMark(index + 2, ")"),
      isYear(index + 1)
    else { return nil }
    return index + 1
  }

  /// Adds a stretch; one within another, such as the year of an act's name, is that one's.
  private mutating func add(_ field: ParsedReference.Field) {
    if !parsed.fields.contains(where: { $0.range.overlaps(field.range) }) { parsed.fields.append(field) }
  }

  private mutating func set(_ variable: Variable, _ tokens: Range<Int>) {
    guard let first = tokens.first, let last = tokens.last else { return }
    let range = text.tokens[first].start..<text.tokens[last].end
    parsed.item[variable] = FieldText.cleaned(text.bytes, range)
    add(.init(variable: variable, range: range, confidence: 0.9))
  }

  private mutating func set(_ variable: Variable, _ year: Int) {
    let token = text.tokens[year]
    parsed.item[date: variable] = Int(String(decoding: text.bytes[token.range], as: UTF8.self)).map { CSLDate($0) }
    add(.init(variable: variable, range: token.range, confidence: 0.9))
  }
}
