package import IbidModel

extension KeyPattern {
  /// The key that an item would have alone: its PMID or DOI where the pattern's fields are empty, else `item`.
  package func key(for item: Item) -> String {
    var key = ""
    var saysSomething = false
    for part in parts {
      switch part {
      case .literal(let text): key += text
      case .field(let field, let count, let filters):
        let text = filters.reduce(Self.text(field, count, of: item)) { Self.filtered($0, $1) }
        saysSomething = saysSomething || !text.isEmpty
        key += text
      }
    }
    if saysSomething { return String(key.prefix(Self.longest)) }
    let identifier = Self.ascii(item[.PMID] ?? item[.DOI] ?? "")
    return identifier.isEmpty ? "item" : String(identifier.prefix(Self.longest))
  }

  private static let longest = 80

  private static func filtered(_ text: String, _ filter: Filter) -> String {
    switch filter {
    case .lower: text.lowercased()
    case .upper: text.uppercased()
    case .capitalize: text.prefix(1).uppercased() + text.dropFirst()
    case .first(let length): String(text.prefix(length))
    }
  }

  private static func text(_ field: Field, _ count: Int?, of item: Item) -> String {
    switch field {
    case .auth: names(of: item).first ?? ""
    case .authEtAl: authorsEtAl(names(of: item))
    case .authors: names(of: item).prefix(count ?? .max).joined()
    case .year: item[date: .issued]?.year.map(String.init) ?? ""
    case .shortyear: String((item[date: .issued]?.year.map(String.init) ?? "").suffix(2))
    case .title: words(RichText.plain(item[.title] ?? "")).joined()
    case .shorttitle: tellingWords(RichText.plain(item[.title] ?? "")).prefix(3).joined()
    case .veryshorttitle: tellingWords(RichText.plain(item[.title] ?? "")).first ?? ""
    case .journal: words(item[.containerTitle] ?? "").joined()
    case .type: ascii(item.type.rawValue)
    }
  }

  private static func authorsEtAl(_ names: [String]) -> String {
    names.count > 2 ? names[0] + "EtAl" : names.joined()
  }

  /// Family names of the authors, of the editors where there are none; of a body the first word.
  private static func names(of item: Item) -> [String] {
    let names = item.nameLists[.author] ?? item.nameLists[.editor] ?? []
    return names.map { name in
      if let family = name.family { return ascii(family) }
      return (name.literal ?? "").split(separator: " ").first.map { ascii(String($0)) } ?? ""
    }.filter { !$0.isEmpty }
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && !"'’".contains($0) }
      .map { filtered(ascii(String($0)), .capitalize) }
      .filter { !$0.isEmpty }
  }

  /// The words of a title without articles, prepositions and conjunctions.
  private static func tellingWords(_ text: String) -> [String] {
    words(text).filter { !functionWords.contains($0.lowercased()) }
  }

  private static let functionWords: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "with",
    "der", "die", "das", "des", "dem", "den", "ein", "eine", "und", "zur", "zum", "von", "le", "la", "les", "un", "une",
    "du", "et", "el", "los", "las", "y",
  ]

  /// Letters and digits, Latin ones without their accents and in the case that they have.
  private static func ascii(_ text: String) -> String {
    var result = ""
    for character in text {
      let folded = SearchKey.folded(String(character)).filter { $0.isASCII && $0 != " " }
      result += character.isUppercase ? filtered(folded, .capitalize) : folded
    }
    return result
  }
}
