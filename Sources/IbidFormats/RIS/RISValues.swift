import IbidModel
import IbidText

/// What an item says under each tag of RIS.
struct RISValues {
  let item: Item
  /// The tags that are to be written; nil where they are Ibid's own.
  let tags: [RecordTag]?
  private let hasLastPage: Bool

  init(item: Item, tags: [RecordTag]? = nil) {
    self.item = item
    self.tags = tags
    hasLastPage = tags?.contains(RecordTag("EP")) ?? true
  }

  /// The values of a tag that plays this part, in order.
  func values(of role: FieldRole, tag: RecordTag) -> [String] {
    switch role {
    case .author, .editor, .seriesEditor, .translator:
      role.variable.map(names) ?? []
    case .title: one(rich(.title))
    case .abstract: one(rich(.abstract))
    case .shortTitle: one(item[.titleShort])
    case .journal, .container: one(item[.containerTitle])
    case .secondTitle: one(secondTitle)
    case .proceedings:
      one(item.type == .paperConference && (tags != nil || item[.eventTitle] != nil) ? item[.containerTitle] : nil)
    case .date: one(item[date: .issued].flatMap { $0.start == nil ? nil : TaggedDate.text(of: $0) })
    case .year:
      one(item[date: .issued].map { tag == Self.year ? TaggedDate.yearText(of: $0) : TaggedDate.text(of: $0) })
    case .accessed: one(item[date: .accessed].map(TaggedDate.text))
    case .DOI: one(item[.DOI])
    case .edition: one(item[item.type == .software ? .version : .edition])
    case .firstPage: one(pages.first)
    case .lastPage: one(pages.last)
    case .articleNumber: one(kind == .whole ? nil : articleNumber)
    case .number: one(ItemAssembly.variableOfNumber(of: item.type).flatMap { isArticleNumber($0) ? nil : item[$0] })
    case .section: one(kind == .journal && item.type != .articleNewspaper ? nil : item[.section])
    case .language: one(item[.language])
    case .genre: one(kind == .journal || item.type == .paperConference ? nil : item[.genre])
    case .serial: [item[.ISSN], item[.ISBN]].compactMap { $0 }
    case .URL: one(item[.URL])
    case .accession: one(item[.PMID].map { "PMID:" + $0 })
    case .PMCID: one(item[.PMCID])
    case .note: one(item[.note])
    case .keyword: keywords
    case .citationKey: one(item.id)
    case .type, .kept, .labelledNumber, .PMID, .body: []
    default: one(role.variable.flatMap { item[$0] })
    }
  }

  private static let year = RecordTag("PY")

  private func names(_ variable: Variable) -> [String] {
    let names = item[names: variable].map(TaggedName.text)
    return names.isEmpty || !item.isBrokenOff(names: variable) ? names : names + [TaggedName.etAl]
  }

  private var kind: WorkKind { WorkKind(item.type) }

  private func one(_ value: String?) -> [String] {
    guard let value, !value.isEmpty else { return [] }
    return [value]
  }

  private func rich(_ variable: Variable) -> String? {
    item.richTexts.isEmpty
      ? item[variable] : item.richTexts[variable].map(RichText.withoutCaseProtection) ?? item[variable]
  }

  private var secondTitle: String? {
    if kind == .whole { return item.type == .thesis ? nil : item[.collectionTitle] }
    return item.type == .paperConference ? item[.eventTitle] ?? item[.containerTitle] : item[.containerTitle]
  }

  /// The number of an article in a journal; of other parts a number that is also what stands for the pages.
  private var articleNumber: String? {
    kind == .journal || item[.number] == item[.page] ? item[.number] : nil
  }

  private func isArticleNumber(_ variable: Variable) -> Bool {
    variable == .number && kind == .part && item[.number] == item[.page]
  }

  private var pages: (first: String?, last: String?) {
    guard let page = item[.page] else { return (kind == .whole ? item[.numberOfPages] : nil, nil) }
    if hasLastPage, let ends = TaggedPages.ends(of: page) { return (ends.0, ends.1) }
    return (page, kind == .whole ? page : nil)
  }

  private var keywords: [String] {
    guard let keyword = item[.keyword] else { return [] }
    return keyword.utf8.split(separator: UInt8(ascii: ";")).compactMap { part in
      let word = String(Substring(part)).trimmedASCII
      return word.isEmpty ? nil : word
    }
  }

  // MARK: What RIS can say

  /// Whether a record that was read anew says the same, as far as RIS can.
  static func agree(_ read: Item, _ item: Item) -> Bool {
    guard read.type == item.type, read.richTexts[.title] == item.richTexts[.title],
      read.richTexts[.abstract] == item.richTexts[.abstract]
    else { return false }
    let isJournal = WorkKind(item.type) == .journal
    for variable in texts where read[variable] != item[variable] {
      if variable == .genre, isJournal { continue }
      return false
    }
    return names.allSatisfy {
      same(read[names: $0], item[names: $0]) && read.isBrokenOff(names: $0) == item.isBrokenOff(names: $0)
    }
      && read[date: .issued] == item[date: .issued] && read[date: .accessed] == item[date: .accessed]
  }

  /// Whether RIS has a place for a variable.
  static func says(_ variable: Variable) -> Bool { sayable[Int(variable.rawValue)] }

  private static let sayable = Variable.allCases.map { texts.contains($0) || names.contains($0) }

  private static func same(_ names: [Name], _ others: [Name]) -> Bool {
    names.count == others.count
      && zip(names, others).allSatisfy { $0 == $1 || TaggedName.text(of: $0) == TaggedName.text(of: $1) }
  }

  private static let names: [Variable] = [.author, .editor, .collectionEditor, .translator]
  private static let texts: [Variable] = [
    .abstract, .annote, .callNumber, .collectionNumber, .collectionTitle, .containerTitle, .containerTitleShort, .DOI,
    .edition, .genre, .ISBN, .ISSN, .issue, .keyword, .language, .note, .number, .numberOfPages, .numberOfVolumes,
    .page, .PMCID, .PMID, .publisher, .publisherPlace, .section, .source, .title, .titleShort, .URL, .version, .volume,
  ]
}
