import IbidModel

extension RSTReader {
  /// What the list of fields below the title says (`:Author:`, `:Authors:`, `:Date:`, `:Version:`), and Sphinx's
  /// `.. sectionauthor::`.
  ///
  /// Source: docutils' «reStructuredText Markup Specification», «Bibliographic Fields».
  package static func description(_ bytes: [UInt8]) -> SelfDescription {
    var description = SelfDescription(type: .manuscript)
    let lines = TextLines.lines(of: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).prefix(most)
    // A field goes on in the lines that are indented behind it.
    var field: (name: String, values: [String])?
    for line in lines {
      let text = String(decoding: bytes[line.range], as: UTF8.self)
      if line.indent > 0, field != nil {
        field?.values.append(text)
        continue
      }
      if !line.isBlank {
        if let field { set(field.name, field.values, &description) }
        field = self.field(text).map { ($0.name, [$0.value]) }
      }
    }
    if let field { set(field.name, field.values, &description) }
    return description
  }

  private static let most = 200

  private static func field(_ line: String) -> (name: String, value: String)? {
    for directive in [".. sectionauthor::", ".. codeauthor::", ".. moduleauthor::"] where line.hasPrefix(directive) {
      return ("author", String(line.dropFirst(directive.count)).trimmedASCII)
    }
    guard line.first == ":", let end = line.dropFirst().firstIndex(of: ":") else { return nil }
    let name = line[line.index(after: line.startIndex)..<end].lowercased()
    return (name, String(line[line.index(after: end)...]).trimmedASCII)
  }

  private static func set(_ name: String, _ values: [String], _ description: inout SelfDescription) {
    let values = values.map { $0.hasPrefix("- ") || $0.hasPrefix("* ") ? String($0.dropFirst(2)) : $0 }
      .filter { !$0.isEmpty }
    let text = values.joined(separator: " ")
    switch name {
    case "author": description.add(people: text)
    case "authors": for value in values { description.add(people: value) }
    case "date": description.set(date: .issued, text)
    case "version": description.set(.version, text)
    case "keywords":
      description.set(.keyword, text.split(separator: ",").map { String($0).trimmedASCII }.joined(separator: "; "))
    case "doi": description.set(.DOI, .doi, text)
    default: break
    }
  }
}
