/// ``pubMedTable`` line by line, every word of it known.
struct PubMedTableLines {
  /// An element with its shape and field.
  struct Element {
    var name: String
    var shape: PubMedSchema.Shape
    var repeats: Bool
    var field: PubMedField
  }

  enum Content {
    case element(Element)
    /// The lines of this group.
    case group(String)
    /// The element around it once more.
    case again(String)
  }

  struct Line {
    /// 1-based.
    var number: Int
    /// 0 at the edge of its group.
    var depth: Int
    var content: Content
  }

  /// The lines of each group; those of the records under an empty name.
  private(set) var groups: [String: [Line]] = [:]

  init(_ table: String) throws(PubMedTableFault) {
    var group = ""
    var depth = -1
    var named: [(name: String, line: Int)] = []
    for (offset, text) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = offset + 1
      let words = text.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      let blanks = text.prefix { $0 == " " }.count
      guard blanks.isMultiple(of: 2), blanks / 2 <= depth + 1 else {
        throw PubMedTableFault(line: number, "it is indented by \(blanks)")
      }
      if blanks == 0 {
        group = first.hasPrefix("@") ? first : ""
        if !group.isEmpty {
          guard words.count == 1 else { throw PubMedTableFault(line: number, "«\(words[1])» stands behind a group") }
          guard groups[group] == nil else { throw PubMedTableFault(line: number, "«\(group)» begins twice") }
          groups[group] = []
          depth = 0
          continue
        }
      }
      depth = blanks / 2
      // The lines of a group stand one level below its name.
      let content = try Self.content(of: words, line: number)
      if case .group(let name) = content { named.append((name, number)) }
      let line = Line(number: number, depth: group.isEmpty ? depth : depth - 1, content: content)
      groups[group, default: []].append(line)
    }
    for (name, line) in named where groups[name] == nil {
      throw PubMedTableFault(line: line, "there is no group «\(name)»")
    }
  }

  private static func content(of words: [String], line: Int) throws(PubMedTableFault) -> Content {
    let name = words[0]
    if name.hasPrefix("@") {
      guard words.count == 1 else { throw PubMedTableFault(line: line, "«\(words[1])» stands behind a group") }
      return .group(name)
    }
    guard words.count == 2 || words.count == 4 && words[2] == ">" else {
      throw PubMedTableFault(line: line, "it is no `Name shape[*] [> field]`")
    }
    let repeats = words[1].hasSuffix("*")
    let word = repeats ? String(words[1].dropLast()) : words[1]
    if word == "again", words.count == 2 { return .again(name) }
    guard let shape = shapes[word] else { throw PubMedTableFault(line: line, "«\(word)» is no shape") }
    var field = PubMedField.none
    if words.count == 4 {
      guard let named = fields[words[3]], named != .none else {
        throw PubMedTableFault(line: line, "«\(words[3])» is no field")
      }
      field = named
    }
    return .element(Element(name: name, shape: shape, repeats: repeats, field: field))
  }

  /// An enumeration's name for each of its cases is dear to ask for: once a case, not once a line.
  private static let fields = Dictionary(uniqueKeysWithValues: PubMedField.allCases.map { ("\($0)", $0) })

  private static let shapes: [String: PubMedSchema.Shape] = [
    "in": .dissolved, "attributes": .attributes, "object": .object, "list": .list, "text": .text, "value": .value,
    "take": .take, "related": .related,
  ]
}

/// What is wrong with a table of elements.
struct PubMedTableFault: Error, Equatable, CustomStringConvertible {
  /// 1-based; 0 for the table as a whole.
  var line: Int
  var message: String

  init(line: Int = 0, _ message: String) {
    self.line = line
    self.message = message
  }

  var description: String { line == 0 ? message : "line \(line): \(message)" }
}
