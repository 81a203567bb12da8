import IbidModel
internal import IbidText

/// Makes an item of a JSON object that claims to be CSL's, as strictly as a PubMed record is read: what other programs
/// and Crossref write otherwise is put right, and what cannot be is kept in its place and told.
struct CSLJSONIntake {
  private(set) var item = Item(type: .document)
  /// What could not be taken as it was meant.
  private(set) var problems: [String] = []
  private let source: JSONValue
  /// Whether the object is Crossref's, whose `license` and `archive` are no variables of CSL.
  private let isFromCrossref: Bool

  /// nil where `value` is no object, or has neither a type nor a title.
  init?(_ value: JSONValue) {
    let value = ZoteroJSON.cslJSON(value) ?? value
    guard case .object(let members) = value, value["type"] != nil || value["title"] != nil else { return nil }
    source = value
    isFromCrossref = value["is-referenced-by-count"] != nil || value["container-title"]?.elements.isEmpty == false
    for member in members { read(member) }
    if isFromCrossref { CrossrefWork.complete(&item, from: value) }
    if item.id.isEmpty, let key = item[.citationKey] { item.id = key }
  }

  private mutating func read(_ member: JSONMember) {
    switch member.name {
    case "id": item.id = (member.value.text ?? "").trimmedASCII
    case "type": readType(member)
    case "custom": readCustom(member.value)
    case "PubMed": item.read(member)
    default: readMember(member)
    }
  }

  private mutating func readType(_ member: JSONMember) {
    guard let text = member.value.text, let type = IntakeType.type(text) else {
      if let text = member.value.text, text.isEmpty { return }
      guard member.value != .null else { return }
      problems.append("“\(member.value.text ?? "")” is no type of CSL's; the record is a document")
      return item.other.append(member)
    }
    item.type = type
  }

  /// Variables stand in `custom` where the schema lacks them in their own place.
  private mutating func readCustom(_ value: JSONValue) {
    for member in value.members {
      if let variable = Variable(name: member.name), CSLJSONSchema.unplaced.contains(variable),
        source[member.name] == nil
      {
        read(member.value, as: variable, member)
      } else {
        item[custom: member.name] = member.value
      }
    }
  }

  private mutating func readMember(_ member: JSONMember) {
    if isFromCrossref, CrossrefWork.own.contains(member.name), member.value.text == nil {
      return item.other.append(member)
    }
    let name = CSLJSONSchema.readNames[member.name]
    // CSL 1.0.1 itself had an `event`; both names in one item are two values.
    if let name, source[name.name] == nil { return read(member.value, as: name, member) }
    if let variable = Variable(name: member.name) { return read(member.value, as: variable, member) }
    // `doi`, `container_title`, `containerTitle`: the letters of a variable that the object does not have beside it.
    if let variable = IntakeType.variable(lettersOf: member.name), source[variable.name] == nil,
      (member.value.text ?? member.value.elements.first?.text) != nil || variable.kind != .standard
    {
      return read(member.value, as: variable, member)
    }
    if member.value != .null || !isFromCrossref { item.other.append(member) }
  }

  private mutating func read(_ value: JSONValue, as variable: Variable, _ member: JSONMember) {
    switch variable.kind {
    case .names:
      let names = IntakeName.names(value)
      item[names: variable] += names
      if names.isEmpty, value != .null, !value.elements.isEmpty || value.text?.isEmpty == false {
        leave(member, "holds no name")
      }
    case .date:
      let read = IntakeDate(value)
      if let date = read.date { item[date: variable] = date }
      if let problem = read.problem { problems.append("\(variable.name): \(problem)") }
    case .standard, .number: readText(value, as: variable, member)
    }
  }

  private mutating func readText(_ value: JSONValue, as variable: Variable, _ member: JSONMember) {
    switch value {
    case .null: break
    case .number(let spelling):
      set(variable, spelling)
      if item[variable] == spelling { item.numericVariables.insert(variable) }
    case .string(let text): set(variable, text)
    case .array(let elements): readList(elements, as: variable)
    case .bool, .object: leave(member, "is no text")
    }
  }

  /// A list of texts: of titles the first, of all else all of them.
  private mutating func readList(_ elements: [JSONValue], as variable: Variable) {
    let texts = elements.compactMap { $0.text.flatMap { IntakeText.value($0, of: variable) } }
    guard let first = texts.first else { return }
    let isTitle = variable.name.contains("title")
    set(variable, isTitle ? first : texts.joined(separator: ", "))
    let rest = texts.dropFirst().filter { $0 != first }
    if isTitle, !rest.isEmpty { item[custom: variable.name] = .array(rest.map(JSONValue.string)) }
  }

  private mutating func set(_ variable: Variable, _ text: String) {
    guard let text = IntakeText.value(text, of: variable) else { return }
    let identifier = Self.identifier(variable, text)
    switch variable {
    case .DOI, .PMID, .PMCID:
      if identifier == nil { problems.append("“\(text)” is no \(variable.name); it is kept as it stands") }
      item[variable] = identifier ?? text
    case .ISSN, .ISBN: item[variable] = identifier ?? text
    default: item.set(variable, richText: text)
    }
  }

  /// The identifier that a clean text gives; nil where it is none, or the variable holds none.
  static func identifier(_ variable: Variable, _ text: String) -> String? {
    switch variable {
    case .DOI: PubMedIdentifier.doi(IntakeIdentifier.unescaped(text))
    case .PMID: PubMedIdentifier.pmid(text)
    case .PMCID: PubMedIdentifier.pmcid(text)
    case .ISSN where !text.utf8.contains(UInt8(ascii: ",")): IntakeIdentifier.issn(text)
    case .ISSN: text.split(separator: ",").map { IntakeIdentifier.issn($0.trimmedASCII) }.joined(separator: ", ")
    case .ISBN: IntakeIdentifier.withoutPrefix(text, "isbn")
    default: nil
    }
  }

  /// Keeps a member that is no value of its variable where the schema has a place for it.
  private mutating func leave(_ member: JSONMember, _ reason: String) {
    problems.append("\(member.name) \(reason); it is kept in custom")
    item[custom: member.name] = member.value
  }
}
