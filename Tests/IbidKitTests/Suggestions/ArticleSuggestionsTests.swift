import IbidKit
import IbidModel
import TestSupport
import Testing

/// Suggestions from invented libraries: of plants, medicine and schools.
struct ArticleSuggestionsTests {
  private static func item(_ key: String, _ year: Int, _ title: String, _ abstract: String?) -> Item {
    var item = Item(id: key, type: .articleJournal)
    item[.title] = title
    item[.abstract] = abstract
    item[date: .issued] = CSLDate(year)
    item[names: .author] = [Name(family: "Sato", given: "Mei")]
    return item
  }

  private static let items = [
    item(
      "mulch", 2018, "Straw mulch and evaporation from vineyard soils",
      "Water is scarce. In dry summers straw mulch halved evaporation from soils between the vines."),
    item(
      "aphids", 2015, "Aphids on barley after mild winters",
      "Mild winters let aphids survive. They carried barley yellow dwarf virus to one field in three."),
    item(
      "sleep", 2012, "Short sleep and blood pressure in nurses",
      "Nurses on night shifts slept five hours. Their systolic blood pressure was raised by 6%."),
    item(
      "vaccine", 2016, "Influenza vaccination of pregnant women: a randomized controlled trial",
      "Vaccination of pregnant women protected their infants against influenza."),
    item(
      "reading", 2014, "Reading aloud and vocabulary in primary schools",
      "Pupils who were read to every day had larger vocabularies a year later."),
    item("rents", 2017, "Rents, wages and moving house in large towns", nil),
  ]

  private func suggestions(
    _ text: String, from items: [Item] = Self.items, path: String = "a.md", limit: Int = 5
  ) throws -> ArticleSuggestions {
    let records = Records(items)
    let article = try CheckedArticle(bytes: Array(text.utf8), path: path, records: records)
    return try ArticleSuggestions(for: article, from: records, limit: limit)
  }

  @Test(
    "The work that says what a sentence says comes first, and is likely",
    arguments: [
      ("Straw mulch halves the evaporation from vineyard soils in dry summers.", "mulch"),
      ("After mild winters aphids carry yellow dwarf virus into fields of barley.", "aphids"),
      ("Nurses who work on night shifts sleep for a short time and have a raised blood pressure.", "sleep"),
      ("When pregnant women are vaccinated against influenza their infants are protected.", "vaccine"),
      ("Pupils of primary schools who are read to aloud have larger vocabularies.", "reading"),
      ("High rents and low wages keep people from moving house in large towns.", "rents"),
    ])
  func findsTheWork(claim: String, key: String) throws {
    let claims = try suggestions(claim).claims
    #expect(claims.map(\.text) == [claim])
    #expect(claims.first?.suggestions.first?.key == key)
    #expect(claims.first?.isSupported == true)
  }

  @Test(
    "A sentence that nothing in the library supports gets nothing that is likely",
    arguments: [
      "Comets are made of ice and dust from the rim of the solar system.",
      "Der Umsatz der Brauereien ist in diesem Jahr um ein Zehntel gefallen.",
      "睡眠不足は血圧を上げることが知られている。 睡眠 不足 血圧",
      "It is what many of us have always thought about it.",
    ])
  func knowsWhatIsNotThere(claim: String) throws {
    #expect(try suggestions(claim).claims.allSatisfy { !$0.isSupported })
  }

