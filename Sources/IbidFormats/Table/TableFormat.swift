import IbidModel

extension RecordFormat {
  /// Tables: exports of databases, and Ibid's own.
  package static let csv = RecordFormat(
    name: "csv", summary: "tables of Scopus, Web of Science and PubMed (CSV, TSV)", shortNames: ["tsv"],
    endings: ["csv", "tsv"], recognizes: TableReader.recognizes,
    read: { input, _, each in try TableReader.read(&input, each: each) }, makeWriter: { _ in CSVWriter() },
    keepsCustom: true)
}
