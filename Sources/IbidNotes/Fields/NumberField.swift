import IbidModel
import IbidText

/// Reads volumes and issues without the words before them: `Vol. 12`, `Jg. 27`, `n. 3`, `Suppl 2`, `XII`.
enum NumberField {
  /// The number as it was written; nil where the span holds neither a digit nor a word.
  static func number(_ bytes: [UInt8], _ tokens: ArraySlice<Token>) -> String? {
    var tokens = tokens
    while let first = tokens.first, tokens.count > 1, first.kind == .mark || isLabel(first, bytes) {
      tokens.removeFirst()
    }
    while let last = tokens.last, last.kind == .mark { tokens.removeLast() }
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let text = FieldText.cleaned(bytes, first.start..<last.end)
    return text.isEmpty ? nil : text
  }

  private static func isLabel(_ token: Token, _ bytes: [UInt8]) -> Bool {
    switch PackedWord(token, bytes) {
    case "vol", "vols", "volume", "band", "bd", "bde", "tome", "t", "v", "jg", "jahrgang", "no", "nr", "n", "num",
      "numero", "issue", "heft", "h", "number", "iss", "nro":
      true
    default: false
    }
  }
}
