import IbidArticles
import IbidModel

/// The works that the live citations of a Word document cite, each once, with the record that counts.
struct WordWorks {
  /// The works, under keys of their own.
  private(set) var items: [Item] = []
  private var numbers: [String: Int] = [:]

  /// The works of a document; a record of `records` counts before what the field carries.
  init(_ document: WordDocument, records: [Item]) {
    let known = KnownRecords(records)
    for cite in document.citations.flatMap(\.cites) { add(cite, known) }
  }

  /// The key of a cite's work; nil where there is no record of it.
  func key(of cite: WordCitation.Cite) -> String? { key(of: cite.identities) }

  /// The key of the work that has one of these names.
  func key(of identities: [String]) -> String? {
    identities.lazy.compactMap { numbers[$0] }.first.map { items[$0].id }
  }

  private mutating func add(_ cite: WordCitation.Cite, _ known: KnownRecords) {
    if let number = cite.identities.compactMap({ numbers[$0] }).first {
      for name in cite.identities { numbers[name] = number }
      return
    }
    guard let found = known.record(of: cite) ?? cite.item else { return }
    var item = found
    item.id = "work-\(items.count + 1)"
    for name in cite.identities { numbers[name] = items.count }
    items.append(item)
  }
}

/// Records by what names them without doubt.
struct KnownRecords {
  private var byName: [String: Item] = [:]

  init(_ records: [Item]) {
    for record in records {
      for identifier in record.identifiers {
        let name = "\(identifier.kind.rawValue) \(identifier.value.lowercased())"
        if byName[name] == nil { byName[name] = record }
      }
      if !record.id.isEmpty, byName["key " + record.id] == nil { byName["key " + record.id] = record }
    }
  }

  /// The record of a cite's work: one that shares an identifier, or has the key that the field gives it.
  func record(of cite: WordCitation.Cite) -> Item? {
    guard !byName.isEmpty, let item = cite.item else { return nil }
    for identifier in item.identifiers {
      if let record = byName["\(identifier.kind.rawValue) \(identifier.value.lowercased())"] { return record }
    }
    return [item.id, item[.citationKey] ?? ""].lazy.filter { !$0.isEmpty }.compactMap { byName["key " + $0] }.first
  }
}
