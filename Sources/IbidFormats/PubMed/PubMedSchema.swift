/// ``pubMedTable`` as arrays of numbers, which the reader follows from element to element.
struct PubMedSchema: Sendable {
  /// How an element stands in the facts.
  enum Shape: UInt8 {
    case dissolved, attributes, object, list, text, value, take, related
  }

  /// One line of the table.
  struct Node: BitwiseCopyable {
    var shape: Shape
    var field: PubMedField
    var repeats: Bool
    /// Whether it stands in an array.
    var isElement: Bool
    /// The member's beginning, as in `"Journal":`, in ``PubMedSchema/keys``.
    var keyStart: Int32
    var keyCount: Int32
  }

  /// The table, read once.
  static let shared = PubMedSchema(pubMedTable)

  /// Names of elements; 0 is none of them.
  private(set) var names: [String] = [""]
  /// Node 0 is where records and wrappers stand.
  private(set) var nodes: [Node] = []
  /// What stands below a node: 256 elements a node; 0 where the table says nothing.
  private(set) var next: [UInt16] = []
  /// The beginnings of all members.
  private(set) var keys: [UInt8] = []
  /// The node of a comment or correction before 2009, which is named by its relation.
  private(set) var relatedItem: UInt16 = 0

  private var ids: [String: Int] = [:]
  private let fields = Dictionary(uniqueKeysWithValues: PubMedField.allCases.map { ("\($0)", $0) })

  private struct Line {
    var depth: Int
    var words: [String]
  }

  private init(_ table: String) {
    var groups: [String: [Line]] = [:]
    var group = ""
    for text in table.split(separator: "\n") {
      let depth = text.prefix { $0 == " " }.count / 2
      let words = text.split(separator: " ").map(String.init)
      if depth == 0 {
        group = words[0].hasPrefix("@") ? words[0] : ""
        if !group.isEmpty { continue }
      }
      // The lines of a group stand one level below its name.
      groups[group, default: []].append(Line(depth: group.isEmpty ? depth : depth - 1, words: words))
    }
    _ = addNode("", shape: .dissolved, field: .none, repeats: false, isElement: false)
    add(groups["", default: []][...], below: 0, depth: 0, groups: groups)
    relatedItem = addNode("", shape: .object, field: .none, repeats: false, isElement: true)
    add(groups["@related", default: []][...], below: relatedItem, depth: 0, groups: groups)
  }

  /// Adds `lines`, which begin at `depth`, below a node. Groups nest at most as deep as the table does.
  private mutating func add(_ lines: ArraySlice<Line>, below parent: UInt16, depth: Int, groups: [String: [Line]]) {
    var lines = lines
    while let line = lines.popFirst() {
      let inner = lines.prefix { $0.depth > depth }
      lines = lines.dropFirst(inner.count)
      if line.words[0].hasPrefix("@") {
        add(groups[line.words[0], default: []][...], below: parent, depth: 0, groups: groups)
        continue
      }
      let node = node(of: line, below: parent)
      next[Int(parent) << 8 | id(of: line.words[0])] = node
      add(inner, below: node, depth: depth + 1, groups: groups)
    }
  }

  private mutating func node(of line: Line, below parent: UInt16) -> UInt16 {
    let repeats = line.words[1].hasSuffix("*")
    let word = repeats ? String(line.words[1].dropLast()) : line.words[1]
    if word == "again" { return addRecurrence(of: parent, named: line.words[0]) }
    let shape: Shape =
      switch word {
      case "in": .dissolved
      case "attributes": .attributes
      case "object": .object
      case "list": .list
      case "text": .text
      case "value": .value
      case "related": .related
      default: .take
      }
    let name = line.words.count > 3 ? line.words[3] : "none"
    let field = fields[name] ?? .none
    let isElement = nodes[Int(parent)].shape == .list || repeats
    let key = shape == .related ? line.words[0] + "List" : line.words[0]
    return addNode(key, shape: shape, field: field, repeats: repeats, isElement: isElement)
  }

  /// An element inside of its own kind, with the same children. Its line stands behind theirs.
  private mutating func addRecurrence(of parent: UInt16, named name: String) -> UInt16 {
    let shape = nodes[Int(parent)].shape
    let node = addNode(name, shape: shape, field: nodes[Int(parent)].field, repeats: true, isElement: true)
    for element in 0..<256 { next[Int(node) << 8 | element] = next[Int(parent) << 8 | element] }
    next[Int(node) << 8 | id(of: name)] = node
    return node
  }

  private mutating func addNode(
    _ name: String, shape: Shape, field: PubMedField, repeats: Bool, isElement: Bool
  ) -> UInt16 {
    let key = Array("\"\(name)\":".utf8)
    nodes.append(
      Node(
        shape: shape, field: field, repeats: repeats, isElement: isElement, keyStart: Int32(keys.count),
        keyCount: Int32(key.count)))
    keys += key
    next += [UInt16](repeating: 0, count: 256)
    return UInt16(nodes.count - 1)
  }

  private mutating func id(of name: String) -> Int {
    if let id = ids[name] { return id }
    names.append(name)
    ids[name] = names.count - 1
    return names.count - 1
  }
}
