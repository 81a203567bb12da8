/// English as a publisher's house spells it: «randomised», «randomized».
enum HouseSpelling {
  /// A text in small letters with one spelling for what is spelled in two ways in Britain and America. Two words that
  /// differ otherwise may become alike; it is for comparing titles that are nearly the same.
  static func plain(_ text: String) -> String {
    pairs.reduce(" " + text + " ") { $0.replacing($1.british, with: $1.american) }
  }

  private static let pairs: [(british: String, american: String)] = [
    ("our", "or"), ("ae", "e"), ("oe", "e"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"),
    ("ysi", "yzi"), ("ll", "l"), ("ogue", "og"), ("tre ", "ter "), ("tres ", "ters "), ("ence", "ense"), ("ph", "f"),
    ("grey", "gray"), ("amme", "am"), ("ageing", "aging"), ("judgement", "judgment"), ("mould", "mold"),
  ]
}
