import IbidClaims
import IbidModel

extension Rule {
  static let noteWithoutMarker = Rule(
    id: "note-without-marker", severity: .warning,
    summary: "A note that nothing in the text points at",
    explanation: """
      The note's marker was lost, often with the list, the box or the caption that it stood in; or the note is left
      over from an earlier version. Put the marker back, or take the note out.
      """,
    examples: [
      RuleExample(
        "Sleep helps.[^1]\n\n[^1]: Sleep well.\n\n⟦[^2]: Nobody looks here.⟧\n",
        "nothing in the text points at note 2"),
      RuleExample("Sleep helps.[^1]\n\n[^1]: Sleep well.\n"),
      RuleExample("Sleep helps.[^1]\n\n[^1]: Sleep well.\n\n[^1]: Sleep long.\n"),
    ]
  ) { article in
    let cited = Set(article.markers.compactMap(\.note))
    var seen: Set<String> = []
    return article.article.notes.indices.compactMap { index in
      let note = article.article.notes[index]
      guard seen.insert(note.label).inserted, !cited.contains(index) else { return nil }
      return Remark(note.range, "nothing in the text points at note \(note.label)")
    }
  }
}
