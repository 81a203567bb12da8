/// One manner of writing a list of names.
struct StyledNames {
  enum Order { case inverted, given, firstInverted }
  enum Given { case bare, dotted, spaced, full, dottedBare }

  var order: Order
  var given: Given
  var isUpper: Bool
  var separator: String
  var last: String
  var limit: Int
  var others: String
  /// Between a family name and what follows it.
  var comma: String

  init(isGerman: Bool, random: inout Random) {
    order = random.one(of: [.inverted, .inverted, .inverted, .given, .firstInverted])
    given =
      isGerman
      ? random.one(of: [.full, .full, .full, .dotted, .spaced])
      : random.one(of: [.bare, .bare, .dotted, .dotted, .spaced, .full, .dottedBare])
    isUpper = random.once(in: 9)
    separator =
      isGerman
      ? random.one(of: ["; ", "/", " / ", ", ", ", ", "/ ", " ; "])
      : random.one(of: [", ", ", ", ", ", "; ", "; ", " / ", " ; ", "/"])
    let ties =
      isGerman
      ? [" und ", " & ", separator, separator, ", und ", " u. "]
      : [
        " and ", ", and ", " & ", ", & ", separator, separator, " y ", " e ", " et ", " und ", "; and ", " och ", " a ",
        " in ",
      ]
    last = random.one(of: ties)
    limit = random.one(of: [1, 3, 6, 99, 99, 99])
    others =
      isGerman
      ? random.one(of: [" et al.", " u. a.", " u.a.", " et al", " ; u. a."])
      : random.one(of: [
        ", et al.", " et al.", ", et al", " et al", "; et al.", ", and others", " & others", ", ...", " et coll.",
        ", 等",
      ])
    comma = given == .bare || given == .dottedBare ? random.one(of: [" ", " ", " ", ", "]) : ", "
    if order == .inverted, comma == ", ", given == .full, separator == ", ", !last.contains("d") {
      separator = "; "; last = "; "
    }
  }

  func write(_ people: [KnownWork.Person], _ random: inout Random) -> String {
    var text = ""
    let shown = people.count > limit ? min(limit, people.count) : people.count
    for (index, person) in people.prefix(shown).enumerated() {
      if index > 0 { text += index == shown - 1 && shown == people.count ? last : separator }
      text += one(person, isFirst: index == 0, &random)
    }
    return shown < people.count ? text + others : text
  }

  private func one(_ person: KnownWork.Person, isFirst: Bool, _ random: inout Random) -> String {
    if person.isBody { return person.family }
    let family = isUpper ? person.family.uppercased() : person.family
    let given = givenText(person.given, &random)
    let isInverted = order == .inverted || order == .firstInverted && isFirst
    return isInverted ? family + comma + given : given + " " + family
  }

  private func givenText(_ text: String, _ random: inout Random) -> String {
    let parts = text.split { " .".contains($0) }.map(String.init)
    var initials: [Character] = parts.flatMap { part in
      part.allSatisfy(\.isUppercase) && part.count <= 4 ? Array(part) : Array(part.prefix(1))
    }
    if initials.isEmpty { initials = ["A"] }
    switch given {
    case .bare: return String(initials)
    case .dotted: return initials.map { "\($0)." }.joined()
    case .dottedBare: return initials.map { "\($0)." }.joined()
    case .spaced: return initials.map { "\($0)." }.joined(separator: " ")
    case .full:
      let full = parts.first.flatMap { $0.count > 2 && $0.dropFirst().contains(where: \.isLowercase) ? $0 : nil }
      let first = full ?? Self.name(for: initials[0], &random)
      let middle = initials.count > 1 ? (random.once(in: 3) ? "" : " \(initials[1]).") : ""
      return first + middle
    }
  }

  /// A given name that starts with this letter.
  static func name(for initial: Character, _ random: inout Random) -> String {
    let fitting = WordLists.givenNames.filter { $0.first == initial }
    return random.one(of: fitting.isEmpty ? WordLists.givenNames : fitting)
  }
}
