import IbidModel

extension MergingPair {
  static let places: [MergingPair] = [
    MergingPair("journal abbreviated", article(title, people, "Eur Spine J"), article(), .merged),
    MergingPair("journal with full stops", article(title, people, "Eur. Spine J."), article(), .merged),
    MergingPair(
      "journal by its letters", article(title, people, "BMJ"), article(title, people, "British Medical Journal"),
      .merged),
    MergingPair(
      "journal contracted", article(title, people, "Natl Med J India"),
      article(title, people, "National Medical Journal of India"), .merged),
    MergingPair(
      "journal with its town", article(title, people, "Spine (Philadelphia, Pa. 1976)"),
      article(title, people, "Spine"), .merged),
    MergingPair(
      "journal with a subtitle", article(title, people, "European Spine Journal : official publication of a society"),
      article(), .merged),
    MergingPair(
      "journal with an ampersand", article(title, people, "Bone & Joint Journal"),
      article(title, people, "Bone and Joint Journal"), .merged),
    MergingPair("journal left out", article(title, people, ""), article(), .merged),
    MergingPair("pages abbreviated", article(title, people, "Eur Spine J", 2015, "24(3):501-9"), article(), .merged),
    MergingPair("first page", article(title, people, "Eur Spine J", 2015, "24:501"), article(), .merged),
    MergingPair("no place", article(title, people, "Eur Spine J", 2015, ""), article(), .merged),
    MergingPair("year left out", article(title, people, "Eur Spine J", 0), article(), .merged),
    MergingPair("online a year before", article(title, people, "Eur Spine J", 2014, ""), article(), .merged),
    MergingPair("year mistaken, place the same", article(title, people, "Eur Spine J", 2014), article(), .merged),
    MergingPair(
      "supplement in the volume", article(title, people, "Eur Spine J", 2015, "24 Suppl 2:501"),
      article(title, people, "Eur Spine J", 2015, "24:501-509"), .merged),
    MergingPair("journal's other name, same place", article(title, people, "Wirbelsäule"), article(), .merged),
  ]

  static let placesApart: [MergingPair] = [
    MergingPair(
      "one guideline in two journals", article(), article(title, people, "The Lancet", 2015, "386:1101-1110"),
      .apart(.versionOf)),
    MergingPair(
      "two volumes", article(title, people, "Eur Spine J", 2015, "24"),
      article(title, people, "Eur Spine J", 2015, "25"), .apart(.versionOf)),
    MergingPair(
      "two pages of one issue, one author's column",
      record("What I learned this week", "Osei, K", "Spine", 2015, "40(3):101"),
      record("What I learned this week", "Osei, K", "Spine", 2015, "41(1):11"), .kept),
    MergingPair("volume mistaken", article(title, people, "Eur Spine J", 2015, "42(3):501-509"), article(), .offered),
    MergingPair("issue mistaken", article(title, people, "Eur Spine J", 2015, "24(4):501-509"), article(), .offered),
    MergingPair(
      "number of the article for pages", article(title, people, "Eur Spine J", 2015, "24(3):e77"), article(), .merged),
    MergingPair("year mistaken by six", article(title, people, "European Spine Journal", 2009), article(), .offered),
    MergingPair(
      "two newspapers", record("Roads are safer than ever", "Osei, K", "Daily Graphic", 2015, type: .articleNewspaper),
      record("Roads are safer than ever", "Osei, K", "Ghanaian Times", 2015, type: .articleNewspaper), .kept),
  ]

  // MARK: Works about works

