import IbidModel
import IbidScan
import IbidText

/// Makes an item of the fields of a tagged or tabular record, one after another.
///
/// RIS, refer, Web of Science's format and the tables of databases say the same under other names; what their fields
/// play a part in is said once, here.
struct ItemAssembly {
  /// What became of a value.
  enum Holding {
    /// A variable holds it as it is.
    case exact
    /// A variable holds what it means.
    case respelled
    /// It says what a variable holds already.
    case repeated
    /// No variable holds it.
    case kept
    /// Known when all fields are there.
    case pending
  }

  var item: Item
  var text = RecordText()
  private var firstPage: String?
  private var lastPage: String?
  private var articleNumber: String?
  private var years: [String] = []
  private var dates: [String] = []
  private var keywords: [String] = []
  private var authors: [Name] = []
  private var editors: [Name] = []
  private var seriesEditors: [Name] = []
  private var translators: [Name] = []
  private var accession: String?
  private var databaseNumber: String?

  /// How the pages are held.
  private(set) var pages = Holding.exact

  init(type: ItemType) {
    item = Item(type: type)
    item.texts.reserveCapacity(16)
  }

  /// Takes a value that is not empty.
  mutating func take(_ role: FieldRole, _ value: Span<UInt8>) -> Holding {
    switch role {
    case .author: return Self.add(value, to: &authors, &text)
    case .editor: return Self.add(value, to: &editors, &text)
    case .seriesEditor: return Self.add(value, to: &seriesEditors, &text)
    case .translator: return Self.add(value, to: &translators, &text)
    case .title: return takeText(.title, text.line(value), mayBeMarked: value.offset(of: Self.bracket) != nil)
    case .keyword: return takeKeywords(text.lines(value))
    case .abstract: return takeText(.abstract, text.lines(value), mayBeMarked: value.offset(of: Self.bracket) != nil)
    case .note: return takeNote(text.lines(value))
    case .URL: return takeURL(text.lines(value))
    default: return take(role, text.line(value))
    }
  }

  /// Takes a value on one line.
  mutating func take(_ role: FieldRole, _ value: String) -> Holding {
    switch role {
    case .type, .kept, .title, .author, .editor, .seriesEditor, .translator, .keyword, .abstract, .note, .URL:
      return .kept
    case .shortTitle: return value == item[.title] ? .repeated : set(.titleShort, value)
    case .journal, .containerShort: return takeJournal(value, isShort: role == .containerShort)
    case .secondTitle:
      guard WorkKind(item.type) == .whole else { return takeJournal(value, isShort: false) }
      return item.type == .thesis ? .kept : set(.collectionTitle, value)
    case .series: return set(.collectionTitle, value)
    case .proceedings: return takeProceedings(value)
    case .year:
      years.append(value)
      return .pending
    case .date:
      guard TaggedDate.parts(value) != nil else { return .kept }
      dates.append(value)
      return .pending
    case .accessed: return takeAccessed(value)
    case .firstPage: return Self.keepFirst(value, &firstPage)
    case .lastPage: return Self.keepFirst(value, &lastPage)
    case .articleNumber: return takeArticleNumber(value)
    case .number: return variableOfNumber.map { set($0, value) } ?? .kept
    case .serial: return takeSerial(value)
    case .DOI: return takeDOI(value)
    case .language: return takeLanguage(value)
    case .genre: return takeGenre(value)
    case .section:
      return WorkKind(item.type) == .journal && item.type != .articleNewspaper ? .kept : set(.section, value)
    case .edition: return set(item.type == .software ? .version : .edition, value)
    case .accession: return takeAccession(value)
    case .PMCID: return takePMCID(value)
    case .labelledNumber: return takeLabelled(value)
    case .PMID: return PubMedIdentifier.pmid(value).map { set(.PMID, $0) } ?? .kept
    case .body:
      authors.append(Name(literal: value))
      return .exact
    case .citationKey: return takeKey(value)
    default: return role.variable.map { set($0, value) } ?? .kept
    }
  }

