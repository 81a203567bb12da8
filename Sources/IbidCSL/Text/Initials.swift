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
    var result = ""
    for token in tokens(of: given, splitsCapitals: splitsCapitals) {
      let isWhole = token.isInitial ? false : !shortensWords || !token.startsUppercase
      if token.followsHyphen {
        // «Guo-ping» is «G.»
        if isWhole, shortensWords { continue }
        if keepsHyphen || isWhole {
          trimBlanks(&result)
          result += "-"
        }
      } else if isWhole, !result.isEmpty, result.utf8.last != 0x20 {
        result += " "
      }
      result += isWhole ? token.text + " " : token.initial + mark
    }
    trimBlanks(&result)
    return result
  }

  /// Whether a list writes initials together, as PubMed does: `BJ`. One name alone cannot tell, so that a single
  /// author counts only where the item has a PMID.
  static func areJoined(in names: [Name], of item: Item) -> Bool {
    let persons = names.filter { $0.given?.isEmpty == false }
    guard persons.count > 1 || item[.PMID] != nil || item.pubmed != nil else { return false }
    return !persons.isEmpty
      && persons.allSatisfy { name in
        let scalars = (name.given ?? "").unicodeScalars
        return scalars.count <= 3 && scalars.allSatisfy(\.properties.isUppercase)
      }
  }

  private struct Token {
    var text: String
    var followsHyphen: Bool
    /// Whether it is one letter, or an abbreviation that ends in a point.
    var isInitial: Bool
    var startsUppercase: Bool
    var initial: String
  }

  private static func tokens(of given: String, splitsCapitals: Bool) -> [Token] {
    var tokens: [Token] = []
    var word: [Unicode.Scalar] = []
    var followsHyphen = false
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
      let isInitial = word.count == 1 || hasPoint && word.count <= 2
      tokens.append(
        Token(
          text: hasPoint && !isInitial ? text + "." : text, followsHyphen: followsHyphen, isInitial: isInitial,
          startsUppercase: !first.properties.isLowercase, initial: isInitial ? text : initial(of: word)))
      followsHyphen = false
    }
    for scalar in given.unicodeScalars {
      switch scalar {
      case ".": flush(hasPoint: true)
      case "-", "–", "‐":
        flush()
        followsHyphen = !tokens.isEmpty
      case _ where scalar.properties.isWhitespace: flush()
      default: word.append(scalar)
      }
    }
    flush()
    return tokens
  }

  /// The first letter; of «TSerendorj», where two capitals stand for one sound, both.
  private static func initial(of word: [Unicode.Scalar]) -> String {
    let first = word[0].properties.uppercaseMapping
    guard word.count > 2, word[0].properties.isUppercase, word[1].properties.isUppercase,
      word[2].properties.isLowercase
    else { return first }
    return first + word[1].properties.lowercaseMapping
  }

  private static func trimBlanks(_ text: inout String) {
    while text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
  }
}
