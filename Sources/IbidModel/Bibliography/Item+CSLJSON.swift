/// The model and CSL-JSON are one: these are the only two functions that know how.
///
/// Source: csl-data.json 1.0.2.
extension Item {
  /// The item of a CSL-JSON object; nil where `json` is no object.
  ///
  /// Rich text in a value is kept, and flattened for the plain value. An unknown type becomes `document`; it and
  /// every member that CSL does not define are kept in `other`.
  public init?(cslJSON json: JSONValue) {
    guard case .object(let members) = json else { return nil }
    self.init(id: "", type: .document)
    for member in members { read(member) }
  }

  package mutating func read(_ member: JSONMember) {
    switch member.name {
    case "id": id = member.value.text ?? ""
    case "type":
      if let known = member.value.text.flatMap(ItemType.init(rawValue:)) {
        type = known
      } else {
        other.append(member)
      }
    case "custom": custom = member.value.members
    case PubMedFacts.memberName: pubmed = PubMedFacts(json: JSONWriter.text(of: member.value))
    default: readVariable(member)
    }
  }

  private mutating func readVariable(_ member: JSONMember) {
    guard let variable = Variable(name: member.name) else {
      other.append(member)
      return
    }
    switch variable.kind {
    case .names:
      guard case .array(let names) = member.value else { return other.append(member) }
      self[names: variable] = names.compactMap(Name.init(cslJSON:))
    case .date:
      guard let date = CSLDate(cslJSON: member.value) else { return other.append(member) }
      self[date: variable] = date
    case .standard, .number:
      guard let text = member.value.text else { return other.append(member) }
      set(variable, richText: text)
      if case .number = member.value { numericVariables.insert(variable) }
    }
  }

  /// The item as a CSL-JSON object: `id` and `type`, then the variables in the order of `Variable`, `custom`, and
  /// the members that CSL does not define.
  ///
  /// - Parameter includingFacts: adds PubMed's facts, affiliations and ORCID iDs, which CSL's schema does not
  ///   allow: what the library keeps.
  public func cslJSON(includingFacts: Bool = false) -> JSONValue {
    var members: [JSONMember] = []
    members.reserveCapacity(texts.count + dates.count + nameLists.count + other.count + 4)
    members.append(JSONMember("id", .string(id)))
    if !other.contains(where: { $0.name == "type" }) { members.append(JSONMember("type", .string(type.rawValue))) }
    for field in texts {
      let text = richTexts.isEmpty ? field.value : richTexts[field.variable] ?? field.value
      let isNumber = !numericVariables.isEmpty && numericVariables.contains(field.variable)
      members.append(JSONMember(field.variable.name, isNumber ? .number(text) : .string(text)))
    }
    for field in dates { members.append(JSONMember(field.variable.name, field.value.cslJSON)) }
    for field in nameLists {
      let names = field.value.map { $0.cslJSON(includingFacts: includingFacts) }
      members.append(JSONMember(field.variable.name, .array(names)))
    }
    if !custom.isEmpty { members.append(JSONMember("custom", .object(custom))) }
    members += other
    if includingFacts, let pubmed { members.append(JSONMember(PubMedFacts.memberName, pubmed.value)) }
    return .object(members)
  }
}

extension PubMedFacts {
  /// The name under which the facts stand in the library's JSON.
  static let memberName = "PubMed"
}

extension Name {
  /// The name of a CSL-JSON object; nil where `json` is no object or says nothing.
  public init?(cslJSON json: JSONValue) {
    guard case .object(let members) = json, !members.isEmpty else { return nil }
    self.init()
    for member in members {
      guard case .string(let text) = member.value else {
        if member.name == "affiliations" {
          affiliations = member.value.elements.compactMap(\.text)
        } else {
          other.append(member)
        }
        continue
      }
      switch member.name {
      case "family": family = text
      case "given": given = text
      case "dropping-particle": droppingParticle = text
      case "non-dropping-particle": nonDroppingParticle = text
      case "suffix": suffix = text
      case "literal": literal = text
      case "ORCID": orcid = text
      default: other.append(member)
      }
    }
  }