  /// Sets what several fields make up together. `finish` is called once, behind the last field.
  mutating func finish() {
    set(.author, authors)
    set(.editor, editors)
    set(.collectionEditor, seriesEditors)
    set(.translator, translators)
    if !keywords.isEmpty { item[.keyword] = keywords.joined(separator: "; ") }
    item[date: .issued] = TaggedDate.date(years: years, dates: dates)
    setPages()
    if let short = item[.titleShort], short == item[.title] { item[.titleShort] = nil }
    if item[.containerTitle] == nil, let short = item[.containerTitleShort] { item[.containerTitle] = short }
    if item[.PMID] == nil, let accession, let source = item[.source]?.lowercased(),
      source.contains("medline") || source.contains("pubmed")
    {
      item[.PMID] = PubMedIdentifier.pmid(accession)
    }
    if item[.PMID] == nil, let databaseNumber, ["scopus", "embase"].contains(item[.source]?.lowercased()) {
      item[.PMID] = databaseNumber
    }
    if item[.DOI] == nil, let doi = Self.doi(ofAddress: item[.URL] ?? "") { item[.DOI] = doi }
  }

  /// A book's number is that of its series.
  private var variableOfNumber: Variable? { Self.variableOfNumber(of: item.type) }

  static func variableOfNumber(of type: ItemType) -> Variable? {
    switch type {
    case .book, .chapter: .collectionNumber
    default: WorkKind(type) == .journal ? nil : .number
    }
  }

  // MARK: Text

  private mutating func set(_ variable: Variable, _ value: String) -> Holding {
    if let known = item.texts[variable] { return known == value ? .repeated : .kept }
    item.texts[variable] = value
    return .exact
  }

  private static let bracket = UInt8(ascii: "<")

  /// Text that may have CSL's rich-text tags; without a partner they are text.
  private mutating func takeText(_ variable: Variable, _ value: String, mayBeMarked: Bool) -> Holding {
    guard mayBeMarked, InlineMarkup.pairs(in: value) else { return set(variable, value) }
    guard item[variable] == nil else { return item.richTexts[variable] == value ? .repeated : .kept }
    item.set(variable, richText: value)
    return .exact
  }

  /// The first note is the item's; what a database writes of itself is none.
  private mutating func takeNote(_ value: String) -> Holding {
    if let doi = Self.markedDOI(value) {
      if item[.DOI] == nil { item[.DOI] = doi }
      return .kept
    }
    if value.utf8.first == Self.bracket, let note = Self.ownNote(value) {
      item[.annote] = [item[.annote], note].compactMap(\.self).joined(separator: "\n\n")
      return .respelled
    }
    return Self.isOfDatabase(value) ? .kept : set(.note, value)
  }

  /// The text of a note in HTML: those that people write in Zotero. They are a person's own, and for no list of references.
  private static func ownNote(_ value: String) -> String? {
    let beginnings = ["<p", "<div", "<h1", "<h2", "<h3", "<ul", "<ol", "<blockquote", "<strong", "<em"]
    let start = value.prefix(12).lowercased()
    guard beginnings.contains(where: start.hasPrefix), value.utf8.contains(UInt8(ascii: ">")) else { return nil }
    return IntakeText.value(value, of: .note).map { RichText.plain($0) }
  }

  private static func isOfDatabase(_ note: String) -> Bool {
    databaseNotes.contains { note.utf8.starts(with: $0.utf8) }
  }

  private static let databaseNotes = [
    "Cited By", "Cited by", "Export Date", "CODEN", "Correspondence Address", "Times Cited", "Total Times Cited",
    "Accession Number", "<p>Times Cited", "Copyright", "The following values have no corresponding Zotero field",
    "Language of Original Document", "Cited References", "Number of References", "References", "Funding details",
    "Manufacturers", "Tradenames", "Chemicals", "Molecular Sequence Numbers", "Source type", "Last updated",
  ]

  private mutating func takeGenre(_ value: String) -> Holding {
    if let doi = Self.markedDOI(value) {
      if item[.DOI] == nil { item[.DOI] = doi }
      return .kept
    }
    // Databases sort articles of journals by kinds that no style prints.
    return WorkKind(item.type) == .journal || item.type == .paperConference ? .kept : set(.genre, value)
  }

