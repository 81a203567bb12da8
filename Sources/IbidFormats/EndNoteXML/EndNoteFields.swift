import IbidModel

/// The fields of a record of EndNote's XML by their paths, as `titles/title`, in the order of the file; an attribute
/// stands behind its element, as `database@path`. Values are rich text, a line break within is `\n`.
struct EndNoteFields: Hashable {
  /// The elements, or attributes, of one path.
  private struct Field: Hashable {
    let path: String
    var values: [String]
  }

  /// Each path once, in the order of the first of its values.
  private var fields: [Field] = []

  /// No fields.
  init() {}

  /// The fields of a `record`.
  init(_ record: RecordElement) {
    for child in record.children { add(child, path: child.name) }
  }

  /// The values of a path, in order.
  subscript(path: String) -> [String] { fields.first { $0.path == path }?.values ?? [] }

  /// The first value of a path that says something.
  func first(_ path: String) -> String? { fields.first { $0.path == path }?.values.first { !$0.isEmpty } }

  /// Paths, each once, in order.
  var paths: [String] { fields.map(\.path) }

  /// Adds a value; an empty one says nothing.
  mutating func add(_ path: String, _ value: String?) {
    if let value, !value.isEmpty { append(value, to: path) }
  }

  /// Puts these values in place of those of the path.
  mutating func replace(_ path: String, with values: [String]) {
    if let place = fields.firstIndex(where: { $0.path == path }) {
      fields[place].values = values
    } else {
      fields.append(Field(path: path, values: values))
    }
  }

  private mutating func append(_ value: String, to path: String) {
    if let place = fields.lastIndex(where: { $0.path == path }) {
      fields[place].values.append(value)
    } else {
      fields.append(Field(path: path, values: [value]))
    }
  }

  private mutating func add(_ element: RecordElement, path: String) {
    let inner = element.children.filter { $0.name != "style" }
    let attributes = element.attributes.filter { !$0.value.isEmpty }
    if inner.isEmpty {
      let value = EndNoteText.value(of: element)
      guard !value.isEmpty || !attributes.isEmpty else { return }
      append(value, to: path)
    } else {
      for child in inner { add(child, path: path + "/" + child.name) }
    }
    for attribute in attributes { append(attribute.value, to: path + "@" + attribute.name) }
  }
}
