/// The order of the elements in a record of EndNote's XML.
///
/// Source: EndNote's `RSXML.dtd`.
enum EndNoteLayout {
  /// All paths of elements with text, in order.
  static let paths = [
    "database", "source-app", "rec-number", "foreign-keys/key", "ref-type", "contributors/authors/author",
    "contributors/secondary-authors/author", "contributors/tertiary-authors/author",
    "contributors/subsidiary-authors/author", "contributors/translated-authors/author", "auth-address",
    "auth-affiliaton", "titles/title", "titles/secondary-title", "titles/tertiary-title", "titles/alt-title",
    "titles/short-title", "titles/translated-title", "periodical/full-title", "periodical/abbr-1",
    "periodical/abbr-2", "periodical/abbr-3", "alt-periodical/full-title", "alt-periodical/abbr-1",
    "alt-periodical/abbr-2", "alt-periodical/abbr-3", "pages", "volume", "number", "issue", "secondary-volume",
    "secondary-issue", "num-vols", "edition", "section", "reprint-edition", "reprint-status", "keywords/keyword",
    "dates/year", "dates/pub-dates/date", "dates/copyright-dates/date", "pub-location", "publisher", "orig-pub",
    "isbn", "accession-num", "call-num", "report-id", "coden", "abstract", "label", "caption", "notes",
    "research-notes", "work-type", "reviewed-item", "availability", "remote-source", "meeting-place",
    "work-location", "work-extent", "urls/related-urls/url", "urls/web-urls/url", "urls/pdf-urls/url",
    "urls/text-urls/url", "urls/image-urls/url", "custom1", "custom2", "custom3", "custom4", "custom5", "custom6",
    "custom7", "misc1", "misc2", "misc3", "electronic-resource-num", "remote-database-name",
    "remote-database-provider", "access-date", "modified-date", "language",
  ]

  /// Those that the table of types may know.
  static let mapped = paths.filter { !["ref-type", "label", "periodical/full-title"].contains($0) }

  /// The place of a path; one that is not known stands last.
  static func rank(of path: String) -> Int { ranks[path] ?? paths.count }

  private static let ranks = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, $0) })
}
