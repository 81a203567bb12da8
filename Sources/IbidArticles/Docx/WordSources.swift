import IbidModel

/// Word's own list of sources, by the tags that its fields cite.
///
/// Source: ECMA-376, part 1, section 22.6 (bibliography).
struct WordSources {
  private(set) var items: [String: Item] = [:]
  private var item = Item(type: .document)
  private var tag = ""
  private var isInSource = false
  private var role: Variable?
  private var person = Name()
  private var date: (year: Int?, month: Int?, day: Int?) = (nil, nil, nil)

  init(_ parts: [[UInt8]]) {
    for part in parts where part.firstOffset(of: "Sources") != nil { MarkupFields.walk(part) { take($0) } }
  }

  private mutating func take(_ event: MarkupFields.Event) {
    switch event {
    case .start(let tag):
      if tag.name == "source" {
        item = Item(type: .document)
        self.tag = ""
        date = (nil, nil, nil)
        isInSource = true
      }
      if let role = Self.roles[tag.name] { self.role = role }
      if tag.name == "person" { person = Name() }
    case .end(let name, let text): if isInSource { end(name, text) }
    }
  }

  private mutating func end(_ name: String, _ text: String) {
    switch name {
    case "source": close()
    case "person":
      if let role, person.family != nil || person.given != nil { item[names: role].append(person) }
    case _ where text.isEmpty: break
    case "tag": tag = text
    case "sourcetype": item.type = Self.types[text] ?? .document
    case "last": person.family = text
    case "first": person.given = text
    case "middle": person.given = person.given.map { $0 + " " + text } ?? text
    case "corporate": if let role { item[names: role].append(Name(literal: text)) }
    case "year": date.year = Int(text)
    case "month": date.month = Int(text)
    case "day": date.day = Int(text)
    case "doi": item[.DOI] = Identifier(.doi, text)?.value
    case "standardnumber": item[item.type == .articleJournal ? .ISSN : .ISBN] = text
    default: if let variable = Self.variables[name] { item[variable] = text }
    }
  }

  private mutating func close() {
    isInSource = false
    if let year = date.year {
      let month = date.month.flatMap { (1...12).contains($0) ? $0 : nil }
      item[date: .issued] = CSLDate(
        year, month, month == nil ? nil : date.day.flatMap { (1...31).contains($0) ? $0 : nil })
    }
    if !tag.isEmpty { items[tag] = item }
  }

  /// The cites of a field `CITATION Wen23 \p 33 \m Coo19`.
  func works(inField text: String) -> [EmbeddedCite] {
    var works: [EmbeddedCite] = []
    let words = Self.words(text)
    var index = 1
    while index < words.count {
      let word = words[index]
      let value = index + 1 < words.count ? words[index + 1] : ""
      switch word {
      case "\\m": break
      case "\\p":
        if !works.isEmpty { works[works.count - 1].locator = EmbeddedCite.locator(nil, value) }
        index += 1
      case "\\f":
        if !works.isEmpty { works[works.count - 1].prefix = value }
        index += 1
      case "\\s":
        if !works.isEmpty { works[works.count - 1].suffix = value }
        index += 1
      case "\\l", "\\v": index += 1
      case "\\n": if !works.isEmpty { works[works.count - 1].suppressesAuthor = true }
      default:
        if let item = items[word] {
          var work = EmbeddedCite(item: item)
          work.identity = word
          works.append(work)
        }
      }
      index += 1
    }
    return works
  }

  /// Words between blanks; quotation marks hold blanks.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isQuoted = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte.isASCIISpace, !isQuoted {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      } else {
        word.append(byte)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static let roles: [String: Variable] = [
    "author": .author, "editor": .editor, "translator": .translator, "bookauthor": .containerAuthor,
    "inventor": .author, "artist": .author, "director": .director, "interviewer": .interviewer,
  ]

  private static let variables: [String: Variable] = [
    "title": .title, "journalname": .containerTitle, "booktitle": .containerTitle, "conferencename": .containerTitle,
    "periodicaltitle": .containerTitle, "internetsitetitle": .containerTitle, "publicationtitle": .containerTitle,
    "volume": .volume, "issue": .issue, "pages": .page, "publisher": .publisher, "city": .publisherPlace,
    "edition": .edition, "url": .URL,
  ]

  private static let types: [String: ItemType] = [
    "JournalArticle": .articleJournal, "ArticleInAPeriodical": .articleMagazine, "Book": .book,
    "BookSection": .chapter, "ConferenceProceedings": .paperConference, "Report": .report, "InternetSite": .webpage,
    "DocumentFromInternetSite": .webpage, "ElectronicSource": .document, "Patent": .patent, "Case": .legalCase,
  ]
}
