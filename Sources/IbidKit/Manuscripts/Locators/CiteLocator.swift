import IbidCSL
import IbidModel

/// What stands behind a key, taken apart into a locator and the author's own words: `, pp. 33-35, 38 and passim`.
///
/// A locator is a word of the style's language for what is counted and the numbers behind it, or pages without such a
/// word where they have a digit. Numbers are digits with what hangs on them (`12a`, `S3`, `3:12`, `II.3.4`, `34(1)`),
/// Roman numerals, ranges and lists of these. Braces tell where a locator begins and ends in all other cases:
/// `{ii, A, D-Z}`; empty ones say that none is there.
///
/// Source: pandoc's manual, «Citation syntax».
struct CiteLocator: Hashable {
  /// CSL's name of what is counted; nil where there is no locator.
  private(set) var label: String?
  private(set) var value: String?
  /// The author's words behind it, with CSL's tags; nil where there are none.
  private(set) var suffix: String?

  init(_ tokens: [CiteToken], terms: LocatorTerms) {
    let grammar = LocatorGrammar(tokens: tokens, terms: terms)
    var rest = tokens[...]
    var wantsComma = true
    if let found = grammar.locator() {
      rest = tokens[found.end...]
      let text = found.value.trimmedBlanks
      if !text.isEmpty {
        // A hyphen joins a range; where a style wants another mark between pages, it says so.
        (label, value) = (found.label, text.replacing("-", with: "–"))
        wantsComma = false
      }
    }
    // Words of the author are set off by a comma where nothing else does.
    let first = rest.first { !$0.text.isEmpty }
    let startsWord = first.map { $0.kind != .blank && $0.kind != .mark && $0.text.first != ":" } ?? false
    let words = (wantsComma && startsWord ? ", " : "") + rest.map(\.rich).joined()
    suffix = words.trimmedBlanks.isEmpty ? nil : words.withoutLastBlanks
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmedBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  fileprivate var withoutLastBlanks: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}
