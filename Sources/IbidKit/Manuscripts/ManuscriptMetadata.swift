import IbidArticles
public import IbidModel

/// What a manuscript says of its rendering in the YAML block before its text.
///
/// Source: pandoc's manual, «Specifying bibliographic data», «Specifying a citation style», «Including uncited items
/// in the bibliography».
///
///     let metadata = try ManuscriptMetadata(path: "paper.md")
///     print(metadata.style ?? "no style", metadata.bibliography)
public struct ManuscriptMetadata: Sendable, Hashable {
  /// The style, as `--style` takes it.
  public private(set) var style: String?
  /// The language, as `--locale` takes it.
  public private(set) var language: String?
  /// Files of records.
  public private(set) var bibliography: [String] = []
  /// Works that the block itself describes.
  public private(set) var references: [Item] = []
  /// Keys of works that the bibliography lists without a citation.
  public private(set) var uncited: [String] = []
  /// Whether it lists all records: `@*`.
  public private(set) var listsAll = false
  /// Whether no bibliography is wanted: `suppress-bibliography`.
  public private(set) var suppressesBibliography = false
  /// The heading before the bibliography: `reference-section-title`.
  public private(set) var bibliographyHeading: String?
  /// Whether a citation leads to its entry: `link-citations`.
  public private(set) var linksCitations = false
  /// Whether addresses and DOIs in the bibliography are links: `link-bibliography`.
  public private(set) var linksBibliography = true
  /// Whether marks of notes and raised numbers move behind punctuation: `notes-after-punctuation`; nil where nothing
  /// is said.
  public private(set) var notesFollowPunctuation: Bool?

  /// Reads the block at the start of `bytes`; a manuscript without one has no metadata.
  ///
  /// - Parameter path: what errors are reported under.
  /// - Throws: `IbidError` with line and column where the block is no YAML: style and records would be other ones than
  ///   the author named. Also where the bytes are an article of a format in which no citations are formatted.
  public init(_ bytes: [UInt8], path: String) throws(IbidError) {
    do { try Manuscript.checkFormat(of: bytes, path: path) } catch { throw IbidError(error) }
    let block = FrontMatter(bytes)
    if let problem = block.problem {
      throw IbidError(
        .malformedFile,
        "\(path):\(problem.line):\(problem.column): the block before the text is no YAML: \(problem.reason)",
        path: path, line: problem.line)
    }
    style = block.style
    language = block.language
    bibliography = block.bibliography
    references = block.works
    for value in block.nocite { readUncited(value) }
    suppressesBibliography = block.isOn("suppress-bibliography") ?? false
    bibliographyHeading = block.text("reference-section-title")
    linksCitations = block.isOn("link-citations") ?? false
    linksBibliography = block.isOn("link-bibliography") ?? true
    notesFollowPunctuation = block.isOn("notes-after-punctuation")
  }

  /// Reads the block of the manuscript at `path`.
  ///
  /// - Throws: `IbidError` where the file cannot be read, and as the other.
  public init(path: String) throws(IbidError) { try self.init(Self.bytes(of: path), path: path) }

  /// A manuscript's bytes; `-` is standard input, which can be read once.
  ///
  /// - Throws: `IbidError` where the file cannot be read, is empty or larger than 200 MB.
  public static func bytes(of path: String) throws(IbidError) -> [UInt8] {
    try InputFile(path: path).bytes(limit: 200_000_000)
  }

  /// The works of the manuscript's own bibliography, and those of `choice` that are not there. A manuscript that names
  /// one can do without a library where nobody named one.
  ///
  /// - Parameters:
  ///   - bibliography: files of records that belong to the manuscript beside those that it names.
  ///   - path: the manuscript's.
  /// - Throws: `IbidError` where a file or the library cannot be read.
  public func items(
    besides choice: RecordChoice, bibliography given: [String] = [], of path: String
  ) throws(IbidError) -> (items: [Item], problems: [RecordProblem]) {
    let own = try ArticleBibliography(works: references, names: bibliography, given: given, of: path)
    if case .library(let library, isNamed: false) = choice, !own.items.isEmpty || !Folder.hasFile(library) {
      if !own.items.isEmpty || !own.problems.isEmpty { return (own.items, own.problems) }
    }
    let (items, problems) = try choice.items()
    let keys = Set(own.items.map(\.id))
    return (own.items + items.filter { !keys.contains($0.id) }, own.problems + problems)
  }

  private mutating func readUncited(_ value: String) {
    for piece in value.utf8.split(separator: UInt8(ascii: "@")).dropFirst(value.utf8.first == 0x40 ? 0 : 1) {
      if piece.first == UInt8(ascii: "*") {
        listsAll = true
        continue
      }
      let key = piece.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 || "_:.#$%&+?~/-".utf8.contains($0) }
      var bytes = Array(key)
      // A mark at the end belongs to the list.
      while let last = bytes.last, ".:?".utf8.contains(last) { bytes.removeLast() }
      if !bytes.isEmpty { uncited.append(String(decoding: bytes, as: UTF8.self)) }
    }
  }
}

extension FrontMatter {
  /// The works that the block describes: those that have a key, and a type or a title.
  var works: [Item] {
    references.filter { $0["type"] != nil || $0["title"] != nil }.compactMap(Item.init(cslJSON:))
      .filter { !$0.id.isEmpty }
  }
}

extension FrontMatter.Problem {
  /// For who reads the article without its block.
  func record(in path: String) -> RecordProblem {
    RecordProblem(
      outcome: .kept, path: path, line: line,
      message: "the block before the text is no YAML and counts for nothing: \(reason), column \(column)")
  }
}
