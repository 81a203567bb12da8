import IbidModel

/// A kind of file that holds articles or something else, and that is not read here.
package struct ForeignFormat: Sendable {
  /// Its name, as in `PDF`.
  package let name: String
  /// How the names of its files end, in lower case, without the point.
  let endings: [String]
  /// What stands at the start of its files.
  let beginnings: [[UInt8]]
  /// What makes an article of it that is read.
  let way: Way

  /// How a file becomes one that is read.
  enum Way: Sendable {
    /// The program that wrote it can save it as this ending.
    case save(String)
    /// A program, called with the file's name and that of the file that it makes, which ends so.
    case command(String, ending: String)
    /// pandoc reads it.
    case pandoc
    /// Something else, in words.
    case other(String)
  }

  init(_ name: String, _ endings: [String], beginnings: [String] = [], _ way: Way) {
    self.init(name, endings, bytes: beginnings.map { Array($0.utf8) }, way)
  }

  init(_ name: String, _ endings: [String], bytes: [[UInt8]], _ way: Way) {
    self.name = name
    self.endings = endings
    beginnings = bytes
    self.way = way
  }

  /// The format of these bytes, or of a file of this name where the bytes do not tell; nil where they may be an article.
  ///
  /// - Parameter trustsName: whether the name counts: not where somebody said in which format to read the file.
  static func format(of bytes: [UInt8], path: String, trustsName: Bool) -> ForeignFormat? {
    if let known = ForeignContent.format(of: bytes) { return known }
    guard trustsName else { return nil }
    if let ending = ending(of: path), let named = all.first(where: { $0.endings.contains(ending) }) { return named }
    return ZIPArchive.isArchive(bytes) && !DocxReader.recognizes(bytes, path: path) ? named("a ZIP archive") : nil
  }

  /// How a file's name ends, in lower case, `.gz` left out.
  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    return (parts.last == "gz" ? parts.dropLast() : parts).last.map(String.init)
  }

  /// What to do with a file of this name, as the end of a sentence.
  package func advice(path: String) -> String {
    switch way {
    case .save(let ending): return "save it as .\(ending) and read that"
    case .command(let command, let ending):
      let (file, made) = names(path, ending)
      return "make text of it and read that: `\(command) \(file) \(made)`"
    case .pandoc:
      let (file, made) = names(path, "md")
      return "make Markdown of it and read that: `pandoc -o \(made) \(file)`"
    case .other(let words): return words
    }
  }

  /// The file's name and that of what is made of it, as a shell takes them; made up where the file's own does not tell
  /// its format.
  private func names(_ path: String, _ made: String) -> (file: String, made: String) {
    var file = path.split(separator: "/").last.map(String.init) ?? path
    let point = file.dropFirst().lastIndex(of: ".") ?? file.endIndex
    if file[point...].isEmpty || !endings.contains(file[point...].dropFirst().lowercased()) {
      file = "article." + (endings.first ?? "xml")
    }
    let stem = file[..<(file.lastIndex(of: ".") ?? file.endIndex)]
    return (Self.quoted(file), Self.quoted(stem + "." + made))
  }

  private static func quoted(_ name: String) -> String {
    name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "._-".utf8.contains($0) || $0 >= 0x80 }
      ? name : "'\(name.filter { $0 != "'" && !$0.isNewline })'"
  }
}

