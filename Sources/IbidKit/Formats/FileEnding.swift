/// What a file's name says of its kind: the letters behind its last point.
struct FileEnding {
  /// The ending without its point, in small letters.
  let text: String
  /// What kind of file has this ending, where it is known to be none of records' formats.
  var kind: String? { Self.kinds[text] }

  /// The ending of a path: `bib` of `Refs.BIB`, and of `refs.bib.gz` where it is read; nil where the name has none that
  /// says anything.
  init?(of path: String, for use: FormatUse) {
    // A name that begins with a point is a hidden file's.
    let name = (path.split(separator: "/", omittingEmptySubsequences: false).last ?? "").drop { $0 == "." }
    var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    if use == .reading, parts.last == "gz" { parts.removeLast() }
    guard let last = parts.last, !last.isEmpty else { return nil }
    // All kinds of records stand in XML, so that its content has to say which.
    if use == .reading, last == "xml" { return nil }
    text = String(last)
  }

  /// Kinds whose programs would not know what to do with what is written here, and that are not read here.
  private static let kinds = [
    "doc": "Word", "docx": "Word", "enl": "EndNote", "epub": "EPUB", "gz": "gzip",
    "ods": "OpenDocument", "odt": "OpenDocument", "pdf": "PDF", "rdf": "RDF", "rtf": "RTF",
    "sqlite": "SQLite", "tex": "LaTeX", "xls": "Excel", "xlsx": "Excel", "xml": "XML", "yaml": "YAML",
    "yml": "YAML", "zip": "ZIP",
  ]
}