  /// The name as a CSL-JSON object.
  ///
  /// - Parameter includingFacts: adds the ORCID iD and the affiliations.
  public func cslJSON(includingFacts: Bool = false) -> JSONValue {
    var members: [JSONMember] = []
    members.reserveCapacity(2 + other.count)
    func add(_ name: String, _ text: String?) {
      if let text { members.append(JSONMember(name, .string(text))) }
    }
    add("family", family)
    add("given", given)
    add("dropping-particle", droppingParticle)
    add("non-dropping-particle", nonDroppingParticle)
    add("suffix", suffix)
    add("literal", literal)
    add("ORCID", includingFacts ? orcid : nil)
    if includingFacts, !affiliations.isEmpty {
      members.append(JSONMember("affiliations", .array(affiliations.map(JSONValue.string))))
    }
    members += other
    return .object(members)
  }
}

extension CSLDate {
  /// The date of a CSL-JSON object or of an EDTF string; nil where `json` is neither or holds no readable date.
  public init?(cslJSON json: JSONValue) {
    if case .string(let text) = json {
      self.init(edtf: text)
      return
    }
    guard case .object(let members) = json else { return nil }
    var date = CSLDate(literal: "")
    date.literal = nil
    for member in members {
      switch member.name {
      case "date-parts":
        let ends = member.value.elements.map { Parts(cslJSON: $0.elements) }
        if ends.isEmpty { continue }
        guard ends.count <= 2, let start = ends.first ?? nil else { return nil }
        date.start = start
        date.end = ends.count == 2 ? ends[1] : nil
      case "season":
        guard let season = member.value.integer, (1...4).contains(season) else {
          date.other.append(member)
          continue
        }
        date.start?.season = season
        if date.start == nil { date.other.append(member) }
      case "circa":
        date.isCirca = member.value != .bool(false) && member.value != .null && member.value.integer != 0
      case "literal": date.literal = member.value.text
      default: date.other.append(member)
      }
    }
    guard date.start != nil || date.literal != nil || !date.other.isEmpty else { return nil }
    // A season may stand before the date's parts.
    if let season = date.other.first(where: { $0.name == "season" }), let start = date.start, start.season == nil,
      let number = season.value.integer, (1...4).contains(number)
    {
      date.start?.season = number
      date.other.removeAll { $0.name == "season" }
    }
    self = date
  }

  /// The date as a CSL-JSON object. The seasons of a range stand in place of months, as 13 to 16.
  public var cslJSON: JSONValue {
    var members: [JSONMember] = []
    if let start {
      let ends = [start.cslJSON(isAlone: end == nil)] + (end.map { [$0.cslJSON(isAlone: false)] } ?? [])
      members.append(JSONMember("date-parts", .array(ends)))
      if end == nil, let season = start.season { members.append(JSONMember("season", .number(String(season)))) }
    }
    if isCirca { members.append(JSONMember("circa", .bool(true))) }
    if let literal { members.append(JSONMember("literal", .string(literal))) }
    return .object(members + other)
  }
}

extension CSLDate.Parts {
  /// Year, month and day as numbers or strings of digits; months 13 to 24 are seasons, in three rounds.
  fileprivate init?(cslJSON parts: [JSONValue]) {
    guard let year = parts.first?.integer else { return nil }
    self.init(year: year)
    guard parts.count > 1, let second = parts[1].integer else { return }
    switch second {
    case 1...12: month = second
    case 13...24: season = (second - 13) % 4 + 1
    default: return
    }
    guard parts.count > 2, let third = parts[2].integer, (1...31).contains(third) else { return }
    day = third
  }

  fileprivate func cslJSON(isAlone: Bool) -> JSONValue {
    let second = month ?? (isAlone ? nil : season.map { $0 + 12 })
    return .array([year, second, second == nil ? nil : day].compactMap { $0.map { .number(String($0)) } })
  }
}
