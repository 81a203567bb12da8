import IbidModel
internal import IbidText

/// Records of EndNote as items and back.
///
/// What the item does not say, or says in another way than the record, is kept in `custom` under the format's name by
/// its path, and is written back as long as it still means what the item says.
enum EndNoteItem {
  /// The member of `custom`.
  static let customName = "endnote-xml"

  /// The item of a record's fields.
  static func item(of fields: EndNoteFields) -> Item {
    var item = meaning(of: fields)
    let written = EndNoteFields(item)
    var kept: [JSONMember] = []
    for path in fields.paths where fields[path] != written[path] {
      let values = fields[path]
      kept.append(JSONMember(path, values.count == 1 ? .string(values[0]) : .array(values.map(JSONValue.string))))
    }
    if !kept.isEmpty { item[custom: customName] = .object(kept) }
    return item
  }

  /// The fields of an item, those of `custom` among them.
  static func fields(of item: Item) -> EndNoteFields {
    let own = EndNoteFields(item)
    guard let kept = item[custom: customName]?.members, !kept.isEmpty else { return own }
    var all = own
    for member in kept { all.replace(member.name, with: values(of: member.value)) }
    let said = meaning(of: own)
    if isSame(meaning(of: all), said) { return all }
    // Something was changed since: what says anything else than the item does goes.
    all = own
    for member in kept {
      var trial = all
      trial.replace(member.name, with: values(of: member.value))
      if isSame(meaning(of: trial), said) { all = trial }
    }
    return all
  }

  private static func values(of value: JSONValue) -> [String] {
    value.text.map { [$0] } ?? value.elements.compactMap(\.text)
  }

  /// Whether two items say the same in what fields can say.
  private static func isSame(_ one: Item, _ other: Item) -> Bool {
    one.type == other.type && one.texts == other.texts && one.richTexts == other.richTexts && one.dates == other.dates
      && one.nameLists == other.nameLists
  }

  // MARK: What fields mean

  private static func meaning(of fields: EndNoteFields) -> Item {
    let kind = EndNoteType.type(
      named: fields.first("ref-type@name"), number: fields.first("ref-type").flatMap { Int($0) })
    var item = Item(type: kind.type)
    for path in fields.paths {
      guard let variable = kind.variable(path), let value = fields.first(path) else { continue }
      switch variable.kind {
      case .names: readNames(fields[path], variable, into: &item)
      case .date: item[date: variable] = EndNoteDate.date(year: nil, day: value)
      default: read(value, all: fields[path], variable, fields, into: &item)
      }
    }
    if item[date: .issued] == nil {
      item[date: .issued] = EndNoteDate.date(
        year: fields.first("dates/year"), day: fields.first("dates/pub-dates/date"))
    }
    complete(&item, kind, fields)
    if let label = fields.first("label"), isKey(label, of: fields) { item.id = label }
    return item
  }

  /// Whether a label is a citation key. In EndNote most people keep categories there: one that EndNote wrote is a key
  /// where it has a digit, as author and year have.
  private static func isKey(_ label: String, of fields: EndNoteFields) -> Bool {
    guard !label.isEmpty, !label.contains(where: \.isWhitespace) else { return false }
    let isEndNotes = fields.first("source-app") != nil || fields.first("rec-number") != nil
    return !isEndNotes || label.utf8.contains(where: \.isASCIIDigit)
  }

  private static func readNames(_ values: [String], _ variable: Variable, into item: inout Item) {
    for value in values.flatMap({ $0.split(separator: "\n") }) {
      let text = RichText.plain(String(value))
      if TaggedName.isEtAl(text) {
        item.breakOff(names: variable)
      } else if let name = WrittenName.name(text) {
        item[names: variable].append(name)
      }
    }
  }

  private static func read(
    _ value: String, all values: [String], _ variable: Variable, _ fields: EndNoteFields, into item: inout Item
  ) {
    switch variable {
    case .DOI: item[.DOI] = PubMedIdentifier.doi(value)
    case .PMID where isFromPubMed(value, fields): item[.PMID] = PubMedIdentifier.pmid(value)
    case .PMID: break
    case .PMCID: item[.PMCID] = value.hasPrefix("PMC") ? PubMedIdentifier.pmcid(value) : nil
    case .ISSN: item[.ISSN] = StandardNumber.issn(in: value)
    case .ISBN: item[.ISBN] = StandardNumber.isbn(in: value)
    case .keyword:
      let words = values.flatMap { $0.split(separator: "\n") }
      item.set(.keyword, richText: words.joined(separator: "; "))
    case .page where item.type == .book || item.type == .thesis:
      item[PubMedDate.number(value) == nil ? .page : .numberOfPages] = value
    case .page: item[.page] = PageRange.expanded(value.replacing("\n", with: " "))
    case .abstract, .note, .annote: item.set(variable, richText: value)
    default: item.set(variable, richText: value.replacing("\n", with: " "))
    }
  }

  /// Numbers of other databases may be as short.
  private static func isFromPubMed(_ value: String, _ fields: EndNoteFields) -> Bool {
    guard value.utf8.count <= 8, value.utf8.allSatisfy(\.isASCIIDigit) else { return false }
    let names = ["remote-database-provider", "remote-database-name"].compactMap { fields.first($0)?.lowercased() }
    let known = ["nlm", "pubmed", "medline", "national library"]
    return names.isEmpty || names.contains { name in known.contains { name.contains($0) } }
  }

  /// What stands in more than one place, or in another than usual.
  private static func complete(_ item: inout Item, _ kind: EndNoteType, _ fields: EndNoteFields) {
    func fill(_ variable: Variable, _ paths: String...) {
      guard item[variable] == nil, let value = paths.lazy.compactMap({ fields.first($0) }).first else { return }
      item.set(variable, richText: value.replacing("\n", with: " "))
    }
    if kind.variable("titles/secondary-title") == .containerTitle {
      fill(.containerTitle, "periodical/full-title", "titles/alt-title")
      fill(.containerTitleShort, "alt-periodical/abbr-1")
    }
    if kind.variable("number") == .issue { fill(.issue, "issue") }
    fill(.URL, "urls/web-urls/url", "urls/text-urls/url")
    if kind.type == .articleJournal, item[.page] == nil { fill(.page, "custom7") }
  }
}
