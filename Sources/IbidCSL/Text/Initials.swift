/// Makes initials of given names.
///
/// Source: CSL 1.0.2, «Name»: `initialize-with`, `initialize`, `initialize-with-hyphen`.
enum Initials {
  /// `John Fitzgerald` as `J. F.` where `mark` is «. »; lower-case words (`de`) stay whole.
  static func of(_ given: String, mark: String, keepsHyphen: Bool) -> String {
    build(given, mark: mark, keepsHyphen: keepsHyphen, shortensWords: true)
  }

  /// The initials that `given` has already in the style's form, full names as they are.
  static func normalized(_ given: String, mark: String, keepsHyphen: Bool) -> String {
    build(given, mark: mark, keepsHyphen: keepsHyphen, shortensWords: false)
  }

  private static func build(_ given: String, mark: String, keepsHyphen: Bool, shortensWords: Bool) -> String {
    var result = ""
    for token in tokens(of: given) {
      let isWhole = !shortensWords && !token.isInitial || !token.startsUppercase
      if token.followsHyphen, keepsHyphen, !isWhole || result.utf8.last != 0x20 {
        trimBlanks(&result)
        result += "-"
      } else if isWhole, !result.isEmpty, result.utf8.last != 0x20 {
        result += token.followsHyphen ? "-" : " "
      }
      if isWhole {
        result += token.text
      } else {
        if !result.isEmpty, !token.followsHyphen, endsInWord(result) { result += " " }
        result += token.initial + mark
      }
      if isWhole { result += " " }
    }
    trimBlanks(&result)
    return result
  }

  private struct Token {
    var text: String
    var followsHyphen: Bool
    /// Whether it is one letter, or ends in a point.
    var isInitial: Bool
    var startsUppercase: Bool
    var initial: String
  }

  private static func tokens(of given: String) -> [Token] {
    var tokens: [Token] = []
    var word: [Unicode.Scalar] = []
    var followsHyphen = false
    func flush(_ hasPoint: Bool) {
      defer { word = [] }
      guard let first = word.first else { return }
      let text = String(String.UnicodeScalarView(word))
      // «Yu.» keeps both letters only where the name is written as an initial of two letters.
      let isInitial = word.count == 1 || hasPoint && word.count <= 2
      let initial = isInitial && word.count > 1 ? text : String(first).uppercased()
      tokens.append(
        Token(
          text: hasPoint && !isInitial ? text + "." : text, followsHyphen: followsHyphen, isInitial: isInitial,
          startsUppercase: !first.properties.isLowercase, initial: initial))
      followsHyphen = false
    }
    for scalar in given.unicodeScalars {
      switch scalar {
      case ".": flush(true)
      case "-", "–", "‐":
        flush(false)
        followsHyphen = !tokens.isEmpty
      case _ where scalar.properties.isWhitespace: flush(false)
      default: word.append(scalar)
      }
    }
    flush(false)
    // «BJ»: initials written together.
    return tokens.flatMap(splitCapitals)
  }

  /// `BJ` and `JRR` are initials written together.
  private static func splitCapitals(_ token: Token) -> [Token] {
    let scalars = Array(token.text.unicodeScalars)
    guard (2...3).contains(scalars.count), !token.isInitial, scalars.allSatisfy(\.properties.isUppercase) else {
      return [token]
    }
    return scalars.enumerated().map { index, scalar in
      Token(
        text: String(scalar), followsHyphen: index == 0 && token.followsHyphen, isInitial: true,
        startsUppercase: true, initial: String(scalar))
    }
  }

  private static func endsInWord(_ text: String) -> Bool { false }

  private static func trimBlanks(_ text: inout String) {
    while text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
  }
}
