package import IbidModel

/// What a Markdown text says of itself before it begins: a YAML block, or pandoc's `% title`.
///
///     ---
///     title: Sleep and pain
///     csl: apa                  # a style
///     bibliography: [records.json, "more, and more.bib"]
///     nocite: "@weng2023"
///     ---
///
/// The block begins with the text's first line, `---`, and ends with `---` or `...`. It is no part of the text even
/// where it is no YAML.
///
/// Source: pandoc's manual, «Metadata blocks», «Specifying bibliographic data», «Specifying a citation style»; YAML 1.2.
package struct FrontMatter: Sendable {
  /// The text's title, on one line.
  package private(set) var title: String?
  /// `csl` or `citation-style`.
  package private(set) var style: String?
  /// `lang`.
  package private(set) var language: String?
  /// `bibliography`: one file or a list of files.
  package private(set) var bibliography: [String] = []
  /// `nocite`: citations whose works the bibliography lists too.
  package private(set) var nocite: [String] = []
  /// `references`: works as CSL-JSON has them.
  package private(set) var references: [JSONValue] = []
  /// All that the block says, in its order.
  private(set) var members: [JSONMember] = []
  /// Why the block could not be read; nothing is known from it then.
  package private(set) var problem: Problem?
  /// The number of lines that it takes, those of the marks included.
  private(set) var lineCount = 0

  /// Where a block is no YAML, as a line and a column (in Unicode scalars) of the file, both 1-based.
  package struct Problem: Sendable, Hashable {
    package var line: Int
    package var column: Int
    package var reason: String
  }

  /// Reads the block at the start of `bytes`; a text without one says nothing of itself.
  package init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let mayHaveOne = ["--", "% "].contains { bytes.dropFirst(start).starts(with: $0.utf8) }
    self.init(bytes, lines: mayHaveOne ? TextLines.lines(of: bytes, from: start) : [])
  }

  /// Reads the block that begins with the first of `lines`, which are all the lines of `text`.
  init(_ text: [UInt8], lines: [TextLine]) {
    guard let first = lines.first else { return }
    if Self.isLine(text, first, "---"),
      let end = lines.indices.dropFirst().first(where: { Self.isEnd(text, lines[$0]) })
    {
      lineCount = end + 1
      read(FrontMatterYAML.members(of: text[Self.lineEnd(text, first)..<lines[end].range.lowerBound]))
    } else if text[first.range].starts(with: [UInt8(ascii: "%"), 0x20]) {
      title = String(decoding: text[first.range].dropFirst(2), as: UTF8.self)
      lineCount = lines.prefix { text[$0.range].first == UInt8(ascii: "%") }.count
    }
  }

  private mutating func read(_ block: Result<[JSONMember], FrontMatterYAML.Broken>) {
    switch block {
    case .failure(let broken):
      // The block's first line is the file's second.
      problem = Problem(line: broken.line + 1, column: broken.column, reason: broken.reason)
    case .success(let members):
      self.members = members
      for member in members { read(member) }
      // The older name counts where the newer one is not there.
      if style == nil { style = members.first { $0.name == "citation-style" }.flatMap { Self.scalar($0.value) } }
    }
  }

  private mutating func read(_ member: JSONMember) {
    switch member.name {
    case "title": title = Self.scalar(member.value)?.split(whereSeparator: \.isNewline).joined(separator: " ")
    case "csl": style = Self.scalar(member.value)
    case "lang": language = Self.scalar(member.value)
    case "bibliography": bibliography = Self.scalars(member.value)
    case "nocite": nocite = Self.scalars(member.value)
    case "references": references = member.value.elements.map(CSLYAML.item)
    default: break
    }
  }

  /// What a member says, true or false; nil where it says neither.
  package func isOn(_ name: String) -> Bool? {
    guard let value = members.last(where: { $0.name == name })?.value else { return nil }
    if case .bool(let isOn) = value { return isOn }
    switch Self.scalar(value)?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: return nil
    }
  }

  /// The text of a member that is a scalar, on one line.
  package func text(_ name: String) -> String? {
    members.last { $0.name == name }.flatMap { Self.scalar($0.value) }?.split(whereSeparator: \.isNewline)
      .joined(separator: " ")
  }

  /// The text of a scalar without blanks around it; nil for an empty one and for all else.
  private static func scalar(_ value: JSONValue) -> String? {
    let bytes = value.text.map { $0.utf8.trimmedASCII } ?? []
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// A scalar, or those of a list.
  static func scalars(_ value: JSONValue) -> [String] {
    if case .array(let elements) = value { return elements.compactMap(scalar) }
    return scalar(value).map { [$0] } ?? []
  }

  private static func isLine(_ text: [UInt8], _ line: TextLine, _ content: StaticString) -> Bool {
    line.indent == 0 && content.withUTF8Buffer { text[line.range].elementsEqual($0) }
  }

  private static func isEnd(_ text: [UInt8], _ line: TextLine) -> Bool {
    isLine(text, line, "---") || isLine(text, line, "...")
  }

  /// Behind the line break of `line`.
  private static func lineEnd(_ text: [UInt8], _ line: TextLine) -> Int {
    var end = line.range.upperBound
    while end < text.count, text[end] != 0x0A, text[end] != 0x0D, text[end] != 0x0C { end += 1 }
    if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { end += 1 }
    return min(end + 1, text.count)
  }
}
