import IbidClaims
import IbidModel

extension Rule {
  static let hollowCitation = Rule(
    id: "hollow-citation", severity: .warning,
    summary: "A claim whose notes hold no reference",
    explanation: """
      The sentence carries a marker, so that it looks supported; but the note behind it only comments. Readers who
      count footnotes are misled.

      Put a reference into the note, or make clear in the text that the note is an aside.
      """,
    examples: [
      RuleExample(
        """
        ⟦Treatments for chronic pain are notoriously ineffective.[^1]⟧

        [^1]: This is a complicated topic, and I have much to say about it another day.
        """),
      RuleExample(
        """
        Treatments for chronic pain are notoriously ineffective.[^1]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36.
        """),
      RuleExample(
        """
        I like coffee.[^1]

        [^1]: Black, mostly.
        """),
    ]
  ) { article in
    article.judgements.indices.compactMap { index in
      let sentence = article.article.sentences[index]
      guard article.statuses[index] == .hollow, article.judgements[index].needsCitation >= 0.35 else { return nil }
      let labels = sentence.markers.filter { article.markers[$0].note != nil }.map { article.article.markers[$0].label }
      guard !labels.isEmpty else { return nil }
      let notes = labels.count == 1 ? "note \(labels[0]) holds" : "notes \(labels.joined(separator: ", ")) hold"
      return Remark(sentence.range, "the claim looks cited, but \(notes) no reference")
    }
  }
}
