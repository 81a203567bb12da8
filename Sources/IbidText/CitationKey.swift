package import IbidModel

/// Citation keys that a person can guess: `klasson2022`.
package enum CitationKey {
  /// The key that an item would have alone: its first author's family name and its year, the first word of its
  /// title where it has no author, `item` where it has neither. ASCII letters and digits only.
  package static func base(for item: Item) -> String {
    let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
    let family = names.first?.family ?? names.first?.literal ?? ""
    var word = SearchKey.words(of: family).joined()
    if names.first?.family == nil, let first = SearchKey.words(of: family).first { word = first }
    if word.isEmpty {
      word = SearchKey.words(of: item[.title] ?? "").first { $0.utf8.count > 3 } ?? "item"
    }
    let ascii = String(word.unicodeScalars.filter(\.isASCII).prefix(40))
    return (ascii.isEmpty ? "item" : ascii) + (item[date: .issued]?.year.map(String.init) ?? "")
  }

  /// `base`, or `base` with the first of `a`, `b` … `z`, `aa`, `ab` … behind it that `isTaken` does not know.
  package static func free(_ base: String, isTaken: (String) throws -> Bool) rethrows -> String {
    guard try isTaken(base) else { return base }
    var number = 0
    while true {
      let key = base + letters(number)
      if try !isTaken(key) { return key }
      number += 1
    }
  }

  /// 0 as `a`, 25 as `z`, 26 as `aa`.
  private static func letters(_ number: Int) -> String {
    let last = String(Character(Unicode.Scalar(UInt8(97 + number % 26))))
    return number < 26 ? last : letters(number / 26 - 1) + last
  }
}
