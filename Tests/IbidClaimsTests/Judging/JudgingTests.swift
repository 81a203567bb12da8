import IbidArticles
import IbidModel
import Testing

@testable import IbidClaims

/// What of a sentence speaks for its needing a citation, and against it.
struct JudgingTests {
  private func article(_ text: String) throws -> Article {
    try ArticleReaders.read(Array(text.utf8), path: "a.md").article
  }

  /// The features of the first sentence of a text that are set by hand, with their weights in hundredths.
  private func features(_ text: String) throws -> [String: Int] {
    let reasons = try #require(ClaimJudge.judgements(of: article(text)).last).reasons
    let own = reasons.filter { !$0.name.hasPrefix("its words") }
    return Dictionary(uniqueKeysWithValues: own.map { ($0.name, Int(($0.weight * 100).rounded())) })
  }

  @Test(
    "Features count, up to a limit",
    arguments: [
      ("Rain falls upon us here in Bern now", [:]),
      ("It causes rain over here in Bern now", ["says that one thing affects another": 75]),
      ("It causes, reduces and improves rain in Bern", ["says that one thing affects another": 150]),
      ("Rain is safe and works here in Bern", ["says whether something works or is safe": 70]),
      ("Rain gives evidence here in Bern each day", ["names evidence": 75]),
      ("They found rain over here in Bern town", ["reports what was found": 45]),
      ("Rain is less than this here in Bern", ["compares": 80]),
      ("Rain fell half the days here in Bern", ["counts in words": 35]),
      ("Rain fell 7 days here in Bern town", ["gives a number": 70]),
      ("Rain fell 7 of 8 or 9 days here", ["gives a number": 140]),
      ("Rain fell in 2100 here in Bern town", ["gives a year": 25]),
      ("Rain fell in 1500 here in Bern town", ["gives a year": 25]),
      ("Rain fell on 2101 towns here in Bern", ["gives a number": 70]),
      ("Rain fell on 1499 towns here in Bern", ["gives a number": 70]),
      ("Rain fell on 0150 towns here in Bern", ["gives a number": 70]),
      ("Rain fell on ½ town here in Bern", ["gives a number": 70]),
      ("Rain and pain, sleep, food and sugar fall here", ["speaks of health": 120]),
      ("Rain is never a thing here in Bern", ["judges a thing": 70]),
      ("Rain is of this page here in Bern", ["speaks of the page itself": -130]),
      ("Rain and rain and rain and rain and rain and rain and rain so", [:]),
      ("Rain and rain and rain and rain and rain and rain and rain or so", ["is long": 25]),
      (String(repeating: "Rain so on ", count: 10), ["is long": 50]),
      (String(repeating: "Rain so on ", count: 15), ["is long": 50]),
      ("Rain falls here in Bern now", ["is short": -40]), ("Rain falls here in", ["is short": -40]),
      ("Rain falls here", ["is short": -40, "is very short": -100]),
      ("Rain falls on me here in Bern now", ["speaks of its writer": -130]),
      ("Rain falls on my myself mine in Bern", ["speaks of its writer": -260]),
      ("Rain falls on you here in Bern now", ["speaks to its reader": -60]),
      ("Rain may perhaps fall upon us in Bern", ["hedges": -30]),
      ("Rain is arguably good for us in Bern", ["gives an opinion": -80]),
      ("Rain, in other words, falls on us here", ["defines a word": -50]),
      ("Without rain falls personal experience upon us here", ["tells an experience": -90]),
      ("Does rain fall on us here in Bern?", ["asks": -400]), ("Does rain fall “on us here in Bern?”)", ["asks": -400]),
      ("See how rain falls on us in Bern", ["leads elsewhere": -150]), ("Rain: see how it falls on us here", [:]),
      ("Feel free to fall upon us in Bern", ["leads elsewhere": -150]), ("Feel how free rain falls on us here", [:]),
      ("Rain falls upon us here in Bern now!", ["exclaims": -50]),
      ("Rain falls upon us here in Bern now:", ["leads up to a list": -50]),
      ("# T\n\nRain.\n\n## About us\n\nRain falls upon us here in Bern now", ["stands in a part about the page": -300]),
      ("# T\n\nRain.\n\n## All about us\n\nRain falls upon us here in Bern now", [:]),
      ("Rain falls upon us here in Bern now[^1]\n\n[^1]: So.", ["carries a marker": 90]),
    ])
  func countsFeatures(text: String, features: [String: Int]) throws {
    #expect(try self.features(text) == features)
  }

