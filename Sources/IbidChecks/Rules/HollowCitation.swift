import IbidClaims
import IbidModel

extension Rule {
  static let hollowCitation = Rule(
    id: "hollow-citation", severity: .warning,
    summary: "A claim whose notes hold no reference",
    explanation: """
      The sentence carries a marker, so that it looks supported; but the note behind it only comments. Readers who
      count footnotes are misled.

      Put a reference into the note, or make clear in the text that the note is an aside. A note with initials and a
      year, which looks like a reference that could not be read, is information only; and so is an
      entry of a list nearly all of which are references. A footnote may say anything.
      """,
    examples: [
      RuleExample(
        """
        ⟦Treatments for chronic pain are notoriously ineffective.[^1]⟧

        [^1]: This is a complicated topic, and I have much to say about it another day.
        """, "the claim looks cited, but note 1 holds no reference"),
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
    let read = article.notes.count { !$0.works.isEmpty }
    let isList = article.notes.count >= 5 && read * 5 >= article.notes.count * 4
    return article.judgements.indices.compactMap { index in
      let sentence = article.article.sentences[index]
      guard article.statuses[index] == .hollow, article.judgements[index].needsCitation >= 0.35 else { return nil }
      let labels = sentence.markers.filter { article.markers[$0].note != nil }.map { article.article.markers[$0].label }
      guard !labels.isEmpty else { return nil }
      let notes = labels.count == 1 ? "note \(labels[0]) holds" : "notes \(labels.joined(separator: ", ")) hold"
      let isEntry = isList && sentence.markers.allSatisfy { article.article.markers[$0].style != .footnote }
      let isUnread =
        isEntry
        || sentence.markers.compactMap { article.markers[$0].note }
          .allSatisfy { looksLikeReference(article.article.notes[$0]) }
      return isUnread
        ? Remark(sentence.range, "\(notes) what looks like a reference and could not be read", severity: .info)
        : Remark(sentence.range, "the claim looks cited, but \(notes) no reference")
    }
  }

  /// Whether a note that no reference was found in begins as one: initials, and a year.
  private static func looksLikeReference(_ note: Note) -> Bool {
    let text = note.paragraphs.first?.text ?? ""
    let words = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    let initials = words.prefix(12).count { $0.utf8.count <= 3 && $0.utf8.allSatisfy { (65...90).contains($0) } }
    let hasYear = words.contains { $0.utf8.count == 4 && Int($0).map { (1500...2100).contains($0) } == true }
    return initials >= 2 && hasYear
  }
}
