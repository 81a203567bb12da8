internal import IbidModel

/// Which program the entries are for: BibTeX itself, or biblatex with biber.
package enum BibTeXDialect: Sendable {
  case bibtex, biblatex

  /// The entry type for a kind of work.
  ///
  /// Source: «BibTeXing» (Patashnik 1988), section 3.1; biblatex manual 3.19, section 2.1.
  func entryType(of item: Item) -> String {
    let hasEditor = !item[names: .editor].isEmpty
    let hasAuthor = !item[names: .author].isEmpty
    // biblatex calls a book without an author a collection, and wants an editor of the book around a chapter.
    switch item.type {
    case .book where self == .biblatex && hasEditor && !hasAuthor: return "collection"
    case .chapter where self == .biblatex && !hasEditor: return "inbook"
    default: return entryType(of: item.type)
    }
  }

  private func entryType(of type: ItemType) -> String {
    switch type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook: "article"
    case .book, .classic: "book"
    case .chapter, .entry, .entryDictionary, .entryEncyclopedia: "incollection"
    case .paperConference: "inproceedings"
    case .thesis: self == .biblatex ? "thesis" : "phdthesis"
    case .report: self == .biblatex ? "report" : "techreport"
    case .pamphlet: "booklet"
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
  /// biblatex knows `eprint` for PMIDs and no field for PMCIDs, and biber warns of fields that it does not know.
  func field(for variable: Variable, in type: ItemType) -> String? {
    if self == .biblatex, entryType(of: type) == "misc", [.page, .issue, .number, .ISSN, .volume].contains(variable) {
      return nil
    }
    return switch variable {
    case .title: "title"
    case .containerTitle: containerField(in: type)
    case .collectionTitle: "series"
    case .publisher: publisherField(in: type)
    case .publisherPlace: self == .biblatex ? "location" : "address"
    case .volume: "volume"
    case .issue: "number"
    case .number, .collectionNumber: entryType(of: type) == "article" ? nil : "number"
    case .page: "pages"
    case .edition: "edition"
    case .chapterNumber: "chapter"
    case .genre: type == .thesis || type == .report ? "type" : nil
    case .DOI: "doi"
    case .URL: "url"
    case .ISBN: "isbn"
    case .ISSN: "issn"
    case .abstract: "abstract"
    case .keyword: "keywords"
    case .note: "note"
    case .language: self == .biblatex ? "langid" : "language"
    case .eventTitle: self == .biblatex ? "eventtitle" : nil
    case .eventPlace: self == .biblatex ? "venue" : nil
    case .originalTitle: self == .biblatex ? "origtitle" : nil
    case .version: self == .biblatex ? "version" : nil
    default: nil
    }
  }

  private func containerField(in type: ItemType) -> String? {
    switch entryType(of: type) {
    case "article": self == .biblatex ? "journaltitle" : "journal"
    case "incollection", "inproceedings": "booktitle"
    case "misc": self == .biblatex ? nil : "howpublished"
    case "online": "organization"
    default: nil
    }
  }

  private func publisherField(in type: ItemType) -> String {
    switch (entryType(of: type), self) {
    case ("phdthesis", _): "school"
    case ("techreport", _), ("thesis", _), ("report", _): "institution"
    case ("misc", .bibtex), ("booklet", .bibtex): "howpublished"
    case ("misc", .biblatex), ("online", .biblatex): "organization"
    default: "publisher"
    }
  }
}
