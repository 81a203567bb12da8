import IbidModel

extension HardPair {
  private static let chairs = "Yoga on chairs for older adults with osteoarthritis of the knee"
  private static let people = "Okafor, C. N.; Lindqvist, B.; Haddad, R."

  /// Records of one work.
  static let same: [HardPair] = titles + names + places + identifiers

  private static let titles: [HardPair] = [
    pair("title in capitals", "YOGA ON CHAIRS FOR OLDER ADULTS WITH OSTEOARTHRITIS OF THE KNEE"),
    pair("remark of a database", chairs + ". [Review] [61 refs]"),
    pair("language behind the title", chairs + ". [Portuguese]"),
    pair("note of an erratum that appeared", chairs + ".[Erratum appears in Clin Rehabil. 2011 Sep;25(9):864]"),
    pair("note that is broken off", chairs + "... [corrected][published erratum appears in Clin Reh"),
    pair("kind of abstract", chairs + " (Structured abstract)"),
    pair("translated title in brackets", "[" + chairs + "]"),
    pair("translated title, with its language", "[" + chairs + "]. [Danish]"),
    pair("subtitle cut off", chairs + ": a randomised trial"),
    pair("question mark before the subtitle", chairs + "? A cluster randomised study"),
    pair("slip of the pen", "Yoga on chairs for older adults with osteoartritis of the knee"),
    pair("letters swapped", "Yoga on chiars for older adults with osteoarthritis of the knee"),
    pair("words joined", "Yoga onchairs for older adults with osteoarthritis of the knee"),
    pair("retracted since", "RETRACTED: " + chairs),
    pair("tags", "<i>Yoga</i> on chairs for older adults with osteoarthritis of the knee"),
    HardPair(
      "another country's spelling",
      record(
        "Tumour oedema and haemorrhage in paediatric neurosurgery", "Berg, A; Cho, M", "Childs Brain", 2004, "9:1201-8"),
      record(
        "Tumor edema and hemorrhage in pediatric neurosurgery", "Berg, A.; Cho, M.", "Child's Brain", 2004,
        "9(4):1201-1208"), .sameWork),
    HardPair(
      "Greek letter spelled out",
      record("TNF-α and β-catenin in bone loss after menopause", "Ito, K; Sato, M", "Bone Rep", 2015, "3:44-51"),
      record(
        "TNF-alpha and beta-catenin in bone loss after menopause", "Ito, Kenji; Sato, Mei", "Bone Reports", 2015,
        "3:44-51"), .sameWork),
    HardPair(
      "Greek letter lost",
      record("Interleukin-1 in the synovial fluid of runners", "Ito, K; Sato, M", "Joint Res", 2012, "8:14-19"),
      record(
        "Interleukin-1 beta in the synovial fluid of runners", "Ito, K; Sato, M", "Joint Research", 2012, "8(1):14-9"),
      .sameWork),
    HardPair(
      "entities and signs",
      record(
        "Outcomes at &ge;65 years: strength &amp; balance in a fall clinic", "Moreau, P", "Age Care", 2009, "12:7-15"),
      record(
        "Outcomes at >or=65 years: strength and balance in a fall clinic", "Moreau, P.", "Age & Care", 2009, "12:7-15"),
      .sameWork),
    HardPair(
      "raised digits",
      record("Mapping of ⁹⁹mTc-labelled red cells in deep bleeding", "Novak, J; Horvat, I", "Scan", 1999, "40:88-93"),
      record("Mapping of 99mTc-labelled red cells in deep bleeding", "Novak, J; Horvat, I", "Scan", 1999, "40:88-93"),
      .sameWork),
    HardPair(
      "numbers in words and in Roman",
      record(
        "Two doses of vitamin D in type II diabetes: a cross-over trial", "Ahn, S; Park, J", "Diab Nutr", 2016,
        "21:301-9"),
      record(
        "2 doses of vitamin D in type 2 diabetes: a cross-over trial", "Ahn, S.; Park, J.", "Diabetes & Nutrition",
        2016, "21:301-309"), .sameWork),
    HardPair(
      "each database translates",
      record(
        "[Disorders of gait and their treatment in the first weeks after stroke]",
        "Ivanov, P S; Petrova, O; Sidorov, K", "Zhurnal Nevrologii", 2010, "110(4):21-27"),
      record(
        "Gait disturbances and therapy in acute stroke. [Russian]", "Ivanov, P. S.; Petrova, O.; Sidorov, K.",
        "Zhurnal Nevrologii", 2010, "110(4):21-27"), .sameWork),
    HardPair(
      "title in two languages",
      record(
        "Schmerz nach Operationen am Knie = Pain after operations on the knee", "Vogel, T; Kraus, H", "Orthop Prax",
        2007, "43:11-19"),
      record("Pain after operations on the knee", "Vogel, T.; Kraus, H.", "Orthopaedische Praxis", 2007, "43:11-19"),
      .sameWork),
  ]

