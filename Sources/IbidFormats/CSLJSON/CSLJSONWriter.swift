package import IbidModel

/// Writes items as CSL-JSON, valid against csl-data.json, or as JSON Lines with all that is known.
package enum CSLJSONWriter {
  /// One array, pretty. PubMed's facts, affiliations and ORCID iDs, for which CSL's schema has no place, stay in the
  /// library; all else that it has no place for moves into `custom`.
  package static func array(of items: [Item]) -> String {
    JSONWriter.text(of: .array(items.map(validJSON)), .pretty) + "\n"
  }

  /// One item a line, complete: CSL-JSON with PubMed's facts, affiliations and ORCID iDs.
  package static func line(of item: Item) -> String { item.completeJSON + "\n" }

  private static func validJSON(_ item: Item) -> JSONValue {
    var item = item
    var displaced = item.other.filter { $0.name != "categories" && $0.name != "type" }
    item.other.removeAll { $0.name != "categories" }
    if CSLJSONSchema.unknownTypes.contains(item.type) {
      displaced.append(JSONMember("type", .string(item.type.rawValue)))
      item.type = .document
    }
    item.numericVariables.subtract(CSLJSONSchema.strings)
    for list in item.nameLists {
      item.nameLists[list.variable] = list.value.map { name in
        var name = name
        name.other.removeAll { !["comma-suffix", "static-ordering", "parse-names"].contains($0.name) }
        return name
      }
    }
    var members: [JSONMember] = []
    for member in item.cslJSON().members where member.name != "custom" {
      guard let variable = Variable(name: member.name) else {
        members.append(member)
        continue
      }
      if CSLJSONSchema.unplaced.contains(variable) {
        displaced.append(member)
      } else {
        members.append(JSONMember(CSLJSONSchema.olderNames[variable] ?? member.name, member.value))
      }
    }
    let custom = item.custom + displaced
    if !custom.isEmpty { members.append(JSONMember("custom", .object(custom))) }
    return .object(members)
  }
}
