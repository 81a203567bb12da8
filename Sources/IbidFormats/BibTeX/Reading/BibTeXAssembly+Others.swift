import IbidModel
import IbidText

extension BibTeXAssembly {
  mutating func setIdentifiers() {
    if let raw = take(.doi) {
      let text = BibTeXValue.address(raw)
      item[.DOI] = Self.doi(text)
    }
    if let raw = take(.url) { item[.URL] = BibTeXValue.address(raw) }
    set(.ISBN, .isbn)
    set(.ISSN, .issn)
    if let raw = take(.pmid) { set(.PMID, .pmid, BibTeXValue.plain(raw), as: .pmid) }
    if let raw = take(.pmcid) { set(.PMCID, .pmcid, BibTeXValue.plain(raw), as: .pmcid) }
    setEprint()
  }

  /// Without the resolver's address or a label before it.
  private static func doi(_ text: String) -> String {
    if text.utf8.first == UInt8(ascii: "1") { return text }
    let lowered = text.lowercased()
    for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
    where lowered.hasPrefix(prefix) {
      return String(text.utf8.dropFirst(prefix.utf8.count)) ?? text
    }
    return text
  }

  private mutating func set(
    _ variable: Variable, _ name: BibTeXFieldName, _ text: String, as kind: Identifier.Kind
  ) {
    if item[variable] == nil, let identifier = Identifier(kind, text) {
      item[variable] = identifier.value
    } else {
      giveBack(name)
    }
  }

  /// A number in an archive: PubMed's, arXiv's; others stay as they are.
  private mutating func setEprint() {
    let type = take(firstOf: .eprinttype, .archiveprefix).map(BibTeXValue.plain)?.lowercased()
    guard let raw = take(.eprint) else {
      giveBack(.eprinttype)
      giveBack(.archiveprefix)
      if let raw = take(.arxiv), let arxiv = Identifier(.arxiv, BibTeXValue.address(raw)) {
        item[custom: "arXiv"] = .string(arxiv.value)
      } else {
        giveBack(.arxiv)
      }
      return
    }
    let text = BibTeXValue.address(raw)
    switch type {
    case "pubmed", "pmid", "medline": set(.PMID, .eprint, text, as: .pmid)
    case "pmc", "pmcid", "pubmedcentral": set(.PMCID, .eprint, text, as: .pmcid)
    case "arxiv", nil:
      if let arxiv = Identifier(.arxiv, text) {
        item[custom: "arXiv"] = .string(arxiv.value)
      } else {
        giveBack(.eprint)
      }
    default: giveBack(.eprint)
    }
    // The type of what stays has to stay, too.
    if has(.eprint) {
      giveBack(.eprinttype)
      giveBack(.archiveprefix)
    }
  }

  mutating func setOthers() {
    set(.abstract, .abstract)
    set(.note, .note)
    takePMCIDOutOfNote()
    set(.annote, .annote)
    set(.annote, .annotation)
    if let raw = take(firstOf: .keywords, .keyword) { item[.keyword] = Self.keywords(raw) }
    setLanguage()
    setGenre()
    if let raw = take(.pubstate) {
      let state = BibTeXValue.plain(raw)
      item[.status] = BibTeXTypes.states[state] ?? state
    }
    set(.license, .license)
  }

  /// A note's last part may be a PMCID, for which BibTeX has no field: `PMCID: PMC1676333`.
  private mutating func takePMCIDOutOfNote() {
    guard item[.PMCID] == nil, let note = item[.note], item.richTexts[.note] == nil,
      note.utf8.contains(UInt8(ascii: ":"))
    else { return }
    var parts = note.split(separator: "; ", omittingEmptySubsequences: false)
    guard let last = parts.popLast(), last.hasPrefix("PMCID: "),
      let pmcid = Identifier(.pmcid, String(last.dropFirst(7)))
    else { return }
    item[.PMCID] = pmcid.value
    item[.note] = parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Between semicolons where there are any, else between commas; both outside of braces.
  private static func keywords(_ raw: ArraySlice<UInt8>) -> String? {
    let bySemicolon = BibTeXValue.split(raw, at: UInt8(ascii: ";"))
    let parts = bySemicolon.count > 1 ? bySemicolon : BibTeXValue.split(raw, at: UInt8(ascii: ","))
    let keywords = parts.map { BibTeXValue.plain($0[...]) }.filter { !$0.isEmpty }
    return keywords.isEmpty ? nil : keywords.joined(separator: "; ")
  }

  /// `langid` names a language for babel; `language` does, or says it in words.
  private mutating func setLanguage() {
    if let raw = take(firstOf: .langid, .hyphenation) {
      let name = BibTeXValue.plain(raw)
      item[.language] = BibTeXLanguage.code(of: name) ?? name
    }
    guard let raw = take(.language) else { return }
    let name = BibTeXValue.plain(raw)
    if item[.language] == nil {
      item[.language] = BibTeXLanguage.code(of: name) ?? name
    } else if BibTeXLanguage.code(of: name)?.prefix(2) != item[.language]?.prefix(2) {
      giveBack(.language)
    }
  }

  private mutating func setGenre() {
    if let raw = take(.type) {
      let macro = BibTeXValue.plain(raw)
      if let genre = BibTeXTypes.genres[macro] { item[.genre] = genre } else { set(.genre, raw: raw) }
    } else if entry.type == "phdthesis" || entry.type == "mastersthesis" {
      item[.genre] = BibTeXTypes.genres[entry.type]
    }
  }

  /// Tells what the entry's type leaves open.
  mutating func refineType() {
    switch take(.entrysubtype).map(BibTeXValue.plain)?.lowercased() {
    case "newspaper" where item.type == .articleJournal: item.type = .articleNewspaper
    case "magazine" where item.type == .articleJournal: item.type = .articleMagazine
    default: giveBack(.entrysubtype)
    }
    guard entry.type == "misc" else { return }
    if item[.genre] == "Preprint" {
      item.type = .article
      // The server is where the preprint is, as a journal is.
      if item[.containerTitle] == nil, let server = item[.publisher] {
        item[.containerTitle] = server
        item[.publisher] = nil
      }
      return
    }
    if item[custom: "arXiv"] != nil {
      item.type = .article
    } else if item[.URL] != nil, item[date: .accessed] != nil, item[.publisher] == nil {
      item.type = .webpage
    }
  }
}
