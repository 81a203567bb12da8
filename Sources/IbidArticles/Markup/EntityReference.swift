import IbidText

/// A character by its name or number, in Markdown, HTML and XML: `&eacute;`, `&#233;`, `&#xE9;`.
enum EntityReference {
  /// The scalar that the reference at `index` stands for, and the offset behind it.
  static func read(_ text: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    HTMLEntity.reference(in: text, at: index)
  }
}