  @Test(
    "What has a work, asks, or heads a section wants none",
    arguments: [
      "Straw mulch halves the evaporation from vineyard soils in dry summers [@mulch].",
      "Does straw mulch halve the evaporation from vineyard soils in dry summers?",
      "# Straw mulch halves the evaporation from vineyard soils", "Straw mulch works.",
    ])
  func leavesOut(text: String) throws { #expect(try suggestions(text).claims.isEmpty) }

  @Test("A citation that leads nowhere leaves a sentence without one")
  func looksAtUnresolved() throws {
    let claim = "Straw mulch halves the evaporation from vineyard soils in dry summers [@lost2001]."
    #expect(try suggestions(claim).claims.first?.suggestions.first?.key == "mulch")
  }

  @Test(
    "Nothing is newer than the article, as far as it tells its date",
    arguments: [("date: 2018", true), ("date: 2017", false), ("lang: en", true)])
  func knowsTheDate(line: String, isThere: Bool) throws {
    let text = "---\n\(line)\n---\n\nStraw mulch halves the evaporation from vineyard soils in dry summers.\n"
    let keys = try suggestions(text).claims.flatMap(\.suggestions).map(\.key)
    #expect(keys.contains("mulch") == isThere)
  }

  @Test("Neither retracted works nor the article itself are suggested")
  func leavesOutRetracted() throws {
    var retracted = Self.items
    retracted[0].pubmed = PubMedFacts(
      json: #"{"PublicationTypeList": [{"UI": "D016441", "text": "Retracted Publication"}]}"#)
    let claim = "Straw mulch halves the evaporation from vineyard soils in dry summers."
    #expect(try !suggestions(claim, from: retracted).claims.flatMap(\.suggestions).map(\.key).contains("mulch"))
    let own = "---\ntitle: Straw mulch and evaporation, from vineyard soils\n---\n\n\(claim)\n"
    #expect(try !suggestions(own).claims.flatMap(\.suggestions).map(\.key).contains("mulch"))
  }

  @Test("The sentences beside a claim and the article's title say what it is about")
  func looksAround() throws {
    let claim = "Much less water was lost by it in summer."
    let around = "Winegrowers put straw mulch between their vines. \(claim) Evaporation from such soils was halved."
    let claims = try suggestions("---\ntitle: Mulch in vineyards\n---\n\n\(around)\n").claims
    #expect(claims.first { $0.text == claim }?.suggestions.first?.key == "mulch")
  }

  @Test("A likely work is shown with its nearest sentence, shared words, what differs, and how it is cited")
  func tells() throws {
    let text = "The systolic blood pressure of nurses who sleep for a short time was raised by 20%."
    let first = try #require(try suggestions(text).claims.first?.suggestions.first)
    let support = try #require(first.support)
    #expect((first.key, first.title, first.year, first.kind) == ("sleep", Self.items[2][.title], 2012, "article"))
    #expect(support.sentence == "Their systolic blood pressure was raised by 6%.")
    #expect(support.warning == "the abstract says 6 %, the claim 20 %")
    #expect(support.sharedWords.count == 5 && Set(["nurses", "systolic"]).isSubset(of: support.sharedWords))
    #expect(support.citation == "[@sleep]")
  }

  @Test("A work without an abstract is told by its title")
  func doesWithoutAbstract() throws {
    let claim = "High rents and low wages keep people from moving house in large towns."
    let support = try #require(try suggestions(claim).claims.first?.suggestions.first?.support)
    #expect(support.sentence == nil && support.warning == nil)
    #expect(support.sharedWords.contains("rents"))
  }

  @Test("A trial stands before an editorial that says the same")
  func prefersTrials() throws {
    var editorial = Self.items[3]
    editorial.id = "opinion"
    editorial[.genre] = "Editorial"
    editorial[.title] = "Influenza vaccination of pregnant women: a randomized controlled trial"
    let claim = "When pregnant women are vaccinated against influenza their infants are protected."
    let keys = try suggestions(claim, from: [editorial] + Self.items).claims[0].suggestions.map(\.key)
    #expect(keys.prefix(2) == ["vaccine", "opinion"])
  }

  @Test("No more works are given than asked for", arguments: [1, 2, 20])
  func limits(limit: Int) throws {
    let claim = "Straw mulch halves the evaporation from vineyard soils of large towns in dry summers and mild winters."
    let found = try suggestions(claim, limit: limit).claims[0].suggestions
    #expect(found.count == min(limit, 6) || limit == 20 && found.count > 2)
  }

  @Test("Without works or without sentences there is nothing, and nothing breaks")
  func takesNothing() throws {
    let none = try suggestions("Straw mulch halves the evaporation from vineyard soils.", from: [])
    #expect(none.claims.count == 1 && none.claims[0].suggestions.isEmpty && none.workCount == 0)
    #expect(try suggestions("# Mulch\n").claims.isEmpty)
    #expect(
      try suggestions("Straw mulch halves evaporation here.", from: [Item(id: "k", type: .book)]).claims.count == 1)
  }

  @Test("Words that are a search engine's language are words here")
  func takesHostileWords() throws {
    let claim = #"Straw" mulch* OR NEAR(vineyard, 2) AND NOT title:soils ) (" -- halves ^evaporation; DROP TABLE item."#
    #expect(try suggestions(claim).claims.first?.suggestions.first?.key == "mulch")
  }

  @Test("A library gives what its records in memory give")
  func agreesWithALibrary() throws {
    let folder = try TemporaryFolder()
    let library = try RecordLibrary(writing: folder.path + "/library.sqlite")
    try library.add(Self.items)
    let text = "Straw mulch halves the evaporation from vineyard soils. Pupils read aloud have larger vocabularies."
    let records = Records(library)
    let article = try CheckedArticle(bytes: Array(text.utf8), path: "a.md", records: records)
    let found = try ArticleSuggestions(for: article, from: records)
    let expected = try suggestions(text)
    #expect(found.claims.map { Set($0.suggestions) } == expected.claims.map { Set($0.suggestions) })
  }
}
