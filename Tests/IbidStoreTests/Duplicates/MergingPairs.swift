import IbidModel

extension MergingPair {
  /// What import makes of pairs of records, kind by kind.
  static let all: [MergingPair] =
    pmids + dois + otherIdentifiers + misprints + titles + longTitles + titlesApart + names + namesApart + places
    + placesApart + notices + letters + parts + books + chapters + versions + meetings + translations + otherKinds

  static let title = "Rest and exercise after whiplash in young drivers"
  static let people = "Osei, K. B.; Lund, M.; Ferrari, P."

  /// The article of which the pairs tell, where one thing only is another in the other record.
  static func article(
    _ title: String = title, _ people: String = people, _ journal: String = "European Spine Journal",
    _ year: Int = 2015, _ place: String = "24(3):501-509", doi: String? = nil, pmid: String? = nil,
    note: String? = nil, url: String? = nil
  ) -> Item {
    record(title, people, journal, year, place, doi: doi, pmid: pmid, note: note, url: url)
  }

  // MARK: Identifiers

  private static let pmids: [MergingPair] = [
    MergingPair(
      "PMID, all else different", record("Rest after whiplash", "Osei, K", "Spine", 2015, pmid: "25000001"),
      record("Exercise for the neck", "Lund, M", "Pain", 2011, pmid: "25000001"), .merged),
    MergingPair("PMID, nothing else", record("", pmid: "25000001"), article(pmid: "25000001"), .merged),
    MergingPair("PMID in a note", article("Whiplash", note: "PMID: 25000001"), article(pmid: "25000001"), .merged),
    MergingPair(
      "PMID in an address", article("Whiplash", url: "https://pubmed.ncbi.nlm.nih.gov/25000001/"),
      article(pmid: "25000001"), .merged),
    MergingPair("two PMIDs", article(pmid: "25000001"), article(pmid: "25000002"), .apart(.versionOf)),
    MergingPair(
      "two PMIDs, one DOI", article(doi: "10.1007/s1", pmid: "25000001"),
      article(doi: "10.1007/s1", pmid: "25000002"), .apart(.versionOf)),
    MergingPair("PMID and no identifier", article(pmid: "25000001"), article(), .merged),
    MergingPair(
      "PMID and DOI, each in one", article(pmid: "25000001"), article(doi: "10.1007/s1"), .merged),
  ]

  private static let dois: [MergingPair] = [
    MergingPair("DOI and title", record(title, doi: "10.1007/s1"), article(doi: "10.1007/s1"), .merged),
    MergingPair("DOI in capitals", article(doi: "10.1007/S1"), article(doi: "10.1007/s1"), .merged),
    MergingPair("DOI as an address", article(doi: "https://doi.org/10.1007/s1"), article(doi: "10.1007/s1"), .merged),
    MergingPair(
      "DOI in the field of the address", record(title, people, url: "https://dx.doi.org/10.1007/s1"),
      article(doi: "10.1007/s1"), .merged),
    MergingPair("DOI in a note", record(title, note: "DOI: 10.1007/s1"), article(doi: "10.1007/s1"), .merged),
    MergingPair("DOI, no title", record("", people, doi: "10.1007/s1"), article(doi: "10.1007/s1"), .merged),
    MergingPair("DOI and nothing", record("", doi: "10.1007/s1"), article(doi: "10.1007/s1"), .merged),
    MergingPair(
      "DOI, subtitle left out", article(title + ": a randomised trial", doi: "10.1007/s1"),
      record(title, "Osei, K", doi: "10.1007/s1"), .merged),
    MergingPair(
      "DOI, title translated, first author and year agree",
      record("Ruhe und Übung nach Schleudertrauma", people, "", 2015, doi: "10.1007/s1"), article(doi: "10.1007/s1"),
      .merged),
    MergingPair(
      "DOI, another title and year", record("Headache in cold weather", people, "", 2011, doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .kept),
    MergingPair(
      "DOI, another title and author", record("Headache in cold weather", "Quist, E", "", 2015, doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .apart(nil)),
    MergingPair(
      "DOI, same title, authors left out", record(title, "", "Eur Spine J", 2014, doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .merged),
    MergingPair(
      "DOI, year online and year in print", article(title, people, "Eur Spine J", 2014, "", doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .merged),
    MergingPair(
      "DOI and a retracted title", article("RETRACTED: " + title, doi: "10.1007/s1"), article(doi: "10.1007/s1"),
      .merged),
    MergingPair(
      "DOI and a slip in the title", article("Rest and excercise after whiplash in young drivers", doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .merged),
    MergingPair(
      "DOI of a supplement, two abstracts of one author",
      record("Rest after whiplash", "Osei, K", "Spine", 2015, "40(Suppl 1):S11", doi: "10.1007/supplement"),
      record("Naps for lorry drivers", "Osei, K", "Spine", 2015, "40(Suppl 1):S29", doi: "10.1007/supplement"),
      .apart(nil)),
    MergingPair(
      "DOI of a supplement, abstracts without pages",
      record("Rest after whiplash", "Osei, K", "Spine", 2015, "40(Suppl 1)", doi: "10.1007/supplement"),
      record("Naps for lorry drivers", "Osei, K", "Spine", 2015, "40(Suppl 1)", doi: "10.1007/supplement"), .apart(nil)),
    MergingPair(
      "DOI of a page of letters, other authors under one common title",
      record("Correspondence", "Osei, K", "Spine", 2015, "40", doi: "10.1007/letters"),
      record("Correspondence", "Quist, E", "Spine", 2015, "40", doi: "10.1007/letters"), .apart(nil)),
  ]

  private static let otherIdentifiers: [MergingPair] = [
    MergingPair(
      "PMCID and title", record(title, "Osei, K", pmcid: "PMC4000001"), record(title, people, pmcid: "4000001"),
      .merged),
    MergingPair(
      "PMCID, other title and author", record("Cold packs", "Quist, E", pmcid: "PMC4000001"),
      record(title, people, pmcid: "PMC4000001"), .apart(nil)),
    MergingPair(
      "arXiv number, with and without version",
      record(title, people, "", 2021, type: .article, arxiv: "2101.00001v1"),
      record(title, people, "", 2021, type: .article, arxiv: "2101.00001"), .merged),
    MergingPair(
      "arXiv's DOI and number", record(title, people, "", 2021, type: .article, doi: "10.48550/arXiv.2101.00001"),
      record(title, people, "", 2021, type: .article, arxiv: "2101.00001"), .merged),
    MergingPair(
      "arXiv number and address", record(title, people, "", 2021, type: .article, arxiv: "2101.00001"),
      record(title, people, "", 2021, type: .article, url: "https://arxiv.org/abs/2101.00001"), .merged),
    MergingPair(
      "ISBN of ten digits and of thirteen",
      record("Care of the neck at work", "Osei, K", "", 2012, type: .book, isbn: "3-16-148410-X"),
      record("Care of the neck at work", "Osei, K", "", 2012, type: .book, isbn: "9783161484100"), .merged),
  ]

  private static let misprints: [MergingPair] = [
    MergingPair("two DOIs, all else the same", article(doi: "10.1007/s1"), article(doi: "10.1007/s2"), .offered),
    MergingPair(
      "one DOI for two titles that follow each other",
      article(
        "Cold packs after whiplash", "Quist, E; Roux, T", "European Spine Journal", 2015, "24(3):510-514",
        doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .apart(nil)),
  ]
}
