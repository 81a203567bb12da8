import IbidModel
import IbidText

/// The records in the XML that EndNote keeps in its fields.
///
/// Source: EndNote's XML export, and the fields that Cite While You Write makes (`EN.CITE`).
struct EndNoteCitation {
  private var works: [EmbeddedCite] = []
  private var work = EmbeddedCite(item: Item(type: .document))
  private var isInCite = false
  /// Within the record that follows the cite's own short author, year and pages.
  private var isInRecord = false
  private var creators = Variable.author
  private var container: String?
  private var abbreviation: String?

  /// The cites in a field's XML, in order.
  static func works(in bytes: [UInt8]) -> [EmbeddedCite] {
    var reader = EndNoteCitation()
    MarkupFields.walk(bytes, transparent: ["style"]) { reader.take($0) }
    return reader.works
  }

  private mutating func take(_ event: MarkupFields.Event) {
    switch event {
    case .start(let tag): start(tag)
    case .end(let name, let text): end(name, text)
    }
  }

  private mutating func start(_ tag: MarkupTag) {
    switch tag.name {
    case "cite":
      work = EmbeddedCite(item: Item(type: .document))
      (container, abbreviation) = (nil, nil)
      work.suppressesAuthor = tag["excludeauth"] == "1"
      isInCite = true
      isInRecord = false
    case "record":
      isInRecord = true
      work.item[names: .author] = []
    case "authors": creators = .author
    case "secondary-authors": creators = .editor
    case "tertiary-authors": creators = .collectionEditor
    case "subsidiary-authors": creators = .translator
    case "ref-type": work.item.type = Self.types[tag["name"] ?? ""] ?? .document
    default: break
    }
  }

  private mutating func end(_ name: String, _ text: String) {
    guard isInCite else { return }
    if name == "cite" { return close() }
    guard !text.isEmpty else { return }
    switch name {
    case "pages" where !isInRecord: work.locator = EmbeddedCite.locator(nil, text)
    case "prefix": work.prefix = text
    case "suffix": work.suffix = text
    case "recnum": work.identity = work.identity ?? text
    case "author":
      if let person = NameList(text).names.first { work.item[names: creators].append(person) }
    case "title": work.item[.title] = text
    case "secondary-title": container = container ?? text
    case "full-title": container = text
    case "abbr-1": abbreviation = text
    case "tertiary-title": work.item[.collectionTitle] = text
    case "electronic-resource-num": work.item[.DOI] = Identifier(.doi, text)?.value
    case "accession-num": work.item[.PMID] = Identifier(.pmid, text)?.value
    case "year": if let year = Int(text.prefix(4)) { work.item[date: .issued] = CSLDate(year) }
    case "isbn": readNumber(text)
    case "url" where work.item[.URL] == nil: work.item[.URL] = text
    default: if let variable = Self.variables[name] { work.item[variable] = text }
    }
  }

  private mutating func readNumber(_ text: String) {
    if work.item.type == .book || work.item.type == .chapter {
      work.item[.ISBN] = Identifier(.isbn, text)?.value
    } else {
      work.item[.ISSN] = String(text.prefix(9))
    }
  }

  private mutating func close() {
    isInCite = false
    if let container, container != work.item[.title] { work.item[.containerTitle] = container }
    work.item[.containerTitleShort] = abbreviation
    if work.item[.title] != nil || !work.item[names: .author].isEmpty { works.append(work) }
  }

  private static let variables: [String: Variable] = [
    "volume": .volume, "number": .issue, "pages": .page, "publisher": .publisher, "pub-location": .publisherPlace,
    "edition": .edition, "abstract": .abstract, "language": .language,
  ]

  private static let types: [String: ItemType] = [
    "Journal Article": .articleJournal, "Electronic Article": .articleJournal, "Book": .book, "Edited Book": .book,
    "Electronic Book": .book, "Book Section": .chapter, "Electronic Book Section": .chapter, "Thesis": .thesis,
    "Conference Proceedings": .paperConference, "Conference Paper": .paperConference, "Report": .report,
    "Government Document": .report, "Web Page": .webpage, "Blog": .postWeblog, "Newspaper Article": .articleNewspaper,
    "Magazine Article": .articleMagazine, "Patent": .patent, "Dataset": .dataset, "Computer Program": .software,
    "Manuscript": .manuscript, "Unpublished Work": .manuscript, "Standard": .standard,
  ]
}
