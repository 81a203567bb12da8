import IbidModel
import IbidText

/// The record that a tagged reference of JATS holds, gathered element by element.
///
/// Source: NISO JATS 1.3, `<element-citation>` and `<mixed-citation>`; NLM's Journal Archiving tag set 2.3,
/// `<nlm-citation>` and `<citation>`.
struct JATSCitation {
  /// Elements that hold one reference.
  static let elements: Set<String> = ["element-citation", "mixed-citation", "nlm-citation", "citation"]

  private let publicationType: String
  private var item = Item(type: .document)
  private var creators = Variable.author
  private var name: Name?
  private var title: String?
  private var partTitle: String?
  private var source: String?
  private var pages: (first: String?, last: String?, range: String?)
  private var date: (year: Int?, month: Int?, day: Int?, season: Int?)
  private var isInAccessDate = false
  private var accessed: (year: Int?, month: Int?, day: Int?)

  /// A reference that this tag opens.
  init(_ tag: MarkupTag) { publicationType = tag["publication-type"] ?? tag["citation-type"] ?? "" }

  /// Takes the start of an element within the reference.
  mutating func start(_ tag: MarkupTag) {
    switch tag.name {
    case "person-group": creators = Self.creators[tag["person-group-type"] ?? "author"] ?? .author
    case "name", "string-name": name = Name()
    case "etal": item.breakOff(names: creators)
    case "ext-link", "uri", "pub-id", "object-id": readAddress(tag)
    case "date-in-citation": isInAccessDate = true
    default: break
    }
  }

  /// Takes the end of an element within the reference, and its text without markup.
  mutating func end(_ tag: MarkupTag, text: String) {
    switch tag.name {
    case "person-group": creators = .author
    case "date-in-citation":
      isInAccessDate = false
      if accessed.year == nil { readAccessDate(text) }
    case "name", "string-name": endName(text)
    default: if !text.isEmpty { take(tag, text) }
    }
  }

  private mutating func take(_ tag: MarkupTag, _ text: String) {
    switch tag.name {
    case "surname": name?.family = text
    case "given-names": name?.given = text
    case "suffix": name?.suffix = text
    case "prefix" where name != nil: break
    case "collab", "on-behalf-of": item[names: creators].append(Name(literal: Self.withoutStop(text)))
    case "article-title", "data-title": title = title ?? Self.title(text)
    case "chapter-title", "part-title": partTitle = partTitle ?? Self.title(text)
    case "source": source = source ?? Self.withoutStop(text)
    case "fpage": pages.first = text
    case "lpage": pages.last = text
    case "page-range": pages.range = text
    case "year", "month", "day", "season": readDate(tag, text)
    case "pub-id", "object-id": readIdentifier(tag["pub-id-type"] ?? "", text)
    case "isbn": item[.ISBN] = Identifier(.isbn, text)?.value ?? text
    case "issn": item[.ISSN] = text
    case "uri" where item[.URL] == nil: readAddress(text)
    case "ext-link" where tag["href"] == nil: readAddress(text)
    case "supplement": item[.issue] = item[.issue].map { $0 + " " + text } ?? text
    default: if let variable = Self.variables[tag.name], item[variable] == nil { item[variable] = text }
    }
  }

  /// The record; nil where too little of the reference is tagged to tell what it names.
  func record() -> Item? {
    var item = item
    item.type = type
    switch (item.type, title ?? partTitle, source) {
    case (.chapter, let title, let source):
      item[.title] = partTitle ?? title
      item[.containerTitle] = source
    case (.book, let title?, let source?) where title != source:
      item[.title] = source
      item[.volumeTitle] = title
    case (_, let title?, let source):
      item[.title] = title
      item[.containerTitle] = source == title ? nil : source
    case (.articleJournal, nil, let source): item[.containerTitle] = source
    case (_, nil, let source): item[.title] = source
    }
    setPages(of: &item)
    if let year = date.year {
      item[date: .issued] = CSLDate(
        CSLDate.Parts(year: year, month: date.month, day: date.month == nil ? nil : date.day, season: date.season))
    }
    if let year = accessed.year { item[date: .accessed] = CSLDate(year, accessed.month, accessed.day) }
    let names = !item[names: .author].isEmpty || !item[names: .editor].isEmpty
    let isNamed = item[.title] != nil || item[.containerTitle] != nil && names
    return isNamed && (names || item[date: .issued] != nil || item[.containerTitle] != nil || item[.URL] != nil)
      ? item : nil
  }

  private func setPages(of item: inout Item) {
    if let range = pages.range {
      item[.page] = PageRange.expanded(range)
    } else if let first = pages.first {
      item[.page] = pages.last.map { $0 == first ? first : PageRange.expanded(first + "-" + $0) } ?? first
    } else if let number = item[.number], item.type == .articleJournal {
      item[.page] = number
    }
  }