  private static let names: [HardPair] = [
    authors("full first names", "Okafor, Chidi Nnamdi; Lindqvist, Birgitta; Haddad, Rami"),
    authors("only the first author", "Okafor, C. N."),
    authors("names in one piece", "Chidi N. Okafor; Birgitta Lindqvist; Rami Haddad"),
    authors("family and first names swapped", "Chidi, Okafor; Birgitta, Lindqvist; Rami, Haddad"),
    authors("other order", "Lindqvist, B.; Okafor, C. N.; Haddad, R."),
    authors("a body behind them", "Okafor, C. N.; Lindqvist, B.; Haddad, R.; CHAIR Study Group"),
    authors("no authors", ""),
    authors("a slip in a name", "Okafor, C. N.; Lindquist, B.; Hadad, R."),
    HardPair(
      "particles",
      record("Falls in homes for the blind", "van den Heuvel, P A; de la Cruz, M", "Eye Care", 2003, "5:55-61"),
      record("Falls in homes for the blind", "Heuvel, P. A. van den; Cruz, M. D. L.", "Eye Care", 2003, "5:55-61"),
      .sameWork),
    HardPair(
      "two family names parted",
      record("Screening at the workplace in six valleys", "Conti Rossi, P; Neri, A", "Ann Ig", 2010, "22:14-20"),
      record(
        "Screening at the workplace in six valleys", "Conti, Rossi P; Neri, A", "Annali di Igiene", 2010, "22:14-20"),
      .sameWork),
    HardPair(
      "accents",
      record("Prevalencia de dolor lumbar en vendimiadores", "Muñoz, J; Peña, L", "Rev Salud", 2001, "8:3-12"),
      record("Prevalencia de dolor lumbar en vendimiadores", "Munoz, J.; Pena, L.", "Revista de Salud", 2001, "8:3-12"),
      .sameWork),
  ]

