import IbidModel

/// Links citations by author and year to the references of a list.
///
/// Every year in the text is looked at from behind: the words before it must be names that begin a reference of that
/// year, with nothing between but further names and what joins them.
struct AuthorYearLinker {
  let text: [UInt8]
  let keys: ReferenceKeys
  /// Words between a year and the first author's name at most.
  private static let mostWords = 16

  /// One work that is cited.
  struct Cite: Sendable {
    var range: Range<Int>
    var yearRange: Range<Int>
    var key: Int
  }

  /// The cites of a block, in order.
  func cites(in block: Range<Int>) -> [Cite] {
    var cites: [Cite] = []
    var floor = block.lowerBound
    var index = block.lowerBound
    var previous: (names: Names, end: Int)?
    while index < block.upperBound {
      guard let year = CitedYear.readOrSubstitute(text, at: index, to: block.upperBound),
        year.year > YearSubstitute.toAppear || YearSubstitute.isEnclosed(text, index, from: block.lowerBound)
      else {
        index += 1
        continue
      }
      index = year.range.upperBound
      var names = names(before: year, from: floor)
      var start = names?.start ?? year.range.lowerBound
      if names == nil, let last = previous, joins(last.end, year.range.lowerBound) {
        names = self.names(in: last.names.words, year: year.year)
        start = year.range.lowerBound
      }
      guard let names else { continue }
      var letters: [(range: Range<Int>, letter: UInt8?)] = [(start..<year.range.upperBound, year.letter)]
      if year.letter != nil {
        letters += CitedYear.furtherLetters(text, from: year.range.upperBound, to: block.upperBound).map {
          ($0.range, $0.letter)
        }
      }
      var found = false
      for letter in letters {
        guard let key = best(names, year.year, letter.letter) else { continue }
        cites.append(Cite(range: letter.range, yearRange: year.range, key: key))
        found = true
      }
      if found || names.start < year.range.lowerBound {
        index = letters.last.map { max(index, $0.range.upperBound) } ?? index
        floor = index
        previous = (names, index)
      }
    }
    return cites
  }

  /// Names before a year, and the references that they may begin.
  private struct Names {
    var start: Int
    /// The words before the year.
    var words: [NameWord]
    var candidates: [Candidate]
  }

  private struct Candidate {
    var key: Int
    /// Words of the reference that the text repeats.
    var matched: Int
    /// Further names in the text.
    var others: [String]
    var hasEtAl: Bool
    var start: Int
    var isAcronym = false
  }

  /// Whether only separators stand between a cite's end and the next year: «2010, 2011», «2010 and 2012».
  private func joins(_ end: Int, _ start: Int) -> Bool {
    guard start > end, start - end <= 8 else { return false }
    let between = text[end..<start].filter { !$0.isASCIISpace }
    return [",", ";", "and", "&", ",and"].contains(String(decoding: between, as: UTF8.self))
  }

  private func names(before year: CitedYear, from floor: Int) -> Names? {
    names(in: wordsBefore(year.range.lowerBound, floor: floor), year: year.year)
  }

  private func names(in words: [NameWord], year: Int) -> Names? {
    var candidates: [Candidate] = []
    for start in words.indices {
      let found =
        keys.keys(startingWith: words[start].folded, year: year).map { ($0, false) }
        + keys.keys(withAcronym: words[start].folded, year: year).map { ($0, true) }
      for (key, isAcronym) in found where words[start].isCapitalized || isParticle(words[start].folded) {
        guard keys.keys[key].years.contains(where: { $0.year == year }),
          let candidate = candidate(key, words, start, isAcronym: isAcronym)
        else { continue }
        candidates.append(candidate)
      }
    }
    guard let first = candidates.map(\.start).min() else { return nil }
    return Names(start: first, words: words, candidates: candidates)
  }

  /// The words before a year that may be names, up to the end of a sentence or anything else that no list of names
  /// holds.
  private func wordsBefore(_ end: Int, floor: Int) -> [NameWord] {
    let window = max(floor, end - 260)..<end
    var words = NameWord.words(text, in: window)
    if words.count > Self.mostWords { words.removeFirst(words.count - Self.mostWords) }
    return words
  }

  /// Whether the words from `start` on are a reference's names, and all between them and the year joins names.
  private func candidate(_ key: Int, _ words: [NameWord], _ start: Int, isAcronym: Bool) -> Candidate? {
    let reference = keys.keys[key]
    var matched = 1
    if !isAcronym {
      while start + matched < words.count, matched < reference.words.count,
        words[start + matched].folded == reference.words[matched],
        !isJoiner(words[start + matched].folded) || matched > 1,
        !isSeparated(words[start + matched - 1], words[start + matched])
      {
        matched += 1
      }
    }
    var others: [String] = []
    var hasEtAl = false
    let rest = words[(start + matched)...]
    for (offset, word) in rest.enumerated() {
      if Self.furtherAuthors.contains(word.folded) || word.folded == "a" && rest.prefix(offset).last?.folded == "u" {
        hasEtAl = true
      } else if offset == 0, matched > 1, ShortForms.isEnclosed(text, word) {
        continue
      } else if isJoiner(word.folded) || isParticle(word.folded) || Self.asides.contains(word.folded) {
        continue
      } else if word.isCapitalized, word.folded.utf8.count > 1 || offset > 0 {
        others.append(word.folded)
      } else if word.isCapitals || word.folded.utf8.count == 1 {
        continue
      } else {
        return nil
      }
    }
    let authors = reference.words.prefix(reference.authorWords)
    let areAuthors = !others.isEmpty && others.allSatisfy(authors.contains)
    guard others.count <= 6, !holdsBreak(words[start...], joinsBySemicolons: areAuthors) else { return nil }
    return Candidate(
      key: key, matched: matched, others: others, hasEtAl: hasEtAl, start: words[start].range.lowerBound,
      isAcronym: isAcronym)
  }

