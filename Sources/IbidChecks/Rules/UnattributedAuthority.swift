import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let unattributedAuthority = Rule(
    id: "unattributed-authority", severity: .warning,
    summary: "An authority that is called on and not named",
    explanation: """
      «Studies show», «experts agree», «it is well known»: the sentence leans on evidence and does not say which. Cite
      it, or leave the phrase out. «These studies show» speaks of studies that the text has named, and where the
      sentence behind is cited, the evidence follows.
      """,
    examples: [
      RuleExample("⟦Studies show that exercise reduces pain.⟧", "“studies show”: which? name or cite them"),
      RuleExample("⟦It is well known that sleep matters.⟧", "“it is well known”: which? name or cite them"),
      RuleExample("Studies show that exercise reduces pain.[^1]\n\n[^1]: \(RuleExample.engelReference)\n"),
      RuleExample("Together, these studies show that exercise reduces pain."),
      RuleExample("Polarization studies suggest that it turns to the left."),
      RuleExample(
        "Studies show that exercise reduces pain. In one of them it fell by half.[^1]\n\n[^1]: \(RuleExample.engelReference)\n"
      ),
      RuleExample("Do studies show that exercise reduces pain?"),
      RuleExample("No studies have been done, and I know of no experts who would agree."),
    ]
  ) { article in
    article.article.sentences.indices.compactMap { index in
      let sentence = article.article.sentences[index]
      guard sentence.setting == .paragraph || sentence.setting == .listItem, article.statuses[index] != .cited,
        article.judgements[index].kind != .question, article.judgements[index].kind != .navigation,
        !isFollowedByCitation(index, in: article),
        let phrase = opinions.first(in: sentence.text) ?? studies.first(in: sentence.text, behind: quantities)
      else { return nil }
      return Remark(sentence.range, "“\(phrase)”: which? name or cite them")
    }
  }

  /// Whether the next sentence of the paragraph is cited.
  private static func isFollowedByCitation(_ index: Int, in article: LinkedArticle) -> Bool {
    let sentences = article.article.sentences
    return index + 1 < sentences.count && sentences[index + 1].block == sentences[index].block
      && article.statuses[index + 1] == .cited
  }

  /// Words that may stand before the phrase: they join sentences, or say how many studies there are, or how good.
  private static let quantities = Phrases([
    "and", "but", "or", "that", "as", "while", "although", "though", "because", "since", "if", "so", "yet", "where",
    "however", "moreover", "indeed", "also", "now", "today", "some", "most", "many", "several", "few", "numerous",
    "countless", "various", "different", "other", "more", "recent", "new", "newer", "old", "older", "early", "earlier",
    "previous", "prior", "past", "current", "growing", "mounting", "emerging", "much", "ample", "strong", "good",
    "weak", "limited", "solid", "clear", "scientific", "clinical", "medical", "human", "animal", "observational",
    "epidemiological", "large", "small", "anecdotal", "available", "existing", "preliminary", "published", "modern",
    "independent", "leading", "top", "health", "randomized", "randomised", "controlled", "cohort", "laboratory", "lab",
  ])

  private static let studies = Phrases(
    phrases([
      "studies", "research", "the research", "evidence", "the evidence", "trials", "researchers", "many studies",
      "some studies", "several studies", "recent studies", "recent research",
    ]))

  private static let opinions = Phrases(
    phrases(["science", "experts", "scientists", "doctors"]) + [
      "it is well known", "its well known", "it is widely known", "it is well established", "its well established",
      "it is generally accepted", "it is widely accepted", "it has been shown", "it has been proven",
      "it has been said that", "according to experts", "according to studies", "according to research",
      "it is a known fact", "scientifically proven", "clinically proven",
    ])

  private static func phrases(_ who: [String]) -> [String] {
    let say = [
      "show", "shows", "suggest", "suggests", "say", "says", "have shown", "has shown", "agree", "prove", "proves",
      "indicate", "indicates", "confirm", "confirms", "demonstrate", "demonstrates", "found", "have found", "believe",
      "recommend",
    ]
    return who.flatMap { who in say.map { who + " " + $0 } }
  }
}
