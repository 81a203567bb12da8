package import IbidModel
import IbidText

/// A live citation of a Word document.
package struct WordCitation: Sendable {
  /// The program that keeps a citation.
  package enum Manager: String, Sendable {
    case zotero = "Zotero"
    case mendeley = "Mendeley"
    case mendeleyCite = "Mendeley Cite"
    case endNote = "EndNote"
    case word = "Word"
  }

  /// Why a citation's text is left as it is.
  package enum Reason: Sendable, Hashable {
    /// Its author asked for that in the reference manager.
    case asked
    /// The text is no longer what the reference manager wrote.
    case edited(written: String, found: String)
    /// What the field holds cannot be read.
    case unreadable
  }

  /// One cite in it.
  package struct Cite: Sendable, Hashable {
    /// Names of the work, the first of which counts; the same in all citations of the document.
    package var identities: [String] = []
    /// The record that the field carries.
    package var item: Item?
    package var locator: String?
    /// What the locator counts, by CSL's name.
    package var label: String?
    package var prefix: String?
    package var suffix: String?
    package var suppressesAuthor = false
    package var isAuthorOnly = false
  }

  package var manager: Manager
  package var cites: [Cite] = []
  /// The number of the foot- or endnote that holds it; nil in the text.
  package var note: Int?
  /// Whether its cites keep the order in which they were put.
  package var isUnsorted = false
  package var keeps: Reason?
  /// What a reader sees.
  package var text = ""
  /// Which part it stands in, and its field there.
  var part = 0
  var field: WordField
  /// The field's instruction; data that stand apart from it are not written to.
  var instruction: [UInt8] = []
}

/// A live bibliography of a Word document.
package struct WordBibliography: Sendable {
  package var manager: WordCitation.Manager
  /// Works that it leaves out, lists without a citation, or words in its own way, by their names.
  package var omitted: [[String]] = []
  package var uncited: [[String]] = []
  package var custom: [(identities: [String], text: String)] = []
  /// Its paragraphs, as a reader sees them.
  package var paragraphs: [String] = []
  var part = 0
  var field: WordField
}

/// Reads what a field's instruction says of a citation or a bibliography.
enum ManagedField {
  case citation(WordCitation)
  case bibliography(WordBibliography)

  /// Nil where the field is another one.
  init?(_ field: WordField, in part: WordPart, sources: WordSources) {
    let instruction = part.instruction(of: field)
    let head = instruction.prefix(160)
    let words = head.split(whereSeparator: \.isASCIISpace).prefix(3).map { String(decoding: $0, as: UTF8.self) }
    guard let first = words.first else { return nil }
    if field.form == .control {
      self.init(control: field, instruction)
      return
    }
    switch (first, words.dropFirst().first) {
    case ("ADDIN", "ZOTERO_BIBL"?):
      self = .bibliography(Self.bibliography(field, instruction))
    case ("ADDIN", "Mendeley"?): self = .bibliography(WordBibliography(manager: .mendeley, field: field))
    case ("ADDIN", let name?) where name == "ZOTERO_ITEM" || name.hasPrefix("CSL_CITATION"):
      self = .citation(Self.citation(field, instruction, name == "ZOTERO_ITEM" ? .zotero : .mendeley))
    case ("ADDIN", let name?) where name == "EN.CITE" || name.hasPrefix("EN.CITE<"):
      let isHere = instruction.firstOffset(of: "<EndNote") != nil
      self = .citation(
        Self.citation(
          field, instruction, .endNote,
          EndNoteCitation.works(in: isHere ? instruction : Base64.decoded(part.data(of: field)))))
    case ("ADDIN", "EN.REFLIST"?): self = .bibliography(WordBibliography(manager: .endNote, field: field))
    case ("CITATION", _):
      let works = sources.works(inField: String(decoding: instruction, as: UTF8.self))
      self = .citation(Self.citation(field, instruction, .word, works))
    case ("BIBLIOGRAPHY", _): self = .bibliography(WordBibliography(manager: .word, field: field))
    default: return nil
    }
  }

  private init?(control field: WordField, _ tag: [UInt8]) {
    if tag.starts(with: "MENDELEY_BIBLIOGRAPHY".utf8) {
      self = .bibliography(WordBibliography(manager: .mendeleyCite, field: field))
    } else if let start = Self.controlData(tag) {
      let json = Base64.decoded(tag[start...])
      var citation = Self.citation(field, json, .mendeleyCite)
      citation.instruction = json
      self = .citation(citation)
    } else {
      return nil
    }
  }

  /// Where the data start in the tag of a content control: `MENDELEY_CITATION_v3_…`.
  static func controlData(_ tag: [UInt8]) -> Int? {
    let name = "MENDELEY_CITATION_v"
    guard tag.starts(with: name.utf8) else { return nil }
    return tag[name.utf8.count...].firstIndex(of: UInt8(ascii: "_")).map { $0 + 1 }
  }

