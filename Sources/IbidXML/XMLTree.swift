/// An element of a small XML document, with all that is in it.
///
/// Names are local names: a file's namespace is one, and some write it with a prefix.
package struct XMLTree: Sendable {
  /// The local name.
  package var name: String
  /// The attributes in their order, namespace declarations left out; `xml:lang` is `lang`.
  package var attributes: [(name: String, value: String)] = []
  /// The elements inside.
  package var children: [XMLTree] = []
  /// All character data directly inside.
  package var text = ""
  /// 1-based line of the start tag.
  package var line: Int

  /// The value of this attribute, or nil.
  package subscript(attribute: String) -> String? {
    for (name, value) in attributes where name == attribute { return value }
    return nil
  }

  /// The first child of this name.
  package func child(_ name: String) -> XMLTree? { children.first { $0.name == name } }

  /// The root element of a document.
  ///
  /// The root holds at most 256 elements within each other, and a start tag has at most ``XMLParser/longestStartTag`` bytes.
  ///
  /// - Throws: `XMLFailure` where the bytes are no well-formed XML, or name an entity that is none of XML's own.
  package static func parse(_ document: [UInt8]) throws(XMLFailure) -> XMLTree {
    if let failure = StartTags.tooLong(in: document) { throw failure }
    return try XMLTreeBuilder.tree(of: document)
  }
}
