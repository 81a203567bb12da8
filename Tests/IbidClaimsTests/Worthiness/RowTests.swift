import Testing

@testable import IbidClaims

/// The features of sentences, reckoned by hand.
struct RowTests {
  /// Five sentences in three paragraphs and two sections; words speak with log odds of 0 (a chance of one half), but for
  /// the last.
  private static let sentences = [
    WorthinessSentence(
      text: "We (the four) saw Roe, Doe, 12 and 2010 in Table 1.", section: .intro, paragraph: 0, isCited: true),
    WorthinessSentence(text: "It is naïve", section: .intro, paragraph: 0, isCited: false),
    WorthinessSentence(text: "So.", section: .intro, paragraph: 0, isCited: true),
    WorthinessSentence(text: "My pain", section: .methods, paragraph: 1, isCited: false),
    WorthinessSentence(text: "Additional (more) pain (less)", section: .methods, paragraph: 2, isCited: true),
  ]

  private static let rows = WorthinessRows(
    sentences, terms: sentences.map { SentenceTerms($0.text) }, scores: [0, 0, 0, 0, 2])

  private func values(_ features: WorthinessFeature...) -> [[Float]] {
    Self.sentences.indices.map { index in features.map { Self.rows.row(index)[$0.rawValue] } }
  }

  @Test("What words say: its own, its neighbours' in the paragraph, the mean of what is around")
  func words() {
    #expect(
      values(.words, .wordsBefore, .wordsBehind) == [[0, -9, 0], [0, 0, 0], [0, 0, -9], [0, -9, -9], [2, -9, -9]])
    #expect(values(.wordsOfParagraph, .wordsOfArticle, .wordsOfSection).map { $0[0] } == [0, 0, 0, 0, 2])
    #expect(values(.wordsOfArticle).map { $0[0] } == [0.4, 0.4, 0.4, 0.4, 0.4])
    #expect(values(.wordsOfSection).map { $0[0] } == [0, 0, 0, 1, 1])
  }

  @Test("Where it stands: in its section, paragraph and article")
  func places() {
    #expect(values(.section).map { $0[0] } == [0, 0, 0, 1, 1])
    #expect(
      values(.placeInParagraph, .placeFromEnd, .paragraphLength) == [
        [0, 2, 3], [1, 1, 3], [2, 0, 3], [0, 0, 1], [0, 0, 1],
      ])
    #expect(values(.placeInArticle).map { $0[0] } == [0, 0.2, 0.4, 0.6, 0.8])
    #expect(values(.placeInSection).map { $0[0] } == [0, 1, 2, 0, 1])
  }

  @Test("The place in a section is counted up to forty")
  func placesInLongSections() {
    let many = (0..<50).map { _ in WorthinessSentence(text: "So", section: .other, paragraph: 0, isCited: false) }
    let rows = WorthinessRows(many, terms: many.map { SentenceTerms($0.text) }, scores: many.map { _ in 0 })
    #expect(
      [0, 1, 39, 40, 41, 49].map { rows.row($0)[WorthinessFeature.placeInSection.rawValue] } == [0, 1, 39, 40, 40, 40])
  }

  @Test("What it looks like")
  func shapes() {
    #expect(
      values(.length, .numbers, .years, .capitals) == [
        [12, 2, 1, 3], [3, 0, 0, 0], [1, 0, 0, 0], [2, 0, 0, 0], [4, 0, 0, 0],
      ])
    #expect(
      values(.parentheses, .commas, .characters) == [[1, 2, 51], [0, 0, 11], [0, 0, 3], [0, 0, 7], [2, 0, 29]])
    #expect(values(.firstPerson, .pointsAtDisplay) == [[1, 1], [0, 0], [0, 0], [1, 0], [0, 1]])
  }

  @Test("What is cited around it, itself left out")
  func context() {
    #expect(
      values(.citedBefore, .citedTwoBefore, .citedBehind, .citedTwoBehind)
        == [[-1, -1, 0, 1], [1, -1, 1, -1], [0, 1, -1, -1], [-1, -1, -1, -1], [-1, -1, -1, -1]])
    #expect(values(.surpriseBefore, .surpriseBehind) == [[0, -0.5], [0.5, 0.5], [-0.5, 0], [0, 0], [0, 0]])
    #expect(values(.citedInParagraph, .shareOfParagraph) == [[1, 0.5], [2, 1], [1, 0.5], [0, -1], [0, -1]])
    #expect(values(.shareOfArticle).map { $0[0] } == [0.5, 0.76, 0.5, 0.76, 0.5])
    #expect(values(.shareOfSection).map { $0[0] } == [0.5, 1, 0.5, 1, 0])
    #expect(
      values(.shareOfParagraphBefore, .shareOfParagraphBehind).map { $0.map { ($0 * 100).rounded() } }
        == [[-100, 0], [-100, 0], [-100, 0], [67, 100], [0, -100]])
    #expect(values(.distanceBefore, .distanceBehind) == [[99, 2], [1, 1], [2, 99], [99, 99], [99, 99]])
  }

  @Test("What is cited against what the words let expect, in steps of 0.02")
  func surprises() {
    // The chance of the last is 0.88, that of each other 0.5.
    #expect(values(.surpriseOfArticle).map { $0[0] } == [-0.1, 0.16, -0.1, 0.16, 0])
    #expect(values(.surpriseOfSection).map { $0[0] } == [0, 0.5, 0, 0.12, -0.5])
  }

  @Test("A sentence alone has nothing around it")
  func alone() {
    let one = [WorthinessSentence(text: "So", section: .results, paragraph: 7, isCited: true)]
    let row = WorthinessRows(one, terms: [SentenceTerms("So")], scores: [1]).row(0)
    func value(_ feature: WorthinessFeature) -> Float { row[feature.rawValue] }
    #expect(value(.shareOfArticle) == 0 && value(.shareOfSection) == -1 && value(.shareOfParagraph) == -1)
    #expect(value(.surpriseOfArticle) == 0 && value(.surpriseOfSection) == 0)
    #expect(value(.wordsOfSection) == 1 && value(.section) == 2)
  }
}
