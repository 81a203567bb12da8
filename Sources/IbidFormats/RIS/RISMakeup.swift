import IbidModel
import IbidScan

/// What a record of RIS is made of beyond what an item's variables hold: tags that they do not hold, spellings that
/// they do not have, and the order of the tags where it is not that of the writer. It stands in `custom`:
///
///     "ris": {"AD": ["…"], "spelled": {"SN": ["03064530 (ISSN)"]}, "tags": "TY T1 A1 A1 JF"}
struct RISMakeup {
  static let name = "ris"
  static let spelledName = "spelled"
  static let tagsName = "tags"

  private var tags: [RecordTag] = []
  /// What the tags say that Ibid itself writes.
  private var ownRoles = RISOwnRoles()

  /// Adds to the item what its variables do not hold.
  mutating func set(of record: TaggedRecord, _ read: inout RISRecord) {
    var kept = KeptValues()
    var spelled: [JSONMember] = []
    tags.removeAll(keepingCapacity: true)
    ownRoles = RISOwnRoles()
    var isOwnOrder = true
    var rank = -1
    for (index, field) in record.fields.enumerated() where !field.value.isEmpty {
      let known = RISField.field(of: field.tag)
      var holding = read.holdings[index]
      if field.tag == RISField.type {
        let name = String(decoding: record.bytes[field.value], as: UTF8.self)
        holding = name == RISType.name(of: read.item) ? .exact : .respelled
        if index > 0 { isOwnOrder = false }
      } else {
        if holding == .pending { holding = Self.settled(field, known?.role, record, read) }
        let place = holding == .kept ? RISField.rankOfKept : known?.rank
        if let place, place >= rank { rank = place } else { isOwnOrder = false }
        if holding == .repeated { isOwnOrder = false }
      }
      tags.append(field.tag)
      if let known, known.rank != nil { ownRoles.insert(known.role, isWhole: true) }
      guard holding == .kept || holding == .respelled else { continue }
      add(field, holding, record, &read, &kept, &spelled)
    }
    var members = kept.members(without: spelled)
    if isOwnOrder { isOwnOrder = hasOwnTags(read.item) }
    if !isOwnOrder { members.append(JSONMember(Self.tagsName, .string(tags.map(\.name).joined(separator: " ")))) }
    if !spelled.isEmpty { members.append(JSONMember(Self.spelledName, .object(spelled))) }
    if !members.isEmpty { read.item.custom.append(JSONMember(Self.name, .object(members))) }
  }

  /// Keeps a value under its tag; of a tag with a spelling of its own all values, in their order.
  private func add(
    _ field: TaggedRecord.Field, _ holding: ItemAssembly.Holding, _ record: TaggedRecord, _ read: inout RISRecord,
    _ kept: inout KeptValues, _ spelled: inout [JSONMember]
  ) {
    let name = field.tag.name
    guard !spelled.contains(where: { $0.name == name }) else { return }
    guard holding == .respelled else {
      return kept.append(read.text.lines(record.bytes.span.extracting(field.value)), under: name)
    }
    var values: [JSONValue] = []
    for other in record.fields where other.tag == field.tag && !other.value.isEmpty {
      values.append(.string(read.text.lines(record.bytes.span.extracting(other.value))))
    }
    spelled.append(JSONMember(name, .array(values)))
  }

  /// What became of a value that others had to complete.
  private static func settled(
    _ field: TaggedRecord.Field, _ role: FieldRole?, _ record: TaggedRecord, _ read: RISRecord
  ) -> ItemAssembly.Holding {
    switch role {
    case .firstPage, .lastPage: return read.pages
    case .year, .date:
      guard let date = read.item[date: .issued] else { return .kept }
      let isYear = field.tag == RecordTag("PY")
      let text = isYear ? TaggedDate.yearText(of: date) : TaggedDate.text(of: date)
      return record.bytes.span.extracting(field.value).equals(Array(text.utf8)) ? .exact : .respelled
    default: return .exact
    }
  }

  /// Whether the writer would write these tags, and no others, for the item.
  private func hasOwnTags(_ item: Item) -> Bool {
    let has = ownRoles.contains
    let hasPages = item[.page] != nil || item[.numberOfPages] != nil
    let isRange = item[.page].flatMap(TaggedPages.ends) != nil
    let hasNumber = ItemAssembly.variableOfNumber(of: item.type).map { item[$0] == nil } ?? true
    let hasDate = has(.year) == has(.date) || item[date: .issued]?.start == nil && !has(.date)
    return hasDate && has(.firstPage) == hasPages && (!isRange || has(.lastPage))
      && (item[.containerTitle] == nil || has(.secondTitle)) && has(.DOI) == (item[.DOI] != nil)
      && has(.shortTitle) == (item[.titleShort] != nil) && has(.PMCID) == (item[.PMCID] != nil)
      && (item[.PMID] == nil || has(.accession)) && (hasNumber || has(.number))
  }
}
