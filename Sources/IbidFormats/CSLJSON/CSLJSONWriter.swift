package import IbidModel

/// Writes items as CSL-JSON, valid against csl-data.json 1.0.2, or as JSON Lines with all that is known.
package enum CSLJSONWriter {
  /// One array, pretty; what CSL's schema has no place for stays in the library.
  package static func array(of items: [Item]) -> String {
    JSONWriter.text(of: .array(items.map { valid($0).cslJSON() }), .pretty) + "\n"
  }

  /// One item a line, complete: CSL-JSON with PubMed's facts, affiliations and ORCID iDs.
  package static func line(of item: Item) -> String { item.completeJSON + "\n" }

  /// Without the members that the schema forbids: those of unknown names move into `custom`, so that nothing is lost.
  private static func valid(_ item: Item) -> Item {
    var item = item
    let known: Set<String> = ["categories"]
    item.custom += item.other.filter { !known.contains($0.name) }
    item.other.removeAll { !known.contains($0.name) }
    for list in item.nameLists {
      item.nameLists[list.variable] = list.value.map { name in
        var name = name
        name.other.removeAll { !["comma-suffix", "static-ordering", "parse-names"].contains($0.name) }
        return name
      }
    }
    return item
  }
}
