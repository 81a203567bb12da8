import IbidModel

/// Kinds of works as RIS and EndNote name them: one table for RIS and refer.
///
/// Source: EndNote, «Reference Types» and its RIS filter; Research Information Systems, «RIS Format Specifications».
enum RISType {
  /// What a type of either name says of a work; nil for a name that is not known.
  static func kind(of name: String) -> (type: ItemType, status: String?)? {
    byName[name] ?? byName[name.uppercased().trimmedASCII]
  }

  /// How RIS names the item's kind; `GEN` where it has no word for it.
  static func name(of item: Item) -> String {
    if item.type == .articleJournal, item[.status] == inPress { return "INPR" }
    return byType[item.type] ?? "GEN"
  }

  static let inPress = "in press"

  private static let byName: [String: (type: ItemType, status: String?)] = {
    var table: [String: (type: ItemType, status: String?)] = [:]
    for row in rows {
      for name in [row.tag] + row.names { table[name.uppercased()] = (row.type, row.tag == "INPR" ? inPress : nil) }
    }
    return table
  }()

  /// The first row of each type says how it is written.
  private static let byType: [ItemType: String] = {
    var table = Dictionary(rows.map { ($0.type, $0.tag) }) { first, _ in first }
    for type in [ItemType.review, .reviewBook] { table[type] = "JOUR" }
    table[.entry] = "ENCYC"
    table[.treaty] = "LEGAL"
    return table
  }()

  private static let rows: [(tag: String, names: [String], type: ItemType)] = [
    ("JOUR", ["Journal Article", "Journal", "Article"], .articleJournal),
    ("EJOUR", ["Electronic Article"], .articleJournal),
    ("INPR", ["In Press Article"], .articleJournal),
    ("ABST", ["Abstract"], .articleJournal),
    ("MGZN", ["Magazine Article"], .articleMagazine),
    ("NEWS", ["Newspaper Article"], .articleNewspaper),
    ("PRESS", ["Press Release"], .articleNewspaper),
    ("JFULL", ["Full Journal"], .periodical),
    ("BOOK", ["Book"], .book),
    ("EBOOK", ["Electronic Book"], .book),
    ("EDBOOK", ["Edited Book"], .book),
    ("CTLG", ["Catalog"], .book),
    ("SER", ["Serial"], .book),
    ("CHAP", ["Book Section"], .chapter),
    ("ECHAP", ["Electronic Book Section"], .chapter),
    ("CONF", ["Conference Proceedings", "Conference Proceeding", "Conference"], .paperConference),
    ("CPAPER", ["Conference Paper"], .paperConference),
    ("THES", ["Thesis", "Dissertation"], .thesis),
    ("RPRT", ["Report"], .report),
    ("GOVDOC", ["Government Document"], .report),
    ("UNPB", ["Unpublished Work", "Preprint"], .article),
    ("UNPD", ["Unpublished"], .article),
    ("MANSCPT", ["Manuscript"], .manuscript),
    ("ELEC", ["Web Page", "Electronic Source", "Electronic Citation"], .webpage),
    ("WEB", [], .webpage),
    ("BLOG", ["Blog"], .postWeblog),
    ("ICOMM", ["Internet Communication"], .post),
    ("PCOMM", ["Personal Communication"], .personalCommunication),
    ("PAT", ["Patent"], .patent),
    ("STAT", ["Statute"], .legislation),
    ("BILL", ["Bill"], .bill),
    ("UNBILL", ["Unenacted Bill", "Unenacted Bill/Resolution"], .bill),
    ("CASE", ["Case"], .legalCase),
    ("HEAR", ["Hearing"], .hearing),
    ("LEGAL", ["Legal Rule or Regulation", "Legal Rule"], .regulation),
    ("STAND", ["Standard"], .standard),
    ("COMP", ["Computer Program"], .software),
    ("DATA", ["Dataset"], .dataset),
    ("DBASE", ["Online Database"], .dataset),
    ("AGGR", ["Aggregated Database"], .collection),
    ("MAP", ["Map"], .map),
    ("FIGURE", ["Figure"], .figure),
    ("CHART", ["Chart or Table", "Chart"], .figure),
    ("EQUA", ["Equation"], .figure),
    ("ART", ["Artwork"], .graphic),
    ("SLIDE", ["Slide", "Presentation"], .speech),
    ("MPCT", ["Film or Broadcast"], .motionPicture),
    ("VIDEO", ["Video"], .motionPicture),
    ("ADVS", ["Audiovisual Material"], .motionPicture),
    ("MULTI", ["Online Multimedia", "Multimedia Application"], .motionPicture),
    ("POD", ["Podcast"], .broadcast),
    ("SOUND", ["Sound Recording"], .song),
    ("MUSIC", ["Music"], .musicalScore),
    ("PAMP", ["Pamphlet"], .pamphlet),
    ("DICT", ["Dictionary"], .entryDictionary),
    ("ENCYC", ["Encyclopedia"], .entryEncyclopedia),
    ("INTV", ["Interview"], .interview),
    ("CLSWK", ["Classical Work"], .classic),
    ("ANCIENT", ["Ancient Text"], .classic),
    ("GRNT", ["Grant"], .document),
    ("GEN", ["Generic", "Review", "Other", "OTHER"], .document),
  ]
}
