import IbidModel
internal import IbidText

/// Dates and extents as librarians write them.
enum CatalogueText {
  /// The date of `[1991]`, `c2003.`, `©2003`; nil where the text says none.
  static func date(_ text: String) -> CSLDate? {
    let plain = text.drop { "[c©".contains($0) }.filter { !"[]".contains($0) }
    let trimmed = plain.hasSuffix(".") ? String(plain.dropLast()) : String(plain)
    return RawDate.parsed(trimmed) ?? PubMedDate.range(trimmed)
  }

  /// The pages of `vii, 301 p. : ill. ; 26 cm`.
  static func pageCount(_ extent: String) -> String? {
    let words = extent.split { !($0.isLetter || $0.isNumber) }
    for (index, word) in words.enumerated().dropFirst() where words[index - 1].allSatisfy(\.isNumber) {
      let lowered = word.lowercased()
      if ["p", "pp", "s"].contains(lowered) || ["page", "seite", "pág"].contains(where: lowered.hasPrefix) {
        return String(words[index - 1])
      }
    }
    return nil
  }
}

extension Item {
  /// Sets a variable that has no value yet; an empty text says nothing.
  mutating func fill(_ variable: Variable, _ text: String?) {
    guard self[variable] == nil, let text, !text.isEmpty else { return }
    self[variable] = text
  }
}
