package import IbidFormats

/// A format that records can be read from.
///
///     let format = try ImportFormat(named: "nbib")
public struct ImportFormat: Sendable {
  /// As it is named on the command line.
  public let name: String
  let read: RecordFormat.Reading

  /// The format of this name or short name.
  ///
  /// - Throws: `IbidError` with the nearest names, and all that there are, where there is none.
  public init(named name: String) throws(IbidError) {
    let formats = RecordFormats.all
    try self.init(formats.format(named: name, for: .reading), path: nil, among: formats)
  }

  /// The format of a file that begins so: what its content shows, else what its name says.
  ///
  /// - Throws: `IbidError` that says what the file is, where that is known, and what can be read.
  package init(recognizing prefix: [UInt8], path: String, among formats: [RecordFormat]) throws(IbidError) {
    var known = formats.first { $0.recognizes?(prefix) == true }
    if known == nil { known = try formats.format(ofFile: path, for: .reading) }
    // Who is not logged in is given a page, and saves it under the name of what was asked for.
    if known?.name == RecordFormat.article.name, let named = try formats.format(ofFile: path, for: .reading),
      named.read != nil, named.name != RecordFormat.article.name, !named.endings.contains("txt")
    {
      throw IbidError(
        .unknownFormat,
        "\(path): is no \(named.name): it is a page or an article, perhaps one that asks to log in", path: path)
    }
    // Any text may be in a `.txt` file; but what is no BibTeX in a `.bib` file is meant to be.
    guard let known, known.read != nil || known.recognizes != nil else {
      throw IbidError(
        .unknownFormat,
        "\(path): is of no format that records can be read from (\(formats.names(for: .reading)))", path: path)
    }
    try self.init(known, path: path, among: formats)
  }

  private init(_ format: RecordFormat, path: String?, among formats: [RecordFormat]) throws(IbidError) {
    guard let read = format.read else { throw formats.refusal(of: format, path: path, for: .reading) }
    name = format.name
    self.read = read
  }

  /// The names of all formats and what they are, for a help text.
  public static var all: [(name: String, summary: String)] {
    RecordFormats.all.filter { $0.read != nil }.map { ($0.name, $0.summary) }
  }
}
