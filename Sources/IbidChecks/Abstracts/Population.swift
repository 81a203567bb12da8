import IbidText

/// Whom a text is about, where it says so in the plainest words.
enum Population: String, CaseIterable {
  case children, adults, men, women, animals

  /// The populations that a text names.
  static func all(in text: String) -> Set<Population> {
    let words = Set(SearchKey.words(of: text))
    return Set(allCases.filter { !words.isDisjoint(with: $0.words) })
  }

  /// Whether a study of one cannot be one of the other.
  func excludes(_ other: Population) -> Bool {
    switch (self, other) {
    case (.children, .adults), (.adults, .children), (.men, .women), (.women, .men): true
    case (.animals, let other), (let other, .animals): other != .animals
    default: false
    }
  }

  private var words: Set<String> {
    switch self {
    case .children:
      [
        "children", "child", "infants", "infant", "toddlers", "adolescents", "adolescent", "teenagers", "newborns",
        "pediatric", "paediatric", "schoolchildren",
      ]
    case .adults: ["adults", "elderly"]
    case .men: ["men", "boys", "male"]
    case .women: ["women", "girls", "female", "pregnant", "mothers"]
    case .animals: ["mice", "mouse", "rats", "rat", "murine", "rodents", "zebrafish", "rabbits", "monkeys", "dogs"]
    }
  }
}
