import IbidClaims
import IbidModel

extension Rule {
  static let noteWithoutMarker = Rule(
    id: "note-without-marker", severity: .warning,
    summary: "A note that nothing in the text points at",
    explanation: """
      The note's marker was lost, often with the list, the box or the caption that it stood in; or the note is left
      over from an earlier version. Put the marker back, or take the note out. An article without any marker is told so
      once.

      An entry of a bibliography beside footnotes is pointed at by every cited note that cites its work, in full or in
      short; and works for further reading need no marker.
      """,
    examples: [
      RuleExample(
        "Sleep helps.[^1]\n\n[^1]: Sleep well.\n\n⟦[^2]: Nobody looks here.⟧\n",
        "nothing in the text points at note 2"),
      RuleExample("Sleep helps.[^1]\n\n[^1]: Sleep well.\n"),
      RuleExample(
        "Sleep helps.\n\n⟦[^1]: Sleep well.⟧\n\n[^2]: Sleep long.\n", "nothing in the text points at any of the 2 notes"
      ),
      RuleExample("Sleep helps.[^1]\n\n[^1]: Sleep well.\n\n[^1]: Sleep long.\n"),
      RuleExample(
        """
        Medicine needs a new model.[^1]

        [^1]: George L. Engel, “The Need for a New Medical Model,” *Science* 196, no. 4286 (1977): 129.

        ## Bibliography

        Engel, George L. “The Need for a New Medical Model.” *Science* 196, no. 4286 (1977): 129–36.

        ⟦Roe, Jane. “Sleep and the Brain.” *Sleep* 3, no. 2 (2010): 10–12.⟧
        """, "nothing in the text points at note 2"),
    ]
  ) { article in
    let cited = Set(article.markers.compactMap(\.note))
    let (entries, works) = (article.entriesBesideNotes, article.worksOfCitedNotes)
    if cited.isEmpty, article.article.notes.count > 1 {
      let count = article.article.notes.count
      return [Remark(article.article.notes[0].range, "nothing in the text points at any of the \(count) notes")]
    }
    var seen: Set<String> = []
    return article.article.notes.indices.compactMap { index in
      let note = article.article.notes[index]
      guard seen.insert(note.label).inserted, !cited.contains(index), !article.isFurtherReading(note) else {
        return nil
      }
      if entries.contains(index), article.notes[index].works.contains(where: works.contains) { return nil }
      return Remark(note.range, "nothing in the text points at note \(note.label)")
    }
  }
}
