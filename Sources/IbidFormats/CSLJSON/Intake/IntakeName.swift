import IbidModel
internal import IbidText

/// Names of CSL-JSON from anywhere as CSL has them: without empty parts, `name` as `literal`, strings read as names.
enum IntakeName {
  /// The names of a list, an object or a text.
  static func names(_ value: JSONValue) -> [Name] {
    switch value {
    case .array(let elements): elements.compactMap(name)
    case .object: name(value).map { [$0] } ?? []
    case .string(let text):
      // One name with its comma, or a list.
      text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1 && !text.contains(";") && !text.contains(" and ")
        ? WrittenName.name(text).map { [$0] } ?? [] : NameList(text).names
    default: []
    }
  }

  private static func name(_ value: JSONValue) -> Name? {
    switch value {
    case .string(let text): return IntakeText.line(text).flatMap(WrittenName.name)
    case .array(let parts):
      // Citoid: given and family name.
      let words = parts.compactMap { $0.text.flatMap(IntakeText.line) }
      return words.count == 2 ? Name(family: words[1], given: words[0]) : words.first.flatMap(WrittenName.name)
    case .object(let members): return name(of: members)
    default: return nil
    }
  }

  private static func name(of members: [JSONMember]) -> Name? {
    var name = Name()
    for member in members { read(member, into: &name) }
    // A name whose given names are said to be none is a body's, or a person's of one name.
    let isWhole = members.contains { member in
      member.name == "isInstitution" && member.value != .bool(false) && member.value.integer != 0
        || ["given", "first", "firstName"].contains(member.name) && member.value.text?.isEmpty == true
    }
    if isWhole, let family = name.family, name.given == nil {
      name.family = nil
      name.literal = family
    }
    if name.family == nil, name.nonDroppingParticle == nil, name.literal == nil, let given = name.given {
      // A name of one part is the whole name.
      (name.given, name.literal) = (nil, given)
    }
    let isEmpty = name.family == nil && name.literal == nil && name.nonDroppingParticle == nil && name.suffix == nil
    return isEmpty && name.other.isEmpty ? nil : name
  }

  private static func read(_ member: JSONMember, into name: inout Name) {
    guard case .string(let raw) = member.value else { return readRest(member, into: &name) }
    guard let text = IntakeText.line(raw) else { return }
    switch member.name {
    case "family", "last", "lastName", "surname": name.family = text
    case "given", "first", "firstName", "forename": name.given = text
    case "dropping-particle": name.droppingParticle = text
    case "non-dropping-particle": name.nonDroppingParticle = text
    case "suffix": name.suffix = text
    case "literal", "name", "full-name", "full_name", "collective": if name.literal == nil { name.literal = text }
    case "ORCID", "orcid": name.orcid = PubMedName.orcid(text) ?? text
    case "affiliation", "affiliations": name.affiliations.append(text)
    // Crossref: the order of a list says it too.
    case "sequence": break
    default: name.other.append(member)
    }
  }

  private static func readRest(_ member: JSONMember, into name: inout Name) {
    switch (member.name, member.value) {
    case ("affiliation", .array(let places)), ("affiliations", .array(let places)):
      name.affiliations += places.compactMap { ($0.text ?? $0["name"]?.text).flatMap(IntakeText.line) }
    case ("authenticated-orcid", _), (_, .null): break
    default: name.other.append(member)
    }
  }
}
