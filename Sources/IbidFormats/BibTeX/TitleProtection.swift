internal import IbidText

/// Braces around the words of a title whose capitals a BibTeX style must not take away: `{NHANES}`, `{mRNA}`, and,
/// where the title is in sentence case, names («in {Parkinson}'s disease»).
///
/// Braces stand inside of commands: BibTeX takes `{\textit{lacZ}}` for one character, and lowers its letters.
struct TitleProtection {
  private var encoder: LaTeXEncoder
  private let isSentenceCase: Bool
  private let isAllCapitals: Bool
  private var startsSentence = true
  /// Whether `startsSentence` comes from a mark, and not from the title's start.
  private var isBehindMark = false
  /// How deep braces of the text, and spans that keep their case, stand around.
  private var depth = 0

  /// The encoded title, its words braced where need be. `title` may hold CSL's rich-text tags where `isRich`; in another
  /// language than English all of it stays as it is.
  static func encoded(_ title: String, isRich: Bool, language: String? = nil) -> String {
    if let language, !language.lowercased().hasPrefix("en"), title.contains(where: \.isUppercase) {
      return "{" + (isRich ? LaTeXEncoder.encoded(title) : LaTeXEncoder.encoded(plain: title)) + "}"
    }
    var protection = TitleProtection(title, isRich: isRich)
    protection.write(title, isRich: isRich)
    return protection.encoder.result
  }

  /// A rich text without its spans that keep their case; nil where it has none.
  static func withoutProtection(_ title: String) -> String? {
    let opening = "<span class=\"nocase\">"
    let bytes = Array(title.utf8)
    guard title.utf8.count > opening.utf8.count else { return nil }
    var result: [UInt8] = []
    var index = 0
    var open: [Bool] = []
    var hasSpans = false
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        let rest = bytes[index...]
        if rest.starts(with: opening.utf8) {
          open.append(true)
          hasSpans = true
          index += opening.utf8.count
          continue
        }
        if rest.starts(with: "<span ".utf8) { open.append(false) }
        if rest.starts(with: "</span>".utf8), open.popLast() == true {
          index += 7
          continue
        }
      }
      result.append(bytes[index])
      index += 1
    }
    return hasSpans ? String(decoding: result, as: UTF8.self) : nil
  }

  private init(_ title: String, isRich: Bool) {
    encoder = LaTeXEncoder(for: title)
    var plain = ""
    if isRich {
      for case .text(let text) in RichTextTags(title).pieces { plain += text }
    } else {
      plain = title
    }
    let words = plain.split(separator: " ")
    isAllCapitals = words.count > 2 && !plain.contains(where: \.isLowercase)
    isSentenceCase = !Self.isTitleCase(words)
  }

  private mutating func write(_ title: String, isRich: Bool) {
    guard isRich else { return add(title[...]) }
    var opened: [Bool] = []
    var pieces = RichTextTags(title).pieces[...]
    while let piece = pieces.popFirst() {
      switch piece {
      case .text(let text): add(text)
      case .opening(let kind):
        // A brace before a command would be a special character to BibTeX; another one around it is not.
        var isDouble = false
        if case .noCase = kind, case .opening? = pieces.first { isDouble = true }
        encoder.add(command: LaTeXEncoder.command(of: kind) + (isDouble ? "{" : ""))
        opened.append(isDouble)
        if case .noCase = kind { depth += 1 }
      case .closing(let kind):
        encoder.add(command: opened.popLast() == true ? "}}" : "}")
        if case .noCase = kind { depth -= 1 }
      }
    }
  }

  /// Adds text between two tags, word by word.
  private mutating func add(_ text: Substring) {
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == " " {
        addWord(text[start..<index])
        encoder.add(" ")
        start = text.index(after: index)
      }
      index = text.index(after: index)
    }
    addWord(text[start...])
  }

  private mutating func addWord(_ word: Substring) {
    guard !word.isEmpty else { return }
    let isFirst = startsSentence
    let isProtected = depth > 0 || word.contains("{")
    for character in word { depth += character == "{" ? 1 : character == "}" && depth > 0 ? -1 : 0 }
    let needsBraces = !isProtected && needsBraces(word, isFirst: isFirst)
    if word.contains(where: { $0.isLetter || $0.isNumber }) {
      startsSentence = false
      isBehindMark = false
    }
    if let last = word.last(where: { !")\"”’]".contains($0) }), ".?!:".contains(last) {
      startsSentence = true
      // BibTeX itself keeps a capital behind a colon.
      isBehindMark = last != ":"
    }
    if needsBraces { addBraced(word) } else { encoder.add(word) }
  }

  /// A word's letters in braces; what stands around them stays outside, so that kerning and line breaks do too.
  private mutating func addBraced(_ word: Substring) {
    guard let first = word.firstIndex(where: { $0.isLetter || $0.isNumber }),
      var last = word.lastIndex(where: { $0.isLetter || $0.isNumber })
    else { return encoder.add(word) }
    // The last stop of «U.S.» is its own.
    let next = word.index(after: last)
    if next < word.endIndex, word[next] == ".", word[first...last].contains(".") { last = next }
    encoder.add(word[..<first])
    encoder.add(command: "{")
    encoder.add(word[first...last])
    encoder.add(command: "}")
    encoder.add(word[word.index(after: last)...])
  }

  private func needsBraces(_ word: Substring, isFirst: Bool) -> Bool {
    guard !isAllCapitals else { return false }
    var letters = 0
    var startsUpper = false
    var hasInnerCapital = false
    for character in word where character.isLetter {
      if letters == 0 { startsUpper = character.isUppercase } else if character.isUppercase { hasInnerCapital = true }
      letters += 1
    }
    if hasInnerCapital { return isSentenceCase || !Self.isHyphenatedTitleCase(word) }
    return startsUpper && isSentenceCase && (!isFirst || isBehindMark)
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

  /// Whether small words have capitals too, or two thirds of the longer ones behind the first, and three at least: names
  /// alone are no title case.
  private static func isTitleCase(_ words: [Substring]) -> Bool {
    var capitals = 0
    var longer = 0
    for word in words.dropFirst() {
      let letters = word.filter(\.isLetter)
      let startsUpper = letters.first?.isUppercase == true
      if startsUpper, smallWords.contains(String(letters)) { return true }
      guard letters.count > 3 else { continue }
      longer += 1
      if startsUpper { capitals += 1 }
    }
    return capitals >= 3 && 3 * capitals >= 2 * longer
  }

  /// Words that only title case gives a capital to.
  private static let smallWords: Set<String> = ["Of", "And", "In", "On", "For", "With", "To", "From", "By", "At", "Is"]
}