  private mutating func takeLanguage(_ value: String) -> Holding {
    guard item[.language] == nil else { return .kept }
    let tag = LanguageName.tag(of: value) ?? value
    item[.language] = tag
    return tag == value ? .exact : .respelled
  }

  private mutating func takeKeywords(_ value: String) -> Holding {
    let isOne = !value.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\n") }
    guard !isOne else {
      keywords.append(value)
      return .exact
    }
    for word in value.split(whereSeparator: { ";\n".unicodeScalars.contains($0.unicodeScalars.first ?? " ") }) {
      let word = word.trimmedASCII
      if !word.isEmpty { keywords.append(word) }
    }
    return .respelled
  }

  // MARK: Where it stands

  /// The longer one of two names of a container is its title, the shorter one its abbreviation.
  private mutating func takeJournal(_ value: String, isShort: Bool) -> Holding {
    let variable = isShort ? Variable.containerTitleShort : .containerTitle
    guard let known = item[variable] else {
      item[variable] = value
      return .exact
    }
    if known == value { return .repeated }
    guard !isShort else { return .kept }
    if item[.containerTitleShort] == value { return .respelled }
    guard item[.containerTitleShort] == nil else { return .kept }
    item[.containerTitle] = known.utf8.count >= value.utf8.count ? known : value
    item[.containerTitleShort] = known.utf8.count >= value.utf8.count ? value : known
    return .respelled
  }

  /// The title of the proceedings; what stood as the container's is then that of the conference.
  private mutating func takeProceedings(_ value: String) -> Holding {
    guard item.type == .paperConference else { return .kept }
    guard let conference = item[.containerTitle] else { return set(.containerTitle, value) }
    guard conference != value, item[.eventTitle] == nil else { return conference == value ? .repeated : .kept }
    item[.eventTitle] = conference
    item[.containerTitle] = value
    return .exact
  }

  private static func keepFirst(_ value: String, _ place: inout String?) -> Holding {
    if let known = place { return known == value ? .repeated : .kept }
    place = value
    return .pending
  }

  private mutating func takeArticleNumber(_ value: String) -> Holding {
    guard WorkKind(item.type) != .whole, (1...24).contains(value.utf8.count),
      value.utf8.contains(where: \.isASCIIDigit),
      !value.utf8.contains(where: \.isASCIISpace)
    else { return .kept }
    if let known = articleNumber { return known == value ? .repeated : .kept }
    articleNumber = value
    item[.number] = value
    return .exact
  }

  private mutating func setPages() {
    let found = TaggedPages(first: firstPage, last: lastPage, isWhole: WorkKind(item.type) == .whole)
    pages = found.holding
    item[.page] = found.pages ?? articleNumber
    item[.numberOfPages] = found.count
  }

  private mutating func takeAccessed(_ value: String) -> Holding {
    guard item[date: .accessed] == nil, let date = TaggedDate.parts(value)?.date else { return .kept }
    item[date: .accessed] = date
    return TaggedDate.text(of: date) == value ? .exact : .respelled
  }

  // MARK: Identifiers

  private mutating func takeDOI(_ value: String) -> Holding {
    guard let doi = PubMedIdentifier.doi(value) else { return .kept }
    if let known = item[.DOI] { return known == value ? .repeated : .kept }
    item[.DOI] = doi
    return doi == value ? .exact : .respelled
  }

  /// `doi: 10.1063/1.1954747`
  private static func markedDOI(_ value: String) -> String? {
    guard value.utf8.count < 200, value.prefix(4).lowercased() == "doi:" else { return nil }
    return PubMedIdentifier.doi(String(value.dropFirst(4)))
  }

  private static func doi(ofAddress address: String) -> String? {
    guard address.utf8.starts(with: "http".utf8), !address.utf8.contains(UInt8(ascii: "?")) else { return nil }
    let host = address.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
    guard ["doi.org", "dx.doi.org", "www.doi.org"].contains(String(host) ?? "") else { return nil }
    return PubMedIdentifier.doi(address)
  }

