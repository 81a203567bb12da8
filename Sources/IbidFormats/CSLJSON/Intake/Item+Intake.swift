import IbidModel

/// JSON gives each value back as it was; so an item is read as it was written where the intake mends none of its values.
extension Item {
  /// Whether `CSLJSONIntake` takes the item's complete JSON as it stands. False also of what only reading tells: numbers,
  /// dates that are more than year, month and day, members that CSL does not define, PubMed's facts.
  var passesIntake: Bool {
    guard !id.isEmpty, pubmed == nil, other.isEmpty, numericVariables.isEmpty, IntakeText.isLine(id)
    else { return false }
    return texts.allSatisfy { passes($0.variable, $0.value) }
      && dates.allSatisfy { $0.variable.kind == .date && $0.value.passesIntake }
      && nameLists.allSatisfy { $0.variable.kind == .names && $0.value.allSatisfy(\.passesIntake) }
      && customPasses
  }

  private func passes(_ variable: Variable, _ text: String) -> Bool {
    // `event` is read as `event-title`; dates and names are no texts.
    guard variable <= .volume, variable != .event else { return false }
    let rich = richTexts.isEmpty ? nil : richTexts[variable]
    let written = rich ?? text
    guard IntakeText.isClean(written, of: variable) || IntakeText.value(written, of: variable) == written else {
      return false
    }
    switch variable {
    case .DOI, .PMID, .PMCID, .ISSN, .ISBN:
      return rich == nil && CSLJSONIntake.identifier(variable, text) ?? text == text
    default:
      let plain = RichText.plain(written)
      return plain == text && (plain == written) == (rich == nil)
    }
  }

  /// Members of `custom` stay as they are, but for those with a variable's name, and numbers, which JSON spells.
  private var customPasses: Bool {
    for (index, member) in custom.enumerated() {
      guard Variable(name: member.name) == nil, member.value.isOfStrings,
        !custom[..<index].contains(where: { $0.name == member.name })
      else { return false }
    }
    return true
  }
}

extension Name {
  fileprivate var passesIntake: Bool {
    guard family != nil || literal != nil, other.isEmpty, affiliations.isEmpty, orcid == nil else { return false }
    return [family, given, droppingParticle, nonDroppingParticle, suffix, literal].allSatisfy { part in
      part.map(IntakeText.isLine) ?? true
    }
  }
}

extension CSLDate {
  fileprivate var passesIntake: Bool {
    guard let start, end == nil, !isCirca, literal == nil, other.isEmpty, start.season == nil else { return false }
    return (1...9_999).contains(start.year) && start.month.map { (1...12).contains($0) } ?? (start.day == nil)
      && start.day.map { (1...31).contains($0) } ?? true
  }
}

extension JSONValue {
  /// Whether it is a string, or holds nothing but strings, three levels deep.
  fileprivate var isOfStrings: Bool { isOfStrings(depth: 3) }

  private func isOfStrings(depth: Int) -> Bool {
    switch self {
    case .string: true
    case .array(let elements): depth > 0 && elements.allSatisfy { $0.isOfStrings(depth: depth - 1) }
    case .object(let members): depth > 0 && members.allSatisfy { $0.value.isOfStrings(depth: depth - 1) }
    case .null, .bool, .number: false
    }
  }
}
