import IbidModel
import IbidScan

/// Makes items of a tagged format's records; what no variable holds stays in `custom` under the format's name.
struct TaggedItem {
  /// The format's name.
  var format: String
  /// What each tag says; a tag that is missing here is kept.
  var roles: [RecordTag: FieldRole]
  /// Tags each line of which is a value.
  var listTags: Set<RecordTag> = []

  /// The item of a record, and whether values of it were Windows-1252.
  ///
  /// - Parameter role: what a tag says in this record, where it depends on others.
  func item(
    of record: TaggedRecord, type: ItemType, role: (RecordTag) -> FieldRole? = { _ in nil }
  ) -> (item: Item, hasWindows1252: Bool) {
    var assembly = ItemAssembly(type: type)
    var kept: [(tag: RecordTag, value: Range<Int>)] = []
    var pages = kept
    let bytes = record.bytes.span
    for field in record.fields where !field.value.isEmpty {
      let role = role(field.tag) ?? roles[field.tag] ?? .kept
      guard role != .type else { continue }
      for value in values(of: field, in: record) {
        let holding = assembly.take(role, bytes.extracting(value))
        if holding == .kept { kept.append((field.tag, value)) }
        if holding == .pending, role == .firstPage || role == .lastPage { pages.append((field.tag, value)) }
      }
    }
    assembly.finish()
    if assembly.pages == .kept { kept += pages }
    var values = KeptValues()
    for (tag, value) in kept { values.append(assembly.text.lines(bytes.extracting(value)), under: tag.name) }
    let members = values.members()
    if !members.isEmpty { assembly.item[custom: format] = .object(members) }
    return (assembly.item, assembly.text.hasWindows1252)
  }

  private func values(of field: TaggedRecord.Field, in record: TaggedRecord) -> [Range<Int>] {
    guard listTags.contains(field.tag) else { return [field.value] }
    return record.bytes[field.value].split(separator: UInt8(ascii: "\n")).map { $0.startIndex..<$0.endIndex }
  }
}
