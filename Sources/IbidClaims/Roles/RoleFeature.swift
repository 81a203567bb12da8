/// One column of `RoleRows`: what it is, in words for a person.
enum RoleFeature {
  /// The names of the columns, in their order; several have one name and count together.
  static let all: [String] = {
    let roles = SentenceRole.allCases.count
    func times(_ count: Int, _ name: String) -> [String] { Array(repeating: name, count: count) }
    var names = times(1 + roles + RoleModel.researchAnswers, words) + ["where articles cite"]
    names += ShapeFeature.allCases.map(\.name)
    names.append("its own citation")
    let beside = RoleRows.shapesBeside.count
    for (name, extra) in [("before", beside), ("behind", beside), ("before", 0), ("behind", 0)] {
      names += times(roles, "what the sentences \(name) it do") + ["whether sentences \(name) it are cited"]
      names += times(1 + extra, "what the sentences \(name) it do")
    }
    names += times(roles, "what the article does") + times(roles, "what its paragraph does")
    names += times(RoleModel.researchAnswers, "what the article does")
    names += times(3, "its place in the paragraph")
    names += ["whether sentences before it are cited", "whether sentences behind it are cited"]
    names += ["how much the article cites", "how much its paragraph cites", "how much its section cites"]
    names += ["its place in the article"] + times(6, "the section that it stands in")
    names += times(3, "how much the article cites") + times(3, "what the article does")
    names += ["what was said before", "what was said before", "its heading's words", "what is said next"]
    return names
  }()

  /// The name of what the words of a sentence say.
  static let words = "its words"
}

extension ShapeFeature {
  /// What it is, in words for a person.
  var name: String {
    switch self {
    case .length, .characters, .wordLength: "its length"
    case .numbers, .percents: "the numbers in it"
    case .years: "the years in it"
    case .capitals, .acronyms: "the names in it"
    case .parentheses, .commas, .colons, .dashes, .symbols, .endsInColon: "how it is pointed"
    case .quotes: "the quotation marks in it"
    case .asks: "whether it asks"
    case .exclamations: "whether it exclaims"
    case .writer, .writers: "whether it speaks of its writers"
    case .reader, .imperative: "whether it speaks to its reader"
    case .modal, .hedge: "how sure it is"
    case .norm: "whether it judges a thing"
    case .evidence: "whether it names evidence"
    case .definition: "whether it defines"
    case .negation: "whether it denies"
    case .quantity: "whether it counts in words"
    case .comparison: "whether it compares"
    case .past, .present, .ed, .ing: "its tense"
    case .display, .this: "whether it points at the text itself"
    case .cause: "whether it says that one thing affects another"
    case .ly, .nominal: "how its words are made"
    case .connective, .demonstrative, .startsSmall: "how it begins"
    }
  }
}
