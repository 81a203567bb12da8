/// What holds for all documents of a session.
package struct SessionOptions: Sendable, Hashable {
  /// The library; nil for the nearest one above each document.
  package var library: String?
  /// Files of records in a library's place; a library is used where there are none.
  package var files: [String] = []
  /// Files of records that belong to each article beside those that it names.
  package var bibliography: [String] = []
  /// The style in which references are printed, by name; nil for the article's own, else Vancouver.
  package var style: String?
  /// The language of that; nil for the style's own.
  package var locale: String?
  /// Whether every rule is used, whatever the profile.
  package var usesAllRules = false
  /// The year in which articles are checked.
  package var year: Int?

  package init() {}
}
