import IbidClaims
import IbidModel

extension Rule {
  static let statedLackOfCitation = Rule(
    id: "stated-lack-of-citation", severity: .info,
    summary: "The author says that there is no citation",
    explanation: """
      «There is no citation for that» is honest, and worth a second look before print: somebody may have studied it
      since, and an editor will ask.
      """,
    examples: [
      RuleExample(
        "⟦But there is no citation for that: it is a logical extrapolation.⟧",
        "the text says itself that this has no citation; look for one before print"),
      RuleExample(
        "⟦This is a basic principle of rehab that has no direct evidence.⟧",
        "the text says itself that this has no citation; look for one before print"),
      RuleExample("There is no evidence of infection in these patients."),
      RuleExample("No direct evidence of infection was seen, and without a citation a claim is weak."),
    ]
  ) { article in
    article.article.sentences.filter { phrases.occur(in: $0.text) }.map {
      Remark($0.range, "the text says itself that this has no citation; look for one before print")
    }
  }

  private static let phrases = Phrases([
    "there is no citation", "theres no citation", "there are no citations", "have no citation", "has no citation",
    "has no direct evidence", "have no direct evidence", "no source for this", "no source for that", "i have no source",
    "i cannot cite", "i cant cite", "citation needed", "could not find a source", "couldnt find a source",
    "could not find a citation", "couldnt find a citation", "no studies to cite", "no study to cite",
    "no reference for this claim", "no reference for that claim",
  ])
}
