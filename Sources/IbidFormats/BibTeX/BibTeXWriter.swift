package import IbidModel
internal import IbidText

/// Writes items as entries of a `.bib` file, in their order, with a blank line between.
package struct BibTeXWriter: RecordWriter {
  package var bytes: [UInt8] = []
  private let dialect: BibTeXDialect
  private var keys = FreeKeys()
  private var taken = GivenKeys()
  private var hasEntries = false

  /// A writer for BibTeX or for biblatex.
  package init(_ dialect: BibTeXDialect) { self.dialect = dialect }

  package mutating func write(_ item: Item) {
    // Two keys may differ only in what BibTeX does not allow.
    let key = keys.key(key(of: item)) { taken.has($0) }
    taken.add(key)
    if hasEntries { bytes.append(UInt8(ascii: "\n")) }
    hasEntries = true
    bytes.append(contentsOf: entry(of: item, key: key).utf8)
  }

  /// One entry: its type and key, then a line a field.
  private func entry(of item: Item, key: String) -> String {
    let fields = fields(of: item)
    let width = fields.map(\.name.count).max() ?? 0
    let lines = fields.map { field in
      "  " + field.name + String(repeating: " ", count: width - field.name.count) + " = " + field.value + ",\n"
    }
    return "@\(dialect.entryType(of: item)){\(key),\n" + lines.joined() + "}\n"
  }

  /// The key without what BibTeX ends a key at.
  private func key(of item: Item) -> String {
    let scalars = item.id.unicodeScalars.filter { scalar in
      scalar.isASCII && scalar.value > 0x20 && !"\"#%'(),={}~\\&$^_".unicodeScalars.contains(scalar) || scalar == "_"
    }
    return scalars.isEmpty ? "item" : String(String.UnicodeScalarView(scalars))
  }

  private func fields(of item: Item) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    func add(_ name: String?, _ value: String) {
      guard let name, !value.isEmpty, !fields.contains(where: { $0.name == name }) else { return }
      fields.append((name, value))
    }
    for role in [Variable.author, .editor, .translator] where role != .translator || dialect == .biblatex {
      let others = item.isBrokenOff(names: role) ? ["others"] : []
      add(role.name, braced((item[names: role].map(name) + others).joined(separator: " and ")))
    }
    add("title", titled(item, .title))
    add(dialect.field(for: .containerTitle, in: item.type), titled(item, .containerTitle, isProtected: false))
    for (name, value) in date(item[date: .issued]) { add(name, value) }
    for variable in Self.order where item[variable] != nil {
      add(dialect.field(for: variable, in: item.type), value(of: variable, in: item))
    }
    if item.type == .thesis, dialect == .biblatex { add("type", braced("phdthesis")) }
    if let pmid = item[.PMID] {
      add("eprint", braced(LaTeXEncoder.encoded(pmid)))
      add("eprinttype", braced("pubmed"))
    } else if let arxiv = item[custom: "arXiv"]?.text {
      add("eprint", braced(LaTeXEncoder.verbatim(arxiv)))
      add("eprinttype", braced("arxiv"))
    }
    let notes = [item[.note], item[.PMCID].map { "PMCID: " + $0 }].compactMap(\.self)
    add("note", braced(notes.map(LaTeXEncoder.encoded).joined(separator: "; ")))
    if let accessed = item[date: .accessed]?.start, dialect == .biblatex { add("urldate", braced(iso(accessed))) }
    return fields
  }

  /// The order in which people look for the fields: where the work is, what names it, what it says.
  private static let order: [Variable] = {
    let first: [Variable] = [
      .volume, .issue, .number, .page, .chapterNumber, .edition, .collectionTitle, .collectionNumber, .genre,
      .publisher, .publisherPlace, .eventTitle, .eventPlace, .version, .originalTitle, .language, .ISSN, .ISBN, .DOI,
      .URL,
    ]
    return first + Variable.allCases.filter { !first.contains($0) && ![.title, .containerTitle, .note].contains($0) }
  }()

  private func titled(_ item: Item, _ variable: Variable, isProtected: Bool = true) -> String {
    let text = item.richTexts[variable] ?? item[variable] ?? ""
    return braced(isProtected ? TitleProtection.encoded(text) : LaTeXEncoder.encoded(text))
  }

  private func value(of variable: Variable, in item: Item) -> String {
    let text = item[variable] ?? ""
    switch variable {
    case .DOI, .URL: return braced(LaTeXEncoder.verbatim(text))
    case .page: return braced(pages(text))
    case .language: return braced(dialect == .biblatex ? Self.babelName(of: text) : LaTeXEncoder.encoded(text))
    default: return braced(LaTeXEncoder.encoded(item.richTexts[variable] ?? text))
    }
  }

  /// Ranges with BibTeX's two hyphens.
  private func pages(_ text: String) -> String {
    let parts = PageRange.expanded(text).unicodeScalars.split(whereSeparator: PageRange.isDash)
    return parts.map { LaTeXEncoder.encoded(String($0)) }.joined(separator: "--")
  }

  /// `von Last, Jr, First`, or a body's name in braces.
  private func name(_ name: Name) -> String {
    guard let family = name.family else {
      let literal = name.literal ?? name.given ?? ""
      return "{" + LaTeXEncoder.encoded(literal) + "}"
    }
    let particle = [name.droppingParticle, name.nonDroppingParticle].compactMap(\.self).joined(separator: " ")
    let last = [particle, family].filter { !$0.isEmpty }.map(part).joined(separator: " ")
    return [last, name.suffix.map(part), name.given.map(spacedInitials).map(part)].compactMap(\.self).joined(
      separator: ", ")
  }

  /// Initials as BibTeX tells them apart: `CL` as `C. L.`.
  private func spacedInitials(_ given: String) -> String {
    let isInitials = given.count <= 3 && given.allSatisfy { $0.isLetter && $0.isUppercase }
    return isInitials ? given.map { "\($0)." }.joined(separator: " ") : given
  }

  /// A part of a name, in braces where BibTeX would take it apart.
  private func part(_ text: String) -> String {
    let encoded = LaTeXEncoder.encoded(text)
    let isSafe = !text.contains(",") && !(" " + text.lowercased() + " ").contains(" and ")
    return isSafe ? encoded : "{" + encoded + "}"
  }

  private func date(_ date: CSLDate?) -> [(String, String)] {
    guard let date, let start = date.start else {
      let name = dialect == .biblatex ? "pubstate" : "year"
      return date?.literal.map { [(name, braced(LaTeXEncoder.encoded($0)))] } ?? []
    }
    if dialect == .biblatex {
      let end = date.end.map { $0.year == 0 ? "/" : "/" + iso($0) } ?? ""
      return [("date", braced(iso(start) + end + (date.isCirca ? "~" : "")))]
    }
    let year = ("year", braced(String(start.year)))
    return [year] + [start.month.flatMap(Month.abbreviation)].compactMap { month in month.map { ("month", $0) } }
  }

  /// ISO 8601-2 (EDTF), as biblatex reads dates; a season stands in the month's place as 21 to 24.
  private func iso(_ parts: CSLDate.Parts) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(abs(number))
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let month = parts.month ?? parts.season.map { $0 + 20 }
    let day = parts.month == nil ? nil : parts.day
    return [padded(parts.year, 4), month.map { padded($0, 2) }, day.map { padded($0, 2) }].compactMap(\.self)
      .joined(separator: "-")
  }

  private func braced(_ text: String) -> String { text.isEmpty ? "" : "{" + text + "}" }

  /// biblatex wants babel's names of languages.
  private static func babelName(of code: String) -> String {
    let names = [
      "en": "english", "de": "german", "fr": "french", "es": "spanish", "pt": "portuguese", "it": "italian",
      "nl": "dutch", "pl": "polish", "ru": "russian", "sv": "swedish", "da": "danish", "no": "norwegian",
      "fi": "finnish", "cs": "czech", "hu": "hungarian", "tr": "turkish", "el": "greek",
    ]
    return names[String(code.lowercased().prefix(2))] ?? ""
  }
}
