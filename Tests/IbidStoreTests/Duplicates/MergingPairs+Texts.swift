import IbidModel

extension MergingPair {
  // MARK: Titles

  static let titles: [MergingPair] = [
    MergingPair("title in capitals", article(title.uppercased()), article(), .merged),
    MergingPair(
      "title with capitals", article("Rest and Exercise After Whiplash in Young Drivers"), article(), .merged),
    MergingPair("full stop behind the title", article(title + "."), article(), .merged),
    MergingPair(
      "hyphens", article("Rest-and-exercise after whip-lash"), article("Rest and exercise after whip lash"), .merged),
    MergingPair("dashes", article(title + " – a trial"), article(title + " - a trial"), .merged),
    MergingPair("colon and full stop", article(title + ": a trial"), article(title + ". A trial"), .merged),
    MergingPair(
      "quotation marks", article("“Rest” and exercise: «why» now"), article("\"Rest\" and exercise: 'why' now"), .merged
    ),
    MergingPair(
      "apostrophes", article("Drivers’ rest after a day’s work"), article("Drivers' rest after a day's work"), .merged),
    MergingPair("accents", article("Étude de l’effet à Orléans"), article("Etude de l'effet a Orleans"), .merged),
    MergingPair(
      "sharp s", article("Straßenverkehr und Schleudertrauma heute"),
      article("STRASSENVERKEHR UND SCHLEUDERTRAUMA HEUTE"), .merged),
    MergingPair(
      "decomposed letters", article("Mu\u{308}digkeit nach Unfa\u{308}llen"), article("Müdigkeit nach Unfällen"),
      .merged),
    MergingPair(
      "spaces", article("  Rest  and\texercise after whiplash "), article("Rest and exercise after whiplash"), .merged),
    MergingPair(
      "full-width letters", article("Ｒｅｓｔ and exercise after whiplash"), article("Rest and exercise after whiplash"),
      .offered),
    MergingPair("Chinese title", article("挥鞭伤后的休息与运动", "王, 伟"), article("挥鞭伤后的休息与运动", "王, 伟"), .merged),
    MergingPair(
      "Cyrillic title", article("Отдых после травмы шеи", "Иванов, П"),
      article("ОТДЫХ ПОСЛЕ ТРАВМЫ ШЕИ", "Иванов, П. С."), .merged),
  ]

  static let longTitles: [MergingPair] = [
    MergingPair("subtitle left out", article(title + ": a randomised trial"), article(), .offered),
    MergingPair(
      "slip in the title", article("Rest and excercise after whiplash in young drivers"), article(), .offered),
    MergingPair("remark behind the title", article(title + " [Review]"), article(), .offered),
    MergingPair("note of a retraction before it", article("RETRACTED: " + title), article(), .offered),
    MergingPair(
      "article left out", article("The rest and exercise after whiplash in young drivers"), article(), .offered),
    MergingPair(
      "number in words", article("Four weeks of rest after whiplash"), article("4 weeks of rest after whiplash"),
      .offered),
    MergingPair(
      "ampersand for and", article("Rest &amp; exercise after whiplash in young drivers"), article(), .offered),
  ]

  static let titlesApart: [MergingPair] = [
    MergingPair(
      "same title, other year", article(), article(title, people, "European Spine Journal", 2009, "18(2):11-19"),
      .apart(.versionOf)),
    MergingPair(
      "same title, other people", article(), article(title, "Quist, E; Roux, T", "Pain", 2015, "24:11-19"), .apart(nil)),
    MergingPair(
      "two viruses", article("Hepatitis B in prisons of the north", people, "Liver", 2015, "24(3):501-509"),
      article("Hepatitis C in prisons of the north", people, "Liver", 2015, "24(3):510-519"), .apart(nil)),
    MergingPair(
      "two viruses, of which one is called as the article",
      article("Hepatitis A virus in prisons of the north", people, "Liver", 2015, "24(3)"),
      article("Hepatitis B virus in prisons of the north", people, "Liver", 2015, "24(3)"), .apart(nil)),
    MergingPair(
      "two vitamins", article("Vitamin D and falls in nursing homes", people, "Bone", 2015, "24(3)"),
      article("Vitamin E and falls in nursing homes", people, "Bone", 2015, "24(3)"), .apart(nil)),
    MergingPair(
      "two years in the title", article("Road deaths in Ghana 2013", people, "Injury", 2015, ""),
      article("Road deaths in Ghana 2014", people, "Injury", 2015, ""), .apart(nil)),
    MergingPair(
      "two figures under one DOI", article("Outcomes of 12 weeks of rest", doi: "10.1007/s1"),
      article("Outcomes of 24 weeks of rest", doi: "10.1007/s1"), .merged),
    MergingPair(
      "title and nothing", record("Rest and sleep"), record("Rest and sleep", "Osei, K", "Spine", 2015), .apart(nil)),
    MergingPair(
      "two editorials", article("Editorial", "Osei, K", "Spine", 2015, "40(1):1-2"),
      article("Editorial", "Osei, K", "Spine", 2015, "40(2):77-78"), .apart(nil)),
    MergingPair(
      "an editorial, and one that says no place", article("Editorial", "Osei, K", "Spine", 2015, ""),
      article("Editorial", "Osei, K", "Spine", 2015, "40(2):77-78"), .apart(nil)),
    MergingPair(
      "two book reviews of a page", article("Book review", "Osei, K", "Spine", 2015, "40:80"),
      article("Book review", "Quist, E", "Spine", 2015, "40:80"), .apart(nil)),
    MergingPair(
      "two book reviews by one author", article("Book reviews", "Osei, K", "Spine", 2015, "40:80"),
      article("Book reviews", "Osei, K", "Spine", 2015, "40:91"), .apart(nil)),
    MergingPair(
      "two annual reports", record("Annual report", "Ministry of Health", "", 2014, type: .report),
      record("Annual report", "Ministry of Health", "", 2015, type: .report), .apart(nil)),
    MergingPair(
      "annual reports that count volumes",
      record("Annual report of the transport board", "Osei, K", "Roads", 2014, "8"),
      record("Annual report of the transport board", "Osei, K", "Roads", 2015, "9"), .apart(.versionOf)),
  ]

