import IbidModel

extension RecordFormat {
  /// CSL-JSON, or JSON Lines of it.
  package static let cslJSON = RecordFormat(
    name: "csl-json", summary: "CSL-JSON", shortNames: ["json"], endings: ["json"],
    recognizes: CSLJSONReader.recognizes,
    read: readCSLJSON, makeWriter: { _ in CSLJSONWriter() }, keepsCustom: true)

  /// An item a line, complete. Read as `csl-json` is, which knows both.
  package static let jsonl = RecordFormat(
    name: "jsonl", summary: "JSON Lines: CSL-JSON with PubMed's facts, an item a line", endings: ["jsonl", "ndjson"],
    read: readCSLJSON, makeWriter: { _ in JSONLinesWriter() }, isWithoutFrame: true,
    keepsCustom: true)

  private static let readCSLJSON: Reading = { input, _, each in try CSLJSONReader.read(&input, each: each) }
}
