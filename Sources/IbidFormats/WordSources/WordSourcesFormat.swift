import IbidModel
import IbidScan
internal import IbidText

extension RecordFormat {
  /// Word's own list of sources, as `Sources.xml` and JabRef have it.
  package static let wordSources = RecordFormat.xml(
    name: "word-sources", summary: "Word's list of sources", names: .xml("Source", in: "Sources"),
    recognizes: { prefix in
      let head = Array(prefix.prefix(4_096))
      return head.firstOffset(of: "officeDocument/2006/bibliography") != nil
        && (head.firstOffset(of: ":Sources") != nil || head.firstOffset(of: "<Sources") != nil)
    },
    item: WordSource.item)
}

/// Sources of Word as items.
///
/// Source: ECMA-376, part 1, section 22.6 (bibliography).
enum WordSource {
  static func item(of source: RecordElement) -> Item? {
    var item = Item(type: source.child("SourceType").flatMap { types[$0.line] } ?? .document)
    for element in source.children { read(element, into: &item) }
    let year = source.child("Year")?.line
    let day = ["Day", "Month"].compactMap { source.child($0)?.line }.joined(separator: " ")
    item[date: .issued] = EndNoteDate.date(year: year, day: day.isEmpty ? nil : day)
    let accessed = ["DayAccessed", "MonthAccessed", "YearAccessed"].compactMap { source.child($0)?.line }
    item[date: .accessed] = EndNoteDate.date(year: nil, day: accessed.joined(separator: " "))
    let place = ["City", "StateProvince", "CountryRegion"].compactMap { source.child($0)?.line }
    item.fill(.publisherPlace, place.filter { !$0.isEmpty }.joined(separator: ", "))
    return item.texts.isEmpty && item.nameLists.isEmpty ? nil : item
  }

  private static func read(_ element: RecordElement, into item: inout Item) {
    switch element.name {
    case "Tag": item.id = element.line
    case "Author": for role in element.children { addNames(role, to: &item) }
    case "StandardNumber": readNumber(element.line, into: &item)
    case "DOI": item.fill(.DOI, PubMedIdentifier.doi(element.line))
    case "BIBTEX_KeyWords": item.fill(.keyword, element.line)
    case "Pages": item.fill(.page, PageRange.expanded(element.line))
    default:
      if let variable = variables[element.name] { item.fill(variable, element.line) }
    }
  }

  private static func addNames(_ role: RecordElement, to item: inout Item) {
    guard let variable = roles[role.name] else { return }
    for list in role.children {
      if list.name == "Corporate", !list.line.isEmpty { item[names: variable].append(Name(literal: list.line)) }
      for person in list.children("Person") {
        let given = ["First", "Middle"].compactMap { person.child($0)?.line }.filter { !$0.isEmpty }
        let family = person.child("Last")?.line ?? ""
        if family.isEmpty, given.isEmpty { continue }
        let name = given.joined(separator: " ")
        item[names: variable].append(
          family.isEmpty ? Name(literal: name) : Name(family: family, given: name.isEmpty ? nil : name))
      }
    }
  }

  /// JabRef joins several: `:ISBN:… :ISSN:0937-6429`.
  private static func readNumber(_ text: String, into item: inout Item) {
    let words = text.split { $0 == ":" || $0 == " " }.map(String.init)
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      switch word.uppercased() {
      case "ISBN": item.fill(.ISBN, next)
      case "ISSN": item.fill(.ISSN, next)
      case "DOI": item.fill(.DOI, PubMedIdentifier.doi(next))
      case "PMID": item.fill(.PMID, PubMedIdentifier.pmid(next))
      default: break
      }
    }
    if item[.ISBN] == nil, item[.ISSN] == nil, item[.DOI] == nil {
      // A number may stand behind a name of its kind that nothing is known of.
      let number = words.last ?? text
      item.fill(Identifier(.isbn, number) == nil ? .ISSN : .ISBN, number)
    }
  }

  private static let roles: [String: Variable] = [
    "Author": .author, "Editor": .editor, "Translator": .translator, "BookAuthor": .containerAuthor,
    "Inventor": .author, "Artist": .author, "Director": .director, "Interviewer": .interviewer, "Compiler": .compiler,
    "Composer": .composer, "Performer": .performer, "Interviewee": .author, "ProducerName": .producer,
    "Counsel": .contributor,
  ]

  private static let variables: [String: Variable] = [
    "Title": .title, "JournalName": .containerTitle, "BookTitle": .containerTitle, "ConferenceName": .containerTitle,
    "PeriodicalTitle": .containerTitle, "InternetSiteTitle": .containerTitle, "PublicationTitle": .containerTitle,
    "Volume": .volume, "Issue": .issue, "Publisher": .publisher, "Edition": .edition, "URL": .URL,
    "Comments": .note, "ShortTitle": .titleShort, "ThesisType": .genre, "Institution": .publisher,
    "Department": .publisher, "Medium": .medium, "NumberVolumes": .numberOfVolumes, "ChapterNumber": .chapterNumber,
    "PatentNumber": .number, "CaseNumber": .number, "Court": .authority, "Version": .version,
    "BIBTEX_Series": .collectionTitle, "BIBTEX_Abstract": .abstract, "BIBTEX_ShortTitle": .titleShort,
  ]

  private static let types: [String: ItemType] = [
    "JournalArticle": .articleJournal, "ArticleInAPeriodical": .articleMagazine, "Book": .book,
    "BookSection": .chapter, "ConferenceProceedings": .paperConference, "Report": .report, "InternetSite": .webpage,
    "DocumentFromInternetSite": .webpage, "ElectronicSource": .document, "Patent": .patent, "Case": .legalCase,
    "Art": .graphic, "SoundRecording": .song, "Performance": .performance, "Film": .motionPicture,
    "Interview": .interview,
  ]
}
