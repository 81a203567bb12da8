import IbidModel
import IbidText

/// One cite of a citation field, and the record that the field carries.
struct EmbeddedCite {
  var item: Item
  var locator: String?
  var prefix: String?
  var suffix: String?
  var suppressesAuthor = false
  /// The identifier that the reference manager gives the work.
  var identity: String?

  init(item: Item) { self.item = item }

  /// What two cites of one work share: the manager's identifier, else a DOI, else title and year.
  var key: String {
    if let identity { return "id " + identity }
    if let doi = item[.DOI]?.lowercased() { return "doi " + doi }
    let year = item[date: .issued]?.year.map(String.init) ?? ""
    return "title \(SearchKey.folded(item[.title] ?? "")) \(year) \(item[names: .author].first?.familyOrLiteral ?? "")"
  }

  /// The cites in the CSL-JSON that Zotero and Mendeley keep in their fields; cites without a record are left out.
  ///
  /// Source: citation-style-language/schema, csl-citation.json.
  static func works(inCSL bytes: [UInt8]) -> [EmbeddedCite] {
    var reader = JSONReader(bytes)
    guard let citation = try? reader.readValue() else { return [] }
    return (citation["citationItems"]?.elements ?? []).compactMap { cite in
      guard let data = cite["itemData"], let item = Item(cslJSON: data),
        item[.title] != nil || !item[names: .author].isEmpty
      else { return nil }
      var work = EmbeddedCite(item: item)
      work.identity = cite["uris"]?.elements.first?.text
      work.locator = cite["locator"]?.text.flatMap { locator(cite["label"]?.text, $0) }
      work.prefix = said(cite["prefix"]?.text)
      work.suffix = said(cite["suffix"]?.text)
      if case .bool(true)? = cite["suppress-author"] { work.suppressesAuthor = true }
      return work
    }
  }

  /// «p. 33»; nil for nothing.
  static func locator(_ label: String?, _ value: String) -> String? {
    guard let value = said(value) else { return nil }
    guard let label = said(label), label != "page" else { return "p. " + value }
    return "\(label) \(value)"
  }

  private static func said(_ text: String?) -> String? {
    guard let text else { return nil }
    let trimmed = text.trimmedASCII
    return trimmed.isEmpty ? nil : trimmed
  }
}
