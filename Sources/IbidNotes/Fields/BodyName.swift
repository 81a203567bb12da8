import IbidText

/// Tells bodies by the form of their names where no word of theirs does.
enum BodyName {
  /// The tokens as the name of one body; nil where they are names of persons.
  static func name(_ bytes: [UInt8], _ tokens: ArraySlice<Token>) -> String? {
    guard tokens.count <= 3, let first = tokens.first, let last = tokens.last else { return nil }
    let words = tokens.filter(\.isWord)
    let isBody = words.count == tokens.count ? isFirm(words, bytes) : isPair(tokens, bytes)
    return isBody ? FieldText.cleaned(bytes, first.start..<last.end) : nil
  }

  /// «StepCorp»: one word that ends as firms do.
  private static func isFirm(_ words: [Token], _ bytes: [UInt8]) -> Bool {
    guard words.count == 1, let word = words.first, word.kind != .upper else { return false }
    let text = String(decoding: bytes[word.range], as: UTF8.self)
    return firms.contains { text.hasSuffix($0) && text.utf8.count > $0.utf8.count + 1 }
  }

  private static let firms = [
    "Corp", "Soft", "Labs", "Hub", "Tube", "Works", "Ware", "Net", "Tech", "Media", "Bank", "Health", "Coopers",
    "Group",
    "Inc", "Pharma", "Care", "Data", "Med", "Stat", "Press", "corp", "soft",
  ]

  /// «Alive & Walking»: before the sign an author would have initials.
  private static func isPair(_ tokens: ArraySlice<Token>, _ bytes: [UInt8]) -> Bool {
    guard tokens.count == 3, let sign = tokens.dropFirst().first, sign.kind == .mark,
      bytes[sign.start] == UInt8(ascii: "&")
    else { return false }
    return tokens.allSatisfy { $0.start == sign.start || $0.kind == .capitalized && $0.length > 2 }
  }
}
