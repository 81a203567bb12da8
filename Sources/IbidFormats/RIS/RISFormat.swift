import IbidModel

extension RecordFormat {
  /// RIS, which databases and reference managers exchange.
  package static let ris = RecordFormat(
    name: "ris", summary: "RIS, of databases and reference managers", endings: ["ris"],
    recognizes: RISLines.recognizes,
    read: { input, _, each in try RISReader.read(&input, each: each) },
    makeWriter: { _ in RISWriter() }, isWithoutFrame: true)
}
