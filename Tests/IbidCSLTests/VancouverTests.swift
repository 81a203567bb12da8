import IbidCSL
import IbidModel
import Testing

/// References as NLM's «Samples of Formatted References» and PubMed print them.
struct VancouverTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let json: String
    let text: String
    var testDescription: String { text }
  }

  static let samples: [Sample] = [
    Sample(
      json: """
        {"id": "a", "type": "article-journal", "title": "Dispelling the myth that chronic pain is unresponsive to treatment",
         "author": [{"family": "Saragiotto", "given": "Bruno T"}, {"family": "Maher", "given": "Chris G"},
         {"family": "Traeger", "given": "Adrian C"}, {"family": "Li", "given": "Qiang"},
         {"family": "McAuley", "given": "James H"}], "container-title": "British journal of sports medicine",
         "container-title-short": "Br J Sports Med", "volume": "51", "issue": "13", "page": "986-988",
         "issued": {"date-parts": [[2017, 7]]}, "DOI": "10.1136/bjsports-2016-096821", "PMID": "27797740"}
        """,
      text: """
        1. Saragiotto BT, Maher CG, Traeger AC, Li Q, McAuley JH. Dispelling the myth that chronic pain is unresponsive \
        to treatment. Br J Sports Med. 2017 Jul;51(13):986-8. doi: 10.1136/bjsports-2016-096821. PubMed PMID: 27797740.
        """),
    Sample(
      json: """
        {"id": "a", "type": "article-journal", "title": "Solid-organ transplantation in HIV-infected patients",
         "author": [{"family": "Halpern", "given": "SD"}, {"family": "Ubel", "given": "PA"},
         {"family": "Caplan", "given": "AL"}], "container-title-short": "N. Engl. J. Med.", "volume": "347",
         "issue": "4", "page": "284-287", "issued": {"date-parts": [[2002, 7, 25]]}}
        """,
      text: """
        1. Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. \
        2002 Jul 25;347(4):284-7.
        """),
    Sample(
      json: """
        {"id": "a", "type": "article-journal", "title": "Regulation of interstitial excitatory amino acid \
        concentrations after cortical contusion injury", "author": [{"family": "Rose", "given": "ME"},
         {"family": "Huerbin", "given": "MB"}, {"family": "Melick", "given": "J"}, {"family": "Marion", "given": "DW"},
         {"family": "Palmer", "given": "AM"}, {"family": "Schiding", "given": "JK"},
         {"family": "Kochanek", "given": "PM"}, {"family": "Graham", "given": "SH"}],
         "container-title-short": "Brain Res", "volume": "935", "issue": "1-2", "page": "40-46",
         "issued": {"date-parts": [[2002]]}}
        """,
      text: """
        1. Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of interstitial \
        excitatory amino acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-6.
        """),
    Sample(
      json: """
        {"id": "a", "type": "article-journal", "title": "Comorbidity and repeat admission to hospital for adverse \
        drug reactions in older adults: retrospective cohort study", "author": [{"family": "Zhang", "given": "Min"},
         {"family": "Holman", "given": "C D'Arcy J"}], "container-title-short": "BMJ", "volume": "338",
         "page": "a2752", "issued": {"date-parts": [[2009, 1, 7]]}, "DOI": "10.1136/bmj.a2752", "PMID": 19129307,
         "PMCID": "PMC2615549"}
        """,
      text: """
        1. Zhang M, Holman CDJ. Comorbidity and repeat admission to hospital for adverse drug reactions in older \
        adults: retrospective cohort study. BMJ. 2009 Jan 7;338:a2752. doi: 10.1136/bmj.a2752. PubMed PMID: 19129307; \
        PubMed Central PMCID: PMC2615549.
        """),
    Sample(
      json: """
        {"id": "a", "type": "article-journal", "title": "Hypertension, insulin, and proinsulin in participants with \
        impaired glucose tolerance", "author": [{"literal": "Diabetes Prevention Program Research Group"}],
         "container-title-short": "Hypertension", "volume": "40", "issue": "5", "page": "679-686",
         "issued": {"date-parts": [[2002]]}}
        """,
      text: """
        1. Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with \
        impaired glucose tolerance. Hypertension. 2002;40(5):679-86.
        """),
    Sample(
      json: """
        {"id": "a", "type": "article-journal", "title": "21st century heart solution may have a sting in the tail",
         "container-title-short": "BMJ", "volume": "325", "issue": "7357", "page": "184",
         "issued": {"date-parts": [[2002]]}}
        """,
      text: "1. 21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184."),
    Sample(
      json: """
        {"id": "a", "type": "book", "title": "Medical microbiology", "author": [{"family": "Murray", "given": "PR"},
         {"family": "Rosenthal", "given": "KS"}, {"family": "Kobayashi", "given": "GS"},
         {"family": "Pfaller", "given": "MA"}], "edition": "4", "publisher-place": "St. Louis",
         "publisher": "Mosby", "issued": {"date-parts": [[2002]]}}
        """,
      text:
        "1. Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. St. Louis: Mosby; 2002."),
    Sample(
      json: """
        {"id": "a", "type": "book", "title": "Operative obstetrics", "editor": [
         {"family": "Gilstrap", "given": "LC", "suffix": "3rd"}, {"family": "Cunningham", "given": "FG"},
         {"family": "VanDorsten", "given": "JP"}], "edition": "2", "publisher-place": "New York",
         "publisher": "McGraw-Hill", "issued": {"date-parts": [[2002]]}}
        """,
      text: """
        1. Gilstrap LC 3rd, Cunningham FG, VanDorsten JP, editors. Operative obstetrics. 2nd ed. New York: \
        McGraw-Hill; 2002.
        """),
    Sample(
      json: """
        {"id": "a", "type": "chapter", "title": "Chromosome alterations in human solid tumors",
         "author": [{"family": "Meltzer", "given": "PS"}, {"family": "Kallioniemi", "given": "A"},
         {"family": "Trent", "given": "JM"}], "container-title": "The genetic basis of human cancer",
         "editor": [{"family": "Vogelstein", "given": "B"}, {"family": "Kinzler", "given": "KW"}],
         "publisher-place": "New York", "publisher": "McGraw-Hill", "page": "93-113",
         "issued": {"date-parts": [[2002]]}}
        """,
      text: """
        1. Meltzer PS, Kallioniemi A, Trent JM. Chromosome alterations in human solid tumors. In: Vogelstein B, \
        Kinzler KW, editors. The genetic basis of human cancer. New York: McGraw-Hill; 2002. p. 93-113.
        """),
    Sample(
      json: """
        {"id": "a", "type": "thesis", "genre": "dissertation", "title": "Infant sleep and feeding: a telephone survey \
        of Hispanic Americans", "author": [{"family": "Borkowski", "given": "MM"}],
         "publisher-place": "Mount Pleasant (MI)", "publisher": "Central Michigan University",
         "issued": {"date-parts": [[2002]]}}
        """,
      text: """
        1. Borkowski MM. Infant sleep and feeding: a telephone survey of Hispanic Americans [dissertation]. \
        Mount Pleasant (MI): Central Michigan University; 2002.
        """),
    Sample(
      json: """
        {"id": "a", "type": "webpage", "title": "Cancer-Pain.org", "publisher-place": "New York",
         "publisher": "Association of Cancer Online Resources", "issued": {"date-parts": [[2000]]},
         "accessed": {"date-parts": [[2002, 7, 9]]}, "URL": "http://www.cancer-pain.org/"}
        """,
      text: """
        1. Cancer-Pain.org [Internet]. New York: Association of Cancer Online Resources; 2000 [cited 2002 Jul 9]. \
        Available from: http://www.cancer-pain.org/
        """),
  ]

  @Test("Writes references as NLM's samples do", arguments: samples)
  func writesReferencesAsSamples(sample: Sample) throws {
    let style = try #require(Style.named("vancouver"))
    let item = try #require(Item(cslJSON: try JSONReader.value(of: sample.json)))
    let result = Processor(style: style).process(items: [item], citations: [Citation([Cite(id: "a")])])
    #expect(result.bibliography.map(\.text) == [sample.text])
    #expect(result.citations == ["(1)"])
    #expect(result.warnings.isEmpty)
  }

  @Test("Numbers works in order of first citation and collapses runs of numbers")
  func numbersInOrderOfCitation() throws {
    let style = try #require(Style.named("nlm-citation-sequence"))
    let items = ["a", "b", "c", "d"].map { id in
      var item = Item(id: id, type: .book)
      item[.title] = id
      return item
    }
    let cites = [["d"], ["b", "a", "c"], ["d", "c"]].map { Citation($0.map { Cite(id: $0) }) }
    let result = Processor(style: style).process(items: items, citations: cites)
    #expect(result.citations == ["(1)", "(2-4)", "(1,4)"])
    #expect(result.bibliography.map(\.text) == ["1. d.", "2. b.", "3. a.", "4. c."])
  }

  @Test(
    "Gives the author alone, or all but the author, where the prose says the rest",
    arguments: [
      ("apa", Cite.Mode.authorOnly, "Doe & Roe"), ("apa", .suppressAuthor, "(2020)"),
      ("apa", .complete, "(Doe & Roe, 2020)"), ("vancouver", .authorOnly, "Doe and Roe"),
      ("vancouver", .suppressAuthor, "(1)"),
    ])
  func rendersParts(style: String, mode: Cite.Mode, text: String) throws {
    var item = Item(id: "a", type: .book)
    item[names: .author] = [Name(family: "Doe", given: "Jane"), Name(family: "Roe", given: "Karl")]
    item[date: .issued] = CSLDate(2020)
    let result = Processor(style: try #require(Style.named(style))).process(
      items: [item], citations: [Citation([Cite(id: "a", mode: mode)])])
    #expect(result.citations == [text])
  }
}
