import IbidModel

/// A piece of what stands behind a key, as the grammar of locators takes it: a word, one mark of punctuation, a blank, or
/// something with markup that is one thing.
struct CiteToken: Hashable {
  enum Kind: Hashable { case word, mark, blank, whole, formula }

  var kind: Kind
  /// As it reads.
  var text: String
  /// As the style's engine takes it: text with CSL's tags.
  var rich: String

  init(_ kind: Kind, _ text: String, rich: String? = nil) {
    self.kind = kind
    self.text = text
    self.rich = rich ?? text
  }

  /// Whether it is this one mark.
  func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }

  /// The tokens of a text without markup. Every blank and every mark of punctuation is one; `:` belongs to its word,
  /// as in `3:12`, and so do signs that are no punctuation.
  static func tokens(of text: String) -> [CiteToken] {
    var tokens: [CiteToken] = []
    var word = String.UnicodeScalarView()
    func flush() {
      if !word.isEmpty { tokens.append(CiteToken(.word, String(word))) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        flush()
        tokens.append(CiteToken(.blank, scalar == "\u{A0}" ? "\u{A0}" : " "))
      } else if isPunctuation(scalar) {
        flush()
        tokens.append(CiteToken(.mark, String(scalar)))
      } else {
        word.append(scalar)
      }
    }
    flush()
    return tokens
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      scalar != ":"
    default: false
    }
  }
}
