import IbidModel

/// What a field of a Word document is, by its instruction.
enum FieldCode {
  /// Cites of works whose records are known.
  case citation([EmbeddedCite])
  /// The list of references that a reference manager keeps.
  case bibliography
  /// A table of contents or an index: no prose.
  case navigation
  /// A link to this address.
  case link(String)
  case other

  /// Reads an instruction and the data that go with it.
  init(instruction: [UInt8], data: [UInt8], sources: WordSources) {
    let start = instruction.drop { $0.isASCIISpace }
    let head = Array(start.prefix(120))
    let words = String(decoding: head, as: UTF8.self).split(separator: " ", maxSplits: 2)
    switch words.first {
    case "CITATION": self = .citation(sources.works(inField: String(decoding: start.prefix(4000), as: UTF8.self)))
    case "BIBLIOGRAPHY": self = .bibliography
    case "HYPERLINK":
      let parts = String(decoding: start.prefix(2100), as: UTF8.self).split(separator: "\"")
      self = parts.count > 1 && parts[1].hasPrefix("http") ? .link(String(parts[1])) : .other
    case "TOC", "INDEX", "TOA": self = .navigation
    case "ADDIN" where words.count > 1: self = Self.managed(String(words[1]), head, instruction, data)
    default: self = .other
    }
  }

  /// The fields of Zotero, Mendeley and EndNote.
  private static func managed(_ name: String, _ head: [UInt8], _ instruction: [UInt8], _ data: [UInt8]) -> FieldCode {
    if head.firstOffset(of: "EN.REFLIST") != nil || head.firstOffset(of: "ZOTERO_BIBL") != nil
      || head.firstOffset(of: "CSL_BIBLIOGRAPHY") != nil
    {
      return .bibliography
    }
    if name == "EN.CITE" || name == "EN.CITE.DATA" {
      return .citation(EndNoteCitation.works(in: instruction.firstOffset(of: "<EndNote") != nil ? instruction : data))
    }
    guard head.firstOffset(of: "CSL_CITATION") != nil, let start = instruction.firstIndex(of: UInt8(ascii: "{")) else {
      return .other
    }
    // Mendeley puts a number in braces before the JSON.
    let json = head.firstOffset(of: "CSL_CITATION").flatMap { name in
      instruction[name...].firstIndex(of: UInt8(ascii: "{"))
    }
    return .citation(EmbeddedCite.works(inCSL: Array(instruction[(json ?? start)...])))
  }
}
