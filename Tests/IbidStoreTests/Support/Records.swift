import IbidModel

/// A record as the store's tests have them: an article of one author.
func article(
  _ title: String, key: String = "", pmid: String? = nil, doi: String? = nil, family: String = "Łukasz",
  year: Int = 2022
) -> Item {
  var item = Item(id: key, type: .articleJournal)
  item[.title] = title
  item[names: .author] = [Name(family: family, given: "A")]
  item[date: .issued] = CSLDate(year)
  item[.PMID] = pmid
  item[.DOI] = doi
  return item
}

/// A record from its JSON, with single quotation marks for double ones.
func record(_ json: String) -> Item {
  Item(completeJSON: Array(json.replacing("'", with: "\"").utf8)) ?? Item(id: "no JSON: \(json)", type: .document)
}