  private mutating func takeSerial(_ value: String) -> Holding {
    let (issn, isbn) = SerialNumber.numbers(in: value)
    var isHeld = false
    if let issn, item[.ISSN] == nil {
      item[.ISSN] = issn
      isHeld = true
    }
    if let isbn, item[.ISBN] == nil {
      item[.ISBN] = isbn
      isHeld = true
    }
    if isHeld { return value == issn || value == isbn ? .exact : .respelled }
    if value == item[.ISSN] || value == item[.ISBN] { return .repeated }
    guard issn == nil, isbn == nil, [.report, .patent, .standard].contains(item.type) else { return .kept }
    return set(.number, value) == .kept ? .kept : .respelled
  }

  /// An accession number is a PMID where it says so, or where the database is PubMed or MEDLINE.
  private mutating func takeAccession(_ value: String) -> Holding {
    for prefix in ["PMID:", "MEDLINE:"] where value.utf8.starts(with: prefix.utf8) {
      guard item[.PMID] == nil, let pmid = PubMedIdentifier.pmid(String(value.dropFirst(prefix.count))) else { break }
      item[.PMID] = pmid
      return value == "PMID:" + pmid ? .exact : .respelled
    }
    if (1...8).contains(value.utf8.count), value.utf8.allSatisfy(\.isASCIIDigit) { accession = accession ?? value }
    return .kept
  }

  private mutating func takeLabelled(_ value: String) -> Holding {
    if item[.PMCID] == nil, value.hasSuffix("[PMCID]") {
      item[.PMCID] = PubMedIdentifier.pmcid(value.dropLast(7).trimmedASCII)
    } else if item[.PMID] == nil, value.hasSuffix("[PMID]") || value.hasPrefix("PMID:") {
      item[.PMID] = PubMedIdentifier.pmid(value.hasSuffix("[PMID]") ? value.dropLast(6).trimmedASCII : value)
    }
    return .kept
  }

  /// EndNote has the PMCID here, Scopus and Embase the PMID.
  private mutating func takePMCID(_ value: String) -> Holding {
    guard value.utf8.starts(with: "PMC".utf8), let pmcid = PubMedIdentifier.pmcid(value) else {
      if (7...8).contains(value.utf8.count), value.utf8.allSatisfy(\.isASCIIDigit) { databaseNumber = value }
      return .kept
    }
    switch set(.PMCID, pmcid) {
    case .exact: return pmcid == value ? .exact : .respelled
    case .repeated where pmcid == value: return .repeated
    default: return .kept
    }
  }

  /// The first address of a value that holds some.
  private mutating func takeURL(_ value: String) -> Holding {
    let first =
      value.utf8.contains(where: \.isASCIISpace)
      ? value.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? value : value
    guard first.utf8.contains(UInt8(ascii: ":")) || first.hasPrefix("www."), !first.hasSuffix(":") else { return .kept }
    switch set(.URL, first) {
    case .exact: return first == value ? .exact : .respelled
    case .repeated: return first == value ? .repeated : .kept
    default: return .kept
    }
  }

  /// A key is a word that begins with a letter; numbers of a program's own are none.
  private mutating func takeKey(_ value: String) -> Holding {
    if (1...8).contains(value.utf8.count), value.utf8.allSatisfy(\.isASCIIDigit) { accession = accession ?? value }
    guard item.id.isEmpty, value.utf8.first?.isASCIILetter == true, value.utf8.count <= 80,
      value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") })
    else { return .kept }
    item.id = value
    return .exact
  }

  // MARK: Names

  /// Sets a list of names, which may be broken off behind its last one.
  private mutating func set(_ variable: Variable, _ names: [Name]) {
    guard let last = names.last else { return }
    guard TaggedName.isEtAl(last), names.count > 1 else { return item[names: variable] = names }
    item[names: variable] = names.dropLast()
    item.breakOff(names: variable)
  }

  private static func add(_ value: Span<UInt8>, to names: inout [Name], _ text: inout RecordText) -> Holding {
    if let comma = TaggedName.plainComma(of: value) {
      names.append(
        Name(family: text.lines(value.extracting(..<comma)), given: text.lines(value.extracting((comma + 2)...))))
      return .exact
    }
    let (name, isExact) = TaggedName.name(text.line(value))
    names.append(name)
    return isExact ? .exact : .respelled
  }
}
