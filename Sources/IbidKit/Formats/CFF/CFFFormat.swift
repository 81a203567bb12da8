import IbidFormats
import IbidModel
import IbidText

extension RecordFormat {
  /// `CITATION.cff`: a program or data set, the work by which its authors want it cited, and what it builds upon.
  static let cff = RecordFormat(
    name: "cff", summary: "CITATION.cff", endings: ["cff"],
    recognizes: { prefix in YAMLRecords.lines(of: prefix).contains { $0.starts(with: "cff-version:".utf8) } },
    read: YAMLRecords.reading { members in
      let file = JSONValue.object(members)
      let works = [file["preferred-citation"]].compactMap(\.self) + (file["references"]?.elements ?? [])
      return (([file] + works).compactMap { CFFWork.item(of: $0, isFile: $0 == file) }, [])
    })
}

/// Works of a `CITATION.cff` as items.
///
/// Source: Citation File Format 1.2.0, schema guide.
enum CFFWork {
  static func item(of work: JSONValue, isFile: Bool) -> Item? {
    guard let title = work["title"]?.text, !title.isEmpty else { return nil }
    let name = work["type"]?.text ?? (isFile ? "software" : "generic")
    var item = Item(type: types[name] ?? .document)
    item[.title] = title
    for (member, variable) in names {
      for person in work[member]?.elements ?? [] {
        if let name = self.name(person) { item[names: variable].append(name) }
      }
    }
    for (member, variable) in texts where item[variable] == nil {
      let value = work[member]
      if let text = value?.text ?? value?["name"]?.text, !text.isEmpty { item[variable] = text }
    }
    if let doi = work["doi"]?.text { item[.DOI] = Identifier(.doi, doi)?.value ?? doi }
    if item[.DOI] == nil {
      let other = work["identifiers"]?.elements.first { $0["type"]?.text == "doi" }
      item[.DOI] = other?["value"]?.text.flatMap { Identifier(.doi, $0)?.value }
    }
    let keywords = work["keywords"]?.elements.compactMap(\.text) ?? []
    if !keywords.isEmpty { item[.keyword] = keywords.joined(separator: "; ") }
    setPages(of: work, to: &item)
    setDates(of: work, to: &item)
    return item
  }

  private static func setPages(of work: JSONValue, to item: inout Item) {
    guard let first = work["start"]?.text else { return }
    item[.page] = work["end"]?.text.map { $0 == first ? first : first + "-" + $0 } ?? first
  }

  private static func setDates(of work: JSONValue, to item: inout Item) {
    let texts = ["date-released", "date-published", "issue-date"]
    item[date: .issued] = texts.lazy.compactMap { work[$0]?.text.flatMap(RawDate.parsed) }.first
    if item[date: .issued] == nil, let year = (work["year"] ?? work["year-original"])?.integer {
      item[date: .issued] = CSLDate(year, work["month"]?.text.flatMap { Month.number(of: $0) })
    }
    item[date: .accessed] = work["date-accessed"]?.text.flatMap(RawDate.parsed)
  }

  private static func name(_ person: JSONValue) -> Name? {
    if let name = person["name"]?.text { return Name(literal: name) }
    guard let family = person["family-names"]?.text else {
      return (person["given-names"] ?? person["alias"])?.text.map(Name.init(literal:))
    }
    var name = Name(family: family, given: person["given-names"]?.text, suffix: person["name-suffix"]?.text)
    name.nonDroppingParticle = person["name-particle"]?.text
    name.orcid = person["orcid"]?.text.map { String($0.split(separator: "/").last ?? "") }
    name.affiliations = person["affiliation"]?.text.map { [$0] } ?? []
    return name
  }

  private static let names: [(String, Variable)] = [
    ("authors", .author), ("editors", .editor), ("editors-series", .collectionEditor), ("translators", .translator),
    ("recipients", .recipient),
  ]

  /// Of two members for one variable the first counts.
  private static let texts: [(String, Variable)] = [
    ("version", .version), ("abstract", .abstract), ("license", .license), ("journal", .containerTitle),
    ("collection-title", .containerTitle), ("volume", .volume), ("issue", .issue), ("pages", .numberOfPages),
    ("publisher", .publisher), ("institution", .publisher), ("edition", .edition), ("isbn", .ISBN),
    ("issn", .ISSN), ("pmcid", .PMCID), ("url", .URL), ("repository-code", .URL), ("repository", .URL),
    ("conference", .eventTitle), ("location", .publisherPlace), ("medium", .medium), ("notes", .note),
    ("number", .number), ("section", .section), ("status", .status), ("thesis-type", .genre), ("languages", .language),
  ]

  private static let types: [String: ItemType] = [
    "software": .software, "software-code": .software, "software-container": .software,
    "software-executable": .software, "software-virtual-machine": .software, "dataset": .dataset, "data": .dataset,
    "database": .dataset, "article": .articleJournal, "book": .book, "edited-work": .book, "manual": .book,
    "conference-paper": .paperConference, "conference": .paperConference, "proceedings": .book, "thesis": .thesis,
    "report": .report, "government-document": .report, "website": .webpage, "blog": .postWeblog,
    "magazine-article": .articleMagazine, "newspaper-article": .articleNewspaper, "pamphlet": .pamphlet,
    "patent": .patent, "standard": .standard, "statute": .legislation, "legal-case": .legalCase,
    "legal-rule": .regulation, "bill": .bill, "hearing": .hearing, "map": .map, "video": .motionPicture,
    "film-broadcast": .motionPicture, "music": .song, "sound-recording": .song, "art": .graphic,
    "unpublished": .manuscript, "personal-communication": .personalCommunication,
    "encyclopedia":
      .entryEncyclopedia, "dictionary": .entryDictionary, "serial": .periodical, "slides": .speech,
  ]
}
