import IbidModel

extension AsciiDocReader {
  /// What the header says: the line of authors below the title, the line of the revision below that, and the attributes
  /// `author`, `authors`, `revdate`, `keywords`.
  ///
  /// Source: the AsciiDoc Language documentation, «Document Header», «Author Line», «Revision Line».
  package static func description(_ bytes: [UInt8]) -> SelfDescription {
    var description = SelfDescription(type: .manuscript)
    let syntax = AsciiDocLineSyntax(text: bytes)
    let lines = TextLines.lines(of: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).drop(while: \.isBlank)
    var implicit: [String] = []
    var hasTitle = false
    for line in lines.prefix(while: { !$0.isBlank }).prefix(most) {
      let text = String(decoding: bytes[line.range], as: UTF8.self)
      if text.hasPrefix("//") { continue }
      if let name = syntax.attribute(line) {
        set(name.lowercased(), String(text.dropFirst(name.count + 2)).trimmedASCII, &description)
      } else if hasTitle {
        implicit.append(text)
      } else if syntax.heading(line)?.level == 1 {
        hasTitle = true
      } else {
        break
      }
    }
    if let authors = implicit.first, isAuthorLine(authors) {
      set("authors", authors, &description)
      if implicit.count > 1 { setRevision(implicit[1], &description) }
    }
    return description
  }

  private static let most = 100

  /// Names, an address behind each perhaps: no sentence.
  private static func isAuthorLine(_ text: String) -> Bool {
    text.split(separator: ";").allSatisfy { author in
      let words = author.prefix { $0 != "<" }.split(separator: " ")
      return (1...4).contains(words.count)
        && words.allSatisfy { $0.first?.isLetter == true && !$0.contains { ",:!?".contains($0) } }
    }
  }

  private static func set(_ name: String, _ value: String, _ description: inout SelfDescription) {
    switch name {
    // An underscore holds the words of one name together.
    case "author", "authors": description.add(people: value.replacing("_", with: " "))
    case "revdate", "date": description.set(date: .issued, value)
    case "keywords":
      description.set(.keyword, value.split(separator: ",").map { String($0).trimmedASCII }.joined(separator: "; "))
    case "doi": description.set(.DOI, .doi, value)
    case "lang": description.set(.language, value)
    default: break
    }
  }

  /// `v1.2, 2024-05-01: a remark`, `2024-05-01`, `v1.2`
  private static func setRevision(_ text: String, _ description: inout SelfDescription) {
    var parts = text.prefix { $0 != ":" }.split(separator: ",", maxSplits: 1).map { String($0).trimmedASCII }
    if let first = parts.first, first.hasPrefix("v") {
      description.set(.version, String(first.dropFirst()))
      parts.removeFirst()
    }
    description.set(date: .issued, parts.joined(separator: ", "))
  }
}
