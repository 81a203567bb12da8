import IbidModel
import IbidNotes
import Testing

struct MatcherTests {
  private static let library: [Item] = [
    work("Heel raises for sore tendons", "Okafor", 2015, volume: "12", page: "100-109", pmid: "20000001"),
    work(
      "Sleep and recurring shoulder complaints in nurses", "Lindqvist", 2018, volume: "7", page: "e33", pmid: "20000002"
    ),
    work("Sleep and recurring shoulder complaints in teachers", "Lindqvist", 2019, volume: "8", page: "41-48"),
    work("Walking", "Moreau", 2001, volume: "3", page: "1-2"),
    work("Ice baths and mood: part 1", "Tanaka", 2011, volume: "5", page: "11-20"),
    work("Ice baths and mood: part 2", "Tanaka", 2011, volume: "5", page: "21-30"),
  ]

  private static func work(
    _ title: String, _ author: String, _ year: Int, volume: String, page: String, pmid: String? = nil
  ) -> Item {
    var item = Item(type: .articleJournal)
    item[.title] = title
    item[names: .author] = [Name(family: author, given: "A")]
    item[date: .issued] = CSLDate(year)
    item[.volume] = volume
    item[.page] = page
    item[.PMID] = pmid
    return item
  }

  @Test(arguments: [
    ("Okafor A. Heel raises for sore tendons. J Gait. 2015;12:100–9.", 0),
    ("Okafor A. Heel raises for sore tendon. J Gait. 2015;12:100–9.", 0),
    ("Lindqvist A. Sleep and recurring shoulder complaints in teachers. Work. 2019;8:41–8.", 2),
    ("Tanaka A. Ice baths and mood: part 2. Cold. 2011;5:21–30.", 5),
    ("Okafor A. Hill raises for sore tendons. J Gait. 2015;12:100–9. PMID 20000001", 0),
  ])
  func findsTheWork(reference: String, index: Int) throws {
    #expect(try match(reference).outcome == .matched(index))
  }

  @Test(arguments: [
    // Another work by the same author; another author's work of a similar title; a title that says too little.
    "Okafor A. Stretching for sore shoulders. J Gait. 2015;12:200–9.",
    "Nakamura B. Sleep and recurring shoulder complaints in drivers. Work. 2021;10:1–8.",
    "Weber C. Walking. Gait. 1987;9:77.",
  ])
  func leavesAbsentWorksUnmatched(reference: String) throws {
    #expect(try match(reference).outcome == .none)
  }

  @Test func tellsAnIdentifierOfAnotherWork() throws {
    let match = try match(
      "Lindqvist A. Sleep and recurring shoulder complaints in teachers. Work. 2019;8:41–8. PMID 20000001")
    #expect(match.outcome == .matched(2))
    #expect(match.conflicts.map(\.item) == [0])
  }

  @Test(
    "Of two items of one work that is meant which is spelled as the reference",
    arguments: [
      ("Weber C. A manual of the heel, 2nd ed. Leeds: Norton; 1989.", 1),
      ("Weber C. A manual of the heel, 2nd edn. Leeds: Norton; 1989.", 2),
      ("Weber C. A manual of the heel. Leeds: Norton; 1989.", 0),
    ])
  func choosesTheSpelling(reference: String, index: Int) throws {
    let titles = ["A manual of the heel", "A manual of the heel, 2nd ed", "A manual of the heel: 2nd edn"]
    let matcher = Matcher(
      MemoryWorks(titles.map { Self.work($0, "Weber", 1989, volume: "", page: "") } + Self.library))
    #expect(try matcher.match(parseReference(reference).item, text: reference).outcome == .matched(index))
  }

  @Test func doesNotChooseBetweenEqualItems() throws {
    let matcher = Matcher(MemoryWorks(Self.library + [Self.library[0]]))
    let text = "Okafor A. Heel raises for sore tendons. J Gait. 2015;12:100–9."
    #expect(try matcher.match(parseReference(text).item, text: text).outcome == .ambiguous([0, 6]))
  }

  @Test(
    "A reference without a title is found by its journal, volume, first page and year",
    arguments: [
      ("A. Okafor, J. Gait 12, 100 (2015).", 0), ("Okafor, A. J. Gait 2015, 12, 100–109.", 0),
      ("A. Okafor, J. Gait 12, 101 (2015).", nil), ("A. Okafor, J. Gait 13, 100 (2015).", nil),
      ("A. Okafor, J. Gait 12, 100 (2016).", nil), ("B. Weber, Spine 12, 100 (2015).", nil),
    ] as [(String, Int?)])
  func findsUntitled(reference: String, index: Int?) throws {
    var works = Self.library
    works[0][.containerTitle] = "Journal of Gait"
    #expect(try Matcher(MemoryWorks(works)).match(parseReference(reference).item, text: reference).index == index)
  }

  @Test("A title of one word that many works have is found by author, year and page")
  func findsCommonTitles() throws {
    let works = (0..<600).map { number in
      Self.work("Introduction", "Weber", 1990 + number % 7, volume: "", page: "\(number)-\(number + 9)")
    }
    let text = "Weber A. Introduction. In: Gait in all lands. Leeds: Norton; 1993. p. 38-47."
    let match = try Matcher(MemoryWorks(works)).match(parseReference(text).item, text: text)
    #expect(match.outcome == .matched(38))
  }

  private func match(_ text: String) throws -> Match {
    try Matcher(MemoryWorks(Self.library)).match(parseReference(text).item, text: text)
  }
}
