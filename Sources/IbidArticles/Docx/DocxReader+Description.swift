import IbidModel
import IbidText

extension DocxReader {
  /// What the document's properties say.
  ///
  /// Source: ECMA-376, part 2, section 11 (core properties), and part 1, section 22.2 (extended properties).
  package static func description(_ bytes: [UInt8]) -> SelfDescription {
    var description = SelfDescription(type: .manuscript)
    guard let archive = try? ZIPArchive(bytes) else { return description }
    for name in ["docProps/core.xml", "docProps/app.xml"] {
      guard let part = try? archive.contents(of: name) else { continue }
      MarkupFields.walk(ArticleText.utf8(part)) { event in
        if case .end(let name, let text) = event, !text.isEmpty { read(name, text, into: &description) }
      }
    }
    return description
  }

  private static func read(_ name: String, _ text: String, into description: inout SelfDescription) {
    switch name {
    case "title" where !isProgramsOwn(text): description.set(.title, text)
    case "creator": for person in text.split(separator: ";") { description.add(String(person)) }
    case "created": description.set(date: .issued, text)
    case "modified": description.updated = RawDate.parsed(text)
    case "keywords": description.set(.keyword, text)
    case "language": description.set(.language, text)
    case "company": description.set(.publisher, text)
    case "identifier": description.set(.DOI, .doi, text)
    default: break
    }
  }

  /// Titles that a program gives to a document whose author gave none.
  private static func isProgramsOwn(_ title: String) -> Bool {
    let lowered = title.lowercased()
    return ["word document", "untitled", "document", "microsoft word"].contains { lowered.hasPrefix($0) }
  }
}
