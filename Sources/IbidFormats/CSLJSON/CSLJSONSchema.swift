import IbidModel

/// Where csl-data.json, the schema of CSL-JSON, knows less than CSL 1.0.2 itself, or other names.
///
/// Source: citation-style-language/schema, schemas/input/csl-data.json.
enum CSLJSONSchema {
  /// Variables that the schema has under an older name.
  static let olderNames: [Variable: String] = [
    .partNumber: "part", .printingNumber: "printing", .supplementNumber: "supplement",
  ]

  /// Variables that the schema has no place for; they stand in `custom` under their CSL names.
  static let unplaced: Set<Variable> = [
    .license, .reviewedGenre, .volumeTitle, .editorTranslator, .guest, .host, .narrator, .scriptWriter,
    .seriesCreator,
  ]

  /// Names that are read as those of CSL 1.0.2; `event` became `event-title`.
  static let readNames = Dictionary(uniqueKeysWithValues: olderNames.map { ($1, $0) } + [("event", .eventTitle)])

  /// Number variables that the schema wants as strings.
  static let strings: Set<Variable> = [.section, .version]

  /// Types that the schema does not know.
  static let unknownTypes: Set<ItemType> = [.event]
}
