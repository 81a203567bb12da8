import IbidModel

extension HardPair {
  private static let lamps = "Bright lamps against winter depression in shift workers"
  private static let people = "Aalto, V.; Nyman, S.; Koski, T."

  /// Records of two works.
  static let other: [HardPair] = kindred + strangers

  private static let kindred: [HardPair] = [
    HardPair(
      "abstract of a meeting, then the article", record(lamps, people, "Sleep Medicine", 2013, "14(SUPPL.1):e21"),
      record(lamps, people, "Journal of Affective Disorders", 2014, "155:201-209"), .conferenceVersionOf),
    HardPair(
      "paper of a meeting",
      record(lamps, people, "Proceedings of the Nordic Sleep Conference", 2013, ":41-44", type: .paperConference),
      record(lamps, people, "Journal of Affective Disorders", 2014, "155:201-209"), .conferenceVersionOf),
    HardPair(
      "abstract in the journal of the article",
      record(lamps, people, "Journal of Affective Disorders", 2013, "151:S88"),
      record(lamps, people, "Journal of Affective Disorders", 2014, "155:201-209"), .conferenceVersionOf),
    HardPair(
      "one guideline in two journals", record(lamps, people, "Lancet", 2014, "383:100-109"),
      record(lamps, people, "Annals of Internal Medicine", 2014, "160:55-66"), .versionOf),
    HardPair(
      "preprint with the same title", record(lamps, people, "medRxiv", 2021, doi: "10.1101/2021.01.02.12345678"),
      record(lamps, people, "Sleep", 2022, "45(2):zsab1", doi: "10.1093/sleep/zsab1"), .preprintOf),
    HardPair(
      "preprint of the same year", record(lamps, people, "bioRxiv", 2021),
      record(lamps, people, "Sleep", 2021, "44(2):11-19"), .preprintOf),
    HardPair(
      "erratum", record("Erratum: " + lamps, people, "Sleep", 2015, "38:333"),
      record(lamps, people, "Sleep", 2014, "37:201-209"),
      .erratumTo),
    HardPair(
      "correction in other words", record("Correction to: " + lamps, people, "Sleep", 2014, "37:201-209"),
      record(lamps, people, "Sleep", 2014, "37:201-209"), .erratumTo),
    HardPair(
      "correction behind the title", record("“" + lamps + "”: Correction", people, "Sleep", 2015, "38:333"),
      record(lamps, people, "Sleep", 2014, "37:201-209"), .erratumTo),
    HardPair(
      "retraction", record("Retraction notice to " + lamps, people, "Sleep", 2016, "39:1"),
      record(lamps, people, "Sleep", 2014, "37:201-209"), .erratumTo),
    HardPair(
      "letter", record("Re: " + lamps, "Dube, A", "Sleep", 2014, "37:209"),
      record(lamps, people, "Sleep", 2014, "37:201-209"),
      .replyTo),
    HardPair(
      "comment", record("Comment on " + lamps, "Dube, A", "Sleep", 2014, "37:805-806"),
      record(lamps, people, "Sleep", 2014, "37:201-209"), .replyTo),
    HardPair(
      "update of a review",
      record(
        "Light therapy for dementia in nursing homes", people, "Cochrane Database of Systematic Reviews", 2009,
        "(4):CD003946"),
      record(
        "Light therapy for dementia in nursing homes", people, "Cochrane Database of Systematic Reviews", 2014,
        "(2):CD003946"), .versionOf),
    HardPair(
      "version in the DOI", record(lamps, people, "F1000Research", 2016, "5:70", doi: "10.12688/f1000research.7654.1"),
      record(lamps, people, "F1000Research", 2016, "5:70", doi: "10.12688/f1000research.7654.2"), .versionOf),
    HardPair(
      "edition", record("Textbook of occupational sleep medicine", people, "", 2009, type: .book, edition: "2"),
      record("Textbook of occupational sleep medicine", people, "", 2015, type: .book, edition: "3"), .versionOf),
    HardPair(
      "chapter of a book",
      record(
        "Lamps at night", "Koski, T", "Textbook of occupational sleep medicine", 2009, ":50-61", type: .chapter,
        isbn: "9780306406157"),
      record("Textbook of occupational sleep medicine", people, "", 2009, type: .book, isbn: "9780306406157"), .partOf),
  ]

