package import IbidModel

/// What a field said, and what it says now.
package struct FieldChange: Sendable, Equatable {
  /// The field's CSL name.
  package var name: String
  package var old: JSONValue?
  package var new: JSONValue?

  /// A change of a field.
  package init(name: String, old: JSONValue?, new: JSONValue?) {
    self.name = name
    self.old = old
    self.new = new
  }

  /// What differs between two records, their keys left out, in the order of the fields.
  package static func between(_ old: Item, _ new: Item) -> [FieldChange] {
    let (before, after) = (old.cslJSON(includingFacts: true), new.cslJSON(includingFacts: true))
    var names = after.members.map(\.name)
    names += before.members.map(\.name).filter { !names.contains($0) }
    return names.filter { $0 != "id" && before[$0] != after[$0] }.map {
      FieldChange(name: $0, old: before[$0], new: after[$0])
    }
  }

  /// One line for a person: `issued: 2016 -> 2017-07`.
  package var text: String { "\(name): \(Self.text(old)) -> \(Self.text(new))" }

  private static func text(_ value: JSONValue?) -> String {
    guard let value else { return "nothing" }
    if let parts = value["date-parts"]?.elements {
      return parts.map { $0.elements.compactMap(\.text).map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-") }
        .joined(separator: "/")
    }
    let names = value.elements.compactMap(Name.init(cslJSON:))
    let text =
      names.isEmpty
      ? value.text ?? JSONWriter.text(of: value)
      : names.map { [$0.familyOrLiteral, $0.given].compactMap(\.self).joined(separator: " ") }.joined(separator: "; ")
    return text.count > 80 ? text.prefix(79) + "…" : text
  }
}
