package import IbidModel
import IbidScan
import IbidText

/// Writes items as PubMed's text export has them, a blank line behind each: of PubMed's facts what the format has a tag
/// for, and of other items what their variables say.
///
/// Source: NLM, «MEDLINE/PubMed Data Element (Field) Descriptions».
package struct NBIBWriter: RecordWriter {
  package var bytes: [UInt8] = []

  /// A writer that has written nothing.
  package init() {}

  package mutating func write(_ item: Item) {
    for line in NBIBFields(item).lines { write(line.tag, line.value) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ tag: String, _ value: String) {
    let value = value.utf8.trimmedASCII
    guard !value.isEmpty else { return }
    bytes.append(contentsOf: tag.utf8)
    for _ in tag.utf8.count..<4 { bytes.append(0x20) }
    bytes.append(contentsOf: "- ".utf8)
    // A line break would end the value; the reader makes a blank of it anyway.
    bytes.append(contentsOf: value.map { $0 < 0x20 ? 0x20 : $0 })
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Keeps the fields of a record whose tags would not be written for its item, under the format's name; of the source,
  /// which the others make up, one that differs from what they make up.
  static func keep(_ fields: [(tag: String, value: String)], in item: inout Item) {
    let written = NBIBFields(item)
    let tags = Set(written.lines.map(\.tag)).union(["AU", "ED", "AB"])
    var kept = KeptValues()
    for field in fields where !field.value.isEmpty {
      let isKept = field.tag == "SO" ? field.value != written.source : !tags.contains(field.tag)
      if isKept { kept.append(field.value, under: field.tag) }
    }
    let members = kept.members()
    if !members.isEmpty { item[custom: RecordFormat.nbib.name] = .object(members) }
  }
}
