import IbidFormats
import IbidModel
import IbidNotes
import IbidText

extension RecordFormat {
  /// A list of references as people write them. It is never recognized, only named: any text might be one.
  static let references = RecordFormat(
    name: "references", summary: "a list of references as people write them",
    read: { input, _, each in
      let start = input.peek(1 << 16)
      guard RecordFormat.bibtex.recognizes?(start) != true else {
        throw InputError.wrongFormat(
          path: input.path, found: "is BibTeX, no list of references; read it as `bibtex`, or name no format")
      }
      let bytes = input.readAll()
      let lines = LineIndex(bytes)
      var problems: [RecordProblem] = []
      var style = ListStyle()
      for entry in ReferenceList.entries(in: bytes) {
        let parsed = ReferenceParser.parse(ReferenceText(bytes, in: entry), in: &style)
        if parsed.item[.title] != nil || !parsed.item.identifiers.isEmpty {
          try each(parsed.item)
        } else {
          problems.append(
            RecordProblem(
              outcome: .rejected, path: input.path, line: lines.place(at: entry.lowerBound).line,
              message: "no reference could be read: neither a title nor an identifier was found"))
        }
      }
      var summary = ReadingSummary(problems: problems)
      summary.add(breakOffOf: input, bytes: bytes)
      return summary
    })
}
