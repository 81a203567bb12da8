import IbidArticles
import IbidModel
import Testing

@testable import IbidClaims

struct WorthinessTests {
  @Test("The model is there, small, and comes out of its bytes as it went in")
  func carriesTheModel() throws {
    let model = try #require(WorthinessModel.bundled)
    let bytes = model.bytes
    #expect(bytes.count <= 200_000)
    #expect(model.hashes.count <= 5000)
    #expect(try #require(WorthinessModel(bytes: bytes)).bytes == bytes)
  }

  @Test("Broken bytes make no model", arguments: [0, 10, 18, 400, 100_000])
  func refusesBrokenBytes(count: Int) throws {
    let bytes = try #require(WorthinessModel.bundled).bytes
    #expect(WorthinessModel(bytes: Array(bytes.prefix(count))) == nil)
  }

  @Test(
    "A heading tells what its section does",
    arguments: [
      ("Introduction", SectionKind.intro), ("2.1 Materials and Methods", .methods), ("RESULTS", .results),
      ("Results and Discussion", .results), ("4. Discussion", .discussion), ("Conclusions", .conclusion),
      ("Background", .intro),
    ])
  func readsHeadings(heading: String, kind: SectionKind) { #expect(SectionKind(heading: heading) == kind) }

  @Test("Other headings tell nothing", arguments: ["What works for pain", "Ice and heat", ""])
  func passesOtherHeadings(heading: String) { #expect(SectionKind(heading: heading) == nil) }

  @Test("Terms are words, pairs and beginnings, numbers alike")
  func readsTerms() {
    var texts: Set<String> = []
    let terms = SentenceTerms("In 2010, 40% of Mice’s diets") { texts.insert($1) }
    #expect(texts.isSuperset(of: ["in", "#y", "#", "in #y", "^in", "^in #y", "of mice", "diets"]))
    #expect((terms.yearCount, terms.numberCount) == (1, 1))
  }

  static let journal = """
    # Introduction

    Chronic pain is one of the leading causes of disability worldwide.[^1] It has been reported that exercise therapy \
    reduces the prevalence of depression.[^1] Previous studies have shown that sleep is associated with pain.

    # Methods

    We recorded the room temperature twice. The samples were stored at 4 °C until we used them.

    [^1]: Engel GL. The need for a new medical model. Science. 1977 Apr;196(4286):129–36.
    """

  @Test("In a research article what others have shown needs a citation, and what was done does not")
  func judgesAResearchArticle() throws {
    let article = try ArticleReaders.read(Array(Self.journal.utf8), path: "a.md").article
    let judgements = ClaimJudge.judgements(of: article)
    func judgement(of start: String) throws -> Judgement {
      judgements[try #require(article.sentences.firstIndex { $0.text.hasPrefix(start) })]
    }
    let previous = try judgement(of: "Previous studies")
    #expect(previous.kind == .claim)
    #expect(try judgement(of: "We recorded").kind != .claim)
    let reasons = previous.reasons.map(\.name)
    #expect(reasons.contains { $0.hasPrefix("its words, as “") })
    #expect(reasons.contains("its own citation"))
  }

  @Test(
    "Sentences that claim nothing are told by what they do",
    arguments: [
      ("Does exercise help?", ClaimKind.question), ("I think that tea is nice.", .opinion),
      ("I had a bad back for years.", .experience), ("That is the term: allodynia is defined as that.", .definition),
      ("See the next page.", .navigation), ("Tea is nice.", .opinion), ("Tea is hot water with leaves.", .other),
      ("Exercise reduces chronic pain in 40% of patients.", .claim),
    ])
  func tellsKinds(text: String, kind: ClaimKind) throws {
    let article = try ArticleReaders.read(Array(text.utf8), path: "a.md").article
    #expect(ClaimJudge.judgements(of: article).map(\.kind) == [kind])
  }
}
