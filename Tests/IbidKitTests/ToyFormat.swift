import IbidFormats
import IbidModel

/// What a new format takes: a reader, a writer, and a value that holds them. An item is a line, `*key: title`, behind
/// a first line `%toy`.
extension RecordFormat {
  static let toy = RecordFormat(
    name: "toy", summary: "a format for tests", shortNames: ["ty"], endings: ["toy"],
    recognizes: { $0.starts(with: "%toy\n".utf8) },
    read: { input, _, each in
      let lines = String(decoding: input.readAll(), as: UTF8.self).split(separator: "\n").dropFirst()
      var problems: [RecordProblem] = []
      for (number, line) in lines.enumerated() {
        let parts = line.dropFirst().split(separator: ": ", maxSplits: 1)
        guard line.hasPrefix("*"), parts.count == 2 else {
          problems.append(
            RecordProblem(outcome: .rejected, path: input.path, line: number + 2, message: "is no `*key: title`"))
          continue
        }
        var item = Item(id: String(parts[0]), type: .document)
        item[.title] = String(parts[1])
        try each(item)
      }
      return ReadingSummary(problems: problems)
    },
    makeWriter: { _ in ToyWriter() })
}

private struct ToyWriter: RecordWriter {
  var bytes: [UInt8] = []

  mutating func begin() { bytes += "%toy\n".utf8 }

  mutating func write(_ item: Item) { bytes += "*\(item.id): \(item[.title] ?? "")\n".utf8 }
}