  /// Whether a comma or bracket stands between two words.
  private func isSeparated(_ left: NameWord, _ right: NameWord) -> Bool {
    text[left.range.upperBound..<right.range.lowerBound].contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") }
  }

  /// Whether a sentence, a bracket or a list item ends between the name and the year. Semicolons part works, or the
  /// authors of one: «(MOREIRA; LEITE, 2007)».
  private func holdsBreak(_ words: ArraySlice<NameWord>, joinsBySemicolons: Bool) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    for index in first.range.upperBound..<max(first.range.upperBound, last.range.upperBound) {
      switch text[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if words.contains(where: { $0.range.lowerBound == index + 1 && ShortForms.isEnclosed(text, $0) }) { continue }
        if index < last.range.lowerBound || !Self.asides.contains(last.folded) { return true }
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if !words.dropFirst().contains(where: { $0.range.upperBound == index && ShortForms.isEnclosed(text, $0) }) {
          return true
        }
      case UInt8(ascii: ";"): if !joinsBySemicolons { return true }
      case UInt8(ascii: "?"), UInt8(ascii: "!"): return true
      case UInt8(ascii: "."):
        // «al.», «u. a.» and initials carry a stop of their own.
        let word = words.first { $0.range.upperBound == index }
        let isShort = word.map { $0.range.count == 1 || Self.furtherAuthors.contains($0.folded) } ?? false
        let isInitial = (65...90).contains(text[index - 1])
        if !isShort, !isInitial, index + 1 < text.count, text[index + 1].isASCIISpace { return true }
      default: break
      }
    }
    return false
  }

  private func isJoiner(_ word: String) -> Bool {
    word == "and" || word == "und" || word == "y" || word == "e" || word == "et"
  }

  private func isParticle(_ word: String) -> Bool { Self.particles.contains(word) }

  private static let particles: Set<String> = [
    "van", "von", "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "el", "al", "ten", "ter",
    "zu", "st", "bin", "ibn", "des", "las", "los", "do", "af", "av", "of", "for", "the", "on",
  ]

  /// Words for the authors that are not named.
  private static let furtherAuthors: Set<String> = [
    "et", "al", "colleagues", "coworkers", "workers", "others", "otros", "otras", "outros", "autres", "altri", "andere",
    "anderen", "kollegen", "mitarbeiter", "cols", "coll", "colaboradores",
  ]

  private static let asides: Set<String> = ["in", "press", "see", "eg", "cf", "also"]

  /// The reference that fits names, year and letter best.
  private func best(_ names: Names, _ year: Int, _ letter: UInt8?) -> Int? {
    var best: (key: Int, score: Double)?
    var sameWork: [Int] = []
    for candidate in names.candidates {
      let key = keys.keys[candidate.key]
      guard let match = key.years.first(where: { $0.year == year }) else { continue }
      var score = Double(candidate.matched) + (candidate.isAcronym ? -1 : 0)
      // The name that stands first is the first author's.
      score += candidate.start == names.start ? 2 : 0
      if key.years.first?.year == year { score += 0.5 }
      let authors = key.words.prefix(key.authorWords)
      for other in candidate.others { score += authors.contains(other) ? 1.5 : -1.5 }
      if candidate.others.isEmpty, !candidate.hasEtAl { score += authorCount(key) == 1 ? 1 : -0.5 }
      if candidate.hasEtAl { score += authorCount(key) > 2 ? 0.5 : -0.5 }
      if candidate.others.count == 1, !candidate.hasEtAl { score += authorCount(key) == 2 ? 1 : -0.5 }
      if let letter { score += match.letter == letter ? 3 : match.letter == nil ? 0 : -3 }
      if letter == nil, match.letter != nil { score -= 0.5 }
      if best.map({ score > $0.score + 1e-9 }) ?? true {
        (best, sameWork) = ((candidate.key, score), [candidate.key])
      } else if let top = best, abs(score - top.score) < 1e-9 {
        sameWork.append(candidate.key)
      }
    }
    // Where the list does not print the letters, they count the works of the year in the list's order.
    if let letter, sameWork.count > 1, keys.keys[sameWork[0]].years.allSatisfy({ $0.letter == nil }) {
      let index = Int(letter) - Int(UInt8(ascii: "a"))
      let ordered = Array(Set(sameWork)).sorted()
      return index < ordered.count ? ordered[index] : ordered.last
    }
    return best?.key
  }

  /// About how many authors a reference has: groups of initials before its year, or its title.
  private func authorCount(_ key: ReferenceKeys.Key) -> Int {
    var count = 0
    var wasInitials = false
    for (index, isInitials) in key.isInitials.prefix(min(key.authorWords, 40)).enumerated() {
      if isInitials, !wasInitials { count += 1 }
      wasInitials = isInitials
      // Two words without initials in a row begin a title.
      if index >= 2, !isInitials, !key.isInitials[index - 1], !key.isInitials[index - 2] { break }
    }
    return max(1, count)
  }
}
