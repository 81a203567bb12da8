internal import IbidModel
internal import IbidText

/// How the lists of names that several sources give become one.
///
/// A list that is broken off, or with which another one begins, gives way to the longer; then each person gets the best
/// form of the name that any source has: given names rather than initials, and no capitals.
enum NameListMerge {
  /// Puts the lists into the record; the statements stand in their order, the better ones first.
  static func merge(into item: inout Item, from statements: [Statement]) {
    let variables = Set(statements.flatMap { $0.item.nameLists.lazy.map(\.variable) })
    for variable in variables.sorted(by: { $0.rawValue < $1.rawValue }) {
      let lists = statements.compactMap { NameListSaid($0, variable) }
      guard var best = lists.first else { continue }
      if best.kind != .edit {
        for other in lists.dropFirst() where other.names.count > best.names.count {
          if best.isBrokenOff || other.begins(with: best) { best = other }
        }
        for other in lists { best.complete(from: other) }
      }
      item[names: variable] = best.names
      if best.isBrokenOff { item.breakOff(names: variable) }
    }
    keepOneRole(in: &item, from: statements)
  }

  /// The same people as authors and as editors are what the better source says, unless one source says both.
  private static func keepOneRole(in item: inout Item, from statements: [Statement]) {
    let (authors, editors) = (item[names: .author], item[names: .editor])
    guard !authors.isEmpty, !editors.isEmpty else { return }
    let said = statements.map { ($0.item.nameLists[.author] != nil, $0.item.nameLists[.editor] != nil) }
    guard !said.contains(where: { $0.0 && $0.1 }) else { return }
    let (few, many) = authors.count <= editors.count ? (authors, editors) : (editors, authors)
    guard few.allSatisfy({ one in many.contains { PersonName.isSame(one, $0) } }) else { return }
    let isAuthored = said.first { $0.0 || $0.1 }?.0 ?? true
    item[names: isAuthored ? .editor : .author] = []
  }
}

/// What one source says of the people of a role.
private struct NameListSaid {
  var names: [Name]
  var isBrokenOff: Bool
  var kind: SourceKind

  /// Nil where the source names nobody.
  init?(_ statement: Statement, _ variable: Variable) {
    names = statement.item[names: variable]
    isBrokenOff = statement.item.isBrokenOff(names: variable)
    kind = statement.kind
    while let last = names.last, Self.isEtAl(last) {
      names.removeLast()
      isBrokenOff = true
    }
    if names.isEmpty { return nil }
  }

  private static func isEtAl(_ name: Name) -> Bool {
    let words = SearchKey.words(of: [name.familyOrLiteral, name.given ?? ""].joined(separator: " "))
    return [["et", "al"], ["al", "et"], ["and", "others"], ["others"], ["u", "a"]].contains(words)
  }

  func begins(with other: NameListSaid) -> Bool {
    names.count >= other.names.count && zip(names, other.names).allSatisfy(PersonName.isSame)
  }

  /// Takes over what the other list says better of the same people in the same places, where most are the same.
  mutating func complete(from other: NameListSaid) {
    let pairs = zip(names, other.names).map { (name: $0, other: $1, isSame: PersonName.isSame($0, $1)) }
    guard pairs.count(where: \.isSame) * 2 > pairs.count else { return }
    for (place, pair) in pairs.enumerated() where pair.isSame {
      names[place] = PersonName.completed(pair.name, from: pair.other)
    }
  }
}

/// One person's name, as two sources write it.
enum PersonName {
  /// Whether both can be of one person: one family name, and initials that go on where the other's end.
  static func isSame(_ one: Name, _ other: Name) -> Bool {
    guard family(one) == family(other) else { return false }
    let (initials, others) = (initials(of: one), initials(of: other))
    return initials.starts(with: others) || others.starts(with: initials)
  }

  /// The name, with what the other one, of the same person, says better.
  static func completed(_ name: Name, from other: Name) -> Name {
    var name = name
    if fullness(of: other) > fullness(of: name) { name.given = other.given }
    if let family = name.family, let otherFamily = other.family,
      isPlain(otherFamily) && !isPlain(family) || isPlain(otherFamily) && isASCII(family) && !isASCII(otherFamily)
    {
      name.family = otherFamily
      name.nonDroppingParticle = other.nonDroppingParticle
    }
    if name.orcid == nil { name.orcid = other.orcid }
    if name.suffix == nil { name.suffix = other.suffix }
    if name.affiliations.isEmpty { name.affiliations = other.affiliations }
    return name
  }

  private static func family(_ name: Name) -> String {
    let folded = SearchKey.folded(name.familyOrLiteral)
    return SpelledOutLetters.joined(folded) ?? folded
  }

  /// How much of the given names stands there: nothing, initials, names in capitals, names.
  private static func fullness(of name: Name) -> [Int] {
    let words = words(of: name)
    guard let longest = words.map(\.count).max() else { return [0, 0] }
    // `GD` is two initials.
    if longest == 1 || !hasNames(words, name) { return [1, initials(of: name).count] }
    return [isPlain(name.given ?? "") ? 3 : 2, 0]
  }

  private static func words(of name: Name) -> [Substring] {
    (name.given ?? "").split { !$0.isLetter && $0 != "'" && $0 != "’" }
  }

  /// Whether a word is a name and no row of initials, which are few and in capitals.
  private static func hasNames(_ words: [Substring], _ name: Name) -> Bool {
    words.contains { isName($0, name) }
  }

  private static func isName(_ word: Substring, _ name: Name) -> Bool {
    guard word.count > 1 else { return false }
    if word.contains(where: \.isLowercase) || !word.contains(where: \.isUppercase) { return true }
    return word.count > 3 || word.count > 2 && !isPlain(name.familyOrLiteral)
  }

  private static func initials(of name: Name) -> [Character] {
    words(of: name).flatMap { word -> [Character] in
      let letters = Array(SearchKey.folded(String(word)).replacing(" ", with: ""))
      return isName(word, name) ? Array(letters.prefix(1)) : letters
    }
  }

  /// Whether it is not in capitals alone.
  private static func isPlain(_ text: String) -> Bool {
    text.count < 3 || text.contains(where: \.isLowercase) || !text.contains(where: \.isUppercase)
  }

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}

extension [Int] {
  fileprivate static func > (one: [Int], other: [Int]) -> Bool { other.lexicographicallyPrecedes(one) }
}
