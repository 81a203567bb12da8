import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let unattributedAuthority = Rule(
    id: "unattributed-authority", severity: .warning,
    summary: "An authority that is called on and not named",
    explanation: """
      «Studies show», «experts agree», «it is well known»: the sentence leans on evidence and does not say which. Cite
      it, or leave the phrase out.
      """,
    examples: [
      RuleExample("⟦Studies show that exercise reduces pain.⟧", "“studies show”: which? name or cite them"),
      RuleExample("⟦It is well known that sleep matters.⟧", "“it is well known”: which? name or cite them"),
      RuleExample("Studies show that exercise reduces pain.[^1]\n\n[^1]: \(RuleExample.engelReference)\n"),
      RuleExample("Do studies show that exercise reduces pain?"),
      RuleExample("No studies have been done, and I know of no experts who would agree."),
    ]
  ) { article in
    article.article.sentences.indices.compactMap { index in
      let sentence = article.article.sentences[index]
      guard sentence.setting == .paragraph || sentence.setting == .listItem, article.statuses[index] != .cited,
        article.judgements[index].kind != .question, article.judgements[index].kind != .navigation,
        let phrase = phrases.first(in: sentence.text)
      else { return nil }
      return Remark(sentence.range, "“\(phrase)”: which? name or cite them")
    }
  }

  private static let phrases: Phrases = {
    let who = [
      "studies", "research", "the research", "evidence", "the evidence", "science", "trials", "experts", "scientists",
      "doctors", "researchers", "many studies", "some studies", "several studies", "recent studies", "recent research",
    ]
    let say = [
      "show", "shows", "suggest", "suggests", "say", "says", "have shown", "has shown", "agree", "prove", "proves",
      "indicate", "indicates", "confirm", "confirms", "demonstrate", "demonstrates", "found", "have found", "believe",
      "recommend",
    ]
    let fixed = [
      "it is well known", "its well known", "it is widely known", "it is well established", "its well established",
      "it is generally accepted", "it is widely accepted", "it has been shown", "it has been proven",
      "it has been said that", "according to experts", "according to studies", "according to research",
      "it is a known fact", "scientifically proven", "clinically proven",
    ]
    return Phrases(who.flatMap { who in say.map { who + " " + $0 } } + fixed)
  }()
}