  private static let strangers: [HardPair] = [
    HardPair(
      "parts I and II",
      record("Bright lamps and sleep. Part I: methods and participants", people, "Sleep", 2014, "37:201-209"),
      record("Bright lamps and sleep. Part II: methods and participants", people, "Sleep", 2014, "37:210-219"), nil),
    HardPair(
      "parts on neighbouring pages of one volume",
      record("Bright lamps and sleep in shift workers, part 1", people, "Sleep", 2014, "37"),
      record("Bright lamps and sleep in shift workers, part 2", people, "Sleep", 2014, "37"), nil),
    HardPair(
      "results after one and two years", record(lamps + ": 12-month results", people, "Sleep", 2014, "37:201-209"),
      record(lamps + ": 24-month results", people, "Sleep", 2015, "38:101-109"), nil),
    HardPair(
      "protocol and report", record(lamps + ": study protocol for a randomised trial", people, "Trials", 2012, "13:44"),
      record(lamps + ": a randomised trial", people, "Sleep", 2014, "37:201-209"), nil),
    HardPair(
      "report of every year",
      record("Annual report of the national sleep registry 2011", people, "Sleep Registry", 2012, "3:1-40"),
      record("Annual report of the national sleep registry 2012", people, "Sleep Registry", 2013, "4:1-40"), nil),
    HardPair(
      "report of every year under one title",
      record("Annual report of the poison centres", people, "Clin Toxicol", 2012, "50:911-1164"),
      record("Annual report of the poison centres", people, "Clin Toxicol", 2013, "51:949-1229"), .versionOf),
    HardPair(
      "two editorials", record("Editorial", "Ruiz, M", "Pain Practice", 2008, "8(2):77-78"),
      record("Editorial", "Ruiz, M", "Pain Practice", 2008, "8(3):155-156"), nil),
    HardPair(
      "editorials of which one says nothing", record("Editorial", "Ruiz, M", "Pain Practice", 2008),
      record("Editorial", "Ruiz, M", "Pain Practice", 2008, "8(3):155-156"), nil),
    HardPair(
      "two book reviews on a page", record("Book review", "Ruiz, M", "Pain Practice", 2008, "8(3):155"),
      record("Book review", "Smith, K", "Pain Practice", 2008, "8(3):155"), nil),
    HardPair(
      "introductions of other books", record("Introduction", "Ruiz, M", "Pain in art", 2008, ":1-9", type: .chapter),
      record("Introduction", "Ruiz, M", "Art in pain", 2008, ":1-9", type: .chapter), nil),
    HardPair(
      "chapters of one book",
      record("The hip", "Kato, R", "Atlas of joints", 2010, ":10-30", type: .chapter, isbn: "9780306406157"),
      record("The knee", "Kato, R", "Atlas of joints", 2010, ":31-50", type: .chapter, isbn: "9780306406157"), nil),
    HardPair(
      "abstracts on one page that differ in a word",
      record(
        "Nerve blocks after wrist fracture: prevalence of numbness", "Orr, B; Tan, K; Abe, S", "Pain", 2012,
        "92:100A-101A"),
      record("Nerve blocks after ankle fracture: prevalence of numbness", "Orr, B; Abe, S", "Pain", 2012, "92:100A"),
      nil),
    HardPair(
      "a DOI for all abstracts of a meeting",
      record("Nerve blocks after wrist fracture", "Orr, B; Tan, K", "Pain", 2012, "92:100A", doi: "10.1000/meeting"),
      record("Massage before childbirth at home", "Lopez, C", "Pain", 2012, "92:115A", doi: "10.1000/meeting"), nil),
    HardPair(
      "opposites",
      record("Treatment of hypotension in patients on dialysis", "Orr, B; Tan, K", "Kidney", 2012, "92:100-107"),
      record("Treatment of hypertension in patients on dialysis", "Orr, B; Tan, K", "Kidney", 2013, "93:210-218"), nil),
    HardPair(
      "same title, other people", record("Quality of life after stroke", "Abe, S; Ono, T", "Stroke", 2001, "32:11-19"),
      record("Quality of life after stroke", "Meyer, U; Fink, L", "Stroke", 2005, "36:211-219"), nil),
    HardPair(
      "same title, another of the name",
      record("Quality of life after stroke in the young", "Li, W", "Stroke", 2001, "32:11-19"),
      record("Quality of life after stroke in the young", "Li, X", "Stroke", 2001, "32"), nil),
    HardPair(
      "two PMIDs", record(lamps, people, "Sleep", 2014, "37:201", pmid: "24000001"),
      record(lamps, people, "Sleep", 2014, "37:201", pmid: "24000002"), .versionOf),
    HardPair(
      "same place, other title", record("Bright lamps for nurses", "Aalto, V", "Sleep", 2014, "37:201"),
      record("Naps for lorry drivers at noon", "Aalto, V", "Sleep", 2014, "37:201"), nil),
    HardPair(
      "series of one group",
      record("Light for shift workers in hospitals: effects on sleep", people, "Sleep", 2014, "37:201-209"),
      record("Light for shift workers in hospitals: effects on mood", people, "Sleep", 2014, "37:301-309"), nil),
    HardPair(
      "figures in the title",
      record("Deletion of the p53 gene in tumours of the jaw", people, "Oral Oncol", 2014, "37:201-209"),
      record("Deletion of the p63 gene in tumours of the jaw", people, "Oral Oncol", 2014, "37:441-449"), nil),
    HardPair(
      "no titles", record("", people, "Sleep", 2014, "37:201-209"), record("", people, "Sleep", 2014, "37:201-209"), nil
    ),
    HardPair("nothing but a title", record("Sleep and work"), record("Sleep and work", "Aalto, V", "Sleep", 2014), nil),
    HardPair(
      "thesis and article", record(lamps, "Aalto, V.", "", 2013, type: .thesis),
      record(lamps, people, "Sleep", 2014, "37:201-209"), .versionOf),
    HardPair(
      "journals whose names begin alike",
      record(
        "Light and sleep of nurses at sea in winter", people, "Brain", 2014,
        "137"),
      record("Light and sleep of nurses at sea in winter", people, "Brain Injury", 2014, "28:14-20"), .versionOf),
    HardPair(
      "journal of a part of the world",
      record("Light and sleep of nurses at sea in winter", people, "Asian Journal of Surgery", 2014, "137"),
      record("Light and sleep of nurses at sea in winter", people, "Journal of Surgery", 2014), .versionOf),
    HardPair(
      "thesis and its abstract", record(lamps, "Aalto, V.", "", 2013, type: .thesis),
      record(lamps, "Aalto, V.", "Dissertation Abstracts International: Section B", 2014, "75(2-B):99"), .versionOf),
    HardPair(
      "two drugs",
      record("Pharmacokinetics of aripiprazole in children with tics", people, "Paediatr Drugs", 2014, "16:201-209"),
      record("Pharmacokinetics of risperidone in children with tics", people, "Paediatr Drugs", 2014, "16:211-219"), nil
    ),
  ]
}
