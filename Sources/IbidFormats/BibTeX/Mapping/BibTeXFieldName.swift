import IbidText

/// The fields that mean something here.
///
/// Source: «BibTeXing», section 3.2; biblatex manual 3.19, section 2.2; JabRef, Zotero, ADS and PubMed's converters.
enum BibTeXFieldName: UInt8, CaseIterable {
  case title, subtitle, titleaddon, shorttitle, booktitle, booksubtitle, booktitleaddon, maintitle, mainsubtitle
  case journal, journaltitle, journalsubtitle, shortjournal, fjournal, series, volume, volumes, part, number, issue,
    pages
  case eid, pagetotal, numpages, edition, chapter, version
  case publisher, institution, school, organization, howpublished, address, location
  case eventtitle, venue, eventdate, origdate, origtitle, origpublisher, origlocation, urldate, date, year, month, day
  case doi, url, isbn, issn, eprint, eprinttype, archiveprefix, eprintclass, primaryclass, pmid, pmcid, arxiv
  case abstract, keywords, keyword, note, annote, annotation, language, langid, hyphenation, type, pubstate
  case author, editor, editortype, translator, bookauthor, collaborator, director, entrysubtype, lista, license

  /// The field of a name in small letters; nil of one that means nothing.
  static func named(_ name: String) -> BibTeXFieldName? {
    var place = place(of: name)
    while let row = table[place] {
      if row.name == name { return row.field }
      place = (place + 1) % table.count
    }
    return nil
  }

  /// Its place in a list of all.
  var number: Int { Int(rawValue) }

  /// All names, each at the place of its hash or behind: every field of a file is looked for here.
  private static let table: [(name: String, field: BibTeXFieldName)?] = {
    var table = [(name: String, field: BibTeXFieldName)?](repeating: nil, count: 1 << 9)
    for (name, field) in allCases.map({ ("\($0)", $0) }) + aliases {
      var place = place(of: name)
      while table[place] != nil { place = (place + 1) % table.count }
      table[place] = (name, field)
    }
    return table
  }()

  private static func place(of name: String) -> Int { Int(UInt32(fnvOf: name.utf8) % (1 << 9)) }

  private static let aliases: [(String, BibTeXFieldName)] = [
    ("pubmedid", .pmid), ("pubmed", .pmid), ("pmc", .pmcid), ("lastchecked", .urldate), ("accessed", .urldate),
    ("shortbooktitle", .shortjournal), ("editors", .editor), ("authors", .author),
  ]
}
