import IbidModel
import IbidText

/// Entries of Hayagriva's YAML as items.
enum HayagrivaEntry {
  /// The item of an entry; what CSL has no variable for stays in `custom`.
  static func item(of entry: JSONValue, key: String) -> Item {
    let parent = parent(of: entry)
    let names = (type: text(entry["type"])?.lowercased() ?? "misc", parent: text(parent?["type"])?.lowercased())
    var item = Item(id: key, type: HayagrivaFields.type(names.type, in: names.parent))
    var kept: [JSONMember] = []
    for member in entry.members where !read(member, into: &item) { kept.append(member) }
    if let parent { readParent(parent, into: &item) }
    if !kept.isEmpty { item[custom: "hayagriva"] = .object(kept) }
    return item
  }

  /// What the entry is part of; of several the first.
  private static func parent(of entry: JSONValue) -> JSONValue? {
    let parent = entry["parent"]
    return parent?.elements.first ?? parent
  }

  private static func read(_ member: JSONMember, into item: inout Item) -> Bool {
    let value = member.value
    switch member.name {
    case "type", "parent": return true
    case "title":
      item[.title] = text(value)
      item[.titleShort] = value["short"]?.text.map(plain)
    case "author": item[names: .author] = names(value)
    case "editor": item[names: .editor] = names(value)
    case "affiliated": return readRoles(value, into: &item)
    case "date": item[date: .issued] = date(value)
    case "publisher":
      item[.publisher] = text(value["name"]) ?? text(value)
      if let place = text(value["location"]) { item[.publisherPlace] = place }
    case "location": item[.publisherPlace] = text(value) ?? text(value["name"])
    case "url":
      item[.URL] = value.text ?? value["value"]?.text
      item[date: .accessed] = value["date"].flatMap(date)
    case "serial-number": return readSerials(value, into: &item)
    default:
      guard let row = HayagrivaFields.texts.first(where: { $0.field == member.name }), let text = text(value) else {
        return false
      }
      item[row.variable] = text
    }
    return true
  }

  private static func readParent(_ parent: JSONValue, into item: inout Item) {
    item[.containerTitle] = text(parent["title"])
    item[.containerTitleShort] = parent["title"]?["short"]?.text.map(plain)
    for row in HayagrivaFields.texts where HayagrivaFields.ofParent.contains(row.field) && item[row.variable] == nil {
      item[row.variable] = text(parent[row.field])
    }
    if item[names: .editor].isEmpty, let editors = parent["editor"] { item[names: .editor] = names(editors) }
    if item[names: .containerAuthor].isEmpty, let authors = parent["author"] {
      item[names: .containerAuthor] = names(authors)
    }
    if item[date: .issued] == nil { item[date: .issued] = parent["date"].flatMap(date) }
    for name in ["publisher", "location", "serial-number"] {
      guard let value = parent[name] else { continue }
      var other = Item(type: item.type)
      _ = read(JSONMember(name, value), into: &other)
      for field in other.texts where item[field.variable] == nil { item[field.variable] = field.value }
    }
    // A series stands around what the work is part of.
    if let series = parent["parent"] { item[.collectionTitle] = text((series.elements.first ?? series)["title"]) }
  }

  private static func readRoles(_ value: JSONValue, into item: inout Item) -> Bool {
    var isWhole = true
    for group in value.elements.isEmpty ? [value] : value.elements {
      guard let row = HayagrivaFields.roles.first(where: { $0.name == group["role"]?.text }),
        let people = group["names"]
      else {
        isWhole = false
        continue
      }
      item[names: row.variable] += names(people)
    }
    return isWhole
  }

  private static func readSerials(_ value: JSONValue, into item: inout Item) -> Bool {
    if let number = value.text {
      item[.number] = number
      return true
    }
    var isWhole = true
    for member in value.members {
      if let row = HayagrivaFields.serials.first(where: { $0.name == member.name }) {
        item[row.variable] = member.value.text
      } else {
        isWhole = false
      }
    }
    return isWhole
  }

  private static func names(_ value: JSONValue) -> [Name] {
    let people = value.elements.isEmpty ? [value] : value.elements
    return people.compactMap { person in
      if let text = person.text { return WrittenName.name(text.contains(",") ? text : text + ",") }
      guard let family = person["name"]?.text else { return nil }
      var name = Name(family: family, given: person["given-name"]?.text, suffix: person["suffix"]?.text)
      name.nonDroppingParticle = person["prefix"]?.text
      return name.given == nil && name.suffix == nil && name.nonDroppingParticle == nil ? Name(literal: family) : name
    }
  }

  private static func date(_ value: JSONValue) -> CSLDate? {
    guard let text = value.text else { return nil }
    let isCirca = text.hasPrefix("~")
    var date = RawDate.parsed(isCirca ? String(text.dropFirst()) : text)
    if isCirca { date?.isCirca = true }
    return date
  }

  private static func text(_ value: JSONValue?) -> String? {
    (value?.text ?? value?["value"]?.text).map(plain)
  }

  /// Text without the braces that keep capitals; a backslash takes a mark's meaning away.
  private static func plain(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped || scalar != "{" && scalar != "}" { plain.unicodeScalars.append(scalar) }
      isEscaped = false
    }
    return plain
  }
}
