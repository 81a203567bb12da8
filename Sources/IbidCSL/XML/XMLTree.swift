/// An element of a small XML document: what a style or a locale file is made of.
///
/// Names are local names: styles use one namespace, and some write it with a prefix.
struct XMLTree: Sendable {
  /// The local name.
  var name: String
  /// The attributes in their order, namespace declarations left out; `xml:lang` is `lang`.
  var attributes: [(name: String, value: String)] = []
  /// The elements inside.
  var children: [XMLTree] = []
  /// All character data directly inside.
  var text = ""
  /// 1-based line of the start tag.
  var line: Int

  /// The value of this attribute, or nil.
  subscript(attribute: String) -> String? {
    for (name, value) in attributes where name == attribute { return value }
    return nil
  }

  /// The first child of this name.
  func child(_ name: String) -> XMLTree? { children.first { $0.name == name } }
}
