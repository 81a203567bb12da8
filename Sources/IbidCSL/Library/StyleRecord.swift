import IbidModel

/// What an index keeps of one style.
package struct StyleRecord: Sendable, Hashable {
  /// The file's name without its ending: what people call the style by.
  package var stem: String
  /// The file's path; nil for a bundled style.
  package var path: String?
  /// The title.
  package var title: String
  /// The title's short form, often the journal's abbreviation.
  package var titleShort: String?
  /// ISSNs of the journals that use the style.
  package var issns: [String]
  /// The stem of the style that this one depends on; nil for an independent one.
  package var parent: String?
  /// The style's own locale, which a dependent style keeps.
  package var defaultLocale: String?

  /// Reads what a style file says of itself; only its head is parsed.
  ///
  /// - Throws: `CSLError` where the bytes are no CSL style.
  package init(stem: String, path: String?, bytes: [UInt8]) throws(CSLError) {
    let (about, locale) = try StyleDescription.parse(Self.head(of: bytes))
    self.stem = stem
    self.path = path
    title = about.title
    titleShort = about.titleShort
    issns = about.issns
    parent = about.parent.map { String($0.split(separator: "/").last ?? "") }
    defaultLocale = locale
  }

  /// What an index would keep of a style that was found.
  package init(of found: StyleLibrary.Found) {
    let name = found.path?.split(separator: "/").last.map(String.init) ?? ""
    self.init(
      stem: name.hasSuffix(".csl") ? String(name.dropLast(4)) : name, path: found.path, title: found.style.about.title,
      titleShort: found.style.about.titleShort, issns: found.style.about.issns, parent: nil, defaultLocale: nil)
  }

  init(
    stem: String, path: String?, title: String, titleShort: String?, issns: [String], parent: String?,
    defaultLocale: String?
  ) {
    self.stem = stem
    self.path = path
    self.title = title
    self.titleShort = titleShort
    self.issns = issns
    self.parent = parent
    self.defaultLocale = defaultLocale
  }

  /// The file up to the end of `cs:info`, closed: of the largest styles this is a hundredth.
  private static func head(of bytes: [UInt8]) -> [UInt8] {
    guard let end = bytes.firstOffset(of: "</info>") else { return bytes }
    return bytes[..<end] + Array("</info></style>".utf8)
  }
}
