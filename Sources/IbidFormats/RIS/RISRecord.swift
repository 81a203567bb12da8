import IbidModel
import IbidScan

/// A record's fields as an item, with what became of each.
struct RISRecord {
  var item: Item
  var text: RecordText
  /// What became of each field, in the order of the record.
  var holdings: [ItemAssembly.Holding]
  /// What became of the pages.
  var pages: ItemAssembly.Holding

  /// Reads a record; one without a type is an article where it names a journal.
  static func assembly(of record: TaggedRecord, kind: (type: ItemType, status: String?)?) -> RISRecord {
    var assembly = ItemAssembly(type: kind?.type ?? untypedKind(of: record))
    if let status = kind?.status { assembly.item[.status] = status }
    var holdings: [ItemAssembly.Holding] = []
    holdings.reserveCapacity(record.fields.count)
    let bytes = record.bytes.span
    for field in record.fields {
      guard !field.value.isEmpty, let role = RISField.field(of: field.tag)?.role else {
        holdings.append(.kept)
        continue
      }
      holdings.append(assembly.take(role, bytes.extracting(field.value)))
    }
    assembly.finish()
    return RISRecord(item: assembly.item, text: assembly.text, holdings: holdings, pages: assembly.pages)
  }

  private static func untypedKind(of record: TaggedRecord) -> ItemType {
    let hasType = record.fields.contains { $0.tag == RISField.type }
    let hasJournal = record.fields.contains {
      let role = RISField.field(of: $0.tag)?.role
      return !$0.value.isEmpty && (role == .journal || role == .secondTitle || role == .containerShort)
    }
    return hasJournal && !hasType ? .articleJournal : .document
  }
}
