package import IbidModel
internal import IbidText

/// Writes items as entries of a `.bib` file, in their order, with a blank line between.
package struct BibTeXWriter: RecordWriter {
  package var bytes: [UInt8] = []
  private let dialect: BibTeXDialect
  private var keys: BibTeXKeys
  private var hasEntries = false
  /// The last entry, and whether its key is the item's.
  private var last: (record: BibTeXRecord, hasOwnKey: Bool)?
  private var warnings: [String] = []
  /// Remarks that stand behind all entries.
  private var remarksBehind: [String] = []

  /// Warnings that are given at most.
  private static let mostWarnings = 200

  /// A writer for BibTeX or for biblatex.
  ///
  /// - Parameter isForArticle: writes for an article that cites by these keys, so that no letter of them is changed.
  package init(_ dialect: BibTeXDialect, isForArticle: Bool = false) {
    self.dialect = dialect
    keys = BibTeXKeys(isASCII: dialect == .bibtex && !isForArticle)
  }

  package mutating func write(_ item: Item) {
    let given = item[.citationKey] ?? item.id
    let key = keys.key(for: given)
    if key != given, !given.isEmpty { warn("the key “\(given)” is written “\(key)”") }
    if hasEntries { bytes.append(UInt8(ascii: "\n")) }
    hasEntries = true
    if !item.bibtex.isEmpty {
      for remark in remarks(of: item, BibTeXCustom.remarks) { bytes.append(contentsOf: (remark + "\n\n").utf8) }
      remarksBehind += remarks(of: item, BibTeXCustom.remarksBehind)
    }
    var record = BibTeXRecord(item, dialect)
    record.collect()
    for warning in record.warnings { warn("\(key): \(warning)") }
    append(record, key: key)
    last = (record, key == item.id)
  }

  /// Remarks behind all entries are read with whichever is the last.
  package func carries(_ item: Item) -> Bool {
    guard let last, last.hasOwnKey, remarksBehind.isEmpty else { return false }
    return last.record.carriesItem
  }

  package mutating func end() -> [String] {
    for remark in remarksBehind { bytes.append(contentsOf: ("\n" + remark + "\n").utf8) }
    remarksBehind = []
    return warnings
  }

  private mutating func warn(_ text: String) {
    if warnings.count < Self.mostWarnings { warnings.append(text) }
  }

  /// Remarks that were read from a file, as they were; what would end one early is left out.
  private func remarks(of item: Item, _ name: String) -> [String] {
    (item.bibtexMember(name)?.elements ?? []).compactMap(\.text).filter { remark in
      remark.hasPrefix("@") && ["@comment", "@preamble"].contains { remark.lowercased().hasPrefix($0) }
        && BibTeXRecord.isBalanced(remark)
    }
  }

  /// One entry: its type and key, then a line a field.
  private mutating func append(_ record: BibTeXRecord, key: String) {
    let width = record.fields.map(\.name.utf8.count).max() ?? 0
    append("@")
    append(record.type)
    append("{")
    append(key)
    append(",\n")
    for field in record.fields {
      append("  ")
      append(field.name)
      for _ in field.name.utf8.count..<width { bytes.append(0x20) }
      append(field.value.isBraced ? " = {" : " = ")
      append(field.value.text)
      append(field.value.isBraced ? "},\n" : ",\n")
    }
    append("}\n")
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