  private var type: ItemType {
    if let type = Self.types[publicationType] { return type }
    let hasPart = partTitle != nil || title != nil && source != nil
    let isPublished = item[.publisher] != nil || item[.publisherPlace] != nil || item[.ISBN] != nil
    switch publicationType {
    case "book", "edited-book": return hasPart ? .chapter : .book
    default:
      if source != nil, item[.volume] != nil, !isPublished { return .articleJournal }
      if isPublished { return hasPart ? .chapter : .book }
      return item[.URL] != nil ? .webpage : source != nil && title != nil ? .articleJournal : .document
    }
  }

  private mutating func endName(_ text: String) {
    guard let made = name else { return }
    name = nil
    if made.family != nil || made.given != nil {
      item[names: creators].append(made)
    } else if !text.isEmpty {
      item[names: creators] += NameList(text).names.isEmpty ? [Name(literal: text)] : NameList(text).names
    }
  }

  private mutating func readDate(_ tag: MarkupTag, _ text: String) {
    let number = Int(text.prefix { $0.isASCII && $0.isNumber })
    switch tag.name {
    case "year":
      let year = number ?? tag["iso-8601-date"].flatMap { Int($0.prefix(4)) }
      if isInAccessDate { accessed.year = year } else { date.year = date.year ?? year }
    case "month":
      let month = Month.number(of: text)
      if isInAccessDate { accessed.month = month } else { date.month = month }
    case "day":
      let day = number.flatMap { (1...31).contains($0) ? $0 : nil }
      if isInAccessDate { accessed.day = day } else { date.day = day }
    default: date.season = Month.season(of: text)
    }
  }

  /// The day of access as people write it: «2013 Mar 4», «March 4, 2013».
  private mutating func readAccessDate(_ text: String) {
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if let number = Int(word) {
        if (1900...2100).contains(number) { accessed.year = number }
        if (1...31).contains(number) { accessed.day = number }
      } else if let month = Month.number(of: word) {
        accessed.month = month
      }
    }
    if accessed.month == nil { accessed.day = nil }
  }

  private mutating func readIdentifier(_ type: String, _ text: String) {
    switch type {
    case "doi": item[.DOI] = item[.DOI] ?? Identifier(.doi, text)?.value
    case "pmid": item[.PMID] = item[.PMID] ?? Identifier(.pmid, text)?.value
    case "pmcid", "pmc": item[.PMCID] = item[.PMCID] ?? Identifier(.pmcid, text)?.value
    case "isbn": item[.ISBN] = item[.ISBN] ?? Identifier(.isbn, text)?.value
    default: break
    }
  }

  private mutating func readAddress(_ tag: MarkupTag) {
    guard let address = tag["href"] else { return }
    let kind = tag["ext-link-type"] ?? ""
    if kind == "doi" || kind == "pmid" || kind == "pmcid" {
      readIdentifier(kind, address)
    } else {
      readAddress(address)
    }
  }

  private mutating func readAddress(_ address: String) {
    if let work = NamedWork(address: address)?.item {
      for variable in [Variable.DOI, .PMID, .PMCID] where item[variable] == nil { item[variable] = work[variable] }
    } else if item[.URL] == nil, address.hasPrefix("http://") || address.hasPrefix("https://") {
      item[.URL] = address
    }
  }

  /// A title without a final full stop, and without the brackets of a translation.
  private static func title(_ text: String) -> String {
    var title = withoutStop(text)[...]
    if title.first == "[", title.last == "]", !title.dropFirst().dropLast().contains("[") {
      title = title.dropFirst().dropLast()
    }
    return withoutStop(String(title))
  }

  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
  }

  private static let creators: [String: Variable] = [
    "author": .author, "editor": .editor, "allauthors": .author, "translator": .translator, "guest-editor": .editor,
    "compiler": .compiler, "director": .director, "inventor": .author, "curator": .curator,
  ]

  private static let variables: [String: Variable] = [
    "volume": .volume, "issue": .issue, "publisher-name": .publisher, "publisher-loc": .publisherPlace,
    "edition": .edition, "elocation-id": .number, "conf-name": .eventTitle, "conf-loc": .eventPlace,
    "series": .collectionTitle, "patent": .number, "version": .version, "institution": .publisher,
  ]

  private static let types: [String: ItemType] = [
    "journal": .articleJournal, "confproc": .paperConference, "conf-proceedings": .paperConference,
    "conference": .paperConference, "thesis": .thesis, "web": .webpage, "webpage": .webpage, "website": .webpage,
    "eref": .webpage, "report": .report, "gov": .report, "working-paper": .report, "patent": .patent,
    "data": .dataset, "dataset": .dataset, "database": .dataset, "software": .software,
    "newspaper": .articleNewspaper, "magazine": .articleMagazine, "preprint": .article, "standard": .standard,
    "commun": .personalCommunication, "chapter": .chapter, "book-chapter": .chapter,
  ]
}
