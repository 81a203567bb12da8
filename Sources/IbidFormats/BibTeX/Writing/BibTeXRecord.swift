internal import IbidModel
internal import IbidText

/// The fields that one item's entry has.
struct BibTeXRecord {
  let item: Item
  let dialect: BibTeXDialect
  let type: String
  private(set) var fields: [(name: String, value: String)] = []
  /// What could not be written as it is.
  var warnings: [String] = []

  init(_ item: Item, _ dialect: BibTeXDialect) {
    self.item = item
    self.dialect = dialect
    type = dialect.entryType(of: item)
  }

  mutating func collect() {
    for (role, name) in Self.roles where !item[names: role].isEmpty || item.isBrokenOff(names: role) {
      let others = item.isBrokenOff(names: role) ? ["others"] : []
      add(name, braced((item[names: role].compactMap(BibTeXNameText.text) + others).joined(separator: " and ")))
    }
    add("title", value(of: .title))
    addContainer()
    addDates()
    for variable in Self.order where item[variable] != nil {
      add(dialect.field(for: variable, in: type), value(of: variable))
    }
    addTypes()
    addEprint()
    addNote()
    addCustom()
  }

  private static let roles: [(Variable, String)] = [
    (.author, "author"), (.editor, "editor"), (.translator, "translator"), (.containerAuthor, "bookauthor"),
  ]

  /// Adds a field that is not there yet. Of one whose braces do not match no field is made: it would swallow the rest.
  mutating func add(_ name: String?, _ value: String) {
    guard let name, !value.isEmpty, !fields.contains(where: { $0.name == name }) else { return }
    guard Self.isBalanced(value) else {
      warnings.append("\(name): its braces do not match; it is left out")
      return
    }
    fields.append((name, value))
  }

  /// Whether braces match as BibTeX counts them, escaped ones too.
  static func isBalanced(_ value: String) -> Bool {
    var depth = 0
    for byte in value.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth < 0 { return false }
      }
    }
    return depth == 0
  }

  func braced(_ text: String) -> String { text.isEmpty ? "" : "{" + text + "}" }

  // MARK: Values

  /// The order in which people look for the fields: where the work is, what names it, what it says.
  private static let order: [Variable] = {
    let first: [Variable] = [
      .titleShort, .containerTitleShort, .volume, .numberOfVolumes, .partNumber, .issue, .collectionTitle,
      .collectionNumber, .number, .page, .numberOfPages, .chapterNumber, .edition, .publisher, .publisherPlace,
      .eventTitle, .eventPlace, .version, .status, .originalTitle, .language, .ISSN, .ISBN, .DOI, .URL,
    ]
    let others: Set<Variable> = [.title, .containerTitle, .note, .genre]
    return first + Variable.allCases.filter { !first.contains($0) && !others.contains($0) }
  }()

  private mutating func addContainer() {
    guard item[.containerTitle] != nil else { return }
    let field = dialect.field(for: .containerTitle, in: type)
    add(field, value(of: .containerTitle, isTitle: field == "booktitle"))
  }

  private func value(of variable: Variable) -> String {
    switch variable {
    case .title, .titleShort, .collectionTitle, .originalTitle: value(of: variable, isTitle: true)
    case .DOI, .URL:
      braced(LaTeXEncoder.verbatim(item[variable] ?? "", escapingPercent: dialect == .bibtex))
    case .page: pages
    case .keyword: keywords
    case .language:
      dialect == .biblatex
        ? braced(BibTeXLanguage.name(of: item[.language] ?? "") ?? "") : value(of: .language, isTitle: false)
    case .status: braced(BibTeXTypes.state(of: item[.status] ?? "") ?? LaTeXEncoder.encoded(plain: item[.status] ?? ""))
    default: value(of: variable, isTitle: false)
    }
  }

  private func value(of variable: Variable, isTitle: Bool) -> String {
    let rich = item.richTexts[variable]
    guard let text = rich ?? item[variable], !text.isEmpty else { return "" }
    if isTitle {
      let language = variable == .title || variable == .titleShort ? item[.language] : nil
      return braced(TitleProtection.encoded(text, isRich: rich != nil, language: language))
    }
    return braced(rich == nil ? LaTeXEncoder.encoded(plain: text) : LaTeXEncoder.encoded(text))
  }

  /// Ranges with BibTeX's two hyphens; what is the article's number is none. biblatex has a field for such numbers.
  private var pages: String {
    guard let pages = item[.page] else { return "" }
    if pages == item[.number] {
      return dialect == .biblatex && type == "article" ? "" : braced(LaTeXEncoder.encoded(plain: pages))
    }
    return braced(LaTeXEncoder.encoded(plain: PageRange.expanded(pages, dash: "–")))
  }

  /// biblatex and all programs that know keywords part them at commas.
  private var keywords: String {
    let keywords = (item[.keyword] ?? "").split(separator: ";").map { String($0).trimmedASCII }
    return braced(
      keywords.filter { !$0.isEmpty }.map { keyword in
        let encoded = LaTeXEncoder.encoded(plain: keyword)
        // One keyword with a comma is a list of them; a narrow blank, `\,`, is no comma.
        let isTakenApart = encoded.utf8.contains(UInt8(ascii: ",")) && (keywords.count > 1 || !keyword.contains(","))
        return isTakenApart ? "{" + encoded + "}" : encoded
      }.joined(separator: ", "))
  }

  // MARK: Others

  /// The kind of thesis or report, in biblatex by its macro.
  private mutating func addTypes() {
    guard let field = dialect.field(for: .genre, in: type) else { return }
    guard let genre = item[.genre] else {
      if item.type == .thesis, dialect == .biblatex { add(field, braced("phdthesis")) }
      return
    }
    if dialect == .bibtex, BibTeXTypes.genres[type] == genre { return }
    let macro = dialect == .biblatex && type != "misc" ? BibTeXTypes.macro(of: genre) : nil
    add(field, macro.map(braced) ?? value(of: .genre))
  }

  /// Numbers in archives: PubMed's, arXiv's; PubMed Central's where no other is there.
  private mutating func addEprint() {
    if let pmid = item[.PMID] {
      add("eprint", braced(LaTeXEncoder.encoded(plain: pmid)))
      add("eprinttype", braced("pubmed"))
    } else if let arxiv = item[custom: "arXiv"]?.text {
      add("eprint", braced(LaTeXEncoder.verbatim(arxiv)))
      add("eprinttype", braced("arxiv"))
    } else if let pmcid = item[.PMCID] {
      add("eprint", braced(LaTeXEncoder.encoded(plain: pmcid)))
      add("eprinttype", braced("pmcid"))
    }
  }

  private mutating func addNote() {
    // Without its braces, by scalars: a mark behind the first would go with it.
    var notes = [value(of: .note)].filter { !$0.isEmpty }.map { String($0.unicodeScalars.dropFirst().dropLast()) }
    if let pmcid = item[.PMCID], item[.PMID] != nil || item[custom: "arXiv"] != nil {
      notes.append("PMCID: " + LaTeXEncoder.encoded(plain: pmcid))
    }
    add("note", braced(notes.joined(separator: "; ")))
  }

  /// Fields that a `.bib` file had and that no variable holds, as they were.
  private mutating func addCustom() {
    for member in item.bibtex where !member.name.hasPrefix("@") {
      guard let text = member.value.text, Self.isFieldName(member.name) else { continue }
      let raw = "{" + text + "}"
      add(member.name, Self.isBalanced(raw) ? raw : braced(LaTeXEncoder.encoded(plain: text)))
    }
  }

  private static func isFieldName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy(BibTeXBlockParser.isNameByte)
  }
}
