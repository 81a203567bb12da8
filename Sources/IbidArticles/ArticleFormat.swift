import IbidModel

/// What is known of an article format beside how to read it.
package struct ArticleFormat: Sendable {
  /// Its name, as in `plain-text`.
  package let name: String
  /// What people call it, as in `LaTeX`.
  package let title: String
  /// How the names of its files end, in lower case; none where the content alone tells.
  let endings: [String]
  /// How remarks are written that its readers do not see.
  package let remarks: RemarkSyntax
  /// The files of records that an article in it names as its bibliography, as it names them, with the ending that the
  /// format leaves out.
  let bibliographies: @Sendable (_ text: [UInt8]) -> [String]
  /// What holds for every article in it.
  let traits: ArticleTraits

  init(
    _ name: String, title: String, endings: [String] = [], remarks: RemarkSyntax,
    bibliographies: @escaping @Sendable (_ text: [UInt8]) -> [String] = { _ in [] },
    traits: ArticleTraits = ArticleTraits()
  ) {
    self.name = name
    self.title = title
    self.endings = endings
    self.remarks = remarks
    self.bibliographies = bibliographies
    self.traits = traits
  }

  /// Whether a file's name is one of this format; `.gz` behind it says nothing.
  package func isNamed(_ path: String) -> Bool {
    var name = path.lowercased()[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    return endings.contains { name.hasSuffix($0) }
  }
}
