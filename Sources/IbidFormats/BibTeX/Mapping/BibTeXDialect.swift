internal import IbidModel

/// Which program the entries are for: BibTeX itself, or biblatex with biber.
package enum BibTeXDialect: Sendable {
  case bibtex, biblatex

  /// The entry type for a kind of work: the one that it was read with, where it is known here and still fits.
  ///
  /// Source: «BibTeXing» (Patashnik 1988), section 3.1; biblatex manual 3.19, section 2.1.
  func entryType(of item: Item) -> String {
    if let given = item.bibtexMember(BibTeXCustom.entryType)?.text, BibTeXTypes.type(of: given) == item.type,
      self == .biblatex || !BibTeXTypes.isBiblatexOnly(given), given.utf8.allSatisfy(\.isASCIILetter), !given.isEmpty
    {
      return given
    }
    return usualEntryType(of: item)
  }

  /// The entry type for a kind of work, whatever it was read with.
  func usualEntryType(of item: Item) -> String {
    let hasEditor = !item[names: .editor].isEmpty
    let hasAuthor = !item[names: .author].isEmpty
    // biblatex calls a book without an author a collection, and wants an editor of the book around a chapter.
    switch item.type {
    case .book where self == .biblatex && hasEditor && !hasAuthor: return "collection"
    case .chapter where self == .biblatex && !hasEditor: return "inbook"
    case .thesis where self == .bibtex: return BibTeXTypes.isMasters(item[.genre]) ? "mastersthesis" : "phdthesis"
    default: return entryType(of: item.type)
    }
  }

  private func entryType(of type: ItemType) -> String {
    switch type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook: "article"
    case .book, .classic: "book"
    case .chapter, .entry, .entryDictionary: "incollection"
    case .entryEncyclopedia: self == .biblatex ? "inreference" : "incollection"
    case .paperConference: "inproceedings"
    case .thesis: self == .biblatex ? "thesis" : "phdthesis"
    case .report: self == .biblatex ? "report" : "techreport"
    case .pamphlet: "booklet"
    case .manuscript: "unpublished"
    case .collection where self == .biblatex: "collection"
    case .periodical where self == .biblatex: "periodical"
    case .webpage, .post, .postWeblog: self == .biblatex ? "online" : "misc"
    case .dataset where self == .biblatex: "dataset"
    case .software where self == .biblatex: "software"
    case .patent where self == .biblatex: "patent"
    default: "misc"
    }
  }

  /// The field for each variable whose value is text; variables that have none here are left out.
  ///
  /// - Parameter type: the entry's. BibTeX's styles pass over fields that they do not know; biber warns of them, and has none for PMCIDs.
  func field(for variable: Variable, in type: String) -> String? {
    // biber warns of what it does not expect in a @misc.
    if self == .biblatex, type == "misc", [.page, .issue, .number, .ISSN, .volume].contains(variable) { return nil }
    return switch variable {
    case .title: "title"
    case .titleShort: "shorttitle"
    case .containerTitle: containerField(in: type)
    case .containerTitleShort: type == "article" || self == .bibtex ? "shortjournal" : nil
    case .collectionTitle: "series"
    case .publisher: publisherField(in: type)
    case .publisherPlace: self == .biblatex ? "location" : "address"
    case .volume: "volume"
    case .numberOfVolumes: "volumes"
    case .partNumber: "part"
    case .issue: "number"
    case .number: type == "article" ? "eid" : "number"
    case .collectionNumber: type == "article" ? nil : "number"
    case .page: "pages"
    case .numberOfPages: "pagetotal"
    case .edition: "edition"
    case .chapterNumber: "chapter"
    case .genre: hasType(type) ? "type" : nil
    case .DOI: "doi"
    case .URL: "url"
    case .ISBN: "isbn"
    case .ISSN: "issn"
    case .abstract: "abstract"
    case .keyword: "keywords"
    case .note: "note"
    case .annote: self == .biblatex ? "annotation" : "annote"
    case .language: self == .biblatex ? "langid" : "language"
    case .eventTitle: "eventtitle"
    case .eventPlace: "venue"
    case .originalTitle: "origtitle"
    case .originalPublisher: self == .biblatex ? "origpublisher" : nil
    case .originalPublisherPlace: self == .biblatex ? "origlocation" : nil
    case .version: "version"
    case .status: "pubstate"
    default: nil
    }
  }

  private func hasType(_ entryType: String) -> Bool {
    [
      "thesis", "phdthesis", "mastersthesis", "report", "techreport", "misc", "manual", "patent", "incollection",
      "inbook",
    ]
    .contains(entryType)
  }

  private func containerField(in entryType: String) -> String? {
    switch entryType {
    case "article", "suppperiodical": self == .biblatex ? "journaltitle" : "journal"
    case "incollection", "inproceedings", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference",
      "conference":
      "booktitle"
    case "misc": "howpublished"
    case "online": "organization"
    // BibTeX's styles pass over it; biber would warn.
    default: self == .bibtex ? "booktitle" : nil
    }
  }

  private func publisherField(in entryType: String) -> String {
    switch (entryType, self) {
    case ("phdthesis", _), ("mastersthesis", _): "school"
    case ("techreport", _), ("thesis", _), ("report", _): "institution"
    case ("misc", .bibtex), ("booklet", _): "howpublished"
    case ("misc", .biblatex), ("online", .biblatex), ("manual", _): "organization"
    default: "publisher"
    }
  }
}
