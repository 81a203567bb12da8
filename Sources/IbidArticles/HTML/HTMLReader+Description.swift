import IbidModel
import IbidText

extension HTMLReader {
  /// What the page says: the journals' `citation_*`, JSON-LD, COinS, Dublin Core, microdata, OpenGraph, in this order.
  package static func description(_ bytes: [UInt8]) -> SelfDescription {
    let head = PageHead(bytes)
    var description = scholar(head)
    if let linked = LinkedData(head.linkedData).description { description.fill(from: linked) }
    // Many stand for a list of other works.
    if head.contextObjects.count == 1 { description.fill(from: ContextObject.description(of: head.contextObjects[0])) }
    description.fill(from: dublinCore(head))
    description.fill(from: microdata(head))
    description.fill(from: openGraph(head))
    return description
  }

  /// Source: Google Scholar, «Inclusion Guidelines for Webmasters»: Highwire Press's tags.
  private static func scholar(_ head: PageHead) -> SelfDescription {
    var description = SelfDescription(type: .webpage)
    description.set(.title, head.first("citation_title", "bepress_citation_title"))
    for name in head.all("citation_author") + head.all("bepress_citation_author") { description.add(name) }
    if description.item[names: .author].isEmpty {
      for name in head.first("citation_authors")?.split(separator: ";") ?? [] { description.add(String(name)) }
    }
    for name in head.all("citation_editor") { description.add(name, to: .editor) }
    description.set(
      date: .issued,
      head.first(
        "citation_publication_date", "citation_date", "bepress_citation_date", "citation_year", "citation_online_date"))
    for (type, names) in containers {
      guard let container = names.lazy.compactMap({ head.first($0) }).first else { continue }
      (description.item.type, description.hasType) = (type, true)
      description.set(type == .thesis || type == .report ? .publisher : .containerTitle, container)
      break
    }
    for (name, variable) in fields { description.set(variable, head.first(name)) }
    description.set(.DOI, .doi, head.first("citation_doi", "bepress_citation_doi", "prism.doi"))
    description.set(.PMID, .pmid, head.first("citation_pmid"))
    if let first = head.first("citation_firstpage") {
      let last = head.first("citation_lastpage") ?? first
      description.set(.page, last == first ? first : PageRange.expanded(first + "-" + last))
    }
    if description.item[.title] != nil {
      let address = head.first("citation_public_url", "citation_abstract_html_url", "citation_fulltext_html_url")
      description.set(.URL, head.canonical ?? address)
    }
    return description
  }

  private static let containers: [(ItemType, [String])] = [
    (.articleJournal, ["citation_journal_title", "bepress_citation_journal_title", "prism.publicationname"]),
    (.paperConference, ["citation_conference_title", "citation_conference"]),
    (.chapter, ["citation_inbook_title", "citation_book_title"]),
    (.thesis, ["citation_dissertation_institution", "citation_dissertation_name"]),
    (.report, ["citation_technical_report_institution"]),
  ]

  private static let fields: [(String, Variable)] = [
    ("citation_journal_abbrev", .containerTitleShort), ("citation_volume", .volume), ("citation_issue", .issue),
    ("citation_issn", .ISSN), ("citation_isbn", .ISBN), ("citation_publisher", .publisher),
    ("citation_language", .language), ("citation_keywords", .keyword),
    ("citation_technical_report_number", .number),
  ]

  /// Source: DCMI, «DCMI Metadata Terms».
  private static func dublinCore(_ head: PageHead) -> SelfDescription {
    var description = SelfDescription(type: .webpage)
    description.set(.title, head.first("dc.title", "dcterms.title"))
    for name in head.all("dc.creator") + head.all("dcterms.creator") { description.add(name) }
    description.set(
      date: .issued, head.first("dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created"))
    description.updated = head.first("dcterms.modified", "dc.date.modified").flatMap(RawDate.parsed)
    for value in head.all("dc.identifier") + head.all("dcterms.identifier") { description.set(.DOI, .doi, value) }
    description.set(.publisher, head.first("dc.publisher", "dcterms.publisher"))
    description.set(.language, head.first("dc.language", "dcterms.language"))
    description.set(.containerTitle, head.first("dc.source", "dcterms.ispartof", "dc.relation.ispartof"))
    return description
  }

  private static func microdata(_ head: PageHead) -> SelfDescription {
    var description = SelfDescription(type: .webpage)
    description.set(.title, head.property("headline").first)
    for name in head.property("author") { description.add(withoutBy(name)) }
    description.set(date: .issued, head.property("datepublished").first)
    description.updated = head.property("datemodified").first.flatMap { RawDate.parsed(MetadataText.line($0)) }
    return description
  }

  /// Source: ogp.me, and what every page has.
  private static func openGraph(_ head: PageHead) -> SelfDescription {
    var description = SelfDescription(type: .webpage)
    description.hasType = true
    description.set(.title, head.first("og:title", "twitter:title"))
    for name in head.all("article:author") + head.all("author") + head.all("parsely-author") {
      description.add(withoutBy(name))
    }
    description.set(
      date: .issued, head.first("article:published_time", "og:published_time", "parsely-pub-date", "date", "pubdate"))
    description.updated = head.first("article:modified_time", "og:updated_time", "last-modified").flatMap {
      RawDate.parsed(MetadataText.line($0))
    }
    description.set(.containerTitle, head.first("og:site_name", "application-name"))
    let address = head.canonical ?? head.first("og:url")
    if address.map({ $0.hasPrefix("http") }) == true { description.set(.URL, address) }
    description.set(.language, head.language)
    return description
  }

  private static func withoutBy(_ text: String) -> String {
    let line = MetadataText.line(text)
    return line.lowercased().hasPrefix("by ") ? String(line.dropFirst(3)) : line
  }
}
