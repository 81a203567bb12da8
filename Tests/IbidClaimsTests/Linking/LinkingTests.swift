import IbidArticles
import IbidModel
import Testing

@testable import IbidClaims

/// From a marker to its note, its references and their works.
struct LinkingTests {
  private static let engel = "Engel GL. The need for a new medical model. Science. 1977 Apr;196(4286):129–36."
  private static let low = "Low C, Moe D. Long lives and good health among the old. Aging. 2013;6(1):1–9."
  private static let lowAgain = "Low C. Short naps and long nights. Sleep. 2014;7(3):31–40."

  private static func record(
    _ key: String, _ title: String, _ authors: [String], _ year: Int?, pmid: String? = nil, doi: String? = nil
  ) -> Item {
    var item = Item(id: key, type: .articleJournal)
    item[.title] = title
    item[names: .author] = authors.map { Name(family: $0, given: "J") }
    if let year { item[date: .issued] = CSLDate(year) }
    item[.PMID] = pmid
    item[.DOI] = doi
    return item
  }

  private func linked(_ text: String, _ notes: [String] = [], records: [Item] = []) throws -> LinkedArticle {
    let notes = notes.enumerated().map { "\n\n[^\($0 + 1)]: \($1)" }.joined()
    let read = try ArticleReaders.read(Array((text + notes + "\n").utf8), path: "a.md")
    var linker = ArticleLinker(read.reading, records: MemoryRecords(records))
    return try linker.link(read.article)
  }

  private func keys(_ article: LinkedArticle) -> [String] { article.works.map(\.item.id) }

  @Test(
    "Works stand in the order of first citation; a note without a marker among the notes where these follow the text",
    arguments: [
      ("A.[^1] B.[^2] C.[^3]", ["engel1977", "low2013", "low2014"]),
      ("A.[^1] C.[^3]", ["engel1977", "low2013", "low2014"]),
      ("C.[^3] A.[^1]", ["low2014", "engel1977", "low2013"]), ("B.[^2] C.[^3]", ["engel1977", "low2013", "low2014"]),
      ("C.[^3] B.[^2] A.[^1]", ["low2014", "low2013", "engel1977"]),
      ("A.[^1] B.[^2] A.[^1]", ["engel1977", "low2013", "low2014"]),
      ("B.[^2] A.[^1] B.[^2]", ["low2013", "engel1977", "low2014"]), ("No more.", ["engel1977", "low2013", "low2014"]),
    ])
  func ordersWorks(text: String, expected: [String]) throws {
    let article = try linked(text, [Self.engel, Self.low, Self.lowAgain])
    #expect(keys(article) == expected)
    for marker in article.markers {
      let note = try #require(marker.note)
      #expect(marker.works == article.notes[note].works)
      #expect(marker.works.map { article.works[$0].item.id } == [["engel1977", "low2013", "low2014"][note]])
    }
  }

  @Test(
    "Short citations lead to the work that they mean",
    arguments: [
      (["E", "Ibid., p. 12."], ["engel1977"]), (["E", "L", "Ibid."], ["low2013"]),
      (["E", "Nothing is cited here at all.", "Ibid."], ["engel1977"]),
      (["E", "Ibid.", "ibid., 14."], ["engel1977"]), (["E L", "Ibid."], ["low2013"]),
      (["E", "L; ibid., p. 3."], ["low2013"]), (["Ibid."], []),
      (["E", "L", "Engel, op. cit., 130."], ["engel1977"]), (["L", "S", "Low, op. cit., 3."], ["low2014"]),
      (["L", "S", "E", "Low and Moe, Long Lives, 3."], ["low2013"]),
      (["L", "S", "Low, “Short Naps,” 33."], ["low2014"]),
      (["L", "S", "Low 2013, 4."], ["low2013"]), (["L", "S", "Low (n 1) 4."], ["low2013"]),
      (["E", "L", "See note 1 above."], ["engel1977"]), (["E", "Department of Walking, Leeds, 12."], []),
      (["E", "Engel, A Quite Different Book, 12."], []),
    ])
  func followsShortCitations(notes: [String], expected: [String]) throws {
    let references = ["E": Self.engel, "L": Self.low, "S": Self.lowAgain]
    let written = notes.map { note in
      note.split(separator: " ").map { word in
        let name = word.filter { $0 != ";" }
        return (references[name] ?? name) + word.dropFirst(name.count)
      }.joined(separator: " ")
    }
    let text = notes.indices.map { "Some sentence is here.[^\($0 + 1)]" }.joined(separator: " ")
    let article = try linked(text, written)
    let last = try #require(article.markers.last)
    #expect(last.works.map { article.works[$0].item.id }.suffix(1) == expected[...])
  }

