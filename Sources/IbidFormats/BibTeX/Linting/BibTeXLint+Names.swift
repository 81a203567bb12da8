import IbidModel
import IbidText

extension BibTeXLint {
  /// Names that are told apart by something else than `and`, and what `and` tells apart that is one.
  mutating func lookAtNames(_ value: WrittenValue) {
    let words = Self.words(of: value.text)
    guard !words.isEmpty else { return }
    let separators = words.indices.filter { Self.isAnd(value.text[words[$0]]) }
    lookAtAnds(separators, words, value)
    if let place = semicolon(in: value.text) {
      var fix: [UInt8]?
      if separators.isEmpty, !value.text.contains(UInt8(ascii: "{")) {
        let names = value.text.split(separator: UInt8(ascii: ";")).map(\.trimmedASCII).filter { !$0.isEmpty }
        fix = Array(names.joined(separator: Array(" and ".utf8)))
      }
      return tell(
        "names-by-semicolons", in: value, at: fix == nil ? place..<place + 1 : value.text.indices,
        "names are told apart by “and”, not by semicolons", replacement: fix)
    }
    let isSeparator = Set(separators)
    let names = words.indices.split(whereSeparator: isSeparator.contains).map { $0.map { words[$0] } }
    lookAtInitials(of: names, value)
    // «Ann Lee, Bo Kim and Cy Orr»: who writes the last one so does not invert the others.
    let isMixed = names.contains {
      $0.count > 1 && parts(of: $0, value).count == 1 && !value.text[$0[0]].contains(UInt8(ascii: "{"))
    }
    for name in names { lookAtCommas(of: name, value, isMixed: isMixed, isAlone: names.count == 1) }
    for (name, next) in zip(names, names.dropFirst()) { lookAtBodies(name, next, value) }
    lookAtFirms(names, value)
  }

