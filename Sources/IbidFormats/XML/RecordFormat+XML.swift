import IbidModel
import IbidScan

extension RecordFormat {
  /// A format of XML whose records are elements of one name, each of which is one item; nil where it is none.
  static func xml(
    name: String, summary: String, names: RecordNames, recognizes: @escaping @Sendable ([UInt8]) -> Bool,
    item: @escaping @Sendable (RecordElement) -> Item?
  ) -> RecordFormat {
    RecordFormat(
      name: name, summary: summary, recognizes: recognizes,
      read: { input, _, each in
        var records = try RecordElements(names, path: input.path)
        var problems: [RecordProblem] = []
        while let (element, line) = records.next(from: &input) {
          if let item = item(element) {
            try each(item)
          } else {
            problems.append(
              RecordProblem(
                outcome: .rejected, path: input.path, line: line, message: "the record has neither a title nor a name"))
          }
        }
        return ReadingSummary(problems: problems + records.problems)
      })
  }
}

extension RecordNames {
  /// Records of one name in sets of one name.
  static func xml(_ record: String, in set: String) -> RecordNames {
    RecordNames(records: [record], sets: [set], nested: [], longestStartTag: 1 << 16)
  }
}
