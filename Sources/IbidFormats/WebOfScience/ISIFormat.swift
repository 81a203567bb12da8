import IbidModel

extension RecordFormat {
  /// Web of Science's tagged export.
  package static let isi = RecordFormat(
    name: "isi", summary: "Web of Science's tagged export", endings: ["isi", "ciw"],
    recognizes: ISIReader.recognizes, read: { input, _, each in try ISIReader.read(&input, each: each) })
}