  @Test("A key that is an identifier leads to the record that has it, to one of that key, or to a work of its own")
  func identifierKeys() throws {
    let records = [
      Self.record("roe2001", "A", ["Roe"], 2001, doi: "10.1000/a"), Self.record("doi:10.1000/b", "B", ["Poe"], 2002),
      Self.record("moe2003", "C", ["Moe"], 2003, pmid: "36593092"),
    ]
    let article = try linked(
      "A [@doi:10.1000/A; @pubmed:36593092]. B [@doi:10.1000/b]. C [@doi:10.1000/c].", records: records)
    #expect(
      article.markers.map { $0.works.map { article.works[$0].item[.title] ?? "-" } } == [["A"], ["C"], ["B"], ["-"]])
    #expect(article.statuses.allSatisfy { $0 == .cited })
  }

  @Test("Keys stand between notes in the order of the text, and mentions come behind")
  func ordersKeys() throws {
    let records = [Self.record("a", "A", ["Roe"], 2001), Self.record("b", "B", ["Poe"], 2002)]
    #expect(keys(try linked("A [@b]. B.[^1] C [@a].", [Self.engel], records: records)) == ["b", "engel1977", "a"])
    #expect(keys(try linked("Poe (2002) said. A [@a].", [], records: records)) == ["a", "b"])
  }

  @Test(
    "Two references are one work where they share an identifier, or title and author or year without contradiction",
    arguments: [
      ("Roe J. Ice. Pain. 2001;1:2. PMID 1", "Doe A. Snow. Heart. 2002;3:4. PMID 1", true),
      ("Roe J. Ice and snow. Pain. 2001;1:2. PMID 1", "Roe J. Ice and snow. Pain. 2001;1:2. PMID 2", false),
      ("Roe J. Ice and snow. Pain. 2001;1:2. PMID 1", "Roe J. Ice and snow. Pain. 2001;1:2.", true),
      ("Roe J. Ice and snow. Pain. 2001;1:2.", "Roe J. Ice & snow! Pain. 2002;1:2.", false),
      ("Roe J. Ice and snow. Pain. 2001;1:2.", "Roe J. ICE and snow. Pain. 2002;1:2.", true),
      ("Roe J. Ice and snow. Pain. 2001;1:2.", "Doe A. Ice and snow. Pain. 2001;1:2.", true),
      ("Roe J. Ice and snow. Pain. 2001;1:2.", "Doe A. Ice and snow. Pain. 2002;1:2.", false),
      ("Roe J. Ice and snow. Pain. 2001;1:2.", "Roe J. Ice and rain. Pain. 2001;1:2.", false),
    ])
  func tellsWorksApart(one: String, other: String, isOne: Bool) throws {
    let article = try linked("A.[^1] B.[^2]", [one, other])
    #expect(article.works.count == (isOne ? 1 : 2))
    #expect(article.notes.map { $0.references.map(\.work) } == [[0], [isOne ? 0 : 1]])
  }

  @Test("Works without a title are one only by an identifier")
  func holdsWithoutTitle() {
    let none = Self.record("a", "", ["Roe"], 2001)
    #expect(!SameWork.holds(none, none))
    #expect(!SameWork.holds(Self.record("a", "?", ["Roe"], 2001), Self.record("b", "!", ["Roe"], 2001)))
    #expect(SameWork.holds(Self.record("a", "", [], nil, pmid: "1"), Self.record("b", "x", [], nil, pmid: "1")))
    #expect(SameWork.keys(of: none) == [])
    #expect(SameWork.keys(of: Self.record("a", "Ice!", [], nil, pmid: "1")).count == 2)
  }

  @Test("Works of one author and year get keys of their own, which no record has")
  func givesKeys() throws {
    let other = "Low C. Other lives. Aging. 2013;6(1):11–19."
    #expect(keys(try linked("A.[^1] B.[^2]", [Self.low, other])) == ["low2013", "low2013a"])
    let taken = Self.record("low2013", "Something else", ["Low"], 2013)
    #expect(keys(try linked("A [@low2013]. B.[^1]", [other], records: [taken])) == ["low2013", "low2013a"])
  }

  @Test(
    "A note that only points at others has their works behind it",
    arguments: [
      (["See there.[^2]", engel], [[0], [0]]), (["See there.[^2][^3]", engel, low], [[0, 1], [0], [1]]),
      (["See there.[^2]", "See there.[^3]", engel], [[0], [0], [0]]), (["See there.[^1]", engel], [[], [0]]),
      (["See there.[^2]", "See there.[^1]"], [[], []]), (["\(engel) See there too.[^2]", low], [[0], [1]]),
      (["See there.[^2][^2]", engel], [[0], [0]]), (["See there.[^9]", engel], [[], [0]]),
    ])
  func followsNotes(notes: [String], works: [[Int]]) throws {
    let text = notes.indices.map { "A.[^\($0 + 1)]" }.joined(separator: " ")
    let article = try linked(text, notes)
    let byNote = notes.indices.map { note in
      article.works.isEmpty ? [] : Set(article.markers.first { $0.note == note }?.works ?? []).sorted()
    }
    #expect(byNote == works)
  }

  @Test("Notes may point at each other eight steps deep")
  func followsChains() throws {
    func count(_ steps: Int) throws -> Int {
      let chain = (0..<steps).map { "See there.[^\($0 + 2)]" } + [Self.engel]
      return try #require(try linked("A.[^1]", chain).markers.first).works.count
    }
    #expect(try [1, 2, 8, 9].map(count) == [1, 1, 1, 0])
  }

  @Test("A key in a note without a reference stands behind it")
  func followsKeysInNotes() throws {
    let article = try linked("A.[^1]", ["See [@a]."], records: [Self.record("a", "A", ["Roe"], 2001)])
    #expect(article.markers.first?.works == [0])
  }

  @Test(
    "A mention leads to the one work that it can mean",
    arguments: [
      ("Low et al (2013) said.", [["low2013"]]), ("Low et al (2014) said.", [["low2014"]]),
      ("Low et al (2015) said.", [["low2014"]]),
      ("Low et al (2016) said.", [[]]), ("Low and Moe (2013) said.", [["low2013"]]),
      ("Engel (1978) said.", [["engel1977"]]),
      ("Engel (1979) said.", [[]]), ("Moe et al said.", [[]]), ("Roe (2001) said.", [["r1"]]),
      ("Roe (2002) said.", [["r2"]]),
      ("Roe (2003) said.", [[]]), ("Roe et al said.", [[]]), ("Poe et al said.", [[]]), ("Coe et al said.", [[]]),
      ("Coe (2005) said.", [["p"]]),
    ])
  func resolvesMentions(sentence: String, works: [[String]]) throws {
    let records = [
      Self.record("r1", "A", ["Roe"], 2001), Self.record("r2", "B", ["Roe"], 2002),
      Self.record("p", "C", ["van Poe", "Coe"], 2005),
    ]
    let article = try linked(
      "A.[^1] B.[^2] C.[^3]\n\n\(sentence)", [Self.engel, Self.low, Self.lowAgain], records: records)
    #expect(article.mentions.map { $0.works.map { article.works[$0].item.id }.sorted() } == works)
  }

  @Test("In a note a mention means the note's own works first")
  func resolvesMentionsInNotes() throws {
    let article = try linked(
      "A.[^1] B.[^2]", ["\(Self.low) As Low et al said.", "\(Self.lowAgain) As Low et al said."])
    #expect(article.notes.map(\.mentions) == [[[0]], [[1]]])
    let apart = try linked("A.[^1] B.[^2]", [Self.low, "As Low et al said, it is so."])
    #expect(apart.notes.map(\.works) == [[0], [0]])
  }

  @Test(
    "A cited sentence that gathers up what was said covers what stands before it, in the same paragraph",
    arguments: [
      ("Rain rots wood. Sun cracks it. All of this was shown in Engel’s trial.[^1]", true),
      ("Rain rots wood. These figures are from one trial.[^1]", true),
      ("Rain rots wood. Both of those are known.", false), ("Rain rots wood. Sun cracks it.[^1]", false),
      ("Rain rots wood.\n\nAll of this was shown.[^1]", false), ("Rain rots wood. All trees fall.[^1]", false),
    ])
  func gathers(text: String, isCovered: Bool) throws {
    #expect(try linked(text, [Self.engel]).isCoveredLater(0) == isCovered)
  }

  @Test(
    "A sentence is cited where one work is behind it, hollow where only notes are, uncited where it is a claim",
    arguments: [
      ("Exercise reduces chronic pain in 40% of patients.[^1]", CitationStatus.cited),
      ("Exercise reduces chronic pain in 40% of patients.[^2]", .hollow),
      ("Exercise reduces chronic pain in 40% of patients.[^2][^1]", .cited),
      ("Exercise reduces chronic pain in 40% of patients.", .uncited),
      ("Exercise reduces chronic pain in 40% of patients.[^9]", .uncited),
      ("Exercise reduces chronic pain in 40% of patients [@nobody].", .uncited), ("Tea is nice.", .none),
      ("Tea is nice.[^2]", .hollow),
      ("As Engel (1977) said, tea is nice.", .cited), ("As Soligard (1977) said, tea is nice.", .uncited),
    ])
  func tellsStatus(sentence: String, status: CitationStatus) throws {
    #expect(try linked(sentence, [Self.engel, "So they say."]).statuses.first == status)
  }

  // MARK: Records in memory

  private static let records = [
    record("a", "Ice and snow", ["Roe", "Doe"], 2001, pmid: "1"),
    record("b", "Ice and rain", ["Roe"], 2002, doi: "10.1000/x"),
    record("a", "Sun", ["Zoë"], 2003, pmid: "1"), record("d", "", [], nil),
  ]

  @Test("Of equal keys the first is found; names are found folded, with all and of the year")
  func looksUp() {
    let records = MemoryRecords(Self.records)
    #expect(records.record(key: "a")?[.title] == "Ice and snow")
    #expect(records.record(key: "z") == nil)
    func titles(_ families: [String], _ year: Int? = nil) -> [String?] {
      records.records(by: families, year: year).map { $0[.title] }
    }
    #expect(titles(["ROE"]) == ["Ice and snow", "Ice and rain"])
    #expect(titles(["Roe"], 2002) == ["Ice and rain"])
    #expect(titles(["Roe"], 2003) == [])
    #expect(titles(["Roe", "Doe"]) == ["Ice and snow"])
    #expect(titles(["Doe", "Roe"]) == ["Ice and snow"])
    #expect(titles(["zoe"]) == ["Sun"])
    #expect(titles([]) == [] && titles(["Nobody"]) == [] && titles(["Roe", "Nobody"]) == [])
  }
}
