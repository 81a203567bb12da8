/// A page of the documentation, or another file of Markdown in the checkout.
public struct MarkdownPage: Sendable {
  /// Its path below the checkout.
  public let path: String
  /// Its lines; the last one is empty where the file ends in a line break.
  public let lines: [Substring]

  /// The page at this path below the checkout.
  public init(_ path: String) throws {
    self.path = path
    lines = try Repository.text(Repository.folder + "/" + path).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The rows of the first table below a heading, cell by cell, without the table's head; back quotes are left out.
  /// None where there is no such heading, or no table before the next one.
  public func table(below heading: String) -> [[String]] {
    let section = lines.drop { $0 != heading }.dropFirst().prefix { !$0.hasPrefix("#") }
    return section.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2).map(Self.cells)
  }

  /// The cells of `| a | b |`; a bar behind a backslash is one of the text.
  private static func cells(of row: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in row.drop(while: { $0 == "|" }) where character != "`" {
      if character == "|", !isEscaped {
        cells.append("")
      } else if character != "\\" {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\"
    }
    return cells.dropLast().map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
  }
}
