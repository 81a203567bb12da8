import IbidModel
internal import IbidText

/// Braces around the words of a title whose capitals a BibTeX style must not take away: `{NHANES}`, `{mRNA}`, and,
/// where the title is in sentence case, names («in {Parkinson}'s disease»).
///
/// Braces stand inside of commands: BibTeX takes `{\textit{lacZ}}` for one character, and lowers its letters.
struct TitleProtection {
  private let bytes: [UInt8]
  private var encoder: LaTeXEncoder
  /// What the letters of each word are like, in order.
  private var letters: [Letters] = []
  private var word = 0
  private var isSentenceCase = true
  private var isAllCapitals = false
  /// Whether the text says itself of some words that they keep their case: who chose those meant no other names.
  private var hasOwnProtection = false
  private var startsSentence = true
  /// Whether `startsSentence` comes from a mark that BibTeX keeps no capital behind.
  private var isBehindMark = false
  /// How deep braces of the text, and spans that keep their case, stand around.
  private var depth = 0

  /// The encoded title, its words braced where need be. `title` may hold CSL's rich-text tags where `isRich`; in another
  /// language than English all of it stays as it is.
  static func encoded(_ title: String, isRich: Bool, language: String? = nil) -> String {
    if let language, !language.isEnglish, title.contains(where: \.isUppercase) {
      return "{" + (isRich ? LaTeXEncoder.encoded(title) : LaTeXEncoder.encoded(plain: title)) + "}"
    }
    let bytes = Array(title.utf8)
    let pieces = isRich ? RichTextTags(bytes).pieces : [.text(0..<bytes.count)]
    var protection = TitleProtection(bytes, pieces)
    protection.write(pieces)
    return protection.encoder.text
  }

  /// A rich text without the spans that keep their case where the writer would set them itself; nil where nothing but the
  /// plain text is left.
  static func withoutImplied(_ rich: String, plain: String, language: String?) -> String? {
    guard let bare = withoutProtection(rich) else { return rich }
    let isRich = bare != plain
    // Braces around all of it are no more than those of the field.
    if rich != "<span class=\"nocase\">" + bare + "</span>" {
      let written = encoded(bare, isRich: isRich, language: language)
      guard BibTeXValue.rich(Array(written.utf8)[...], isTitle: true).rich == rich else { return rich }
    }
    return isRich ? bare : nil
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

  private init(_ bytes: [UInt8], _ pieces: [RichTextTags.Piece]) {
    self.bytes = bytes
    encoder = LaTeXEncoder(for: bytes)
    hasOwnProtection = pieces.contains { if case .opening(.noCase) = $0 { true } else { false } }
    judgeCase(pieces)
  }

  private mutating func write(_ pieces: [RichTextTags.Piece]) {
    var opened: [Bool] = []
    for (number, piece) in pieces.enumerated() {
      switch piece {
      case .text(let range): forEachWord(in: range) { $0.add(word: $1) }
      case .opening(let kind):
        // A brace before a command would be a special character to BibTeX; another one around it is not.
        var isDouble = false
        if case .noCase = kind, number + 1 < pieces.count, case .opening = pieces[number + 1] { isDouble = true }
        encoder.add(command: LaTeXEncoder.command(of: kind))
        if isDouble { encoder.add(command: "{") }
        opened.append(isDouble)
        if case .noCase = kind { depth += 1 }
      case .closing(let kind):
        encoder.add(command: opened.popLast() == true ? "}}" : "}")
        if case .noCase = kind { depth -= 1 }
      }
    }
  }

  /// Gives what stands between blanks, which are written.
  private mutating func forEachWord(in range: Range<Int>, _ body: (inout TitleProtection, Range<Int>) -> Void) {
    var start = range.lowerBound
    for index in range where bytes[index] == 0x20 {
      body(&self, start..<index)
      encoder.add(command: " ")
      start = index + 1
    }
    body(&self, start..<range.upperBound)
  }

  private mutating func add(word: Range<Int>) {
    guard !word.isEmpty else { return }
    let letters = self.letters[self.word]
    self.word += 1
    let isProtected = depth > 0 || letters.hasBraces
    if letters.hasBraces {
      for byte in bytes[word] {
        depth += byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") && depth > 0 ? -1 : 0
      }
    }
    let needsBraces = !isProtected && needsBraces(word, letters)
    if letters.first != nil {
      startsSentence = false
      isBehindMark = false
    }
    if let mark = endMark(of: word) {
      startsSentence = true
      // BibTeX itself keeps a capital behind a colon.
      isBehindMark = mark != UInt8(ascii: ":")
    }
    guard needsBraces, let first = letters.first, var end = letters.end else { return encoder.add(bytes[word]) }
    // The last stop of «U.S.» is its own.
    let stop = UInt8(ascii: ".")
    if end < word.upperBound, bytes[end] == stop, bytes[first..<end].contains(stop) { end += 1 }
    // What stands around the letters stays outside, so that kerning and line breaks do too.
    encoder.add(bytes[word.lowerBound..<first])
    encoder.add(command: "{")
    encoder.add(bytes[first..<end])
    encoder.add(command: "}")
    encoder.add(bytes[end..<word.upperBound])
  }

  /// The mark that ends a sentence or its first half at the word's end, brackets and quotation marks apart.
  private func endMark(of word: Range<Int>) -> UInt8? {
    for byte in bytes[word].reversed() {
      switch byte {
      case UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: "'"): continue
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"): return byte
      default: return nil
      }
    }
    return nil
  }