  private static let places: [HardPair] = [
    place("pages abbreviated", "25(4):312-9"),
    place("pages missing", "25(4)"),
    place("first page only", "25(4):312"),
    place("only the end of the pages left", "25(4):t-19"),
    place("supplement for the first page", "25:Suppl-319"),
    place("another issue", "25(5):312-319"),
    place("last page mistaken", "25(4):312-391"),
    place("number of the article for pages", "25(4):e40312"),
    place("volume and issue missing", ":312-319"),
    place("nothing but journal and year", ""),
    place("volume mistaken", "26(4):312-319"),
    HardPair("journal abbreviated", base, record(chairs, people, "Clin. Rehabil.", 2011, "25:312-319"), .sameWork),
    HardPair(
      "journal with its body", base,
      record(chairs, people, "Clinical rehabilitation : official journal of a society", 2011, "25:312-319"), .sameWork),
    HardPair(
      "journal with its medium", base,
      record(chairs, people, "Clinical Rehabilitation [Electronic Resource]", 2011, "25:312-319"), .sameWork),
    HardPair(
      "year in print", base, record(chairs, people, "Clinical Rehabilitation", 2010, "25(4):312-319"), .sameWork),
    HardPair("online a year before", base, record(chairs, people, "Clinical Rehabilitation", 2010), .sameWork),
    HardPair(
      "year mistaken", base, record(chairs, people, "Clinical Rehabilitation", 2001, "25(4):312-319"), .sameWork),
    HardPair(
      "journal translated", base, record(chairs, people, "Klinisk rehabilitering", 2011, "25(4):312-319"), .sameWork),
    HardPair("journal missing", base, record(chairs, people, "", 2011, "25(4):312-319"), .sameWork),
    HardPair(
      "acronym", record("Snoring in trombone players", "Fry, D; Low, E", "BMJ", 2006, "332:19-21"),
      record("Snoring in trombone players", "Fry, D; Low, E", "British Medical Journal", 2006, "332(7532):19-21"),
      .sameWork),
    HardPair(
      "acronym before the name", record("Snoring in trombone players", "Fry, D; Low, E", "CMAJ", 2006, "174:19-21"),
      record(
        "Snoring in trombone players", "Fry, D; Low, E", "CMAJ Canadian Medical Association Journal", 2006, "174:19"),
      .sameWork),
    HardPair(
      "letters of the name before it",
      record("Lesions of the fornix on early scans", "Fry, D; Low, E", "AJNR Am J Neuroradiol", 2006, "27:19"),
      record(
        "Lesions of the fornix on early scans", "Fry, D; Low, E", "American Journal of Neuroradiology", 2006, "27(1)"),
      .sameWork),
    HardPair(
      "section of a journal",
      record(
        "Lesions of the fornix on early scans", "Fry, D; Low, E", "Psychiatry Research: Neuroimaging", 2006, "127:19"),
      record("Lesions of the fornix on early scans", "Fry, D; Low, E", "Psychiatry Research - Neuroimaging", 2006),
      .sameWork),
    HardPair(
      "protocol, its subtitle cut off",
      record("Lesions of the fornix on early scans", "Fry, D; Low, E", "Trials", 2006, "7:19"),
      record("Lesions of the fornix on early scans: study protocol", "Fry, D; Low, E", "Trials", 2006, "7:19"),
      .sameWork),
    HardPair(
      "the article's number and pages of the print",
      record("Lesions of the fornix on early scans", "Fry, D; Low, E", "BMJ", 2010, "340:1014"),
      record("Lesions of the fornix on early scans", "Fry, D; Low, E", "BMJ (Online)", 2010, "340:c1804"), .sameWork),
    HardPair(
      "abbreviated journal, and two names in one",
      record("Lesions of the fornix on early scans", "Fry, D; Low, E", "Int J Cancer", 2010, "140:1014"),
      record(
        "Lesions of the fornix on early scans", "Fry, D; Low, E",
        "International journal of cancer.Journal international du cancer", 2010, "140"), .sameWork),
    HardPair(
      "an issue for a volume",
      record(
        "Music for pain after tooth extraction", "Day, J; Eze, U", "Cochrane Database of Systematic Reviews", 2012,
        "5:CD009999"),
      record(
        "Music for pain after tooth extraction", "Day, J.; Eze, U.", "The Cochrane database of systematic reviews",
        2012, "(5)"), .sameWork),
    HardPair(
      "short title, all the rest the same", record("Editorial", "Ruiz, M", "Pain Pract", 2008, "8(2):77-78"),
      record("Editorial", "Ruiz, M.", "Pain Practice", 2008, "8(2):77-8"), .sameWork),
    HardPair(
      "abstract of a meeting twice",
      record("Prism glasses for neglect: a pilot", "Ode, F; Wu, L", "Stroke", 2010, "41(7):e505"),
      record("Prism glasses for neglect: A pilot", "Ode, F.; Wu, L.", "Stroke", 2010, "41(7):e505-e506"), .sameWork),
    HardPair(
      "thesis in two catalogues",
      record("Reading after injury to the left hemisphere", "Yun, Hae", "", 2007, type: .thesis),
      record("Reading after injury to the left hemisphere", "Yun, H.", "", 2007, type: .thesis), .sameWork),
  ]

  private static let identifiers: [HardPair] = [
    HardPair(
      "same DOI, poor record", record(chairs, "", "", 0, doi: "10.1177/1234"),
      record(chairs, people, "Clinical Rehabilitation", 2011, "25(4):312-319", doi: "https://doi.org/10.1177/1234"),
      .sameWork),
    HardPair(
      "wrong DOI", record(chairs, people, "Clinical Rehabilitation", 2011, "25(4):312-319", doi: "10.1177/9999"),
      record(chairs, people, "Clinical Rehabilitation", 2011, "25(4):312-319", doi: "10.1177/1234"), .sameWork),
    HardPair(
      "same PMID, title rewritten",
      record(chairs + " in rural districts", people, "Clin Rehabil", 2011, "25:312", pmid: "21000001"),
      record(chairs, people, "Clinical Rehabilitation", 2011, "25(4):312-319", pmid: "21000001"), .sameWork),
    HardPair(
      "book with and without its ISBN",
      record("Handbook of manual lymph drainage", "Kato, R; Bell, S", "", 2014, type: .book, isbn: "9780306406157"),
      record("Handbook of manual lymph drainage", "Kato, R.; Bell, S.", "", 2014, type: .book), .sameWork),
  ]

  private static let base = record(chairs, people, "Clinical Rehabilitation", 2011, "25(4):312-319")

  private static func pair(_ kind: String, _ title: String) -> HardPair {
    HardPair(kind, base, record(title, people, "Clinical Rehabilitation", 2011, "25(4):312-319"), .sameWork)
  }

  private static func authors(_ kind: String, _ authors: String) -> HardPair {
    HardPair(kind, base, record(chairs, authors, "Clinical Rehabilitation", 2011, "25(4):312-319"), .sameWork)
  }

  private static func place(_ kind: String, _ place: String) -> HardPair {
    HardPair(kind, base, record(chairs, people, "Clinical Rehabilitation", 2011, place), .sameWork)
  }
}
