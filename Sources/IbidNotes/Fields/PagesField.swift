import IbidModel
import IbidText

/// Reads pages: `986–988`, `611–4`, `e0270221`, `S. 151-170`, `pp. 1–16`.
enum PagesField {
  /// The pages in full, with a hyphen for every dash and no blanks; nil where the span holds no letter or digit.
  static func pages(_ bytes: [UInt8], _ tokens: ArraySlice<Token>) -> String? {
    var text = String.UnicodeScalarView()
    var index = tokens.startIndex
    // «pp.», «S.», «p», «págs.» before a number.
    while index < tokens.endIndex, tokens[index].isWord, isLabel(bytes, tokens, index) {
      index += 1
      while index < tokens.endIndex, tokens[index].kind == .mark { index += 1 }
    }
    while index < tokens.endIndex {
      let token = tokens[index]
      // «144ff.»: and the pages behind it.
      if index > tokens.startIndex, token.kind == .lower, ["f", "ff"].contains(PackedWord(token, bytes)),
        tokens[index - 1].kind == .number
      {
        index += 1
        continue
      }
      let piece = String(decoding: bytes[token.range], as: UTF8.self).unicodeScalars
      if token.kind == .mark, let scalar = piece.first {
        if PageRange.isDash(scalar) {
          if text.last != "-" { text.append("-") }
        } else if scalar == "," || scalar == ";" || scalar == "." || scalar == "/" || scalar == "+" || scalar == ":" {
          text.append(scalar)
        }
      } else {
        if token.followsSpace, let last = text.last, last != "-" {
          text.append(isLostDash(bytes, tokens, before: index) ? "-" : " ")
        }
        text.append(contentsOf: piece)
      }
      index += 1
    }
    while let last = text.last, ",;.-:/ ".unicodeScalars.contains(last) { text.removeLast() }
    guard !text.isEmpty else { return nil }
    return PageRange.expanded(String(text))
  }

  /// «1536 1545»: a dash that a font or a scan lost.
  private static func isLostDash(_ bytes: [UInt8], _ tokens: ArraySlice<Token>, before index: Int) -> Bool {
    guard tokens.count == 2, index == tokens.startIndex + 1, tokens[index].kind == .number,
      tokens[index - 1].kind == .number, tokens[index].length > 1, tokens[index].length <= 5,
      let first = Int(String(decoding: bytes[tokens[index - 1].range], as: UTF8.self)),
      let last = Int(String(decoding: bytes[tokens[index].range], as: UTF8.self))
    else { return false }
    return first < last && last - first < 200
  }

  private static func isLabel(_ bytes: [UInt8], _ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    switch PackedWord(tokens[index], bytes) {
    case "pp", "p", "pages", "page", "pg", "pgs", "seiten", "seite", "pags", "pag", "art": true
    // «S12» is a page of a supplement, «S. 12» a German page.
    case "s": index + 1 < tokens.endIndex && (tokens[index + 1].kind == .mark || tokens[index + 1].followsSpace)
    default: String(decoding: bytes[tokens[index].range], as: UTF8.self).lowercased().hasPrefix("pág")
    }
  }
}
