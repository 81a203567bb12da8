import IbidModel

/// Hayagriva's fields and types, and CSL's.
///
/// Source: Hayagriva's file format, «Fields», «Entry Types».
enum HayagrivaFields {
  /// Fields of one text.
  static let texts: [(field: String, variable: Variable)] = [
    ("genre", .genre), ("organization", .authority), ("edition", .edition), ("volume", .volume), ("issue", .issue),
    ("chapter", .chapterNumber), ("volume-total", .numberOfVolumes), ("page-range", .page),
    ("page-total", .numberOfPages), ("language", .language), ("archive", .archive),
    ("archive-location", .archiveLocation), ("call-number", .callNumber), ("abstract", .abstract),
    ("annotation", .annote), ("note", .note),
  ]

  /// Fields that say something of what a work is part of.
  static let ofParent: Set<String> = ["volume", "issue", "volume-total", "edition"]

  /// Numbers in `serial-number`.
  static let serials: [(name: String, variable: Variable)] = [
    ("doi", .DOI), ("isbn", .ISBN), ("issn", .ISSN), ("pmid", .PMID), ("pmcid", .PMCID), ("serial", .number),
  ]

  /// Roles of `affiliated`.
  static let roles: [(name: String, variable: Variable)] = [
    ("translator", .translator), ("illustrator", .illustrator), ("compiler", .compiler), ("composer", .composer),
    ("director", .director), ("narrator", .narrator), ("organizer", .organizer), ("producer", .producer),
    ("executive-producer", .executiveProducer), ("collaborator", .contributor),
  ]

  /// A type of Hayagriva's with the type of what it is part of, and CSL's. Of several rows for one the first counts.
  static let types: [(type: String, parent: String?, csl: ItemType)] = [
    ("article", "periodical", .articleJournal), ("article", "newspaper", .articleNewspaper),
    ("article", "magazine", .articleMagazine), ("article", "blog", .postWeblog), ("post", "blog", .postWeblog),
    ("article", "proceedings", .paperConference), ("article", "conference", .paperConference),
    ("article", nil, .article), ("chapter", "book", .chapter), ("anthos", "anthology", .chapter),
    ("chapter", nil, .chapter), ("anthos", nil, .chapter), ("book", nil, .book), ("anthology", nil, .book),
    ("entry", "reference", .entryEncyclopedia), ("entry", nil, .entry), ("thesis", nil, .thesis),
    ("report", nil, .report), ("web", nil, .webpage), ("post", nil, .post), ("thread", nil, .post),
    ("repository", nil, .software), ("patent", nil, .patent), ("case", nil, .legalCase),
    ("legislation", nil, .legislation), ("manuscript", nil, .manuscript), ("video", nil, .motionPicture),
    ("audio", nil, .song), ("artwork", nil, .graphic), ("performance", nil, .performance),
    ("periodical", nil, .periodical), ("newspaper", nil, .periodical), ("proceedings", nil, .book),
    ("reference", nil, .book), ("conference", nil, .event), ("exhibition", nil, .event), ("scene", nil, .motionPicture),
    ("misc", nil, .document),
  ]

  /// The CSL type of a type within another.
  static func type(_ name: String, in parent: String?) -> ItemType {
    types.first { $0.type == name && $0.parent == parent }?.csl ?? types.first { $0.type == name && $0.parent == nil }?
      .csl
      ?? (name == "article" ? .articleJournal : .document)
  }

  /// The type and that of the parent, where a container is named, as which a CSL type is written.
  static func names(for type: ItemType) -> (type: String, parent: String) {
    if let row = types.first(where: { $0.csl == type }) { return (row.type, row.parent ?? "misc") }
    return ("misc", "misc")
  }
}
