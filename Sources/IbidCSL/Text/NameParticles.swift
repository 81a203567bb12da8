import IbidModel

/// Takes particles and suffixes out of names that carry them inside `family` and `given`.
///
/// Source: citeproc-js manual, «Parsing names»: no part of CSL, and needed for what reference managers export.
enum NameParticles {
  /// The name with its particles apart; as it is where it has them already or asks for no parsing.
  static func parsed(_ name: Name) -> Name {
    guard var family = name.family, !family.isEmpty else { return name }
    var name = name
    if !name.other.isEmpty, let flag = name.other.last(where: { $0.name == "parse-names" })?.value,
      flag == .bool(false) || flag.integer == 0
    {
      return name
    }
    if family.utf8.count > 1, family.utf8.first == UInt8(ascii: "\""), family.utf8.last == UInt8(ascii: "\"") {
      name.family = String(family.dropFirst().dropLast())
      return name
    }
    if name.nonDroppingParticle == nil, name.droppingParticle == nil, startsLowercase(family) {
      var words: [Substring] = []
      var rest = family[...]
      while let (word, behind) = leadingParticle(of: rest) {
        words.append(word)
        rest = behind
      }
      if !words.isEmpty, !rest.isEmpty {
        name.nonDroppingParticle = words.joined(separator: " ")
        family = String(rest)
        name.family = family
      }
    }
    if let given = name.given { takeSuffix(from: given, into: &name) }
    if name.droppingParticle == nil, let given = name.given { takeDroppingParticle(from: given, into: &name) }
    return name
  }

  private static func startsLowercase(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != "'" && $0 != "’" && $0 != "ʻ" }?.properties.isLowercase ?? false
  }

  /// The first word in lower case with what follows it; `d’` needs no blank behind.
  private static func leadingParticle(of text: Substring) -> (Substring, Substring)? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first(where: { $0 != "'" && $0 != "’" }), first.properties.isLowercase else { return nil }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if scalar == " " { return (text[..<index], text[next...].drop { $0 == " " }) }
      if scalar == "'" || scalar == "’" || scalar == "-", index > scalars.startIndex {
        // Only a short particle such as `d’`, `l’`, `al-` ends here.
        guard next < scalars.endIndex, scalars[next].properties.isUppercase,
          text[..<index].utf8.count <= 3
        else { return nil }
        return (text[..<next], text[next...])
      }
      index = next
    }
    return nil
  }

  private static func takeSuffix(from given: String, into name: inout Name) {
    guard name.suffix == nil, let comma = given.utf8.firstIndex(of: UInt8(ascii: ",")) else { return }
    var rest = given[given.utf8.index(after: comma)...]
    let forcesComma = rest.utf8.first == UInt8(ascii: "!")
    if forcesComma { rest = rest.dropFirst() }
    let suffix = String(rest.drop { $0 == " " })
    guard !suffix.isEmpty else { return }
    let known = suffix.lowercased().filter { $0 != "." }
    if forcesComma || known == "jr" || known == "sr" {
      name.other.append(JSONMember("comma-suffix", .bool(true)))
    }
    name.suffix = suffix
    name.given = String(given[..<comma])
  }

  /// Words in lower case at the end of the given names: `Ludwig van`.
  private static func takeDroppingParticle(from given: String, into name: inout Name) {
    var words = given.split(separator: " ")
    var particle: [Substring] = []
    while words.count > 1, let last = words.last,
      last.unicodeScalars.allSatisfy({
        $0.properties.isLowercase || $0 == "'" || $0 == "’" || $0 == "."
      })
    {
      particle.insert(words.removeLast(), at: 0)
    }
    guard !particle.isEmpty else { return }
    name.droppingParticle = particle.joined(separator: " ")
    name.given = words.joined(separator: " ")
  }
}
