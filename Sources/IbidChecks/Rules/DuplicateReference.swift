import IbidClaims
import IbidModel

extension Rule {
  static let duplicateReference = Rule(
    id: "duplicate-reference", severity: .info,
    summary: "A reference that an earlier note gives already",
    explanation: """
      Two notes give the same work in full. In a numbered list that is an error; in footnotes the second can be short.
      The same work in one note twice is left alone, and so is an entry of a bibliography that a footnote gives as well.
      """,
    examples: [
      RuleExample(
        """
        One.[^1] Two.[^2]

        [^1]: \(RuleExample.engelReference)

        [^2]: ⟦\(RuleExample.engelReference)⟧
        """, "note 1 gives this work already"),
      RuleExample(
        """
        One.[^1] Two.[^2]

        [^1]: \(RuleExample.engelReference)

        [^2]: Roe J, Doe A. A study of sleep and its effects on the young. Sleep. 2010;3(2):10–12. PubMed 11111111
        """),
    ]
  ) { article in
    let entries = article.entriesBesideNotes
    var (inNotes, inList): ([Int: Int], [Int: Int]) = ([:], [:])
    return article.notes.enumerated().flatMap { index, note -> [Remark] in
      let isEntry = entries.contains(index)
      return note.references.compactMap { reference -> Remark? in
        guard let first = (isEntry ? inList : inNotes)[reference.work] else {
          if isEntry { inList[reference.work] = index } else { inNotes[reference.work] = index }
          return nil
        }
        guard first != index else { return nil }
        return Remark(
          reference.reference.range, "note \(article.article.notes[first].label) gives this work already")
      }
    }
  }
}
