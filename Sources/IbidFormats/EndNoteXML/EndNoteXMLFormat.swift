import IbidModel
import IbidScan

extension RecordFormat {
  /// EndNote's XML export, which Mendeley, Zotero, Bookends, Citavi and Covidence write too.
  package static let endNoteXML = RecordFormat(
    name: "endnote-xml", summary: "EndNote's XML export", shortNames: ["endnote"],
    recognizes: EndNoteXMLReader.recognizes,
    read: { input, _, each in try EndNoteXMLReader.read(from: &input, each: each) },
    makeWriter: { _ in EndNoteXMLWriter() })
}

/// Reads EndNote's XML export, record by record.
///
/// Source: EndNote's `RSXML.dtd`.
enum EndNoteXMLReader {
  private static let names = RecordNames(
    records: ["record"], sets: ["records"], nested: [], longestStartTag: 1 << 16)

  /// Gives all items to `each`.
  ///
  /// - Throws: ``InputError`` where the input holds no record; what `each` throws.
  static func read(from input: inout ByteInput, each: (Item) throws -> Void) throws -> ReadingSummary {
    var records = try RecordElements(names, path: input.path)
    var hasRecords = false
    while let (element, _) = records.next(from: &input) {
      hasRecords = true
      try each(EndNoteItem.item(of: EndNoteFields(element)))
    }
    guard hasRecords || records.hasSets || !records.problems.isEmpty else {
      throw InputError.wrongFormat(path: input.path, found: "holds no record of EndNote's XML")
    }
    return ReadingSummary(problems: records.problems)
  }

  /// Whether a record of EndNote's begins near the start.
  static func recognizes(_ prefix: [UInt8]) -> Bool {
    let head = Array(prefix.prefix(8_192))
    guard head.firstOffset(of: "<record>") != nil || head.firstOffset(of: "<records>") != nil else { return false }
    let own: [StaticString] = ["<ref-type", "<contributors>", "<titles>", "<rec-number", "<source-app", "<xml>"]
    return own.contains { head.firstOffset(of: $0) != nil }
  }
}
