import IbidModel
import IbidText

/// Scans tokens for family names in the positions that only citations have.
struct MentionScanner {
  let bytes: [UInt8]
  let tokens: [Token]

  func mentions() -> [TerseCitations.Mention] {
    var found: [TerseCitations.Mention] = []
    var index = 0
    while index < tokens.count {
      if let mention = mention(at: index) {
        found.append(mention.value)
        index = max(index + 1, mention.end)
      } else {
        index += 1
      }
    }
    return found
  }

  private func byte(_ index: Int) -> UInt8 {
    index >= 0 && index < tokens.count && tokens[index].kind == .mark ? bytes[tokens[index].start] : 0
  }

  private func word(_ index: Int) -> PackedWord? {
    index >= 0 && index < tokens.count && tokens[index].isWord ? PackedWord(tokens[index], bytes) : nil
  }

  private func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return NoteText.collapsed(bytes, tokens[first].start..<tokens[last].end)
  }

  /// The mention whose first family name starts at a token.
  private func mention(at index: Int) -> (value: TerseCitations.Mention, end: Int)? {
    guard let first = family(at: index), index == 0 || tokens[index].followsSpace || byte(index - 1) != 0,
      !isOpening(index, first)
    else { return nil }
    var families = [text(index..<first)]
    var end = first
    var isCitation = false
    while families.count < 6 {
      var next = end
      if byte(next) == 44 { next += 1 }
      if isAnd(next) { next += 1 }
      guard next > end, isConjoined(end, next), let more = family(at: next) else { break }
      families.append(text(next..<more))
      end = more
    }
    if let others = etAlEnd(end) {
      end = others
      isCitation = true
    }
    let year = year(at: end)
    if let year {
      // «(Smith, 1998)», «Smith (1998)», «Smith et al 1998»
      if isCitation || year.isBracketed || isInBrackets(before: index) && byte(end) == 44 {
        end = year.end
        isCitation = true
      }
    }
    if !isCitation, families.count <= 2, isSeen(before: index), endsMention(end) { isCitation = true }
    guard isCitation, !Self.isNoName(families[0]) else { return nil }
    // The full stop of «al.» and what closes a bracket stay outside, but for that of the year's own.
    let value = TerseCitations.Mention(
      families: families, year: year?.end == end ? year?.value : nil, range: tokens[index].start..<tokens[end - 1].end)
    return (value, end)
  }

  /// The token behind a family name: capitalized words joined by hyphens, particles before.
  private func family(at index: Int) -> Int? {
    var next = index
    while next < tokens.count, next - index < 3, tokens[next].kind == .lower,
      Self.particles.contains(PackedWord(tokens[next], bytes))
    { next += 1 }
    guard next < tokens.count, tokens[next].kind == .capitalized || tokens[next].kind == .mixed,
      tokens[next].length > 1
    else { return nil }
    next += 1
    while next + 1 < tokens.count, byte(next) == 45, !tokens[next].followsSpace, tokens[next + 1].startsUpper,
      !tokens[next + 1].followsSpace
    {
      next += 2
    }
    return next
  }

  /// Whether «and» or «&» stands between two names, or a comma within a longer list of them.
  private func isConjoined(_ end: Int, _ next: Int) -> Bool {
    if isAnd(end) || isAnd(next - 1) { return true }
    // «Smith, Jones, and Brown»: a comma joins only where the list ends in «and» or «et al».
    var index = next
    for _ in 0..<5 {
      guard let more = family(at: index) else { return false }
      if isAnd(more) || etAlEnd(more) != nil || (byte(more) == 44 && isAnd(more + 1)) { return true }
      guard byte(more) == 44 else { return false }
      index = more + 1
    }
    return false
  }

  private func isAnd(_ index: Int) -> Bool {
    if byte(index) == UInt8(ascii: "&") { return true }
    switch word(index) {
    case "and", "und", "et": return word(index + 1) != "al"
    default: return false
    }
  }

  /// The token behind «et al», «et al.», «and colleagues».
  private func etAlEnd(_ index: Int) -> Int? {
    var start = index
    if byte(start) == 44 { start += 1 }
    if word(start) == "et", word(start + 1) == "al" {
      return start + 2
    }
    if word(start) == "and", start + 1 < tokens.count, tokens[start + 1].isWord {
      let next = String(decoding: bytes[tokens[start + 1].range], as: UTF8.self)
      if next == "colleagues" || next == "others" || next == "coworkers" { return start + 2 }
    }
    return nil
  }

  private func year(at index: Int) -> (value: Int, end: Int, isBracketed: Bool)? {
    var next = index
    while byte(next) == 46 || byte(next) == 44 { next += 1 }
    let isBracketed = byte(next) == 40 || byte(next) == 91
    if isBracketed { next += 1 }
    guard next < tokens.count, TokenShape.isYear(tokens[next], bytes),
      let value = Int(String(decoding: bytes[tokens[next].range], as: UTF8.self))
    else { return nil }
    next += 1
    if next < tokens.count, tokens[next].isWord, tokens[next].length == 1, !tokens[next].followsSpace { next += 1 }
    if isBracketed {
      guard byte(next) == 41 || byte(next) == 93 || byte(next) == 44 || byte(next) == 58 else { return nil }
      if byte(next) == 41 || byte(next) == 93 { next += 1 }
    }
    return (value, next, isBracketed)
  }

  private func isInBrackets(before index: Int) -> Bool {
    var place = index - 1
    while place >= 0, index - place < 12 {
      if byte(place) == 40 || byte(place) == 91 { return true }
      if byte(place) == 41 || byte(place) == 93 || byte(place) == 46 && tokens[place].followsSpace { return false }
      place -= 1
    }
    return false
  }

  /// Whether «see», «see also», «cf.» stand before a token.
  private func isSeen(before index: Int) -> Bool {
    var place = index - 1
    if byte(place) == 46 { place -= 1 }
    if word(place) == "also" { place -= 1 }
    switch word(place) {
    case "see", "cf", "vgl", "siehe": return true
    default: return false
    }
  }

  /// Whether nothing more of the same phrase follows.
  private func endsMention(_ index: Int) -> Bool {
    index >= tokens.count || [41, 93, 46, 59, 44].contains(byte(index))
  }

  private static let particles: Set<PackedWord> = [
    "van", "von", "de", "der", "den", "da", "del", "di", "dos", "la", "ten", "ter", "du",
  ]

  /// Whether an adverb with its comma opens a sentence here: «Indeed, Larsson et al.».
  private func isOpening(_ index: Int, _ end: Int) -> Bool {
    guard end == index + 1, byte(end) == 44, index == 0 || byte(index - 1) != 0, byte(index - 1) != 40 else {
      return false
    }
    let word = String(decoding: bytes[tokens[index].range], as: UTF8.self)
    return word.utf8.count > 5 && word.hasSuffix("ly") || Self.openings.contains(word)
  }

  /// Adverbs and conjunctions that open a sentence, those in «ly» apart.
  private static let openings: Set<String> = [
    "Indeed", "However", "Moreover", "Furthermore", "Therefore", "Thus", "Hence", "Then", "Later", "Here", "Again",
    "First", "Second", "Third", "Next", "Besides", "Nevertheless", "Nonetheless", "Likewise", "Meanwhile", "Instead",
    "Otherwise", "Overall", "Still", "Yet", "Today", "Now", "Further", "Elsewhere", "Afterwards", "Afterward",
    "Though", "Although", "Perhaps", "Together", "Ainsi", "Cependant", "Enfin", "Ensuite", "Toutefois", "Puis",
    "Además", "Finalmente", "Luego", "Inoltre", "Infine", "Infatti", "Tuttavia",
  ]

  /// Words that start a sentence or name a part of a text and stand where a name might.
  private static func isNoName(_ word: String) -> Bool { noNames.contains(word) || months.contains(word) }

  private static let noNames: Set<String> = [
    "Figure", "Figures", "Fig", "Figs", "Table", "Tables", "Section", "Sections", "Appendix", "Appendices", "Annex",
    "Chapter", "Chapters", "Box", "Boxes", "Part", "Parts", "Note", "Notes", "Footnote", "Footnotes", "Endnote", "Page",
    "Pages", "Equation", "Equations", "Eq", "Eqs", "Eqn", "Theorem", "Lemma", "Proposition", "Corollary", "Definition",
    "Algorithm", "Listing", "Scheme", "Panel", "Plate", "Map", "Example", "File", "Files", "Data", "Text", "Video",
    "Methods", "Method", "Materials", "Results", "Discussion", "Introduction", "Background", "Conclusion",
    "Conclusions", "Limitations", "Supplement", "Supplementary", "Supplemental", "Supporting", "Additional", "Online",
    "References", "Bibliography", "Glossary", "Acknowledgements", "Acknowledgments", "Abstract", "Summary",
    "Above", "Below", "In", "The", "Also", "Since", "By", "For", "From", "Until", "After", "Before", "During", "On",
    "Wikipedia", "Google",
  ]

  private static let months = Set(Month.english.map { $0.prefix(1).uppercased() + $0.dropFirst() })
}
