import IbidModel

extension OrgReader {
  /// What the keywords before the text say: `#+AUTHOR:`, `#+DATE:`, `#+KEYWORDS:`; a keyword that is set again goes on.
  package static func description(_ bytes: [UInt8]) -> SelfDescription {
    var description = SelfDescription(type: .manuscript)
    let syntax = OrgLineSyntax(text: bytes)
    for line in TextLines.lines(of: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) {
      guard let (name, value) = syntax.keyword(line) else { continue }
      let text = String(decoding: bytes[value], as: UTF8.self)
      switch name.lowercased() {
      case "author": description.add(people: text)
      // `<2024-05-01 Wed>`, `[2024-05-01]`: the day of the week is Org's own.
      case "date":
        let stamp = text.trimmingStamp
        description.set(date: .issued, stamp)
      case "keywords":
        description.set(.keyword, text.split { $0 == "," }.map { String($0).trimmedASCII }.joined(separator: "; "))
      case "doi": description.set(.DOI, .doi, text)
      case "language": description.set(.language, text)
      default: break
      }
    }
    return description
  }
}

extension String {
  /// The date in a time stamp of Org's; another text as it is.
  fileprivate var trimmingStamp: String {
    guard let first, "<[".contains(first) else { return self }
    return String(dropFirst().prefix { !" >]".contains($0) })
  }
}
