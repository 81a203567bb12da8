import IbidModel
import IbidText

extension MarkdownReader {
  /// What the front matter says: pandoc's and Quarto's `author`, `date`, `doi`, `citation`, Hugo's and Jekyll's names.
  package static func description(_ bytes: [UInt8]) -> SelfDescription {
    var description = SelfDescription(type: .manuscript)
    let block = FrontMatter(bytes)
    description.set(.title, block.title)
    // Quarto's `citation` says how the text is to be cited.
    let members = (block.members.last { $0.name == "citation" }?.value.members ?? []) + block.members
    for member in members { read(member, into: &description) }
    if description.item[.DOI] != nil || description.item[.containerTitle] != nil, !description.hasType {
      (description.item.type, description.hasType) = (.articleJournal, true)
    } else if description.item[.URL] != nil, !description.hasType {
      (description.item.type, description.hasType) = (.webpage, true)
    }
    return description
  }

  private static func read(_ member: JSONMember, into description: inout SelfDescription) {
    let value = member.value
    let name = member.name.lowercased()
    switch name {
    case "author", "authors", "creator", "byline": addNames(value, to: &description)
    case "date", "issued", "published", "publishdate", "date-published", "datepublished":
      if let date = CSLDate(cslJSON: CSLYAML.date(value)) ?? value.text.flatMap(RawDate.parsed),
        description.item[date: .issued] == nil
      {
        description.item[date: .issued] = date.literal.flatMap(RawDate.parsed) ?? date
      }
    case "updated", "lastmod", "date-modified", "last_modified_at", "modified":
      description.updated = value.text.flatMap { RawDate.parsed(MetadataText.line($0)) }
    case "doi": description.set(.DOI, .doi, value.text)
    case "pmid": description.set(.PMID, .pmid, value.text)
    case "keywords", "tags", "keyword":
      let words = value.elements.compactMap(\.text)
      description.set(.keyword, words.isEmpty ? value.text : words.joined(separator: "; "))
    case "type":
      guard !description.hasType, let type = value.text.flatMap(ItemType.init(rawValue:)) else { return }
      (description.item.type, description.hasType) = (type, true)
    case "journal": description.set(.containerTitle, value.text ?? value["title"]?.text ?? value["name"]?.text)
    default: if let variable = variables[name] { description.set(variable, value.text) }
    }
  }

  private static let variables: [String: Variable] = [
    "container-title": .containerTitle, "publication": .containerTitle, "volume": .volume, "issue": .issue,
    "page": .page, "pages": .page, "publisher": .publisher, "url": .URL, "permalink": .URL, "canonical_url": .URL,
    "canonical-url": .URL, "lang": .language, "language": .language, "abstract": .abstract, "version": .version,
    "short-title": .titleShort, "issn": .ISSN, "isbn": .ISBN, "institute": .publisher, "institution": .publisher,
  ]

  private static func addNames(_ value: JSONValue, to description: inout SelfDescription) {
    guard description.item[names: .author].isEmpty else { return }
    switch value {
    case .array(let elements): for element in elements { addName(element, to: &description) }
    case .string(let text):
      let names = NameList(text).names
      if names.count > 1 { description.item[names: .author] = names } else { description.add(text) }
    default: addName(value, to: &description)
    }
  }

  private static func addName(_ value: JSONValue, to description: inout SelfDescription) {
    if let text = value.text ?? value["name"]?.text ?? value["literal"]?.text { return description.add(text) }
    let parts = value["name"]?.members.isEmpty == false ? value["name"] ?? value : value
    var name = Name()
    name.family = (parts["family"] ?? parts["lastname"] ?? parts["last"])?.text
    name.given = (parts["given"] ?? parts["firstname"] ?? parts["first"])?.text
    name.literal = parts["literal"]?.text
    name.nonDroppingParticle = parts["non-dropping-particle"]?.text
    name.droppingParticle = parts["dropping-particle"]?.text
    name.suffix = parts["suffix"]?.text
    if name.family != nil || name.literal != nil { description.item[names: .author].append(name) }
  }
}
