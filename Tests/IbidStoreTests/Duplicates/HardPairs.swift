import IbidModel

/// Two records, and what they are to each other; the comparison needs more than one field.
struct HardPair {
  /// What makes it hard.
  let kind: String
  let one: Item
  let other: Item
  /// Nil where the works have nothing to do with each other.
  let relation: WorkRelation?

  init(_ kind: String, _ one: Item, _ other: Item, _ relation: WorkRelation?) {
    self.kind = kind
    self.one = one
    self.other = other
    self.relation = relation
  }
}

/// A record: `place` is `volume(issue):pages`, each of which may be left out.
func record(
  _ title: String, _ authors: String = "", _ container: String = "", _ year: Int = 0, _ place: String = "",
  type: ItemType = .articleJournal, doi: String? = nil, pmid: String? = nil, isbn: String? = nil, edition: String? = nil
) -> Item {
  var item = Item(type: type)
  item[.title] = title.isEmpty ? nil : title
  item[.containerTitle] = container.isEmpty ? nil : container
  item[names: .author] = authors.split(separator: "; ").map { author in
    let parts = author.split(separator: ", ").map(String.init)
    return parts.count > 1 ? Name(family: parts[0], given: parts[1]) : Name(literal: String(author))
  }
  if year != 0 { item[date: .issued] = CSLDate(year) }
  let parts = place.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  let numbers = (parts.first ?? "").split(separator: "(", omittingEmptySubsequences: false).map(String.init)
  for (variable, value) in [
    (Variable.volume, numbers.first), (.issue, numbers.dropFirst().first.map { String($0.dropLast()) }),
    (.page, parts.dropFirst().first), (.DOI, doi), (.PMID, pmid), (.ISBN, isbn), (.edition, edition),
  ] {
    item[variable] = value?.isEmpty ?? true ? nil : value
  }
  return item
}
