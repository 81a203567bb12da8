import IbidModel
import IbidText

/// The tags and values of an item in the MEDLINE format.
struct NBIBFields {
  private(set) var lines: [(tag: String, value: String)] = []

  private let item: Item
  private let facts: JSONValue
  private let isBook: Bool

  init(_ item: Item) {
    self.item = item
    facts = item.pubmed?.value ?? .object([])
    isBook = item.type == .book || item.type == .chapter
    addIdentity()
    addPlace()
    addTitles()
    addAbstract()
    addNames()
    addKinds()
    addJournal()
    addSubjects()
    addData()
    addKept()
  }

  private mutating func add(_ tag: String, _ value: String?) {
    if let value, !value.isEmpty { lines.append((tag, value)) }
  }

  private mutating func add(_ tag: String, _ values: [String?]) {
    for value in values { add(tag, value) }
  }

  // MARK: Groups of tags, in PubMed's order

  private mutating func addIdentity() {
    add("PMID", item[.PMID])
    // A record without a PMID begins with its title.
    if item[.PMID] == nil { add(isBook && item.type == .book ? "BTI" : "TI", title(item[.title])) }
    add("OWN", facts["MedlineCitation"]?["Owner"]?.text)
    add("STAT", facts["MedlineCitation"]?["Status"]?.text)
    add("DA", Self.digits(facts["DateCreated"]))
    add("DCOM", Self.digits(facts["DateCompleted"]))
    add("LR", isBook ? nil : Self.digits(facts["DateRevised"]))
    add("CTDT", Self.digits(facts["ContributionDate"]))
    add("DRDT", isBook ? Self.digits(facts["DateRevised"]) : nil)
  }

  private mutating func addPlace() {
    let issn = facts["Journal"]?["ISSN"]
    add("IS", Self.bracketed(issn?["text"]?.text ?? issn?.text ?? item[.ISSN], issn?["IssnType"]?.text, "(", ")"))
    add("IS", Self.bracketed(facts["MedlineJournalInfo"]?["ISSNLinking"]?.text, "Linking", "(", ")"))
    for isbn in facts["Book"]?["Isbn"]?.elements.map(\.text) ?? [item[.ISBN]] { add("ISBN", isbn) }
    if isBook {
      add("PB", item[.publisher])
    }
    add("VI", item[.volume])
    add("IP", item[.issue])
    add("DP", date)
  }

  private mutating func addTitles() {
    if item[.PMID] != nil, item.type != .book { add("TI", title(item[.title])) }
    if isBook {
      if item.type == .chapter || item[.PMID] != nil {
        add("BTI", item.type == .chapter ? item[.containerTitle] : item[.title])
      }
      add("VTI", item[.volumeTitle])
      add("EN", item[.edition])
      add("CTI", item[.collectionTitle])
    }
    add("PG", pages)
    add("LID", facts["ELocationID"]?.elements.map { Self.bracketed($0["text"]?.text, $0["EIdType"]?.text) } ?? [])
    if item.pubmed == nil { add("LID", Self.bracketed(item[.DOI], "doi")) }
  }

  private mutating func addAbstract() {
    add("AB", item[.abstract])
    add("CI", facts["Abstract"]?["CopyrightInformation"]?.text)
  }

  private mutating func addNames() {
    for (place, name) in item[names: .author].enumerated() { add(name, full: "FAU", short: "AU", place: place + 1) }
    if item.isBrokenOff(names: .author), !item[names: .author].isEmpty { add("AU", TaggedName.etAl) }
    for name in item[names: .editor] { add(name, full: "FED", short: "ED", place: nil) }
    for person in facts["InvestigatorList"]?.elements ?? [] {
      let given = [person["ForeName"]?.text, person["Suffix"]?.text].compactMap { $0 }.joined(separator: " ")
      add("FIR", person["LastName"]?.text.map { given.isEmpty ? $0 : $0 + ", " + given })
    }
  }

