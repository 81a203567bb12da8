import IbidModel

extension RecordFormat {
  /// Ovid's plain-text export.
  package static let ovid = RecordFormat(
    name: "ovid", summary: "Ovid's plain-text export", recognizes: OvidReader.recognizes,
    read: { input, _, each in try OvidReader.read(&input, each: each) })
}
