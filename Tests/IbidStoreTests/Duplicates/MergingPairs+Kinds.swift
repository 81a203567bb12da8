import IbidModel

extension MergingPair {
  private static let book = "Handbook of the cervical spine and the shoulder"

  static let books: [MergingPair] = [
    MergingPair(
      "ISBN, subtitle left out", record(book + ": a guide", "Osei, K", "", 2012, type: .book, isbn: "9783161484100"),
      record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100"), .merged),
    MergingPair(
      "edition in two ways", record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100", edition: "2nd ed."),
      record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100", edition: "Second"), .merged),
    MergingPair(
      "two editions under one ISBN",
      record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100", edition: "2"),
      record(book, "Osei, K", "", 2015, type: .book, isbn: "9783161484100", edition: "3"), .apart(.versionOf)),
    MergingPair(
      "two editions", record(book, "Osei, K", "", 2012, type: .book, edition: "2"),
      record(book, "Osei, K", "", 2012, type: .book, edition: "3rd ed."), .apart(.versionOf)),
    MergingPair(
      "two editions of other years", record(book, "Osei, K", "", 2012, type: .book),
      record(book, "Osei, K", "", 2019, type: .book), .apart(.versionOf)),
    MergingPair(
      "two volumes under one ISBN", record(book, "Osei, K", "", 2012, "1", type: .book, isbn: "9783161484100"),
      record(book, "Osei, K", "", 2012, "2", type: .book, isbn: "9783161484100"), .kept),
    MergingPair(
      "two books under one ISBN", record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100"),
      record("Cooking for lorry drivers", "Quist, E", "", 2001, type: .book, isbn: "9783161484100"), .apart(nil)),
    MergingPair(
      "book without its ISBN", record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100"),
      record(book, "Osei, Kwame", "", 2012, type: .book), .merged),
    MergingPair(
      "hardback and paperback", record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100"),
      record(book, "Osei, K", "", 2012, type: .book, isbn: "9780306406157"), .offered),
    MergingPair(
      "book or report", record(book, "Osei, K", "", 2012, type: .book),
      record(book, "Osei, K", "", 2012, type: .report), .merged),
    MergingPair(
      "book and review of it", record(book, "Osei, K", "", 2012, type: .book),
      record(book, "Quist, E", "Spine", 2013, "38:77", type: .reviewBook), .kept),
  ]

  static let chapters: [MergingPair] = [
    MergingPair(
      "chapters of one ISBN",
      record("The disc", "Osei, K", book, 2012, ":11-30", type: .chapter, isbn: "9783161484100"),
      record("The muscles", "Osei, K", book, 2012, ":31-50", type: .chapter, isbn: "9783161484100"), .apart(nil)),
    MergingPair(
      "chapters of one DOI without pages", record("The disc", "Osei, K", book, 2012, type: .chapter, doi: "10.1007/b1"),
      record("The muscles", "Osei, K", book, 2012, type: .chapter, doi: "10.1007/b1"), .apart(nil)),
    MergingPair(
      "chapter and book of one ISBN", record("The disc", "Osei, K", book, 2012, type: .chapter, isbn: "9783161484100"),
      record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100"), .apart(.partOf)),
    MergingPair(
      "chapter and book of one DOI", record("The disc", "Osei, K", book, 2012, type: .chapter, doi: "10.1007/b1"),
      record(book, "Osei, K", "", 2012, type: .book, doi: "10.1007/b1"), .apart(.partOf)),
    MergingPair(
      "chapter called as its book", record(book, "Osei, K", book, 2012, ":1-9", type: .chapter, isbn: "9783161484100"),
      record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100"), .apart(.partOf)),
    MergingPair(
      "one chapter twice", record("Pain of the neck in adolescents", "Osei, K", book, 2012, ":11-30", type: .chapter),
      record("Pain of the Neck in Adolescents", "Osei, Kwame", book, 2012, ":11-30", type: .chapter), .merged),
    MergingPair(
      "introductions of two books", record("Introduction", "Osei, K", book, 2012, type: .chapter),
      record("Introduction", "Osei, K", "Cooking for lorry drivers", 2012, type: .chapter), .apart(nil)),
    MergingPair(
      "two chapters of one title", record("Exercises", "Osei, K", book, 2012, ":11-30", type: .chapter),
      record("Exercises", "Osei, K", book, 2012, ":131-150", type: .chapter), .apart(nil)),
  ]

  static let versions: [MergingPair] = [
    MergingPair(
      "preprint and article", record(title, people, "medRxiv", 2014, type: .article, doi: "10.1101/1"),
      article(doi: "10.1007/s1"), .apart(.preprintOf)),
    MergingPair("preprint without a DOI", record(title, people, "bioRxiv", 2015), article(), .apart(.preprintOf)),
    MergingPair(
      "preprint with the article's DOI", record(title, people, "medRxiv", 2014, type: .article, doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .merged),
    MergingPair(
      "versions of a preprint",
      record(title, people, "Research Square", 2021, type: .article, doi: "10.21203/rs.3.rs-1/v1"),
      record(title, people, "Research Square", 2021, type: .article, doi: "10.21203/rs.3.rs-1/v2"), .apart(.versionOf)),
    MergingPair(
      "updates of a review", record(title, people, "Cochrane Database of Systematic Reviews", 2014, "(2):CD001"),
      record(title, people, "Cochrane Database of Systematic Reviews", 2014, "(9):CD001"), .apart(.versionOf)),
    MergingPair(
      "thesis and article", record(title, "Osei, K", "", 2015, type: .thesis),
      record(title, "Osei, K", "Spine", 2015, "40:1-9"), .apart(.versionOf)),
    MergingPair(
      "protocol and report under one DOI", article(title + ": study protocol", doi: "10.1007/s1"),
      article(title + ": results", doi: "10.1007/s1"), .merged),
    MergingPair("report and article", record(title, people, "", 2015, type: .report), article(), .kept),
  ]

  static let meetings: [MergingPair] = [
    MergingPair(
      "paper of a meeting, then article",
      record(title, people, "Proceedings of the Neck Congress", 2014, ":11-14", type: .paperConference), article(),
      .apart(.conferenceVersionOf)),
    MergingPair(
      "paper of a meeting in the year of the article",
      record(title, people, "Proceedings of the Neck Congress", 2015, type: .paperConference), article(),
      .apart(.conferenceVersionOf)),
    MergingPair(
      "abstract in a supplement", article(title, people, "European Spine Journal", 2014, "23(Suppl 1):S12"), article(),
      .apart(.conferenceVersionOf)),
    MergingPair(
      "abstract on page S501 of a supplement of the year",
      article(title, people, "European Spine Journal", 2015, "24(Suppl 1):S501-S509"), article(),
      .apart(.conferenceVersionOf)),
    MergingPair(
      "abstract on page A501 of the third supplement",
      article(title, people, "European Spine Journal", 2015, "24(Suppl 3):A501"), article(),
      .apart(.conferenceVersionOf)),
    MergingPair(
      "abstract in a supplement that the volume names",
      article(title, people, "European Spine Journal", 2015, "24 Suppl 2:S501"), article(),
      .apart(.conferenceVersionOf)),
    MergingPair(
      "one abstract, with the letter of its page and without",
      article(title, people, "European Spine Journal", 2015, "24(Suppl 1):S501-S509"),
      article(title, people, "European Spine Journal", 2015, "24(Suppl 1):501-509"), .merged),
    MergingPair(
      "one paper of a meeting twice",
      record(title, people, "Proceedings of the Neck Congress", 2014, ":11-14", type: .paperConference),
      record(title + ".", people, "Proc. Neck Congr.", 2014, ":11-4", type: .paperConference), .merged),
    MergingPair(
      "two meetings", record(title, people, "Proceedings of the Neck Congress", 2014, ":11-14", type: .paperConference),
      record(title, people, "Proceedings of the Trauma Congress", 2014, ":71-74", type: .paperConference), .kept),
  ]

  static let translations: [MergingPair] = [
    MergingPair(
      "translation in another journal",
      article("Ruhe und Übung nach Schleudertrauma", people, "Der Orthopäde", 2016, "45:1-9"), article(), .apart(nil)),
    MergingPair(
      "translated book",
      record("Handbuch der Halswirbelsäule", "Osei, K", "", 2014, type: .book, isbn: "9780306406157"),
      record(book, "Osei, K", "", 2012, type: .book, isbn: "9783161484100"), .apart(nil)),
    MergingPair(
      "title translated in brackets, one place", article("[Rest and exercise after whiplash in young drivers]"),
      article(), .merged),
    MergingPair(
      "each database translates", article("[Quiet and training for whiplash of young motorists]"), article(), .offered),
  ]

  static let otherKinds: [MergingPair] = [
    MergingPair(
      "data set and article", record(title, people, "", 2015, type: .dataset, doi: "10.5061/d1"),
      article(doi: "10.1007/s1"), .kept),
    MergingPair(
      "data set without DOI", record(title, people, "", 2015, type: .dataset),
      record(title, people, "", 2015, type: .articleJournal), .kept),
    MergingPair(
      "one data set twice", record(title, people, "Dryad", 2015, type: .dataset, doi: "10.5061/d1"),
      record("Data from: " + title, people, "", 2015, type: .dataset, doi: "10.5061/d1"), .merged),
    MergingPair(
      "web page and post", record("Why rest is not enough", "Osei, K", "Neck blog", 2015, type: .webpage),
      record("Why rest is not enough", "Osei, K", "Neck blog", 2015, type: .postWeblog), .merged),
    MergingPair("song and article", record(title, people, "", 2015, type: .song), article(), .kept),
    MergingPair("kind unknown", record(title, people, "Eur Spine J", 2015, type: .document), article(), .merged),
    MergingPair(
      "magazine or journal", record(title, people, "European Spine Journal", 2015, type: .articleMagazine), article(),
      .merged),
    MergingPair(
      "two theses", record(title, "Osei, K", "", 2015, type: .thesis),
      record(title, "Osei, Kwame", "", 2015, type: .thesis), .merged),
  ]
}