  // MARK: Names

  static let names: [MergingPair] = [
    MergingPair("one author et al.", article(title, "Osei, K. B."), article(), .merged),
    MergingPair(
      "first names in full", article(title, "Osei, Kwame Boateng; Lund, Mette; Ferrari, Paolo"), article(), .merged),
    MergingPair("first names left out", article(title, "Osei; Lund; Ferrari"), article(), .merged),
    MergingPair("accents in a name", article(title, "Nuñez, J; Lund, M"), article(title, "Nunez, J; Lund, M"), .merged),
    MergingPair(
      "Polish and Danish letters", article(title, "Łukasz, J; Sørensen, M"), article(title, "Lukasz, J; Sorensen, M"),
      .merged),
    MergingPair(
      "hyphen in a name", article(title, "Ruiz-Soler, J; Lund, M"), article(title, "Ruiz Soler, J; Lund, M"), .merged),
    MergingPair(
      "particle in the name", article(title, "van den Berg, J; Lund, M"), article(title, "Berg, J; Lund, M"), .merged),
    MergingPair(
      "names in one piece", article(title, "Kwame Osei; Mette Lund"), article(title, "Osei, K; Lund, M"), .merged),
    MergingPair(
      "umlauts spelled out", article(title, "Müller, J; Lund, M"), article(title, "Mueller, J; Lund, M"), .merged),
    MergingPair(
      "Nordic letters spelled out", article(title, "Bjørnå, J; Lund, M"), article(title, "Bjoernaa, J; Lund, M"),
      .merged),
    MergingPair(
      "a body, its article left out", article(title, "The Neck Trial Group"), article(title, "Neck Trial Group"),
      .merged),
    MergingPair("a body behind the people", article(title, people + "; Neck Trial Group"), article(), .merged),
    MergingPair("a body before the people", article(title, "Neck Trial Group; " + people), article(), .offered),
    MergingPair("nobody named", article(title, ""), article(), .offered),
    MergingPair(
      "one of two family names", article(title, "Ruiz, J; Lund, M"), article(title, "Ruiz Soler, J; Lund, M"), .offered),
    MergingPair("a slip in a name", article(title, "Ossei, K. B.; Lund, M.; Ferrari, P."), article(), .offered),
    MergingPair(
      "family and first names swapped", article(title, "Kwame, Osei; Mette, Lund; Paolo, Ferrari"),
      article(title, "Osei, Kwame; Lund, Mette; Ferrari, Paolo"), .offered),
    MergingPair(
      "transliterated in two ways", article(title, "Chekhov, A; Lund, M; Roe, C"),
      article(title, "Tschechow, A; Lund, M; Roe, C"), .kept),
  ]

  static let namesApart: [MergingPair] = [
    MergingPair(
      "another of the name", record(title, "Li, W", "Spine", 2015), record(title, "Li, X", "Spine", 2015), .apart(nil)),
    MergingPair(
      "other first author, one in common", article(title, "Quist, E; Osei, K", "Pain", 2015, "24:11-19"),
      article(title, "Osei, K; Roux, T", "Spine", 2015, "40:1-9"), .kept),
    MergingPair(
      "bodies of two countries",
      record("Guideline for the care of the neck", "Ministry of Health of Ghana", "", 2015, type: .report),
      record("Guideline for the care of the neck", "Ministry of Health of Togo", "", 2015, type: .report), .apart(nil)),
  ]
}
