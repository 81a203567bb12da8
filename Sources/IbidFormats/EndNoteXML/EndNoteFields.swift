import IbidModel

/// The fields of a record of EndNote's XML by their paths, as `titles/title`, in the order of the file; an attribute
/// stands behind its element, as `database@path`. Values are rich text, a line break within is `\n`.
struct EndNoteFields: Hashable {
  /// One element or attribute with text.
  struct Field: Hashable {
    var path: String
    var value: String
  }

  private(set) var fields: [Field] = []

  /// No fields.
  init() {}

  /// The fields of a `record`.
  init(_ record: RecordElement) {
    for child in record.children { add(child, path: child.name) }
  }

  /// The values of a path, in order.
  subscript(path: String) -> [String] { fields.filter { $0.path == path }.map(\.value) }

  /// The first value of a path that says something.
  func first(_ path: String) -> String? { fields.first { $0.path == path && !$0.value.isEmpty }?.value }

  /// Paths, each once, in order.
  var paths: [String] {
    var seen: Set<String> = []
    return fields.map(\.path).filter { seen.insert($0).inserted }
  }

  /// Adds a value; an empty one says nothing.
  mutating func add(_ path: String, _ value: String?) {
    if let value, !value.isEmpty { fields.append(Field(path: path, value: value)) }
  }

  /// Puts these values in place of those of the path.
  mutating func replace(_ path: String, with values: [String]) {
    let place = fields.firstIndex { $0.path == path } ?? fields.count
    fields.removeAll { $0.path == path }
    fields.insert(contentsOf: values.map { Field(path: path, value: $0) }, at: place)
  }

  private mutating func add(_ element: RecordElement, path: String) {
    let inner = element.children.filter { $0.name != "style" }
    let attributes = element.attributes.filter { !$0.value.isEmpty }
    if inner.isEmpty {
      let value = EndNoteText.value(of: element)
      guard !value.isEmpty || !attributes.isEmpty else { return }
      fields.append(Field(path: path, value: value))
    } else {
      for child in inner { add(child, path: path + "/" + child.name) }
    }
    for attribute in attributes { fields.append(Field(path: path + "@" + attribute.name, value: attribute.value)) }
  }
}
