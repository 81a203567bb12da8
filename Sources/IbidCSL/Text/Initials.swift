import IbidModel

/// Makes initials of given names.
///
/// Source: CSL 1.0.2, «Name»: `initialize-with`, `initialize`, `initialize-with-hyphen`.
enum Initials {
  /// `John Fitzgerald` as `J. F.` where `mark` is «. »; words in lower case (`de`) stay whole.
  ///
  /// - Parameters:
  ///   - shortensWords: false leaves whole names as they are and gives only initials the style's form.
  ///   - keepsHyphen: whether `Jean-Luc` is `J.-L.` or `J.L.`.
  ///   - splitsCapitals: whether `BJ` is two initials.
  static func of(
    _ given: String, mark: String, shortensWords: Bool, keepsHyphen: Bool, splitsCapitals: Bool
  ) -> String {
    if shortensWords, !splitsCapitals, let plain = ofPlain(given, mark: mark) { return plain }
    var result = ""
    for token in tokens(of: given, splitsCapitals: splitsCapitals) {
      defer { close(token.closing, in: &result) }
      let isWhole = token.isInitial ? false : !shortensWords || !token.startsUppercase
      if token.followsHyphen {
        // «Guo-ping» is «G.»
        if isWhole, shortensWords {
          result += token.opening
          continue
        }
        if keepsHyphen || isWhole {
          trimBlanks(&result)
          result += "-"
        }
      } else if isWhole, let last = result.unicodeScalars.last, !last.isBlank {
        result += " "
      }
      result += token.opening + (isWhole ? token.text + " " : token.initial + mark)
    }
    trimBlanks(&result)
    return result
  }

  /// Initials of words that begin with one ASCII capital and hold nothing but small letters behind it, or stand
  /// alone with a point: most given names. Nil for all others.
  private static func ofPlain(_ given: String, mark: String) -> String? {
    var result: [UInt8] = []
    var isInWord = false
    var previous: UInt8 = 0x20
    for byte in given.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard !isInWord else { return nil }
        isInWord = true
        result.append(byte)
        result.append(contentsOf: mark.utf8)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): guard isInWord else { return nil }
      case UInt8(ascii: "."):
        guard previous >= 0x41, previous <= 0x5A else { return nil }
        isInWord = false
      case 0x20: isInWord = false
      default: return nil
      }
      previous = byte
    }
    var text = String(decoding: result, as: UTF8.self)
    trimBlanks(&text)
    return text
  }

  /// Whether a list writes initials together, as PubMed does: `BJ`. One name alone cannot tell: there the item's
  /// PMID decides, or all the other names of the document.
  static func areJoined(in names: [Name], _ context: CiteContext) -> Bool {
    let persons = names.count { $0.given?.isEmpty == false }
    guard persons > 1 || context.joinsInitials || context.item[.PMID] != nil else { return false }
    return persons > 0 && areJoined(in: names)
  }

  /// Whether all given names are up to three capitals.
  static func areJoined(in names: some Sequence<Name>) -> Bool {
    names.allSatisfy { name in
      let scalars = (name.given ?? "").unicodeScalars
      return scalars.count <= 3 && scalars.allSatisfy(\.isUpper)
    }
  }

  private struct Token {
    var text: String
    var followsHyphen: Bool
    /// Whether it is one letter, or an abbreviation that ends in a point.
    var isInitial: Bool
    var startsUppercase: Bool
    var initial: String
    /// Markup that begins before the word, and that ends behind it: «<b>John</b>».
    var opening = ""
    var closing = ""
  }

  private static func tokens(of given: String, splitsCapitals: Bool) -> [Token] {
    var tokens: [Token] = []
    var word: [Unicode.Scalar] = []
    var followsHyphen = false
    var opening = ""
    // Markup that begins inside a word is lost with the rest of the word.
    var opensInside = 0
    var openTags = 0
    func flush(hasPoint: Bool = false) {
      defer { word = [] }
      guard let first = word.first else { return }
      if splitsCapitals {
        for scalar in word { append([scalar], first: scalar, hasPoint: false) }
      } else {
        append(word, first: first, hasPoint: hasPoint)
      }
    }
    func append(_ word: [Unicode.Scalar], first: Unicode.Scalar, hasPoint: Bool) {
      let text = String(String.UnicodeScalarView(word))
      let isInitial = word.count == 1 || hasPoint
      tokens.append(
        Token(
          text: text, followsHyphen: followsHyphen, isInitial: isInitial,
          startsUppercase: first.properties.isAlphabetic && !first.isLower,
          initial: isInitial ? text : initial(of: word), opening: opening))
      opening = ""
      followsHyphen = false
    }
    func read(_ tag: RichTextParser.Tag) {
      if tag.isClosing, opensInside > 0 {
        opensInside -= 1
      } else if tag.isClosing {
        flush()
        guard !tokens.isEmpty, openTags > 0 else { return }
        tokens[tokens.count - 1].closing += tag.text
        openTags -= 1
      } else if word.isEmpty {
        opening += tag.text
        openTags += 1
      } else {
        opensInside += 1
      }
    }
    var rest = given.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "<":
        if let tag = RichTextParser.tag(before: rest) {
          rest = rest.dropFirst(tag.text.unicodeScalars.count - 1)
          read(tag)
        } else {
          word.append(scalar)
        }
      case ".": flush(hasPoint: true)
      case "-", "–", "‐":
        flush()
        followsHyphen = !tokens.isEmpty
      case _ where scalar.isBlank: flush()
      default: word.append(scalar)
      }
    }
    flush()
    return tokens
  }

  /// The first letter; of «TSerendorj», where two capitals stand for one sound, both.
  private static func initial(of word: [Unicode.Scalar]) -> String {
    let first = word[0].properties.uppercaseMapping
    guard word.count > 2, word[0].isUpper, word[1].isUpper,
      word[2].isLower
    else { return first }
    return first + word[1].properties.lowercaseMapping
  }

  /// Puts markup that ends here behind the text, before its blanks.
  private static func close(_ tags: String, in result: inout String) {
    guard !tags.isEmpty else { return }
    let blanks = result.unicodeScalars.reversed().prefix { $0 == " " }.count
    trimBlanks(&result)
    result += tags + String(repeating: " ", count: blanks)
  }

  private static func trimBlanks(_ text: inout String) {
    // Also those that do not break, which styles put between initials.
    while text.unicodeScalars.last?.isBlank == true { text.unicodeScalars.removeLast() }
  }
}