  // MARK: CSL's JSON

  /// Where the JSON of an instruction starts.
  static func json(in instruction: [UInt8]) -> Int? {
    let behind = instruction.firstOffset(of: "CSL_CITATION") ?? instruction.firstOffset(of: "ZOTERO_BIBL") ?? 0
    return instruction[behind...].firstIndex(of: UInt8(ascii: "{"))
  }

  private static func citation(
    _ field: WordField, _ instruction: [UInt8], _ manager: WordCitation.Manager
  ) -> WordCitation {
    var citation = WordCitation(manager: manager, field: field, instruction: instruction)
    guard let start = json(in: instruction) else {
      citation.keeps = .unreadable
      return citation
    }
    var reader = JSONReader(instruction, offset: start)
    guard let json = try? reader.readValue() else {
      citation.keeps = .unreadable
      return citation
    }
    citation.cites = (json["citationItems"]?.elements ?? []).map(WordCitation.Cite.init)
    let properties = json["properties"]
    citation.isUnsorted = properties?["unsorted"] == .bool(true)
    if asks(properties?["dontUpdate"]) || asks(properties?["custom"]) || asks(json["dontUpdate"])
      || asks(json["mendeley"]?["manualFormatting"]) || asks(json["manualOverride"]?["isManuallyOverridden"])
    {
      citation.keeps = .asked
    }
    if citation.cites.isEmpty { citation.keeps = .unreadable }
    return citation
  }

  /// A citation whose records do not stand in CSL's JSON.
  private static func citation(
    _ field: WordField, _ instruction: [UInt8], _ manager: WordCitation.Manager, _ works: [EmbeddedCite]
  ) -> WordCitation {
    var citation = WordCitation(manager: manager, field: field, instruction: instruction)
    citation.cites = works.map(WordCitation.Cite.init)
    if works.isEmpty { citation.keeps = .unreadable }
    return citation
  }

  private static func asks(_ value: JSONValue?) -> Bool {
    switch value {
    case .bool(let isSet)?: isSet
    case .string(let text)?: !text.isEmpty
    case .number(let number)?: number != "0"
    default: false
    }
  }

  private static func bibliography(_ field: WordField, _ instruction: [UInt8]) -> WordBibliography {
    var bibliography = WordBibliography(manager: .zotero, field: field)
    guard let start = json(in: instruction) else { return bibliography }
    var reader = JSONReader(instruction, offset: start)
    guard let json = try? reader.readValue() else { return bibliography }
    func names(_ value: JSONValue) -> [String] {
      value.elements.isEmpty ? value.text.map { [$0] } ?? [] : value.elements.compactMap(\.text)
    }
    bibliography.omitted = (json["omitted"]?.elements ?? []).map(names)
    bibliography.uncited = (json["uncited"]?.elements ?? []).map(names)
    bibliography.custom = (json["custom"]?.elements ?? []).compactMap { pair in
      guard pair.elements.count == 2, let text = pair.elements[1].text else { return nil }
      return (names(pair.elements[0]), text)
    }
    return bibliography
  }
}

extension WordCitation.Cite {
  /// A cite as Zotero and Mendeley keep it.
  ///
  /// Source: citation-style-language/schema, csl-citation.json.
  init(_ json: JSONValue) {
    self.init()
    if let data = json["itemData"] { item = Item(cslJSON: data) }
    for name in ["uris", "uri"] {
      guard let value = json[name] else { continue }
      identities += value.elements.isEmpty ? value.text.map { [$0] } ?? [] : value.elements.compactMap(\.text)
    }
    if identities.isEmpty, let item { identities = [EmbeddedCite(item: item).key] }
    if identities.isEmpty, let id = json["id"]?.text { identities = ["id " + id] }
    locator = Self.said(json["locator"]?.text)
    label = Self.said(json["label"]?.text)
    prefix = Self.said(json["prefix"]?.text)
    suffix = Self.said(json["suffix"]?.text)
    suppressesAuthor = json["suppress-author"] == .bool(true) || json["suppress-author"] == .number("1")
    isAuthorOnly = json["author-only"] == .bool(true) || json["author-only"] == .number("1")
  }

  /// A cite of EndNote's, or of one of Word's own sources.
  init(_ work: EmbeddedCite) {
    self.init()
    item = work.item
    identities = [work.key]
    suppressesAuthor = work.suppressesAuthor
    prefix = Self.said(work.prefix)
    suffix = Self.said(work.suffix)
    locator = work.locator.map { $0.hasPrefix("p. ") ? String($0.dropFirst(3)) : $0 }
  }

  private static func said(_ text: String?) -> String? {
    guard let text, !text.utf8.allSatisfy(\.isASCIISpace) else { return nil }
    return text
  }
}
