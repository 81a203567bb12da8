import IbidModel
import IbidScan

/// Makes an item of what was noted of one record.
struct PubMedAssembly: ~Copyable {
  typealias Entry = PubMedNotes.Entry

  var notes = PubMedNotes.none
  var item = Item(type: .articleJournal)
  var version = 1
  /// What is odd about the record, though it is kept.
  var remarks: [String] = []

  /// The first entry of each field; -1 where there is none.
  private var first = [Int32](repeating: -1, count: PubMedField.allCases.count)
  var isBook = false
  var authors: [Name] = []
  var editors: [Name] = []
  var bookAuthors: [Name] = []
  var bookEditors: [Name] = []
  var sections: [Section] = []
  var keywords: [Entry] = []
  var doi: Entry?
  var eDOI: Entry?
  var pmcid: Entry?
  var articlePMID: Entry?
  var publisherItem: Entry?
  var bookAccession: Entry?
  var chapterLabel: Entry?
  /// Whether the record says that its list of authors is cut.
  var hasCutAuthors = false

  /// What CSL has no place for in an author, in the order of the record.
  var extras: [Extra] = []
  private var authorCount: Int32 = 0

  struct Extra {
    /// 1-based place among all authors of the record.
    var author: Int32
    var source: Entry?
    /// An identifier that is no ORCID iD, one of an affiliation, or the mark of an equal contribution.
    var entry: Entry
  }

  struct Section {
    var label: Entry?
    var category: Entry?
    var text: Entry
  }

  init() {
    // Most records have a dozen texts.
    item.texts.reserveCapacity(14)
  }

  mutating func assemble() {
    gather()
    setIdentifiers()
    setTitles()
    setJournal()
    setPages()
    setDates()
    setNames()
    setAbstract()
    setType()
    finishFacts()
  }

  // MARK: One pass over the entries

  private mutating func gather() {
    var person = PubMedPerson()
    var isInAuthor = false
    var isBookList = false
    var areEditors = false
    var isListStart = false
    var type: Entry?
    var idType: Entry?
    var source: Entry?
    var isValid = true
    var label: Entry?
    var category: Entry?
    for index in 0..<notes.entries.count {
      let entry = notes.entries[index]
      if entry.field != .type, entry.field != .completeYN {
        isListStart = entry.field == .authorList || entry.field == .bookAuthorList
      }
      switch entry.field {
      case .author, .authorList, .bookAuthorList:
        if isInAuthor { add(&person, isBookList: isBookList, areEditors: areEditors) }
        isInAuthor = entry.field == .author
        if isInAuthor {
          authorCount += 1
        } else {
          isBookList = entry.field == .bookAuthorList
          areEditors = false
        }
        isValid = true
      case .type:
        areEditors = equals(entry, "editors")
        type = entry
      case .completeYN: if isListStart, equals(entry, "N") { hasCutAuthors = true }
      case .locationLabel: if let type, equals(type, "chapter") { chapterLabel = chapterLabel ?? entry }
      case .lastName, .foreName, .middleName, .initials, .suffix, .collectiveName: person.set(entry)
      case .affiliation: person.addAffiliation(entry, notes)
      case .nameIdentifier:
        if source.map({ equals($0, "ORCID") }) ?? true {
          person.set(entry)
        } else {
          extras.append(Extra(author: authorCount, source: source, entry: entry))
        }
        source = nil
      case .affiliationIdentifier:
        extras.append(Extra(author: authorCount, source: source, entry: entry))
        source = nil
      case .equalContrib:
        if isInAuthor, equals(entry, "Y") { extras.append(Extra(author: authorCount, entry: entry)) }
      case .validYN:
        if isInAuthor { person.isValid = equals(entry, "Y") } else { isValid = equals(entry, "Y") }
      case .idType, .eIdType: idType = entry
      case .source: source = entry
      case .articleId:
        read(articleId: entry, type: idType)
        idType = nil
      case .eLocation:
        if isValid, let idType { read(eLocation: entry, type: idType) }
        idType = nil
        isValid = true
      case .label: label = entry
      case .nlmCategory: category = entry
      case .abstractText:
        if entry.count > 0 { sections.append(Section(label: label, category: category, text: entry)) }
        label = nil
        category = nil
      case .keyword: keywords.append(entry)
      case .book: isBook = true
      default:
        if isInAuthor, entry.field != .version {
          add(&person, isBookList: isBookList, areEditors: areEditors)
          isInAuthor = false
          isValid = true
        }
        if first[Int(entry.field.rawValue)] < 0 { first[Int(entry.field.rawValue)] = Int32(index) }
      }
    }
    if isInAuthor { add(&person, isBookList: isBookList, areEditors: areEditors) }
  }

  private mutating func add(_ person: inout PubMedPerson, isBookList: Bool, areEditors: Bool) {
    defer { person.begin() }
    guard let name = person.name(notes) else { return }
    switch (isBookList, areEditors) {
    case (false, false): authors.append(name)
    case (false, true): editors.append(name)
    case (true, false): bookAuthors.append(name)
    case (true, true): bookEditors.append(name)
    }
  }

  private mutating func read(articleId entry: Entry, type: Entry?) {
    guard let type else {
      articlePMID = articlePMID ?? entry
      return
    }
    if equals(type, "doi") {
      doi = doi ?? entry
    } else if equals(type, "pubmed") {
      articlePMID = articlePMID ?? entry
    } else if equals(type, "pmc") || equals(type, "pmcid") {
      pmcid = equals(type, "pmc") ? entry : pmcid ?? entry
    } else if equals(type, "bookaccession") {
      bookAccession = bookAccession ?? entry
    }
  }

  private mutating func read(eLocation entry: Entry, type: Entry) {
    if equals(type, "doi") {
      eDOI = eDOI ?? entry
    } else if equals(type, "pii") {
      publisherItem = publisherItem ?? entry
    }
  }

  // MARK: Entries

  func entry(_ field: PubMedField) -> Entry? {
    let index = first[Int(field.rawValue)]
    return index < 0 ? nil : notes.entries[Int(index)]
  }

  /// What `read` makes of the first entry of a field that it makes something of.
  func firstResult<Result>(_ field: PubMedField, _ read: (Entry) -> Result?) -> Result? {
    let start = first[Int(field.rawValue)]
    guard start >= 0 else { return nil }
    for index in Int(start)..<notes.entries.count {
      let entry = notes.entries[index]
      if entry.field == field, let result = read(entry) { return result }
    }
    return nil
  }

  /// Whether an entry of a field is this text.
  func contains(_ field: PubMedField, _ text: StaticString) -> Bool {
    firstResult(field) { equals($0, text) ? true : nil } ?? false
  }

  func text(_ field: PubMedField) -> String? { entry(field).map { notes.string($0) } }

  mutating func copy(_ field: PubMedField, to variable: Variable) {
    if let text = text(field) { item[variable] = text }
  }

  func equals(_ entry: Entry, _ text: StaticString) -> Bool { notes.bytes(entry).equals(text) }
}
