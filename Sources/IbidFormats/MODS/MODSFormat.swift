import IbidModel
import IbidScan
internal import IbidText

extension RecordFormat {
  /// MODS, as library catalogues and bibutils write it; one record or a collection.
  package static let mods = RecordFormat.xml(
    name: "mods", summary: "MODS, the Library of Congress's XML", names: .xml("mods", in: "modsCollection"),
    recognizes: { prefix in
      let head = Array(prefix.prefix(4_096))
      return head.firstOffset(of: "<mods") != nil || head.firstOffset(of: ":mods") != nil
        || head.firstOffset(of: "<modsCollection") != nil
    },
    item: MODSItem.item)
}

/// Records of MODS as items.
///
/// Source: Library of Congress, MODS 3.8.
enum MODSItem {
  static func item(of record: RecordElement) -> Item? {
    var item = Item(type: .document)
    let host = record.children("relatedItem").first { $0["type"] == "host" }
    let series = record.children("relatedItem").first { $0["type"] == "series" }
    setTitles(of: record, to: &item)
    addNames(of: record, isHost: false, to: &item)
    if let host {
      item[.containerTitle] = title(of: host)
      item[.containerTitleShort] = title(of: host, kind: "abbreviated")
      addNames(of: host, isHost: true, to: &item)
    }
    item[.collectionTitle] = series.flatMap { title(of: $0) }
    for place in [record, host].compactMap(\.self) {
      readOrigin(of: place, into: &item)
      readPart(of: place, into: &item)
      readIdentifiers(of: place, into: &item)
    }
    readRest(of: record, into: &item)
    item.type = type(of: record, host: host, item)
    if item.id.isEmpty, let id = record["ID"] { item.id = id }
    return item[.title] == nil && item.nameLists.isEmpty ? nil : item
  }

  private static func title(of element: RecordElement, kind: String? = nil) -> String? {
    let named = element.children("titleInfo").filter { $0["type"] == kind }
    // A host may have nothing but a uniform title.
    guard let title = named.first ?? (kind == nil ? element.child("titleInfo") : nil) else { return nil }
    let main = [title.child("nonSort")?.line, title.child("title")?.line].compactMap(\.self).joined(separator: " ")
    let subtitle = title.child("subTitle")?.line
    let whole = [main, subtitle].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
    return whole.isEmpty ? nil : whole
  }

  private static func setTitles(of record: RecordElement, to item: inout Item) {
    item[.title] = title(of: record)
    item[.titleShort] = title(of: record, kind: "abbreviated")
    item[.partTitle] = record.child("titleInfo")?.child("partName")?.line
  }

  private static func addNames(of element: RecordElement, isHost: Bool, to item: inout Item) {
    for name in element.children("name") {
      let role = name.children("role").flatMap { $0.children("roleTerm") }.map { $0.line.lowercased() }
      let variable = role.lazy.compactMap { roles[$0] }.first ?? (role.isEmpty ? (isHost ? .editor : .author) : nil)
      guard let variable, let read = self.name(name) else { continue }
      item[names: isHost && variable == .author ? .containerAuthor : variable].append(read)
    }
  }

  private static func name(_ element: RecordElement) -> Name? {
    let parts = element.children("namePart")
    let family = parts.filter { $0["type"] == "family" }.map(\.line).joined(separator: " ")
    let given = parts.filter { $0["type"] == "given" }.map(\.line).joined(separator: " ")
    if !family.isEmpty {
      var name = Name(family: family, given: given.isEmpty ? nil : given)
      name.suffix = parts.first { $0["type"] == "termsOfAddress" }?.line
      return name
    }
    let plain = parts.filter { $0["type"] == nil }.map(\.line).joined(separator: ", ")
    if plain.isEmpty { return nil }
    return element["type"] == "personal" || element["type"] == nil ? WrittenName.name(plain) : Name(literal: plain)
  }

  private static func readOrigin(of element: RecordElement, into item: inout Item) {
    for origin in element.children("originInfo") {
      item.fill(.publisher, origin.child("publisher")?.line)
      let places = origin.children("place").flatMap { $0.children("placeTerm") }
      item.fill(.publisherPlace, (places.first { $0["type"] != "code" })?.line)
      item.fill(.edition, origin.child("edition")?.line)
      for name in ["dateIssued", "copyrightDate", "dateCreated"] where item[date: .issued] == nil {
        item[date: .issued] = origin.children(name).lazy.compactMap { CatalogueText.date($0.line) }.first
      }
    }
  }

  private static func readPart(of element: RecordElement, into item: inout Item) {
    for part in element.children("part") {
      for detail in part.children("detail") {
        let number = (detail.child("number") ?? detail.child("caption") ?? detail.child("title"))?.line
        switch detail["type"] {
        case "volume": item.fill(.volume, number)
        case "issue", "number": item.fill(.issue, number)
        case "page", "pages": item.fill(.page, number)
        case "chapter": item.fill(.chapterNumber, number)
        default: break
        }
      }
      for extent in part.children("extent") where extent["unit"]?.hasPrefix("page") ?? true {
        let first = extent.child("start")?.line
        let last = extent.child("end")?.line
        let pages = [first, last].compactMap(\.self).filter { !$0.isEmpty }
        item.fill(.page, pages.isEmpty ? extent.child("list")?.line : PageRange.expanded(pages.joined(separator: "-")))
      }
      if item[date: .issued] == nil { item[date: .issued] = part.child("date").flatMap { CatalogueText.date($0.line) } }
    }
  }

