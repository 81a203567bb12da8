package import IbidModel

/// Citation keys that a person can guess: `klasson2022`.
package enum CitationKey {
  /// The key that an item would have alone: its first author's family name and its year, the first word of its
  /// title where it has no author, `item` where it has neither. ASCII letters and digits only.
  package static func base(for item: Item) -> String {
    let name = item.nameLists[.author]?.first ?? item.nameLists[.editor]?.first
    var key: [UInt8] = []
    SearchKey.appendFolded(name?.family ?? name?.literal ?? "", to: &key)
    if name?.family == nil { key = Array(key.prefix { $0 != blank }) }
    if key.isEmpty {
      key = Array(SearchKey.words(of: item[.title] ?? "").first { $0.utf8.count > 3 }?.utf8 ?? "item".utf8)
    }
    key.removeAll { $0 == blank || $0 >= 0x80 }
    let word = key.isEmpty ? "item" : String(decoding: key.prefix(40), as: UTF8.self)
    return word + (item[date: .issued]?.year.map(String.init) ?? "")
  }

  private static let blank = UInt8(ascii: " ")

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
  package static func letters(_ number: Int) -> String {
    let last = String(Character(Unicode.Scalar(UInt8(97 + number % 26))))
    return number < 26 ? last : letters(number / 26 - 1) + last
  }
}