  /// Stretches between blanks outside of braces.
  private static func words(of text: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var depth = 0
    var start: Int?
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte.isASCIISpace, depth <= 0 {
        if let start { words.append(start..<index) }
        start = nil
      } else {
        start = start ?? index
      }
    }
    if let start { words.append(start..<text.count) }
    return words
  }

  private static func isAnd(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 3 && zip(word, "and".utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// `and` at the start, at the end, or twice.
  private mutating func lookAtAnds(_ separators: [Int], _ words: [Range<Int>], _ value: WrittenValue) {
    let all = Set(separators)
    for word in separators {
      let isTwice = all.contains(word - 1)
      if word == words.count - 1 || isTwice, word > 0 {
        tell(
          "trailing-and", in: value, at: words[word - 1].upperBound..<words[word].upperBound,
          "no name stands behind this “and”", replacement: [])
      } else if word == 0, words.count > 1 {
        tell(
          "trailing-and", in: value, at: words[0].lowerBound..<words[1].lowerBound,
          "no name stands before this “and”", replacement: [])
      }
    }
  }

  /// A semicolon outside of braces that ends no HTML entity.
  private func semicolon(in text: [UInt8]) -> Int? {
    var depth = 0
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "&"):
        if let (_, end) = HTMLEntity.reference(in: Array(text[index..<min(text.count, index + 12)]), at: 0) {
          index += end
          continue
        }
      case UInt8(ascii: ";") where depth <= 0: return index
      default: break
      }
      index += 1
    }
    return nil
  }

  /// A name's parts between its commas, of words.
  private func parts(of name: [Range<Int>], _ value: WrittenValue) -> [[String]] {
    var parts: [[String]] = [[]]
    for word in name {
      var rest = value.text[word]
      var depth = 0
      while let comma = rest.firstIndex(where: {
        depth += $0 == UInt8(ascii: "{") ? 1 : $0 == UInt8(ascii: "}") ? -1 : 0
        return $0 == UInt8(ascii: ",") && depth <= 0
      }) {
        if comma > rest.startIndex { parts[parts.count - 1].append(String(decoding: rest[..<comma], as: UTF8.self)) }
        parts.append([])
        rest = rest[(comma + 1)...]
      }
      if !rest.isEmpty { parts[parts.count - 1].append(String(decoding: rest, as: UTF8.self)) }
    }
    return parts
  }

  private mutating func lookAtCommas(of name: [Range<Int>], _ value: WrittenValue, isMixed: Bool, isAlone: Bool) {
    guard let first = name.first, let last = name.last else { return }
    let range = first.lowerBound..<last.upperBound
    // biblatex’ extended names have parts of their own: `family=Lee, given=Ann`.
    if value.text[range].contains(UInt8(ascii: "=")) { return }
    var parts = parts(of: name, value)
    let endsInComma = parts.last?.isEmpty == true
    parts.removeAll(where: \.isEmpty)
    // «Lee A, Kim B»: each with its initials behind it; «Ann Lee, Bo Kim, Cy Orr»: each of two words.
    let areWhole =
      isAlone && parts.count > 1 && parts.allSatisfy { $0.count > 1 && ($0.last.map(Self.isInitials) ?? false) }
      || parts.count > 2 && parts.allSatisfy { $0.count > 1 }
    let areHalves =
      parts.count > 3 && parts.count.isMultiple(of: 2)
      && stride(from: 1, to: parts.count, by: 2).allSatisfy { parts[$0].allSatisfy(Self.isInitials) }
      && stride(from: 0, to: parts.count, by: 2).allSatisfy { !parts[$0].allSatisfy(Self.isInitials) }
    if areWhole || areHalves || endsInComma && parts.count > 1
      || isMixed && parts.count == 2 && parts.allSatisfy(Self.isWholeName)
    {
      tell(
        "names-by-commas", in: value, at: range, "names are told apart by “and”, not by commas",
        severity: parts.count > 3 ? .error : nil)
    } else if parts.count > 3 {
      tell("too-many-commas", in: value, at: range, "a name has more than two commas")
    } else if endsInComma {
      tell("too-many-commas", in: value, at: range, "a name ends with a comma", severity: .warning)
    }
  }

  /// «Lee AB»: initials where BibTeX takes the family name. A letter alone may be a family name, «Malcolm X», unless all
  /// names are so.
  private mutating func lookAtInitials(of names: [[Range<Int>]], _ value: WrittenValue) {
    let written = names.map { name in name.map { String(decoding: value.text[$0], as: UTF8.self) } }
      .filter { $0.map { $0.lowercased() } != ["others"] }
    let areAll = written.count > 1 && written.allSatisfy(Self.endsInInitials)
    for (name, words) in zip(names, names.map { $0.map { String(decoding: value.text[$0], as: UTF8.self) } }) {
      guard Self.endsInInitials(words), let last = words.last, areAll || last.utf8.count > 1 else { continue }
      let (start, family, end) = (name[0].lowerBound, name[name.count - 2].upperBound, name[name.count - 1])
      tell(
        "initials-last", in: value, at: start..<end.upperBound,
        "without a comma BibTeX takes “\(last)” for the family name",
        replacement: value.text[start..<family] + [UInt8(ascii: ","), 0x20] + value.text[end])
    }
  }

  /// «Lee AB», «van der Berg C»: a family name, and capitals behind it that are no number of a king or a body's letters.
  private static func endsInInitials(_ words: [String]) -> Bool {
    guard let last = words.last, words.count > 1, (1...3).contains(last.utf8.count),
      last.utf8.allSatisfy({ $0 >= 65 && $0 <= 90 }), !["II", "III", "IV", "JR", "SR"].contains(last)
    else { return false }
    let family = words.dropLast()
    return !family.contains { $0.contains(",") || $0.contains("{") || isInitials($0) || isOfBodies($0) }
      && family.dropLast().allSatisfy { particles.contains($0.lowercased()) }
  }

  /// «Ann Lee», which is no «de Vries» and no «A. P.»
  private static func isWholeName(_ words: [String]) -> Bool {
    words.count == 2 && !words.contains(where: isInitials) && words[0].utf8.first.map { $0 < 0x61 } == true
      && !particles.contains(words[0].lowercased())
  }

  private static let particles: Set<String> = [
    "de", "del", "della", "di", "da", "dos", "du", "van", "von", "der", "la", "le", "el", "al", "st", "st.", "san",
    "mac",
  ]

  /// `J.`, `JD`, `J.-P.`
  private static func isInitials(_ word: String) -> Bool {
    let letters = word.utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }
    return (1...3).contains(letters.count) && letters.allSatisfy { $0 >= 65 && $0 <= 90 }
  }

  /// «Department of Health and Human Services»: an `and` within a body's name makes two authors of it.
  private mutating func lookAtBodies(_ left: [Range<Int>], _ right: [Range<Int>], _ value: WrittenValue) {
    let both = [left, right].map { name in name.map { String(decoding: value.text[$0], as: UTF8.self) } }
    // «Schuster, Inc.» is no person's name turned round.
    let hasLegalForm =
      both[1].last.map { Self.legalForms.contains(Self.folded($0)) } == true
      && both[1].dropLast().last?.hasSuffix(",") == true
    let words =
      both[0] + (hasLegalForm ? both[1].dropLast().map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 } : both[1])
    guard words.allSatisfy({ !$0.contains(",") && !$0.contains("{") && !$0.contains("\\") }),
      let start = left.last?.upperBound, let end = right.first?.lowerBound,
      hasLegalForm || words.contains(where: Self.isOfBodies)
    else { return }
    let place = value.text[start..<end].firstIndex { !$0.isASCIISpace } ?? start
    tell(
      "and-in-body", in: value, at: place..<place + 3,
      "this “and” makes two authors of a body’s name, unless braces stand around it")
  }

  /// «Simon and Schuster»: two names of one word each, side by side, are a firm's more often than two people's. Where
  /// more of them follow each other, the list gives family names alone, as it may where there are no others.
  private mutating func lookAtFirms(_ names: [[Range<Int>]], _ value: WrittenValue) {
    for run in names.indices.split(whereSeparator: { !Self.isLone(names[$0], value) }) where run.count == 2 {
      guard let start = names[run.startIndex].last?.upperBound, let end = names[run.startIndex + 1].first?.lowerBound,
        let place = value.text[start..<end].firstIndex(where: { !$0.isASCIISpace })
      else { continue }
      tell(
        "and-in-body", in: value, at: place..<place + 3,
        "two names of one word each; where they are one body’s, braces have to stand around it",
        severity: names.count == 2 ? .info : nil)
    }
  }

  /// Whether a name is one word with a capital, and none of bodies: those are told already.
  private static func isLone(_ name: [Range<Int>], _ value: WrittenValue) -> Bool {
    guard name.count == 1, let range = name.first, let first = value.text[range].first else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) && range.count > 1
      && value.text[range].allSatisfy {
        $0.isASCIILetter || $0 >= 0x80 || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "-")
      }
      && !isOfBodies(String(decoding: value.text[range], as: UTF8.self))
  }

  private static func isOfBodies(_ word: String) -> Bool {
    bodies.contains(folded(word)) || legalForms.contains(folded(word))
  }

  private static func folded(_ word: String) -> String { word.lowercased().filter { $0 != "." } }

  private static let legalForms: Set<String> = ["inc", "ltd", "llc", "llp", "plc", "corp", "gmbh", "ag"]

  private static let bodies = Set(
    """
    academy administration agency association associations authority board bureau center centers centre centres \
    college commission committee company consortium corporation council department division federation \
    foundation group initiative institut institute institutes institution laboratory ministry network office \
    organisation organization partners programme project publishers services society sons taskforce trust union \
    university universität université universidad verband gesellschaft ministerium of for on
    """.split(separator: " ").map(String.init))
}
