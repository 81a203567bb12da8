internal import IbidModel
internal import IbidText

/// The fields that one item's entry has.
struct BibTeXRecord {
  /// A field's value: what stands between its braces, or macros and pieces joined to them as they are.
  struct Value {
    var text: String
    var isBraced = true
  }

  let item: Item
  let dialect: BibTeXDialect
  let type: String
  private(set) var fields: [(name: String, value: Value)] = []
  /// What could not be written as it is.
  var warnings: [String] = []

  init(_ item: Item, _ dialect: BibTeXDialect) {
    self.item = item
    self.dialect = dialect
    type = dialect.entryType(of: item)
    fields.reserveCapacity(16)
  }

  mutating func collect() {
    for (role, name) in Self.roles { addNames(role, name) }
    add("title", value(of: .title))
    addContainer()
    addDates()
    for variable in orderedVariables() {
      add(field(for: variable), value(of: variable))
    }
    addTypes()
    addEprint()
    addNote()
    addCustom()
  }

  static let roles: [(Variable, String)] = [
    (.author, "author"), (.editor, "editor"), (.translator, "translator"), (.containerAuthor, "bookauthor"),
  ]

  private mutating func addNames(_ role: Variable, _ name: String) {
    let names = item[names: role]
    let isBrokenOff = item.isBrokenOff(names: role)
    guard !names.isEmpty || isBrokenOff else { return }
    var text = ""
    for name in names.lazy.compactMap(BibTeXNameText.text) {
      if !text.isEmpty { text += " and " }
      text += name
    }
    if isBrokenOff { text += text.isEmpty ? "others" : " and others" }
    add(name, braced(text))
  }

  /// Adds a field that is not there yet. Of one whose braces do not match no field is made: it would swallow the rest.
  mutating func add(_ name: String?, _ value: Value, isKeptEmpty: Bool = false) {
    guard let name, isKeptEmpty || !value.text.isEmpty, !fields.contains(where: { $0.name == name }) else { return }
    guard Self.isBalanced(value.text) else {
      warnings.append("\(name): its braces do not match; it is left out")
      return
    }
    fields.append((name, value))
  }

  /// Whether braces match as BibTeX counts them, escaped ones too.
  static func isBalanced(_ value: String) -> Bool {
    var value = value
    return value.withUTF8 { bytes in
      var depth = 0
      for byte in bytes {
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") {
          depth -= 1
          if depth < 0 { return false }
        }
      }
      return depth == 0
    }
  }

  func braced(_ text: String) -> Value { Value(text: text) }

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

  /// For each variable its place in that order; nil where it has a place of its own.
  private static let places: [Int?] = Variable.allCases.map { order.firstIndex(of: $0) }

  /// The variables that the item has, in that order.
  private func orderedVariables() -> [Variable] {
    let places = Self.places
    var found: [(place: Int, variable: Variable)] = []
    found.reserveCapacity(item.texts.count)
    for field in item.texts {
      guard let place = places[Int(field.variable.rawValue)] else { continue }
      found.append((place, field.variable))
    }
    return found.sorted { $0.place < $1.place }.map(\.variable)
  }

  /// The field for a variable: the dialect's own, or the general one where a file had both and the other is kept.
  func field(for variable: Variable) -> String? {
    let name = dialect.field(for: variable, in: type)
    guard let name, !item.custom.isEmpty, item.bibtexMember(name) != nil else { return name }
    let general: String? =
      switch variable {
      case .containerTitle: dialect == .biblatex ? "journaltitle" : "journal"
      case .publisher: "publisher"
      case .publisherPlace: dialect == .biblatex ? "address" : "location"
      default: nil
      }
    return general.flatMap { item.bibtexMember($0) == nil ? $0 : nil } ?? name
  }

  private mutating func addContainer() {
    guard item[.containerTitle] != nil else {
      // In a @misc of BibTeX's one field holds either, and its place does not tell which.
      let isShared = type == "misc" && dialect == .bibtex && item[.publisher] != nil
      if isShared { add(field(for: .publisher), value(of: .publisher)) }
      return
    }
    let field = field(for: .containerTitle)
    add(field, value(of: .containerTitle, isTitle: field == "booktitle"))
  }

  private func value(of variable: Variable) -> Value {
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

  private func value(of variable: Variable, isTitle: Bool) -> Value {
    let rich = item.richTexts[variable]
    guard let text = rich ?? item[variable], !text.isEmpty else { return braced("") }
    if isTitle {
      let language = variable == .title || variable == .titleShort ? item[.language] : nil
      return braced(TitleProtection.encoded(text, isRich: rich != nil, language: language))
    }
    return braced(rich == nil ? LaTeXEncoder.encoded(plain: text) : LaTeXEncoder.encoded(text))
  }

  /// Ranges with BibTeX's two hyphens; what is the article's number is none. biblatex has a field for such numbers.
  private var pages: Value {
    guard let pages = item[.page] else { return braced("") }
    if pages == item[.number] {
      return braced(dialect == .biblatex && type == "article" ? "" : LaTeXEncoder.encoded(plain: pages))
    }
    if let ends = PageRange.plainEnds(of: pages) { return braced(String(ends.first) + "--" + ends.last) }
    return braced(LaTeXEncoder.encoded(plain: PageRange.expanded(pages, dash: "–")))
  }

  /// biblatex and all programs that know keywords part them at commas.
  private var keywords: Value {
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
    var notes = [value(of: .note).text].filter { !$0.isEmpty }
    if let pmcid = item[.PMCID], item[.PMID] != nil || item[custom: "arXiv"] != nil {
      notes.append("PMCID: " + LaTeXEncoder.encoded(plain: pmcid))
    }
    add("note", braced(notes.joined(separator: "; ")))
  }

  /// Fields that a `.bib` file had and that no variable holds, as they were.
  private mutating func addCustom() {
    for member in item.bibtex where !member.name.hasPrefix("@") {
      guard let text = member.value.text, Self.isFieldName(member.name) else { continue }
      let value = Self.isBalanced(text) ? text : LaTeXEncoder.encoded(plain: text)
      add(member.name, braced(value), isKeptEmpty: true)
    }
  }

  static func isFieldName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy(BibTeXBlockParser.isNameByte)
  }
}
