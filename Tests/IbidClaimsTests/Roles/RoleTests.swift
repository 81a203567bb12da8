import IbidArticles
import IbidModel
import IbidText
import Testing

@testable import IbidClaims

/// What sentences do: what is seen of them, and what the model that ships says.
struct RoleTests {
  private func sentences(_ text: String) throws -> [(text: String, judgement: Judgement)] {
    let article = try ArticleReaders.read(Array(text.utf8), path: "a.md").article
    return zip(article.sentences, ClaimJudge.judgements(of: article)).filter { $0.0.setting != .heading }
      .map { ($0.0.text, $0.1) }
  }

  @Test("Plain claims are claims as articles of one sentence")
  func findsPlainClaims() throws {
    let missed = try PlainClaims.all.filter { try sentences($0).first?.judgement.kind != .claim }
    #expect(missed.count <= 4, "\(missed)")
  }

  @Test("Plain claims are claims in a list of facts")
  func findsPlainClaimsTogether() throws {
    let all = try stride(from: 0, to: PlainClaims.all.count, by: 10).flatMap { start in
      try sentences("# Facts\n\n" + PlainClaims.all[start..<(start + 10)].joined(separator: "\n\n"))
    }
    #expect(all.count == 60)
    #expect(all.count { $0.judgement.kind == .claim } >= 50, "\(all.filter { $0.judgement.kind != .claim })")
  }

  @Test(
    "Own results, definitions, advice and questions are no claims",
    arguments: [
      "We asked 212 teachers how long they slept.", "In our survey, one in three pupils walked to school.",
      "The mean age of our participants was 61 years.", "A ratio is one number divided by another.",
      "I think that we should all walk a little more.", "Does sugar make children restless?",
      "Talk to your doctor before you take it.", "Table 3 shows the weights of both groups.",
    ])
  func leavesOthers(text: String) throws {
    #expect(try sentences(text).first?.judgement.kind != .claim)
  }

  @Test("A sentence's own citation speaks for its being a claim")
  func seesCitations() throws {
    let bare = try #require(try sentences("# Rain\n\nRain follows dust.\n").first?.judgement.needsCitation)
    let cited = try #require(try sentences("# Rain\n\nRain follows dust [@roe2010].\n").first?.judgement.needsCitation)
    #expect(cited > bare)
  }

  @Test(
    "Shape counts what stands in a sentence",
    arguments: [
      ("In 2010 we saw 12 % of 30,5 mice.", ShapeFeature.numbers, 2), ("In 2010 we saw mice.", .years, 1),
      ("It fell by 3 %.", .percents, 1), ("We and our mice", .writers, 2), ("I saw", .writer, 1),
      ("Don’t", .negation, 1), ("It reduces and causes", .cause, 2), ("The WHO saw Bern", .capitals, 2),
      ("The WHO saw Bern", .acronyms, 1), ("Is it so?”", .asks, 1), ("Is it so? No.", .asks, 0),
      ("So it is:", .endsInColon, 1), ("“So” — it is", .quotes, 1), ("“So” — it is", .dashes, 1),
      ("See it", .imperative, 1), ("I see", .imperative, 0), ("These fell", .demonstrative, 1), ("so", .startsSmall, 1),
      ("It ended red", .ed, 1), ("", .length, 0), ("nation", .nominal, 1),
    ] as [(String, ShapeFeature, Float)])
  func counts(text: String, feature: ShapeFeature, count: Float) {
    #expect(SentenceReading(text).shape[feature] == count)
  }

  @Test("A reading holds each word and pair once, in order of value")
  func readsOnce() {
    let reading = SentenceReading("Rain and rain and snow")
    #expect(reading.words.count == 5 && reading.vocabulary.count == 3)
    #expect(reading.vocabulary == reading.vocabulary.sorted() && reading.pairs == reading.pairs.sorted())
    // rain and, and rain, and snow; two beginnings
    #expect(reading.pairs.count == 5)
    #expect(SentenceReading("Bernese bears").share(of: SentenceReading("bears").vocabulary) == 0.5)
    #expect(SentenceReading("So").share(of: []) == 0)
  }

  @Test("Longer words are known by their beginnings too, whatever their endings and capitals")
  func readsBeginnings() {
    #expect(SentenceReading("It reduces").stems == SentenceReading("Reduction").stems)
    #expect(SentenceReading("Reduced, reducing and reduction").stems.count == 1)
    #expect(SentenceReading("Three small words").stems.isEmpty, "five letters are a whole word")
    #expect(SentenceReading("Bernese butchers").stems == SentenceReading("Butchers, Bernese").stems)
  }

  @Test("Neighbours stand in the same stretch and section")
  func findsNeighbours() {
    func sentence(_ section: Int, _ stretch: Int) -> RoleSentence {
      RoleSentence(text: "So", headings: [], section: section, paragraph: 0, stretch: stretch, isCited: false)
    }
    let document = RoleDocument([sentence(0, 0), sentence(0, 0), sentence(1, 0), sentence(1, 1)])
    #expect((0..<4).map { document.before($0) } == [nil, 0, nil, nil])
    #expect((0..<4).map { document.behind($0) } == [1, nil, nil, nil])
  }

  @Test("Terms are found by their hashes, and what is not known adds nothing")
  func addsWeights() {
    let weights = TermWeights(answers: 2, hashes: [3, 67, 4096], weights: [1024, 0, 512, -512, 0, 2048, 100, 200])
    var sums = weights.start()
    #expect(sums == [100, 200])
    weights.add(67, 2, to: &sums)
    weights.add(5, 1, to: &sums)
    #expect(sums == [1124, -824])
    #expect(weights.place(of: 4096) == 2 && weights.place(of: 0) == nil)
  }

  @Test("A model comes out of its bytes as it went in, and no beginning of them makes one")
  func bytes() throws {
    let width = RoleModel.columnCount
    let trees = BoostedTrees(
      cuts: Array(repeating: [1], count: width),
      trees: [BoostedTrees.Tree(features: [0], positions: [0], values: [0, 1, 2])], base: 0.5)
    let model = RoleModel(
      research: TermWeights(answers: RoleModel.researchAnswers, hashes: [7], weights: Array(0..<12)),
      roles: TermWeights(answers: 6, hashes: [], weights: Array(0..<6)), trees: trees)
    let bytes = model.bytes
    let read = try #require(RoleModel(bytes: bytes))
    #expect(read.bytes == bytes)
    #expect(read.research.hashes == [7] && read.trees.base == 0.5)
    for count in 0..<bytes.count { #expect(RoleModel(bytes: Array(bytes.prefix(count))) == nil, "\(count)") }
    let bundled = try #require(RoleModel.bundled)
    #expect(bundled.bytes.count < 2_000_000)
  }

  @Test("An empty article, and one of empty sentences, have judgements")
  func takesEmptyOnes() throws {
    let model = try #require(RoleModel.bundled)
    #expect(model.judgements(of: []).isEmpty)
    let empty = RoleSentence(text: "", headings: [""], section: 0, paragraph: 0, stretch: 0, isCited: true)
    #expect(model.judgements(of: [empty, empty]).allSatisfy { $0.sum.isFinite })
  }
}
