import IbidModel
import IbidNotes
import IbidText
import TestSupport
import Testing

/// What single lines hold, by golden files: each line of the input, and behind `→` what is found in it.
struct LineReadingTests {
  private static let fixtures = Fixtures()

  @Test("Identifiers are found with their values and where they end")
  func findsIdentifiers() throws {
    try Self.fixtures.expect(eachLineOf: "identifiers") { line in
      ReferenceText(line).identifiers.map { identifier in
        let words = String(decoding: Array(line.utf8)[identifier.range], as: UTF8.self)
        return "\(identifier.kind) \(identifier.value)\(words == identifier.value ? "" : " in «\(words)»")"
      }
    }
  }

  @Test("Works named in passing are found with their names and years")
  func findsMentions() throws {
    try Self.fixtures.expect(eachLineOf: "mentions") { line in
      TerseCitations.mentions(in: line).map { mention in
        let words = String(decoding: Array(line.utf8)[mention.range], as: UTF8.self)
        return "\(mention.families.joined(separator: " + ")) \(mention.year.map(String.init) ?? "–") in «\(words)»"
      }
    }
  }

  /// A field stands as `{title|Heels}`.
  @Test("Fields whose labels are known give these items")
  func readsLabelledFields() throws {
    try Self.fixtures.expect(eachLineOf: "fields") { line in
      var text = ""
      var fields: [(label: Label, range: Range<Int>)] = []
      var rest = line[...]
      while let open = rest.firstIndex(of: "{") {
        text += rest[..<open]
        let inside = rest[rest.index(after: open)...].prefix { $0 != "}" }
        let parts = inside.split(separator: "|", maxSplits: 1)
        let start = text.utf8.count
        text += parts.last ?? ""
        if let label = Label.allCases.first(where: { "\($0)" == parts.first ?? "" }) {
          fields.append((label, start..<text.utf8.count))
        }
        rest = rest[inside.endIndex...].dropFirst()
      }
      let reference = ReferenceText(text + rest)
      let labels = reference.tokens.map { token in
        fields.first { $0.range.contains(token.start) }?.label ?? .other
      }
      return ReferenceParser.item(of: reference, labels: labels).listing
    }
  }

  /// `\n` stands for a line's end, `_` for a blank before a line.
  @Test("Pasted lists are cut into these entries")
  func cutsLists() throws {
    try Self.fixtures.expect(eachLineOf: "lists") { line in
      ReferenceList.entries(
        in: line.replacing("\\n", with: "\n").replacing("\\r", with: "\r").replacing("_", with: " "))
    }
  }
}
