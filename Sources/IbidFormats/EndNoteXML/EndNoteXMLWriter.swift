package import IbidModel

/// Writes items as EndNote's XML, a record a line.
package struct EndNoteXMLWriter: RecordWriter {
  package var bytes: [UInt8] = []

  /// A writer that has written nothing.
  package init() {}

  package mutating func begin() {
    bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><records>\n".utf8
  }

  package mutating func write(_ item: Item) {
    bytes += "<record>".utf8
    writeElements(of: EndNoteItem.fields(of: item))
    bytes += "</record>\n".utf8
  }

  package mutating func end() -> [String] {
    bytes += "</records></xml>\n".utf8
    return []
  }

  private mutating func writeElements(of fields: EndNoteFields) {
    let paths = fields.paths.filter { !$0.contains("@") }.enumerated().sorted {
      (EndNoteLayout.rank(of: $0.element), $0.offset) < (EndNoteLayout.rank(of: $1.element), $1.offset)
    }.map(\.element)
    let attributes = fields.paths.filter { $0.contains("@") }
    // The elements that are open around the one that is written.
    var open: [Substring] = []
    for path in paths {
      let names = path.split(separator: "/")
      let around = names.dropLast()
      let shared = zip(open, around).prefix { $0 == $1 }.count
      close(&open, to: shared)
      for name in around.dropFirst(shared) {
        bytes += "<\(name)>".utf8
        open.append(name)
      }
      let attributes = attributes.filter { $0.hasPrefix(path + "@") }
      for (index, value) in fields[path].enumerated() {
        writeElement(
          names.last ?? "", value, attributes.map { ($0.dropFirst(path.utf8.count + 1), fields[$0]) }, index)
      }
    }
    close(&open, to: 0)
  }

  private mutating func close(_ open: inout [Substring], to count: Int) {
    while open.count > count { bytes += "</\(open.removeLast())>".utf8 }
  }

  private mutating func writeElement(
    _ name: Substring, _ value: String, _ attributes: [(name: Substring, values: [String])], _ index: Int
  ) {
    bytes += "<\(name)".utf8
    for attribute in attributes where index < attribute.values.count {
      bytes += " \(attribute.name)=\"".utf8
      EndNoteText.append(Array(attribute.values[index].utf8)[...], to: &bytes)
      bytes += "\"".utf8
    }
    bytes += ">".utf8
    EndNoteText.append(value, to: &bytes)
    bytes += "</\(name)>".utf8
  }
}