extension ForeignFormat {
  /// Every kind that is known by its name or its content; who says two names is found by the first.
  static let all: [ForeignFormat] = [
    ForeignFormat("PDF", ["pdf"], beginnings: ["%PDF-"], .command("pdftotext", ending: "txt")),
    ForeignFormat("PostScript", ["ps", "eps"], beginnings: ["%!PS"], .command("ps2ascii", ending: "txt")),
    ForeignFormat("DjVu", ["djvu", "djv"], beginnings: ["AT&TFORM"], .command("djvutxt", ending: "txt")),
    ForeignFormat("RTF (rich text)", ["rtf"], beginnings: ["{\\rtf"], .save("docx")),
    ForeignFormat(
      "Word’s old format (DOC)", ["doc", "dot", "wps"], bytes: [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]],
      .save("docx")),
    ForeignFormat("OpenDocument text (ODT)", ["odt", "ott", "fodt", "odm", "sxw"], .save("docx")),
    ForeignFormat("EPUB", ["epub"], .pandoc),
    ForeignFormat("Apple Pages", ["pages"], .save("docx")),
    ForeignFormat("WordPerfect", ["wpd"], bytes: [[0xFF, 0x57, 0x50, 0x43]], .save("docx")),
    ForeignFormat("Hancom HWP", ["hwp", "hwpx"], .save("docx")),
    ForeignFormat("a link to a Google document", ["gdoc"], .other("download the document as .docx and read that")),
    ForeignFormat(
      "a Kindle book (MOBI)", ["mobi", "azw", "azw3", "prc"], .other("make an EPUB and then Markdown of it")),
    ForeignFormat("FictionBook (FB2)", ["fb2"], .pandoc),
    ForeignFormat("TEI", ["tei"], .other("make HTML or text of it, as TEI’s stylesheets do, and read that")),
    ForeignFormat("DocBook", ["dbk", "docbook"], .pandoc),
    ForeignFormat("DITA", ["dita", "ditamap"], .other("make HTML or Markdown of it and read that")),
    ForeignFormat("Texinfo", ["texi", "texinfo", "txi"], .other("make HTML of it by `makeinfo --html` and read that")),
    ForeignFormat("LyX", ["lyx"], beginnings: ["#LyX 1.", "#LyX 2."], .other("export it as LaTeX and read that")),
    ForeignFormat("TeXmacs", ["tm"], beginnings: ["<TeXmacs|"], .other("export it as LaTeX or HTML and read that")),
    ForeignFormat("MediaWiki", ["wiki", "mediawiki"], .pandoc), ForeignFormat("Textile", ["textile"], .pandoc),
    ForeignFormat("Muse", ["muse"], .pandoc), ForeignFormat("Djot", ["dj", "djot"], .pandoc),
    ForeignFormat("OPML", ["opml"], .pandoc),
    ForeignFormat("R noweb (Sweave)", ["rnw", "snw"], .other("weave it and read the .tex file")),
    ForeignFormat("a web archive", ["mht", "mhtml", "webarchive"], .save("html")),
    ForeignFormat("a PowerPoint presentation", ["ppt", "pptx", "odp", "key"], .other("export its text and read that")),
    ForeignFormat(
      "a spreadsheet", ["xls", "xlsx", "ods", "numbers"], .other("it holds tables; an article was expected")),
    ForeignFormat(
      "a picture (PNG)", ["png"], bytes: [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]], .other(picture)),
    ForeignFormat("a picture (JPEG)", ["jpg", "jpeg"], bytes: [[0xFF, 0xD8, 0xFF]], .other(picture)),
    ForeignFormat(
      "a picture (TIFF)", ["tif", "tiff"], bytes: [[0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]], .other(picture)),
    ForeignFormat("a picture (GIF)", ["gif"], beginnings: ["GIF87a", "GIF89a"], .other(picture)),
    ForeignFormat("a picture file", ["webp", "heic", "bmp", "jp2", "svg"], .other(picture)),
    ForeignFormat("a 7z archive", ["7z"], bytes: [[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]], .other(archive)),
    ForeignFormat("a RAR archive", ["rar"], beginnings: ["Rar!\u{1A}\u{07}"], .other(archive)),
    ForeignFormat("a file packed by xz", ["xz"], bytes: [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]], .other(archive)),
    ForeignFormat("a file packed by bzip2", ["bz2"], beginnings: (1...9).map { "BZh\($0)1AY&SY" }, .other(archive)),
    ForeignFormat("a file packed by zstd", ["zst"], bytes: [[0x28, 0xB5, 0x2F, 0xFD]], .other(archive)),
    ForeignFormat("a tar archive", ["tar", "tgz"], .other(archive)),
    ForeignFormat("a ZIP archive", ["zip"], .other(archive)),
    ForeignFormat(
      "an SQLite database", ["sqlite", "sqlite3", "db"], beginnings: ["SQLite format 3\u{0}"], .other(records)),
    ForeignFormat("BibTeX", ["bib"], .other(records)), ForeignFormat("RIS", ["ris"], .other(records)),
    ForeignFormat("PubMed’s nbib", ["nbib"], .other(records)),
    ForeignFormat("EndNote", ["enl", "enw"], .other(records)),
    ForeignFormat("PubMed’s XML", [], .other(records)),
    ForeignFormat("JSON", ["json", "jsonl", "ndjson"], .other(records)),
    ForeignFormat("a table (CSV)", ["csv", "tsv"], .other("it holds rows; an article was expected")),
  ]

  private static let picture = "have its text recognized, as by `tesseract`, and read that"
  private static let archive = "unpack it and read the article in it"
  private static let records = "it holds records, not an article; name it with --from"

  /// A kind by its name.
  static func named(_ name: String) -> ForeignFormat? { all.first { $0.name.hasPrefix(name) } }
}
