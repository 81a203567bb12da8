import IbidScan

/// What the name of an element or attribute stands for.
struct PubMedMeaning: BitwiseCopyable {
  /// Its number in ``PubMedSchema/names``; 0 for none.
  var element: UInt8 = 0
  /// What it stands for inside of text.
  var inline = PubMedInline.Element.other
  /// What it stands for as the name of an attribute.
  var attribute = PubMedField.none
  /// Whether it is a record's or a set's of records: a tag that ends a record where it stands in one.
  var isOuter = false
  /// The value that goes without saying: `N` for `MajorTopicYN`, `Y` for every other `…YN`, 0 for all else.
  var usualValue: UInt8 = 0

  /// What a name stands for by all of PubMed's tables.
  init(_ name: Span<UInt8>) {
    self = Self.table[name.text] ?? PubMedMeaning()
    guard name.count > 2, name.extracting((name.count - 2)...).equals("YN") else { return }
    usualValue = name[0] == UInt8(ascii: "M") ? UInt8(ascii: "N") : UInt8(ascii: "Y")
  }

  private init() {}

  private static let table: [String: PubMedMeaning] = {
    var table: [String: PubMedMeaning] = [:]
    for (id, name) in PubMedSchema.shared.names.enumerated() where id > 0 {
      table[name, default: PubMedMeaning()].element = UInt8(id)
    }
    for element in PubMedInline.Element.allCases where element != .other {
      table[element.rawName, default: PubMedMeaning()].inline = element
    }
    for name in RecordNames.pubMed.all { table[name, default: PubMedMeaning()].isOuter = true }
    for (name, field) in PubMedField.attributes { table[name, default: PubMedMeaning()].attribute = field }
    return table
  }()
}
