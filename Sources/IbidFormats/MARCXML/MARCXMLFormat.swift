import IbidModel
import IbidScan
internal import IbidText

extension RecordFormat {
  /// MARC 21 in XML, the format of library catalogues.
  package static let marcXML = RecordFormat(
    name: "marcxml", summary: "MARC 21 in XML",
    recognizes: { prefix in
      let head = Array(prefix.prefix(8_192))
      let own: [StaticString] = ["datafield", "MARC21/slim", "<leader", ":leader"]
      return own.contains { head.firstOffset(of: $0) != nil } && head.firstOffset(of: "record") != nil
    },
    read: { input, _, each in
      var records = try RecordElements(.xml("record", in: "collection"), path: input.path)
      while let (element, _) = records.next(from: &input) {
        if let item = MARCItem.item(of: element) { try each(item) }
      }
      // An element `record` of a protocol stands around each record of MARC, and is no record that lost its end.
      return ReadingSummary(
        problems: records.problems.filter { $0.outcome != .rejected || !$0.message.contains("no end tag") })
    })
}

/// Records of MARC 21 as items.
///
/// Source: Library of Congress, «MARC 21 Format for Bibliographic Data».
enum MARCItem {
  static func item(of record: RecordElement) -> Item? {
    let fields = record.children("datafield")
    guard !fields.isEmpty else { return nil }
    let record = MARCRecord(record)
    var item = Item(type: record.type)
    setTitle(of: record, to: &item)
    addNames(of: record, to: &item)
    for tag in ["264", "260"] {
      for field in record.fields(tag) {
        item.fill(.publisherPlace, field.text("a"))
        item.fill(.publisher, field.text("b"))
        if item[date: .issued] == nil { item[date: .issued] = field.text("c").flatMap(CatalogueText.date) }
      }
    }
    if item[date: .issued] == nil { item[date: .issued] = record.year.map { CSLDate($0) } }
    item.fill(.edition, record.first("250", "a"))
    item.fill(.ISBN, record.first("020", "a").map(StandardNumber.isbn))
    item.fill(.ISSN, record.first("022", "a").map(StandardNumber.issn))
    for field in record.fields("024") where field.text("2")?.lowercased() == "doi" {
      item.fill(.DOI, field.text("a").flatMap(PubMedIdentifier.doi))
    }
    for field in record.fields("490") + record.fields("830") {
      item.fill(.collectionTitle, field.text("a"))
      item.fill(.collectionNumber, field.text("v"))
      item.fill(.ISSN, field.text("x").map(StandardNumber.issn))
    }
    item.fill(.abstract, record.first("520", "a"))
    item.fill(.numberOfPages, record.first("300", "a").flatMap(CatalogueText.pageCount))
    item.fill(.language, record.first("041", "a") ?? record.language)
    item.fill(.URL, record.first("856", "u"))
    item.fill(.callNumber, record.first("050", "a"))
    let topics = ["650", "651", "653"].flatMap { record.fields($0) }.compactMap { $0.joined("axyz", by: " -- ") }
    var seen: Set<String> = []
    item.fill(.keyword, topics.filter { seen.insert($0).inserted }.joined(separator: "; "))
    readThesis(of: record, into: &item)
    readHost(of: record, into: &item)
    return item[.title] == nil && item.nameLists.isEmpty ? nil : item
  }

  private static func setTitle(of record: MARCRecord, to item: inout Item) {
    guard let field = record.fields("245").first else { return }
    item[.title] = field.joined("anbp", by: ": ")
  }

  private static func addNames(of record: MARCRecord, to item: inout Item) {
    for tag in ["100", "110", "111", "700", "710", "711"] {
      // A name with a title is that of another work.
      for field in record.fields(tag) where field.text("t") == nil {
        guard let text = field.text("a"), let name = tag.hasSuffix("00") ? person(text) : Name(literal: text) else {
          continue
        }
        let role =
          field.texts("4").lazy.compactMap { roles[$0] }.first
          ?? field.texts("e").lazy.compactMap { roles[$0.lowercased()] }.first
        let isMain = tag.hasPrefix("1")
        let variable = role ?? (isMain || item[names: .author].isEmpty ? .author : .contributor)
        if !item[names: variable].contains(name) { item[names: variable].append(name) }
      }
    }
  }

  private static func person(_ text: String) -> Name? { WrittenName.name(text) }

  private static let roles: [String: Variable] = [
    "aut": .author, "author": .author, "verfasser": .author, "edt": .editor, "editor": .editor,
    "herausgeber": .editor, "hrsg": .editor, "hrsg.": .editor, "trl": .translator, "translator": .translator,
    "übersetzer": .translator, "ill": .illustrator, "illustrator": .illustrator, "cmp": .composer, "drt": .director,
    "com": .compiler, "ctb": .contributor, "ths": .contributor, "dgs": .contributor,
  ]

  private static func readThesis(of record: MARCRecord, into item: inout Item) {
    guard let field = record.fields("502").first else { return }
    item.type = .thesis
    if let school = field.text("c") {
      item[.publisher] = school
      item[.publisherPlace] = nil
    }
    item[.genre] = field.text("b") ?? field.text("a")
  }

  /// The journal or book that an article is in.
  private static func readHost(of record: MARCRecord, into item: inout Item) {
    let hosts = record.fields("773")
    guard !hosts.isEmpty else { return }
    for field in hosts {
      item.fill(.containerTitle, field.text("t"))
      item.fill(.containerTitleShort, field.text("p"))
      item.fill(.ISSN, field.text("x").map(StandardNumber.issn))
      item.fill(.ISBN, field.text("z").map(StandardNumber.isbn))
      for part in field.texts("g") { readPart(part, into: &item) }
    }
    item.type = item[.ISSN] != nil || item[.volume] != nil && item[.ISBN] == nil ? .articleJournal : .chapter
  }

  /// `Seite 447-473`, `volume:13 number:1 year:2020 pages:70-74`, `Vol. 24, pt. B no. 9 (Sept. 1993), p. 235-48`.
  private static func readPart(_ text: String, into item: inout Item) {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "–") }
    for (index, word) in words.enumerated() where index + 1 < words.count {
      let next = String(words[index + 1])
      guard next.contains(where: \.isNumber) else { continue }
      switch word {
      case "volume", "vol", "band", "bd", "jahrgang", "v": item.fill(.volume, next)
      case "number", "no", "nr", "heft", "issue", "n": item.fill(.issue, next)
      case "pages", "page", "p", "pp", "seite", "seiten", "s": item.fill(.page, PageRange.expanded(next))
      default: break
      }
    }
  }
}