  private func needsBraces(_ word: Range<Int>, _ letters: Letters) -> Bool {
    guard !isAllCapitals else { return false }
    if letters.hasInnerCapital { return isSentenceCase || !isHyphenatedTitleCase(word) }
    return letters.startsUpper && isSentenceCase && !hasOwnProtection && (!startsSentence || isBehindMark)
  }

  /// «Muscle-Strengthening» in a title in title case: capitals only behind its hyphens.
  private func isHyphenatedTitleCase(_ word: Range<Int>) -> Bool {
    let parts = bytes[word].split(whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") })
    return parts.count > 1
      && parts.allSatisfy { part in
        let letters = Letters(of: part)
        return letters.count != 1 && !letters.hasInnerCapital
      }
  }

  /// Tells sentence case from title case: in that small words have capitals too, or two thirds of the longer ones behind
  /// the first, and three at least: names alone are no title case.
  private mutating func judgeCase(_ pieces: [RichTextTags.Piece]) {
    var words = 0
    var capitals = 0
    var longer = 0
    var hasSmall = false
    func judge(_ letters: Letters) {
      guard letters.count > 0 else { return }
      words += 1
      hasSmall = hasSmall || letters.hasSmall
      guard words > 1 else { return }
      if letters.startsUpper, letters.count < 5, let first = letters.first, let end = letters.end,
        Self.smallWords.contains(String(decoding: bytes[first..<end], as: UTF8.self))
      {
        isSentenceCase = false
      }
      guard letters.count > 3 else { return }
      longer += 1
      if letters.startsUpper { capitals += 1 }
    }
    for case .text(let range) in pieces {
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, bytes[end] != 0x20 { end += 1 }
        if end > start {
          letters.append(Letters(of: bytes[start..<end]))
          judge(letters[letters.count - 1])
        }
        start = end + 1
      }
    }
    isAllCapitals = words > 2 && !hasSmall
    if capitals >= 3, 3 * capitals >= 2 * longer { isSentenceCase = false }
  }

  /// Words that only title case gives a capital to.
  private static let smallWords: Set<String> = ["Of", "And", "In", "On", "For", "With", "To", "From", "By", "At", "Is"]
}

/// What the letters of a word are like.
private struct Letters {
  var count = 0
  var startsUpper = false
  var hasInnerCapital = false
  var hasSmall = false
  var hasBraces = false
  /// Where the first letter or digit stands, and where the last one ends.
  var first: Int?
  var end: Int?

  init(of word: ArraySlice<UInt8>) {
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      var length = 1
      var isLetter = byte.isASCIILetter
      var isUpper = isLetter && byte < 0x60
      if byte >= 0x80 {
        length = min(word.endIndex - index, byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2)
        let scalar = String(decoding: word[index..<index + length], as: UTF8.self).unicodeScalars.first ?? " "
        isLetter = scalar.properties.isAlphabetic
        isUpper = scalar.properties.isUppercase
      }
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { hasBraces = true }
      if isLetter || byte.isASCIIDigit {
        first = first ?? index
        end = index + length
      }
      if isLetter {
        if count == 0 { startsUpper = isUpper } else if isUpper { hasInnerCapital = true }
        if !isUpper { hasSmall = true }
        count += 1
      } else if let end, end == index, byte >= 0x80 {
        // A mark belongs to the letter before it.
        self.end = index + length
      }
      index += length
    }
  }
}

extension String {
  fileprivate var isEnglish: Bool { utf8.count >= 2 && utf8.prefix(2).elementsEqual("en".utf8) }
}
