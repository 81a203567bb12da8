import IbidArticles
import TestSupport

/// The parts of a Word document, for tests: text by name.
struct WordParts {
  let parts: [String: String]
  let order: [String]

  init(_ bytes: [UInt8]) throws {
    let archive = try ZIPArchive(bytes)
    var parts: [String: String] = [:]
    for entry in archive.entries {
      parts[entry.name] = String(decoding: try archive.contents(of: entry.name) ?? [], as: UTF8.self)
    }
    self.parts = parts
    order = archive.entries.map(\.name)
  }

  subscript(name: String) -> String { parts[name] ?? "" }
  var document: String { self["word/document.xml"] }
  var violations: [String] { DocxInvariants.violations(in: parts) }

  /// What a reader sees of the document, or of another part: without deletions and instructions.
  func text(of name: String = "word/document.xml") -> String {
    var xml = self[name][...]
    var text = ""
    var skipped = 0
    while let start = xml.firstIndex(of: "<") {
      if skipped == 0 { text += xml[..<start] }
      guard let end = xml[start...].firstIndex(of: ">") else { break }
      let tag = xml[xml.index(after: start)..<end]
      xml = xml[xml.index(after: end)...]
      let isEnd = tag.hasPrefix("/")
      let name =
        tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" }.split(separator: ":").last.map(String.init) ?? ""
      let isEmpty = tag.hasSuffix("/")
      if ["del", "moveFrom", "instrText", "delInstrText", "Fallback", "fldData"].contains(name), !isEmpty {
        skipped += isEnd ? -1 : 1
      }
      if skipped == 0, isEnd, name == "p" { text += "\n" }
      if skipped == 0, isEmpty, name == "tab" { text += "\t" }
    }
    return text.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
  }
}

/// Citation fields as reference managers write them.
enum WordFields {
  static func item(_ family: String, _ year: Int, _ title: String) -> String {
    """
    {"id":"\(family)\(year)","uris":["http://zotero.org/users/1/items/\(family)\(year)"],"itemData":{"id":"\(family)\(year)",\
    "type":"book","title":"\(title)","publisher":"Norton","author":[{"family":"\(family)","given":"Clara"}],\
    "issued":{"date-parts":[[\(year)]]}}
    """
  }

  static let weber = item("Weber", 1988, "Salt and the heart") + "}"
  static let sato = item("Sato", 2001, "Scales of the body") + "}"

  static func zotero(_ text: String, _ items: String..., properties: String = "") -> String {
    " ADDIN ZOTERO_ITEM CSL_CITATION {\"citationID\":\"a1\",\"properties\":{\"formattedCitation\":\"\(text)\",\"plainCitation\":\"\(text)\"\(properties),\"noteIndex\":0},\"citationItems\":[\(items.joined(separator: ","))],\"schema\":\"x\"} "
  }

  static let bibliography = " ADDIN ZOTERO_BIBL {\"uncited\":[],\"omitted\":[],\"custom\":[]} CSL_BIBLIOGRAPHY "

  static func preferences(_ style: String, filler: String = "") -> String {
    let data =
      "&lt;data data-version=\"3\"&gt;&lt;session id=\"S1\"/&gt;&lt;style id=\"http://www.zotero.org/styles/\(style)\" locale=\"en-US\" hasBibliography=\"1\"/&gt;&lt;prefs\(filler)/&gt;&lt;/data&gt;"
    return """
      <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="v">\
      <property fmtid="{1}" pid="2" name="Other"><vt:lpwstr>kept</vt:lpwstr></property>\
      <property fmtid="{1}" pid="3" name="ZOTERO_PREF_1"><vt:lpwstr>\(data)</vt:lpwstr></property></Properties>
      """
  }
}
