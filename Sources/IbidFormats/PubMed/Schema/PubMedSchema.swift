/// ``pubMedTable`` as arrays of numbers, which the reader follows from element to element.
///
/// An element has a number below 256, and a node one below 65,536.
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
    private let keyStart: Int32
    private let keyCount: Int32
    var key: Range<Int> { Int(keyStart)..<Int(keyStart + keyCount) }

    init(shape: Shape, field: PubMedField, repeats: Bool, isElement: Bool, key: Range<Int>) {
      self.shape = shape
      self.field = field
      self.repeats = repeats
      self.isElement = isElement
      keyStart = Int32(key.lowerBound)
      keyCount = Int32(key.count)
    }
  }

  /// The table, read once. A table that is wrong is a fault of ours, and stops the program.
  static let shared: PubMedSchema = {
    do { return try PubMedSchema(pubMedTable) } catch { preconditionFailure("pubMedTable: \(error)") }
  }()

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

  /// Reads a table.
  ///
  /// - Throws: the first line that says what nobody knows.
  init(_ table: String) throws(PubMedTableFault) {
    let lines = try PubMedTableLines(table)
    _ = try addNode("", shape: .dissolved, field: .none, repeats: false, isElement: false)
    try add(lines.groups["", default: []][...], below: 0, depth: 0, lines)
    relatedItem = try addNode("", shape: .object, field: .none, repeats: false, isElement: true)
    try add(lines.groups["@related", default: []][...], below: relatedItem, depth: 0, lines)
  }

  /// Adds `rows`, which begin at `depth`, below a node. Groups nest at most as deep as the table does.
  private mutating func add(
    _ rows: ArraySlice<PubMedTableLines.Line>, below parent: UInt16, depth: Int, _ lines: PubMedTableLines
  ) throws(PubMedTableFault) {
    var rows = rows
    while let row = rows.popFirst() {
      let inner = rows.prefix { $0.depth > depth }
      rows = rows.dropFirst(inner.count)
      switch row.content {
      case .group(let name): try add(lines.groups[name, default: []][...], below: parent, depth: 0, lines)
      case .again(let name):
        guard parent != 0 else { throw PubMedTableFault(line: row.number, "nothing stands above «again»") }
        set(try addRecurrence(of: parent, named: name), below: parent, for: try id(of: name))
      case .element(let element):
        let place = Int(parent) << 8 | (try id(of: element.name))
        guard next[place] == 0 else { throw PubMedTableFault(line: row.number, "«\(element.name)» stands here twice") }
        let node = try node(of: element, below: parent)
        next[place] = node
        try add(inner, below: node, depth: depth + 1, lines)
      }
    }
  }

  private mutating func set(_ node: UInt16, below parent: UInt16, for element: Int) {
    next[Int(parent) << 8 | element] = node
  }

  private mutating func node(
    of element: PubMedTableLines.Element, below parent: UInt16
  ) throws(PubMedTableFault) -> UInt16 {
    let isElement = nodes[Int(parent)].shape == .list || element.repeats
    let key = element.shape == .related ? element.name + "List" : element.name
    return try addNode(
      key, shape: element.shape, field: element.field, repeats: element.repeats, isElement: isElement)
  }

  /// An element inside of its own kind, with the same children. Its line stands behind theirs.
  private mutating func addRecurrence(of parent: UInt16, named name: String) throws(PubMedTableFault) -> UInt16 {
    let above = nodes[Int(parent)]
    let node = try addNode(name, shape: above.shape, field: above.field, repeats: true, isElement: true)
    for element in 0..<256 { next[Int(node) << 8 | element] = next[Int(parent) << 8 | element] }
    set(node, below: node, for: try id(of: name))
    return node
  }

  private mutating func addNode(
    _ name: String, shape: Shape, field: PubMedField, repeats: Bool, isElement: Bool
  ) throws(PubMedTableFault) -> UInt16 {
    let key = Array("\"\(name)\":".utf8)
    guard let number = UInt16(exactly: nodes.count) else { throw PubMedTableFault("there are more than 65536 nodes") }
    let place = keys.count..<keys.count + key.count
    nodes.append(Node(shape: shape, field: field, repeats: repeats, isElement: isElement, key: place))
    keys += key
    next += [UInt16](repeating: 0, count: 256)
    assert(next.count == nodes.count << 8)
    return number
  }

  private mutating func id(of name: String) throws(PubMedTableFault) -> Int {
    if let id = ids[name] { return id }
    guard names.count < 256 else { throw PubMedTableFault("there are more than 255 elements") }
    names.append(name)
    ids[name] = names.count - 1
    return names.count - 1
  }
}
