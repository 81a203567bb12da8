import IbidArticles
import IbidModel
import Testing

@testable import IbidClaims

/// What of a sentence speaks for its needing a citation, and against it.
struct JudgingTests {
  private func article(_ text: String) throws -> Article {
    try ArticleReaders.read(Array(text.utf8), path: "a.md").article
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

  @Test("A word may be its writer's, and begins phrases")
  func looksWordsUp() throws {
    var lexicon = LexiconReader()
    #expect(lexicon.entry(of: "mine").isWriter && !lexicon.entry(of: "mines").isWriter)
    for (text, isWriter) in [("I saw rain", true), ("Phase I trials", false), ("Rain and I", false)] {
      var sentence = try #require(try article("So.").sentences.first)
      sentence.text = text
      #expect(SentenceWords(sentence, in: try article("So."), lexicon: &lexicon).speaksOfWriter == isWriter)
    }
    #expect(lexicon.entry(of: "arguably").phrases.map(\.rest.count) == [0])
    #expect(Set(lexicon.entry(of: "my").phrases.map(\.kind)) == [.experience, .opinion])
    #expect(lexicon.entry(of: "").phrases.isEmpty)
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
      ("Exercise reduces chronic pain in 40% of patients.", .claim),
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

  @Test("Words of others, captions and headings are not judged")
  func judgesNoQuotations() throws {
    let text =
      "# Sleep kills 12 % of mice\n\n> Sleep lengthens the life of all who rest by ten years.\n\n"
      + "| Sleep | 12 % |\n|---|---|\n| Mice | 3 |\n"
    let judgements = ClaimJudge.judgements(of: try article(text))
    #expect(!judgements.isEmpty)
    #expect(judgements.allSatisfy { $0.needsCitation == 0 && $0.kind != .claim && $0.reasons.isEmpty })
  }

  @Test(
    "A part about the page is none about its matter",
    arguments: [
      ("About us", true), ("About", true), ("Acknowledgements", true), ("Conflicts of interest", true),
      ("Funding", true), ("Related articles", true), ("About vaccines", false), ("Related work", false),
      ("Shared decisions", false), ("Contacts between mice", false),
    ])
  func tellsPageSections(title: String, isAboutThePage: Bool) throws {
    let text = "# T\n\nRain.\n\n## \(title)\n\nExercise reduces chronic pain in 40% of patients.\n"
    let judgement = try #require(ClaimJudge.judgements(of: try article(text)).last)
    #expect((judgement.kind == .navigation) == isAboutThePage, "\(judgement.kind)")
    #expect((judgement.needsCitation == 0) == isAboutThePage)
  }

  @Test("The headings above a section are those that it stands in, the outermost first")
  func tellsHeadings() throws {
    let article = try article("# Methods\n\n## Rain\n\n### Results\n\n## Snow\n\n# Sun\n\nSo.")
    let paths = HeadingPaths(article)
    #expect(
      article.sections.indices.map { paths.path(of: $0).joined(separator: " > ") } == [
        "Methods", "Methods > Rain", "Methods > Rain > Results", "Methods > Snow", "Sun",
      ])
    #expect(paths.path(of: nil) == [])
  }
}
