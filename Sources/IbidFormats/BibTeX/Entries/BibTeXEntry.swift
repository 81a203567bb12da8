import IbidModel

/// An entry of a `.bib` file: its fields as they are written, strings put in.
struct BibTeXEntry: Sendable {
  /// `article`, in small letters.
  var type: String
  /// The key; empty where the entry has none.
  var key: String
  /// 1-based line of its `@`.
  var line: Int
  /// In the order of the file, none twice.
  var fields: [Field] = []
  /// The values' bytes.
  var text: [UInt8] = []
  /// Remarks and preambles that stand before the entry, as they are.
  var remarks: [String] = []

  /// A field and where its value stands in the entry's text, without the braces or quotation marks around it.
  struct Field: Sendable {
    /// In small letters.
    var name: String
    var range: Range<Int>
  }

  /// The value of a field as it is written; nil where the entry has none.
  func raw(_ name: String) -> ArraySlice<UInt8>? {
    for field in fields where field.name == name { return text[field.range] }
    return nil
  }

  /// Adds a field that another entry has.
  mutating func add(_ name: String, _ value: ArraySlice<UInt8>) {
    let start = text.count
    text += value
    fields.append(Field(name: name, range: start..<text.count))
  }
}