  static let notices: [MergingPair] = [
    MergingPair(
      "erratum", article("Erratum: " + title, people, "European Spine Journal", 2016, "25:99"), article(),
      .apart(.erratumTo)),
    MergingPair(
      "erratum under one DOI", article("Erratum to: " + title, doi: "10.1007/s1"), article(doi: "10.1007/s1"),
      .apart(.erratumTo)),
    MergingPair(
      "correction behind the title, one DOI", article(title + ": Correction", doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .apart(.erratumTo)),
    MergingPair(
      "correction in brackets, one DOI", article(title + " [Correction]", doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .apart(.erratumTo)),
    MergingPair(
      "author correction", article("Author Correction: " + title, doi: "10.1007/s1"), article(doi: "10.1007/s1"),
      .apart(.erratumTo)),
    MergingPair(
      "corrigendum in German", article("Berichtigung zu: " + title, doi: "10.1007/s1"), article(doi: "10.1007/s1"),
      .apart(.erratumTo)),
    MergingPair(
      "retraction notice, one DOI", article("Retraction notice to: " + title, doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .apart(.erratumTo)),
    MergingPair(
      "expression of concern", article("Expression of concern: " + title, doi: "10.1007/s1"),
      article(doi: "10.1007/s1"), .apart(.erratumTo)),
    MergingPair(
      "erratum and retraction of one work", article("Erratum: " + title, people, "European Spine Journal", 2016, ""),
      article("Retraction: " + title, people, "European Spine Journal", 2016, ""), .kept),
    MergingPair(
      "one erratum in two databases", article("Erratum: " + title, people, "European Spine Journal", 2016, "25:99"),
      article("Erratum: " + title + ".", people, "Eur Spine J", 2016, "25:99"), .merged),
    MergingPair(
      "one erratum with its DOI", article("Erratum to: " + title, doi: "10.1007/e1"),
      article("Erratum: " + title, doi: "10.1007/e1"), .merged),
  ]

  static let letters: [MergingPair] = [
    MergingPair(
      "comment, one DOI", article("Comment on: " + title, "Quist, E", doi: "10.1007/s1"), article(doi: "10.1007/s1"),
      .apart(.replyTo)),
    MergingPair(
      "comment by the same author",
      article("Comment on “" + title + "”", people, "European Spine Journal", 2015, "24:900"), article(),
      .apart(.replyTo)),
    MergingPair(
      "reply behind the title, one DOI", article(title + ": Reply", doi: "10.1007/s1"), article(doi: "10.1007/s1"),
      .apart(.replyTo)),
    MergingPair(
      "letter", article("Re: " + title, "Quist, E", "European Spine Journal", 2015, "24:900"), article(),
      .apart(.replyTo)),
    MergingPair(
      "letter in Spanish", article("Respuesta a: " + title, "Quist, E", "European Spine Journal", 2015, "24:900"),
      article(), .apart(.replyTo)),
    MergingPair(
      "one letter in two databases", article("Re: " + title, "Quist, E", "European Spine Journal", 2015, "24:900"),
      article("Re: " + title, "Quist, Eva", "Eur Spine J", 2015, "24:900"), .merged),
  ]

  static let parts: [MergingPair] = [
    MergingPair(
      "parts I and II under one DOI",
      article("Rest after whiplash. Part I", people, "Spine", 2015, "40", doi: "10.1007/s1"),
      article("Rest after whiplash. Part II", people, "Spine", 2015, "40", doi: "10.1007/s1"), .kept),
    MergingPair(
      "parts I and II", article("Rest after whiplash. Part I", people, "Spine", 2015, "40"),
      article("Rest after whiplash. Part II", people, "Spine", 2015, "40"), .apart(nil)),
    MergingPair(
      "parts V and X", article("Rest after whiplash. Part V", people, "Spine", 2015, "40"),
      article("Rest after whiplash. Part X", people, "Spine", 2015, "40"), .apart(nil)),
    MergingPair(
      "parts A and B", article("Rest after whiplash, part A", people, "Spine", 2015, "40"),
      article("Rest after whiplash, part B", people, "Spine", 2015, "40"), .apart(nil)),
    MergingPair(
      "parts in German", article("Ruhe nach dem Unfall, Teil 1", people, "Spine", 2015, "40"),
      article("Ruhe nach dem Unfall, Teil 2", people, "Spine", 2015, "40"), .apart(nil)),
    MergingPair(
      "part and whole under one DOI",
      article("Rest after whiplash in the young", people, "Spine", 2015, "40", doi: "10.1007/s1"),
      article("Rest after whiplash in the young: part 2", people, "Spine", 2015, "40", doi: "10.1007/s1"), .kept),
    MergingPair(
      "one part, numbered in two ways", article("Rest after whiplash in the young. Part II: exercise"),
      article("Rest after whiplash in the young, part 2: exercise"), .offered),
  ]
}
