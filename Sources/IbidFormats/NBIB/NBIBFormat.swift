import IbidModel

extension RecordFormat {
  /// PubMed's text export, MEDLINE's format.
  package static let nbib = RecordFormat(
    name: "nbib", summary: "PubMed's text export", endings: ["nbib", "medline"], recognizes: NBIBReader.recognizes,
    read: { input, _, each in
      ReadingSummary(try NBIBReader(path: input.path).read(from: &input) { try each($0.item) })
    }, makeWriter: { _ in NBIBWriter() }, isWithoutFrame: true)
}
