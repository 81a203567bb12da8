package import IbidFormats

/// A format that references can be written in.
///
///     let format = try ExportFormat(for: "references.bib")
///     print(format.name)
public struct ExportFormat: Sendable {
  /// As it is named on the command line.
  public let name: String
  let makeWriter: RecordFormat.Writing
  /// How what was written is read again; nil where it cannot be.
  let read: RecordFormat.Reading?
  /// Whether the bytes of some records are a file of their own.
  let isWithoutFrame: Bool
  /// How it carries what a library's people add to a record; nil where it is text for people.
  let marks: Marks?

  /// Where tags, notes and decisions stand.
  enum Marks {
    /// In `custom`, all of them.
    case inCustom
    /// In the variables that stand for them: decisions have none.
    case inVariables
  }

  /// The format of this name or short name: `bibtex` or `bib`.
  ///
  /// - Throws: `IbidError` with the nearest names, and all that there are, where there is none.
  public init(named name: String) throws(IbidError) { try self.init(named: name, among: RecordFormats.all) }

  /// The format in which a file of this name is written: by its ending; text in a journal's style where there is no
  /// file, or where the ending says nothing.
  ///
  /// - Throws: `IbidError` where the ending is that of a kind of file that cannot be written.
  public init(for output: String?) throws(IbidError) {
    let formats = RecordFormats.all
    let format = if let output { try formats.format(ofFile: output, for: .writing) } else { RecordFormat?.none }
    try self.init(format ?? .text, path: output, among: formats)
  }

  /// Refuses a file whose ending is that of another format: programs would not know what to do with it. `.txt` may hold
  /// anything.
  ///
  /// - Throws: `IbidError`.
  public func check(output path: String) throws(IbidError) {
    guard let ending = FileEnding(of: path, for: .writing), !["txt", "text"].contains(ending.text) else { return }
    let owners = RecordFormats.all.filter { $0.endings.contains(ending.text) }.map(\.name)
    // Formats that share an ending stand under the name of one of them, or of none.
    let isShared = ending.text == "bib" && name == "biblatex" || ending.text == "xml" && name.hasSuffix("xml")
    guard !owners.contains(name), !isShared, let other = owners.first ?? ending.kind else { return }
    throw IbidError(
      .unknownFormat, "\(path): such a name is one of \(other), not of \(name); give another ending, or another format",
      path: path, name: name)
  }

  /// As `init(named:)`, of another list of formats.
  package init(named name: String, among formats: [RecordFormat]) throws(IbidError) {
    try self.init(formats.format(named: name, for: .writing), path: nil, among: formats)
  }

  private init(_ format: RecordFormat, path: String?, among formats: [RecordFormat]) throws(IbidError) {
    guard let makeWriter = format.makeWriter else { throw formats.refusal(of: format, path: path, for: .writing) }
    name = format.name
    self.makeWriter = makeWriter
    read = format.read
    isWithoutFrame = format.isWithoutFrame
    marks = format.keepsCustom ? .inCustom : format.read == nil ? nil : .inVariables
  }

  /// The names of all formats and what they are, for a help text.
  public static var all: [(name: String, summary: String)] {
    RecordFormats.all.filter { $0.makeWriter != nil }.map { ($0.name, $0.summary) }
  }
}