  private static func readIdentifiers(of element: RecordElement, into item: inout Item) {
    for identifier in element.children("identifier") where identifier["invalid"] != "yes" {
      let text = identifier.line
      switch identifier["type"]?.lowercased() {
      case "doi"?: item.fill(.DOI, PubMedIdentifier.doi(text))
      case "pmid"?, "pubmed"?, "medline"?: item.fill(.PMID, PubMedIdentifier.pmid(text))
      case "pmc"?, "pmcid"?: item.fill(.PMCID, PubMedIdentifier.pmcid(text))
      case "isbn"?: item.fill(.ISBN, StandardNumber.isbn(in: text))
      case "issn"?, "issn-l"?: item.fill(.ISSN, StandardNumber.issn(in: text))
      case "citekey"?: if item.id.isEmpty { item.id = text }
      case "uri"?: if text.hasPrefix("http") { item.fill(.URL, text) }
      case "report number"?, "patent"?: item.fill(.number, text)
      default: break
      }
    }
  }

  private static func readRest(of record: RecordElement, into item: inout Item) {
    item.fill(.abstract, record.child("abstract")?.line)
    item.fill(.note, record.children("note").map(\.line).filter { !$0.isEmpty }.joined(separator: "\n"))
    let topics = record.children("subject").map { subject in
      subject.children.filter { $0.name != "cartographics" }.map(\.line).joined(separator: " -- ")
    }
    item.fill(.keyword, topics.filter { !$0.isEmpty }.joined(separator: "; "))
    let languages = record.children("language")
    let terms = languages.flatMap { $0.children("languageTerm") }
    item.fill(.language, (terms.first { $0["type"] == "code" } ?? terms.first ?? languages.first)?.line)
    let locations = record.children("location")
    item.fill(.URL, locations.lazy.compactMap { $0.child("url")?.line }.first)
    item.fill(.archive, locations.lazy.compactMap { $0.child("physicalLocation")?.line }.first)
    item.fill(.callNumber, record.child("classification")?.line ?? locations.first?.child("shelfLocator")?.line)
    if item[.page] == nil, let extent = record.child("physicalDescription")?.child("extent")?.line {
      item.fill(.numberOfPages, CatalogueText.pageCount(extent))
    }
  }

  private static func type(of record: RecordElement, host: RecordElement?, _ item: Item) -> ItemType {
    let genres = record.children("genre").map { $0.line.lowercased() }
    let hostGenres = host?.children("genre").map { $0.line.lowercased() } ?? []
    for (word, type) in types where genres.contains(where: { $0.contains(word) }) { return type }
    if host != nil {
      let isSerial =
        item[.ISSN] != nil || hostGenres.contains { $0.contains("periodical") || $0.contains("journal") }
        || host?.children("originInfo").contains { $0.child("issuance")?.line == "continuing" } == true
      if hostGenres.contains(where: { $0.contains("newspaper") }) { return .articleNewspaper }
      if hostGenres.contains(where: { $0.contains("conference") }) { return .paperConference }
      return isSerial ? .articleJournal : .chapter
    }
    switch record.child("typeOfResource")?.line {
    case "cartographic"?: return .map
    case "moving image"?: return .motionPicture
    case "still image"?: return .graphic
    case "software, multimedia"?: return .software
    case "notated music"?: return .musicalScore
    case "sound recording"?, "sound recording-musical"?: return .song
    default: return item[.ISBN] != nil || item[.publisher] != nil ? .book : .document
    }
  }

  /// Genres, the most telling first.
  private static let types: [(String, ItemType)] = [
    ("thesis", .thesis), ("dissertation", .thesis), ("conference publication", .paperConference),
    ("conference paper", .paperConference), ("newspaper article", .articleNewspaper),
    ("magazine article", .articleMagazine), ("journal article", .articleJournal), ("article", .articleJournal),
    ("book section", .chapter), ("book chapter", .chapter), ("technical report", .report), ("report", .report),
    ("patent", .patent), ("web site", .webpage), ("web page", .webpage), ("webpage", .webpage),
    ("encyclopedia", .entryEncyclopedia), ("dictionary", .entryDictionary), ("dataset", .dataset),
    ("letter", .personalCommunication), ("interview", .interview), ("speech", .speech), ("map", .map),
    ("standard", .standard), ("legislation", .legislation), ("law report", .legalCase), ("manuscript", .manuscript),
    ("book", .book),
  ]

  private static let roles: [String: Variable] = [
    "aut": .author, "author": .author, "creator": .author, "cre": .author, "edt": .editor, "editor": .editor,
    "trl": .translator, "translator": .translator, "ill": .illustrator, "illustrator": .illustrator,
    "pbd": .collectionEditor, "series editor": .collectionEditor, "com": .compiler, "compiler": .compiler,
    "drt": .director, "director": .director, "ive": .author, "interviewee": .author, "ivr": .interviewer,
    "interviewer": .interviewer, "rcp": .recipient, "recipient": .recipient, "cmp": .composer, "composer": .composer,
    "prf": .performer, "performer": .performer, "pro": .producer, "producer": .producer, "ctb": .contributor,
    "contributor": .contributor, "inv": .author, "inventor": .author, "art": .author, "artist": .author,
  ]
}
