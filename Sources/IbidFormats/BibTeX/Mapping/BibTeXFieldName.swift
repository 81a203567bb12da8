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

  static func named(_ name: String) -> BibTeXFieldName? { byName[name] }

  /// Its place in a list of all.
  var number: Int { Int(rawValue) }

  private static let byName: [String: BibTeXFieldName] = {
    var names = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
    for (alias, field) in aliases { names[alias] = field }
    return names
  }()

  private static let aliases: [(String, BibTeXFieldName)] = [
    ("pubmedid", .pmid), ("pubmed", .pmid), ("pmc", .pmcid), ("lastchecked", .urldate), ("accessed", .urldate),
    ("shortbooktitle", .shortjournal), ("editors", .editor), ("authors", .author),
  ]
}