  private mutating func add(_ name: Name, full: String, short: String, place: Int?) {
    guard let family = name.family else { return add("CN", name.literal) }
    let whole = [name.nonDroppingParticle, family].compactMap { $0 }.joined(separator: " ")
    let given = [name.given, name.droppingParticle, name.suffix].compactMap { $0 }.joined(separator: " ")
    add(full, given.isEmpty ? whole : whole + ", " + given)
    let initials = name.other.first { $0.name == Name.initialsMember }?.value.text ?? Self.initials(of: name.given)
    add(short, [whole, initials, name.suffix].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " "))
    add("AUID", name.orcid.map { "ORCID: " + $0 })
    for extra in facts["Author"]?.elements ?? [] where place != nil && extra["position"]?.integer == place {
      if let id = extra["Identifier"]?.text { add("AUID", (extra["Source"]?.text.map { $0 + ": " } ?? "") + id) }
    }
    for affiliation in name.affiliations { add("AD", affiliation) }
  }

  private mutating func addKinds() {
    let languages = facts["Language"]?.elements.map(\.text) ?? [item[.language].map(PubMedLanguage.marcCode)]
    add("LA", languages)
    for bank in facts["DataBankList"]?.elements ?? [] {
      guard let name = bank["DataBankName"]?.text else { continue }
      let numbers = bank["AccessionNumberList"]?.elements.compactMap(\.text) ?? []
      if numbers.isEmpty { add("SI", name) }
      for number in numbers { add("SI", name + "/" + number) }
    }
    for grant in facts["GrantList"]?.elements ?? [] {
      let parts = ["GrantID", "Acronym", "Agency", "Country"].compactMap { grant[$0]?.text }
      add("GR", parts.joined(separator: "/"))
    }
    let types = (facts["PublicationTypeList"] ?? facts["PublicationType"])?.elements.map { $0["text"]?.text ?? $0.text }
    add("PT", types ?? (item.pubmed == nil ? [PubMedType.name(of: item)] : []))
    add("TT", item[.originalTitle])
    add("DEP", facts["ArticleDate"]?.elements.first.flatMap(Self.digits) ?? availableDate)
  }

  private mutating func addJournal() {
    let journal = facts["MedlineJournalInfo"]
    add("PL", isBook ? item[.publisherPlace] : journal?["Country"]?.text)
    guard !isBook else { return }
    add("TA", journal?["MedlineTA"]?.text ?? item[.containerTitleShort])
    add("JT", facts["Journal"]?["Title"]?.text ?? (item.pubmed == nil ? item[.containerTitle] : nil))
    add("JID", journal?["NlmUniqueID"]?.text)
  }

  private mutating func addSubjects() {
    add("SB", facts["CitationSubset"]?.elements.map(\.text) ?? [])
    for chemical in facts["ChemicalList"]?.elements ?? [] {
      add("RN", Self.bracketed(chemical["RegistryNumber"]?.text, chemical["NameOfSubstance"]?["text"]?.text, "(", ")"))
    }
    for relation in facts["CommentsCorrectionsList"]?.elements ?? [] {
      guard let tag = NBIBRelation.tag(of: relation["RefType"]?.text ?? "") else { continue }
      add(tag, (relation["RefSource"]?.text ?? "") + (relation["PMID"]?.text.map { " PMID: " + $0 } ?? ""))
    }
    for heading in facts["MeshHeadingList"]?.elements ?? [] {
      let qualifiers = heading["QualifierName"]?.elements.map(Self.topic) ?? []
      add("MH", ([heading["DescriptorName"].map(Self.topic) ?? ""] + qualifiers).joined(separator: "/"))
    }
    add("RF", facts["NumberOfReferences"]?.text)
    for id in facts["OtherID"]?.elements ?? [] {
      let text = id["text"]?.text ?? id.text
      add(text?.contains(" ") == true ? "OID" : "MID", text)
    }
    for list in facts["KeywordList"]?.elements ?? [] {
      add("OTO", list["Owner"]?.text)
      add("OT", list["Keyword"]?.elements.map(Self.topic) ?? [])
    }
    if item.pubmed == nil { add("OT", RISValues(item: item).values(of: .keyword, tag: RecordTag("KW"))) }
    add("COIS", facts["CoiStatement"]?.text)
  }

  private mutating func addData() {
    add("GN", facts["GeneralNote"]?.elements.map { $0["text"]?.text ?? $0.text } ?? [])
    add("PMC", item[.PMCID])
    let history = facts["History"]?.elements ?? []
    for (tag, status) in NBIBText.dates {
      add(tag, history.first { $0["PubStatus"]?.text == status }.map(Self.moment))
    }
    for date in history { add("PHST", Self.bracketed(Self.moment(date), date["PubStatus"]?.text)) }
    let ids = facts["ArticleIdList"]?.elements.map { ($0["text"]?.text, $0["IdType"]?.text) } ?? [(item[.DOI], "doi")]
    for (id, kind) in ids where kind != "pubmed" && kind != "pmc" { add("AID", Self.bracketed(id, kind)) }
    add("PST", facts["PublicationStatus"]?.text)
  }

  private mutating func addKept() {
    let kept = item[custom: RecordFormat.nbib.name]?.members ?? []
    if !kept.contains(where: { $0.name == "SO" }), !isBook { add("SO", source) }
    for member in kept { add(member.name, member.value.elements.map(\.text)) }
  }

  // MARK: Values

  /// `Lancet. 2006 Feb 18;367(9510):579-81. doi: 10.1016/x.`
  var source: String? {
    guard let journal = facts["MedlineJournalInfo"]?["MedlineTA"]?.text ?? item[.containerTitleShort] else {
      return nil
    }
    var text = journal + "."
    if let date { text += " " + date }
    if item[.volume] != nil || item[.issue] != nil || pages != nil { text += ";" }
    text += item[.volume] ?? ""
    if let issue = item[.issue] { text += "(" + issue + ")" }
    if let pages { text += ":" + pages }
    return text + "." + (item[.DOI].map { " doi: " + $0 + "." } ?? "")
  }

  private var pages: String? {
    // A number that stands for pages is a location (LID) for PubMed.
    facts["Pagination"]?["MedlinePgn"]?.text ?? (item.pubmed == nil || facts["Pagination"] != nil ? item[.page] : nil)
  }

  /// As PubMed has it: `2023 Jan 5`, `2015 Oct-Dec`.
  private var date: String? {
    if let date = facts["Journal"]?["JournalIssue"]?["PubDate"] ?? facts["Book"]?["PubDate"] {
      let parts = ["Year", "Season", "Month", "Day", "MedlineDate"].compactMap { date[$0]?.text }
      return parts.joined(separator: " ")
    }
    guard let issued = item[date: .issued] else { return nil }
    guard let start = issued.start else { return issued.literal }
    let first = Self.text(of: start)
    guard let end = issued.end, end.year != 0 else { return first }
    if end.year != start.year { return first + "-" + Self.text(of: end) }
    return first + "-" + Self.text(of: end).split(separator: " ").dropFirst().joined(separator: " ")
  }

  private var availableDate: String? {
    guard let start = item[date: .availableDate]?.start, let month = start.month, let day = start.day else {
      return nil
    }
    return Self.padded(start.year, 4) + Self.padded(month, 2) + Self.padded(day, 2)
  }

  /// NLM ends a title with a full stop.
  private func title(_ title: String?) -> String? {
    guard let title else { return nil }
    if facts["ArticleTitle"]?.text?.isEmpty == false { return facts["ArticleTitle"]?.text }
    return title.last.map { ".?!".contains($0) } == true ? title : title + "."
  }

  private static func text(of parts: CSLDate.Parts) -> String {
    let season = parts.season.map { ["", "Spring", "Summer", "Fall", "Winter"][$0] }
    let month = parts.month.flatMap(Month.abbreviation).map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return [String(parts.year), month ?? season, parts.day.map(String.init)].compactMap { $0 }.joined(separator: " ")
  }

  /// `20230106` of an object of year, month and day.
  private static func digits(_ date: JSONValue?) -> String? {
    guard let year = date?["Year"]?.integer, let month = date?["Month"]?.integer, let day = date?["Day"]?.integer else {
      return nil
    }
    return padded(year, 4) + padded(month, 2) + padded(day, 2)
  }

  /// `2022/01/06 06:00`
  private static func moment(_ date: JSONValue) -> String {
    let parts: [(name: String, width: Int)] = [("Year", 4), ("Month", 2), ("Day", 2)]
    let day = parts.compactMap { part in date[part.name]?.integer.map { padded($0, part.width) } }
    guard let hour = date["Hour"]?.integer else { return day.joined(separator: "/") }
    return day.joined(separator: "/") + " " + padded(hour, 2) + ":" + padded(date["Minute"]?.integer ?? 0, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func bracketed(_ text: String?, _ kind: String?, _ open: String = "[", _ close: String = "]")
    -> String?
  {
    guard let text else { return nil }
    return kind.map { "\(text) \(open)\($0)\(close)" } ?? text
  }

  private static func topic(_ topic: JSONValue) -> String {
    (topic["MajorTopicYN"]?.text == "Y" ? "*" : "") + (topic["text"]?.text ?? topic.text ?? "")
  }

  /// `VJ` of `Vicky Jane`; initials as they are.
  private static func initials(of given: String?) -> String? {
    guard let given else { return nil }
    let words = given.split { $0 == " " || $0 == "-" || $0 == "." }
    if words.count == 1, words[0].count <= 3, words[0].allSatisfy(\.isUppercase) { return String(words[0]) }
    return words.compactMap { $0.first?.isUppercase == true ? $0.first.map(String.init) : nil }.joined()
  }
}
