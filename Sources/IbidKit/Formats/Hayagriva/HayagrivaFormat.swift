import IbidFormats
import IbidModel

extension RecordFormat {
  /// Hayagriva's YAML, Typst's bibliography.
  static let hayagriva = RecordFormat(
    name: "hayagriva", summary: "Hayagriva's YAML, for Typst", endings: ["yml", "yaml"],
    recognizes: { prefix in
      let lines = YAMLRecords.lines(of: prefix)
      // A key alone on its line, and a type below it.
      guard let first = lines.first, first.last == UInt8(ascii: ":"), first.first?.isASCIISpace == false else {
        return false
      }
      return lines.dropFirst().prefix { $0.first?.isASCIISpace == true }.contains {
        Array($0).trimmedASCII.starts(with: "type:".utf8)
      }
    },
    read: YAMLRecords.reading { members in
      var items: [Item] = []
      var problems: [(record: String, message: String)] = []
      for member in members {
        if member.value.members.isEmpty {
          problems.append((member.name, "the entry says nothing"))
        } else {
          items.append(HayagrivaEntry.item(of: member.value, key: member.name))
        }
      }
      return (items, problems)
    },
    makeWriter: { _ in HayagrivaWriter() })
}