  @Test(
    "Words are runs of letters and digits, apostrophes inside them straight",
    arguments: [
      ("It’s a DOG's", ["it's", "a", "dog's"]), ("dogs' tails", ["dogs", "tails"]), ("'a", ["a"]), ("’a", ["a"]),
      ("50% of", ["50%", "of"]),
      ("a-b_c", ["a", "b", "c"]), ("ÄÖ ½ x²", ["äö", "½", "x²"]), ("", []), ("…", []), ("Zz@[`{", ["zz"]),
      ("09/:", ["09"]), ("a’’", ["a'"]),
    ])
  func cutsWords(text: String, words: [String]) { #expect(SentenceWords.words(of: text) == words) }

  @Test(
    "A sentence asks where a question mark ends it, closing marks apart",
    arguments: [
      ("Rain?", true), ("Rain?”", true), ("(Rain?)", true), ("Rain?*_ ", true), ("Rain?»’]'\"", true),
      ("Rain?.", false), ("?", true), ("Rain", false),
      ("”", false), ("Rain? So", false),
    ])
  func tellsQuestions(text: String, isQuestion: Bool) throws {
    var sentence = try #require(try article("So.").sentences.first)
    sentence.text = text
    var lexicon = LexiconReader()
    #expect(SentenceWords(sentence, in: try article("So."), lexicon: &lexicon).isQuestion == isQuestion)
  }

  @Test("A word may be of several classes, and begins phrases")
  func looksWordsUp() {
    var lexicon = LexiconReader()
    func classes(_ word: String) -> [WordClass] { lexicon.entry(of: word).classes }
    #expect(classes("lower") == [.comparison, .effect])
    #expect(classes("placebo") == [.evidence, .health])
    #expect(classes("most") == [.comparison, .quantity])
    #expect(classes("redux") == [] && classes("reduction") == [.effect] && classes("reducing") == [.effect])
    #expect(classes("1999") == [.year] && classes("19999") == [.number] && classes("b12") == [.number])
    #expect(classes("rain") == [] && classes("") == [] && classes("é") == [] && classes("½") == [.number])
    #expect(lexicon.entry(of: "below").phrases.map(\.rest.count) == [0])
    #expect(Set(lexicon.entry(of: "my").phrases.map(\.kind)) == [.experience, .opinion])
  }

  @Test(
    "The kind goes by what the sentence does where it is no claim",
    arguments: [
      ("See the rain", ClaimKind.navigation),
      ("# T\n\nRain.\n\n## About us\n\nExercise reduces chronic pain in 40% of patients", .navigation),
      ("I had a cold", .experience), ("I had a cold, which is called a flu", .experience),
      ("Rain is called snow", .definition),
      ("Rain is arguably nice", .opinion), ("Rain falls on me", .opinion), ("Rain falls on us", .other),
      ("Does exercise reduce chronic pain in 40% of patients?", .question), ("# Rain", .heading),
      ("See how exercise reduces chronic pain, disease and death in 40% of 200 patients, according to trials", .claim),
    ])
  func tellsKinds(text: String, kind: ClaimKind) throws {
    #expect(ClaimJudge.judgements(of: try article(text)).last?.kind == kind)
  }

  @Test("A score is rounded to thousandths; headings and captions have none")
  func scores() throws {
    let judgements = ClaimJudge.judgements(
      of: try article("# Rain\n\nExercise reduces chronic pain in 40% of patients.\n"))
    #expect(judgements.map(\.needsCitation).first == 0)
    #expect(judgements.first?.reasons.isEmpty == true)
    let claim = try #require(judgements.last)
    #expect(claim.needsCitation == (claim.needsCitation * 1000).rounded() / 1000)
    #expect(claim.reasons.map { abs($0.weight) } == claim.reasons.map { abs($0.weight) }.sorted(by: >))
  }

  @Test(
    "Two different sections of a research article make one",
    arguments: [
      ("# Introduction\n\nRain.\n\n# Methods\n\nRain.", true),
      ("# Introduction\n\nRain.\n\n# Background\n\nRain.", false),
      ("# Methods\n\nRain.\n\n## Results\n\nRain.", false),
      ("# Rain\n\n## Methods\n\nRain.\n\n## Results\n\nRain.", true), ("Rain.", false),
      ("# Methods\n\nRain.\n\n## Rain\n\n# Rain\n\n## Results\n\nRain.", true),
    ])
  func tellsRegisters(text: String, isJournal: Bool) throws {
    let article = try article(text)
    let kinds = Register.sectionKinds(of: article)
    #expect((Register(of: article, kinds: kinds) == .journal) == isJournal)
  }

  @Test("A section does what the one around it does")
  func nestsSections() throws {
    let article = try article(
      "# Methods\n\n## Rain\n\n### Results\n\n## Snow\n\n# Rain\n\n## Results\n\n# Conclusion\n\nSo.")
    #expect(
      Register.sectionKinds(of: article) == [.methods, .methods, .methods, .methods, nil, .results, .conclusion])
  }
}
