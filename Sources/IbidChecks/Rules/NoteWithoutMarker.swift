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
      RuleExample("Sleep helps.[^1]\n\n[^1]: Sleep well.\n\n⟦[^2]: Nobody looks here.⟧\n"),
      RuleExample("Sleep helps.[^1]\n\n[^1]: Sleep well.\n"),
    ]
  ) { article in
    let cited = Set(article.markers.compactMap(\.note))
    return article.article.notes.indices.filter { !cited.contains($0) }.map { index in
      let note = article.article.notes[index]
      let isSecond = article.article.notes[..<index].contains { $0.label == note.label }
      return Remark(
        note.range,
        isSecond
          ? "note \(note.label) is defined a second time; the text points at the first"
          : "nothing in the text points at note \(note.label)")
    }
  }
}
