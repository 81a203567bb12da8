import IbidModel
import IbidXML

extension Style {
  /// Parses a style.
  ///
  /// - Throws: `CSLError` where the bytes are no XML, no independent CSL style, or a macro calls itself.
  package static func parse(_ bytes: [UInt8]) throws(CSLError) -> Style {
    try StyleParser(root: XMLTree(style: bytes)).parse()
  }
}

extension StyleDescription {
  /// Reads only what a style, dependent or not, says of itself.
  ///
  /// - Throws: `CSLError` where the bytes are no CSL style.
  package static func parse(_ bytes: [UInt8]) throws(CSLError) -> (about: StyleDescription, defaultLocale: String?) {
    let root = try XMLTree(style: bytes)
    guard root.name == "style" else { throw CSLError(line: root.line, "«style» expected, «\(root.name)» found") }
    return (StyleDescription(root.child("info")), root["default-locale"])
  }

  init(_ info: XMLTree?) {
    for element in info?.children ?? [] {
      let text = element.text.trimmedASCII
      switch element.name {
      case "id": id = text
      case "title": title = text
      case "title-short": titleShort = text
      case "issn", "eissn", "issnl": issns.append(text)
      case "category": citationFormat = element["citation-format"] ?? citationFormat
      case "link" where element["rel"] == "independent-parent": parent = element["href"]
      default: break
      }
    }
  }
}

/// Turns a style's XML into the typed style.
struct StyleParser {
  private let root: XMLTree
  let macroIndices: [String: Int]

  init(root: XMLTree) throws(CSLError) {
    guard root.name == "style" else { throw CSLError(line: root.line, "«style» expected, «\(root.name)» found") }
    self.root = root
    var indices: [String: Int] = [:]
    for macro in root.children where macro.name == "macro" {
      guard let name = macro["name"] else { throw CSLError(line: macro.line, "a macro without a name") }
      guard indices.updateValue(indices.count, forKey: name) == nil else {
        throw CSLError(line: macro.line, "a second macro «\(name)»")
      }
    }
    macroIndices = indices
  }

  func parse() throws(CSLError) -> Style {
    let about = StyleDescription(root.child("info"))
    guard let citation = root.child("citation") else {
      throw CSLError(
        line: root.line,
        about.parent.map { "a dependent style: its rules stand in \($0)" } ?? "the style has no «citation»")
    }
    var style = Style(
      about: about, styleClass: root.value("class") ?? .inText, defaultLocale: root["default-locale"],
      citation: try parseCitation(citation))
    style.nameOptions = root.nameOptions(prefix: "name-")
    style.options.initializeWithHyphen = root.flag("initialize-with-hyphen") ?? true
    style.options.pageRangeFormat = root.value("page-range-format")
    style.options.demoteNonDroppingParticle = root.value("demote-non-dropping-particle") ?? .displayAndSort
    for element in root.children {
      switch element.name {
      case "macro":
        style.macros.append(Macro(name: element["name"] ?? "", children: try parseElements(element.children)))
      case "locale": style.locales.append(try LocaleParser.parse(element))
      case "bibliography": style.bibliography = try parseBibliography(element)
      default: break
      }
    }
    try MacroCycles.check(style.macros)
    try StyleWeight.check(style)
    return style
  }

  private func parseCitation(_ element: XMLTree) throws(CSLError) -> CitationElement {
    var citation = CitationElement(layout: try parseLayout(of: element), sort: try parseSort(of: element))
    citation.nameOptions = element.nameOptions(prefix: "name-")
    citation.collapse = element.value("collapse")
    citation.citeGroupDelimiter = element["cite-group-delimiter"]
    citation.yearSuffixDelimiter = element["year-suffix-delimiter"]
    citation.afterCollapseDelimiter = element["after-collapse-delimiter"]
    citation.disambiguatesWithNames = element.flag("disambiguate-add-names") ?? false
    citation.disambiguatesWithGivenNames = element.flag("disambiguate-add-givenname") ?? false
    citation.disambiguatesWithYearSuffix = element.flag("disambiguate-add-year-suffix") ?? false
    citation.givenNameRule = element.value("givenname-disambiguation-rule") ?? .byCite
    citation.nearNoteDistance = element.integer("near-note-distance") ?? 5
    return citation
  }

  private func parseBibliography(_ element: XMLTree) throws(CSLError) -> BibliographyElement {
    var bibliography = BibliographyElement(layout: try parseLayout(of: element), sort: try parseSort(of: element))
    bibliography.nameOptions = element.nameOptions(prefix: "name-")
    bibliography.hasHangingIndent = element.flag("hanging-indent") ?? false
    bibliography.secondFieldAlign = element.value("second-field-align")
    bibliography.lineSpacing = element.integer("line-spacing") ?? 1
    bibliography.entrySpacing = element.integer("entry-spacing") ?? 1
    bibliography.subsequentAuthorSubstitute = element["subsequent-author-substitute"]
    bibliography.subsequentAuthorSubstituteRule = element.value("subsequent-author-substitute-rule") ?? .completeAll
    return bibliography
  }

  private func parseLayout(of element: XMLTree) throws(CSLError) -> Layout {
    guard let layout = element.child("layout") else {
      throw CSLError(line: element.line, "«\(element.name)» has no «layout»")
    }
    return Layout(
      appearance: layout.appearance, delimiter: layout["delimiter"] ?? "",
      children: try parseElements(layout.children))
  }

  private func parseSort(of element: XMLTree) throws(CSLError) -> [SortKey] {
    var keys: [SortKey] = []
    for key in element.child("sort")?.children ?? [] where key.name == "key" {
      let source: SortKey.Source
      if let macro = key["macro"] {
        source = .macro(try macroIndex(macro, line: key.line))
      } else if let variable = key["variable"].flatMap(Variable.init(name:)) {
        source = .variable(variable)
      } else {
        continue
      }
      keys.append(
        SortKey(
          source: source, isDescending: key["sort"] == "descending", namesMin: key.integer("names-min"),
          namesUseFirst: key.integer("names-use-first"), namesUseLast: key.flag("names-use-last")))
    }
    return keys
  }

  func macroIndex(_ name: String, line: Int) throws(CSLError) -> Int {
    guard let index = macroIndices[name] else { throw CSLError(line: line, "no macro is called «\(name)»") }
    return index
  }
}
