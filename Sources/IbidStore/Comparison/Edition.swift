internal import IbidModel
internal import IbidText

/// An edition as it is compared: `2nd ed.` is `Second edition` and `2., überarb. Auflage`.
struct Edition: Equatable {
  private let number: Int?
  /// What it says where that is no number.
  private let words: [String]

  init(_ text: String) {
    let words = SearchKey.words(of: text)
    number = words.lazy.compactMap(Self.number).first
    self.words = number == nil ? words.filter { !Self.left.contains($0) } : []
  }

  private static func number(_ word: String) -> Int? {
    if let index = ordinals.firstIndex(where: { $0.contains(word) }) { return index + 1 }
    let digits = word.prefix { ("0"..."9").contains($0) }
    return digits.utf8.count < 4 ? Int(digits) : nil
  }

  private static let left: Set<String> = ["edition", "ed", "edn", "auflage", "aufl", "edicion", "edizione"]

  private static let ordinals: [Set<String>] = [
    ["first", "erste", "premiere", "primera", "prima"], ["second", "zweite", "deuxieme", "segunda", "seconda"],
    ["third", "dritte", "troisieme", "tercera", "terza"], ["fourth", "vierte", "quatrieme", "cuarta", "quarta"],
    ["fifth", "funfte", "cinquieme", "quinta"], ["sixth", "sechste", "sixieme", "sexta", "sesta"],
    ["seventh", "siebte", "septieme", "septima", "settima"], ["eighth", "achte", "huitieme", "octava", "ottava"],
    ["ninth", "neunte", "neuvieme", "novena", "nona"], ["tenth", "zehnte", "dixieme", "decima"],
  ]
}
