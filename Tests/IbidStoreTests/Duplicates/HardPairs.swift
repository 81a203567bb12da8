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

/// What import makes of two records, without asking, in either order.
enum MergingOutcome: Equatable {
  /// One work.
  case merged
  /// Two works, which `dedupe` finds to be one.
  case offered
  /// Two works, of which `dedupe` says how they stand to each other; nil where in no way.
  case apart(WorkRelation?)
  /// Two works for import; `dedupe` is not asked, as it knows less.
  case kept
}

/// Two records, and what import makes of them.
struct MergingPair {
  /// What makes it worth a row.
  let kind: String
  let one: Item
  let other: Item
  let outcome: MergingOutcome

  init(_ kind: String, _ one: Item, _ other: Item, _ outcome: MergingOutcome) {
    self.kind = kind
    self.one = one
    self.other = other
    self.outcome = outcome
  }
}

/// A record: `place` is `volume(issue):pages`, each of which may be left out.
func record(
  _ title: String, _ authors: String = "", _ container: String = "", _ year: Int = 0, _ place: String = "",
  type: ItemType = .articleJournal, doi: String? = nil, pmid: String? = nil, isbn: String? = nil,
  edition: String? = nil,
  pmcid: String? = nil, arxiv: String? = nil, note: String? = nil, url: String? = nil, chapter: String? = nil
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
    (.PMCID, pmcid), (.note, note), (.URL, url), (.chapterNumber, chapter),
  ] {
    item[variable] = value?.isEmpty ?? true ? nil : value
  }
  if let arxiv { item[custom: "arXiv"] = .string(arxiv) }
  return item
}
