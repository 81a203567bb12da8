public import IbidModel
import IbidText

/// What a person says of a record's field: a value, or that the record has none.
///
///     let year = try FieldEdit("issued=2017-07")
///     let authors = try FieldEdit("author=Roe, Jane; World Health Organization")
///     let nothing = try FieldEdit("abstract=")
public struct FieldEdit: Sendable, Hashable {
  /// The field's CSL name, or `type`.
  public let name: String
  /// The value as CSL-JSON has it; nil to take the field out.
  public let value: JSONValue?
  /// As it was written, for the journal: `issued=2017-07`.
  let words: String

  /// What `field=value` says: names as `Family, Given; Family, Given`, dates as EDTF (`2017`, `2017-07`, `2017-07-12`,
  /// `2017/2018`, `2017~`), a text as it is; nothing behind the sign takes the field out.
  ///
  /// - Throws: `IbidError` where there is no such field, or the value is none of it.
  public init(_ text: String) throws(IbidError) {
    guard let sign = text.firstIndex(of: "=") else {
      throw IbidError(.wrongValue, "“\(text)” is no field=value, as in issued=2017-07", name: text)
    }
    try self.init(String(text[..<sign]), text: String(text[text.index(after: sign)...]))
  }

  /// The same for a field's name and what is written for its value.
  public init(_ name: String, text: String) throws(IbidError) {
    let text = text.trimmed
    let field = try FieldName(name)
    self.name = field.name
    words = "\(field.name)=\(text)"
    guard !text.isEmpty else {
      guard field.variable != nil else { throw Self.error(name, "a record has to have a type") }
      value = nil
      return
    }
    value = try FieldValue.json(of: field, text)
  }

  /// The same for a value that is CSL-JSON.
  init(_ name: String, json: JSONValue) throws(IbidError) {
    let field = try FieldName(name)
    self.name = field.name
    words = "\(field.name)=\(json.text ?? JSONWriter.text(of: json))"
    switch (field.variable?.kind, json) {
    case (.names?, .array), (.date?, .object):
      var item = Item(type: .document)
      item.read(JSONMember(field.name, json))
      guard item.other.isEmpty, item.cslJSON()[field.name] != nil else {
        throw Self.error(name, "\(JSONWriter.text(of: json)) is none")
      }
      value = json
    case (_, .string(let text)), (_, .number(let text)): value = try FieldValue.json(of: field, text.trimmed)
    default: throw Self.error(name, "\(JSONWriter.text(of: json)) is none")
    }
  }

  static func error(_ name: String, _ reason: String, candidates: [String] = []) -> IbidError {
    IbidError(.wrongValue, "\(name): \(reason)", name: name, candidates: candidates)
  }
}

/// A field by the name that a person gave it.
struct FieldName {
  let name: String
  /// Nil for the type.
  let variable: Variable?

  init(_ text: String) throws(IbidError) {
    let text = text.trimmed
    if text == "type" {
      (name, variable) = (text, nil)
      return
    }
    if let variable = Variable(name: text)
      ?? Variable.allCases.first(where: { $0.name.lowercased() == text.lowercased() })
    {
      (name, self.variable) = (variable.name, variable)
      return
    }
    if text == "id" || text == "key" { throw FieldEdit.error(text, "keys are changed by `ibid rekey OLD NEW`") }
    let known = Variable.allCases.map(\.name) + ["type"]
    let nearest = Self.otherNames[text.lowercased()].map { [$0] } ?? NearestNames.nearest(to: text, among: known)
    let hint =
      nearest.isEmpty ? "CSL’s names are such as title, author, issued, container-title, volume, page, DOI" : ""
    let question = nearest.isEmpty ? hint : "did you mean \(nearest.joined(separator: " or "))?"
    throw FieldEdit.error(text, "is no field; " + question, candidates: nearest)
  }

  /// What other programs call it.
  private static let otherNames = [
    "year": "issued", "date": "issued", "journal": "container-title", "booktitle": "container-title",
    "authors": "author", "editors": "editor", "pages": "page", "number": "issue", "address": "publisher-place",
    "place": "publisher-place", "series": "collection-title", "keywords": "keyword", "link": "URL",
    "pubmed": "PMID", "lang": "language", "urldate": "accessed",
  ]
}

extension String {
  var trimmed: String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest.drop(while: \.isWhitespace))
  }
}
