/// How the text of a note begins.
enum NoteBeginning {
  /// The text with a capital first: «Cf. Okafor». A comma that nothing precedes is left out; addresses, code and names
  /// like «iPhone» stay.
  static func capitalized(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first == "," || first == ";", text.dropFirst().first == " " {
      text = text.dropFirst(2)
    }
    guard let start = text.firstIndex(where: { $0.isLetter || $0.isNumber || $0 == "`" }), text[start].isLowercase,
      !text[..<start].contains("<")
    else { return String(text) }
    let word = text[start...].prefix { $0.isLetter || $0.isNumber }
    let rest = text[word.endIndex...]
    let isAddress = rest.first == ":" && rest.dropFirst().first?.isWhitespace == false || word == "www"
    guard !isAddress, !word.contains(where: \.isUppercase) else { return String(text) }
    return text[..<start] + text[start].uppercased() + text[text.index(after: start)...]
  }
}
