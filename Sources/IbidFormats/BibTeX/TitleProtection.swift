internal import IbidText

/// Braces around the words of a title whose capitals a BibTeX style must not take away: `{NHANES}`, `{mRNA}`, and,
/// where the title is in sentence case, names («in {Parkinson}'s disease»).
enum TitleProtection {
  /// The encoded title, its words braced where need be. `title` may hold CSL's rich-text tags.
  static func encoded(_ title: String) -> String {
    let words = words(of: title)
    let isSentenceCase = isSentenceCase(words.map(String.init))
    var startsSentence = true
    return words.map { word in
      let isFirst = startsSentence
      startsSentence = word.last.map { ":.?!".contains($0) } ?? startsSentence
      guard needsBraces(word, isSentenceCase: isSentenceCase, isFirst: isFirst) else {
        return LaTeXEncoder.encoded(String(word))
      }
      return braced(word)
    }.joined(separator: " ")
  }

  /// The words between blanks; what stands between two tags is one word, so that no brace closes a tag early.
  private static func words(of title: String) -> [Substring] {
    var words: [Substring] = []
    var start = title.startIndex
    var depth = 0
    var isInTag = false
    for index in title.indices {
      switch title[index] {
      case "<":
        let rest = title[title.index(after: index)...]
        guard let first = rest.first, first == "/" || first.isLetter else { continue }
        isInTag = true
        depth = max(0, depth + (first == "/" ? -1 : 1))
      case ">": isInTag = false
      case " " where depth == 0 && !isInTag:
        words.append(title[start..<index])
        start = title.index(after: index)
      default: break
      }
    }
    return words + [title[start...]]
  }

  /// A word's letters in braces; what stands around them stays outside, so that kerning and line breaks do too.
  private static func braced(_ word: Substring) -> String {
    guard !word.contains("<"), let first = word.firstIndex(where: { $0.isLetter || $0.isNumber }),
      var last = word.lastIndex(where: { $0.isLetter || $0.isNumber })
    else { return "{" + LaTeXEncoder.encoded(String(word)) + "}" }
    // The last stop of «U.S.» is its own.
    let next = word.index(after: last)
    if next < word.endIndex, word[next] == ".", word[first...last].contains(".") { last = next }
    return LaTeXEncoder.encoded(String(word[..<first])) + "{" + LaTeXEncoder.encoded(String(word[first...last])) + "}"
      + LaTeXEncoder.encoded(String(word[word.index(after: last)...]))
  }

  private static func needsBraces(_ word: Substring, isSentenceCase: Bool, isFirst: Bool) -> Bool {
    let letters = RichWord.letters(of: word)
    guard let first = letters.first else { return false }
    if letters.dropFirst().contains(where: \.isUppercase) { return !isHyphenatedTitleCase(word) }
    return first.isUppercase && isSentenceCase && !isFirst
  }

  /// «Muscle-Strengthening» in a title in title case: capitals only behind its hyphens.
  private static func isHyphenatedTitleCase(_ word: Substring) -> Bool {
    let parts = word.split(whereSeparator: { $0 == "-" || $0 == "–" || $0 == "/" })
    return parts.count > 1
      && parts.allSatisfy { part in
        let letters = part.filter(\.isLetter)
        return letters.count != 1 && !letters.dropFirst().contains(where: \.isUppercase)
      }
  }

  /// Whether most longer words behind the first start with a small letter.
  private static func isSentenceCase(_ words: [String]) -> Bool {
    let later = words.dropFirst().compactMap { RichWord.letters(of: Substring($0)) }.filter { $0.count > 3 }
    let capitals = later.filter { $0.first?.isUppercase == true }
    return 2 * capitals.count < later.count
  }
}

/// A word that may carry rich-text tags.
private enum RichWord {
  /// The word's letters without its tags'.
  static func letters(of word: Substring) -> [Character] {
    var letters: [Character] = []
    var isInTag = false
    for character in word {
      switch character {
      case "<": isInTag = true
      case ">": isInTag = false
      default: if !isInTag, character.isLetter { letters.append(character) }
      }
    }
    return letters
  }
}
