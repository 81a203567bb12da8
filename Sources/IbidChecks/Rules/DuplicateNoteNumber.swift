import IbidClaims
import IbidModel

extension Rule {
  static let duplicateNoteNumber = Rule(
    id: "duplicate-note-number", severity: .error,
    summary: "A note whose number another note has already",
    explanation: """
      Two notes bear the same label, and the text can only point at the first. Give the second a label of its own, or
      take it out. Where the second says the same, word for word, `--fix` takes it out.
      """,
    hasSafeFixes: true,
    examples: [
      RuleExample(
        "Sleep helps.[^1]\n\n[^1]: Sleep well.\n\n⟦[^1]: Sleep long.⟧\n",
        "there is a note 1 already; the text points at the first"),
      RuleExample(
        "Sleep helps.[^1]\n\n[^1]: Sleep well.\n\n⟦[^1]: Sleep well.⟧\n",
        "there is a note 1 already; the text points at the first", fix: ""),
      RuleExample("Sleep helps.[^1] Much.[^2]\n\n[^1]: Sleep well.\n\n[^2]: Sleep well.\n"),
    ]
  ) { article in
    // A definition can be taken out whole where its label is written in it, and a list does not count on.
    let isLabelled = article.article.traits.noteMark.map { $0.closing == "]" } ?? false
    var first: [String: Note] = [:]
    return article.article.notes.compactMap { note in
      guard let other = first[note.label] else {
        first[note.label] = note
        return nil
      }
      let isRepeated = isLabelled && note.paragraphs.map(\.text) == other.paragraphs.map(\.text)
      return Remark(
        note.range, "there is a note \(note.label) already; the text points at the first",
        fix: isRepeated ? Finding.Fix(range: note.range, replacement: "") : nil)
    }
  }
}
