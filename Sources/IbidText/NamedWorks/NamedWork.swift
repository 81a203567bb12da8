package import IbidModel

/// A work that an address or an identifier names, and nothing more: an item with one identifier, or with the address of
/// a page.
package struct NamedWork: Sendable, Hashable {
  /// What is known of the work.
  package var item: Item
  /// The identifier as a note's label, `doi:10.1000/x`; or the page's address.
  package var label: String

  /// The work with this identifier.
  package init(_ identifier: Identifier) {
    item = Item(type: .document)
    switch identifier.kind {
    case .doi: item[.DOI] = identifier.value
    case .pmid: item[.PMID] = identifier.value
    case .pmcid: item[.PMCID] = identifier.value
    case .isbn: item[.ISBN] = identifier.value
    case .arxiv: item[custom: "arXiv"] = .string(identifier.value)
    }
    label = "\(identifier.kind):\(identifier.value)"
  }

  /// The work that a link to this address leads to; nil where the address names none.
  package init?(address: String) {
    guard let identifier = WebAddress(address)?.identifier else { return nil }
    self.init(identifier)
  }

  /// The page at this address as a source: no home page, picture or profile in a social network.
  package init?(page address: String) {
    guard let place = WebAddress(address), place.isPage else { return nil }
    item = Item(type: .webpage)
    item[.URL] = address
    label = address
  }

  /// The work that a citation key names by its identifier: `doi:10.1000/x`, `pmid:123`, `url:https://…`.
  ///
  /// Source: Manubot's documentation, «Citations by persistent identifier».
  package init?(key: String) {
    guard let colon = key.firstIndex(of: ":") else { return nil }
    let value = String(key[key.index(after: colon)...])
    switch key[..<colon].lowercased() {
    case "http", "https": self.init(addressOrPage: key)
    case "url": self.init(addressOrPage: value)
    case let prefix:
      guard let kind = Self.kinds[prefix], let identifier = Identifier(kind, value) else { return nil }
      self.init(identifier)
    }
  }

  private init?(addressOrPage address: String) {
    guard let work = NamedWork(address: address) ?? NamedWork(page: address) else { return nil }
    self = work
  }

  private static let kinds: [String: Identifier.Kind] = [
    "doi": .doi, "pmid": .pmid, "pubmed": .pmid, "pmcid": .pmcid, "pmc": .pmcid, "arxiv": .arxiv, "isbn": .isbn,
  ]
}
