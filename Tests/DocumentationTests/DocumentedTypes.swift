import TestSupport

/// A public type of ours, and the example in its docstring.
struct DocumentedType {
  /// The name with those of the types around it: `CSLDate.Parts`.
  let name: String
  let file: String
  /// The lines of the last indented block of the docstring; none where it has no such block.
  let example: [String]

  /// The public types of a module, in the order of its files.
  static func all(in module: String) throws -> [DocumentedType] {
    try Repository.swiftFiles(below: Repository.folder + "/Sources/" + module).flatMap { path in
      types(in: try Repository.text(path), file: path)
    }
  }

  private static func types(in source: String, file: String) -> [DocumentedType] {
    var types: [DocumentedType] = []
    var comment: [Substring] = []
    var around: [(indent: Int, name: String)] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      let text = line.dropFirst(indent)
      if text.hasPrefix("///") {
        comment.append(text.dropFirst(3))
        continue
      }
      if text.hasPrefix("@") { continue }
      defer { comment = [] }
      guard let (name, isPublic, isExtension) = declaration(in: text) else { continue }
      around.removeAll { $0.indent >= indent }
      around.append((indent, name))
      guard isPublic, !isExtension else { continue }
      types.append(
        DocumentedType(
          name: around.map(\.name).joined(separator: "."), file: file, example: lastBlock(of: comment)))
    }
    return types
  }

  /// The type that a line declares or extends.
  private static func declaration(in line: Substring) -> (name: String, isPublic: Bool, isExtension: Bool)? {
    var words = line.split(separator: " ")[...]
    let isPublic = words.first == "public"
    words = words.drop { ["public", "package", "private", "fileprivate", "final", "indirect"].contains($0) }
    guard let keyword = words.popFirst(), let name = words.first,
      ["struct", "enum", "class", "actor", "protocol", "extension"].contains(keyword)
    else { return nil }
    return (
      String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }), isPublic, keyword == "extension"
    )
  }

  private static func lastBlock(of comment: [Substring]) -> [String] {
    var blocks: [[String]] = [[]]
    for line in comment {
      if line.hasPrefix("     ") {
        blocks[blocks.count - 1].append(String(line.dropFirst(5)))
      } else if line.allSatisfy(\.isWhitespace), blocks.last?.isEmpty == false {
        blocks[blocks.count - 1].append("")
      } else if blocks.last?.isEmpty == false {
        blocks.append([])
      }
    }
    let block = blocks.last { !$0.isEmpty } ?? []
    return Array(block.reversed().drop { $0.isEmpty }.reversed())
  }
}
