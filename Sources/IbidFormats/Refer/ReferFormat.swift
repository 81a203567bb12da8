import IbidModel

extension RecordFormat {
  /// refer, as EndNote (`.enw`), BibIX and many databases write it.
  package static let refer = RecordFormat(
    name: "refer", summary: "refer: EndNote's tagged export, and BibIX'", shortNames: ["enw"], endings: ["enw", "ref"],
    recognizes: ReferReader.recognizes, read: { input, _, each in try ReferReader.read(&input, each: each) })
}
