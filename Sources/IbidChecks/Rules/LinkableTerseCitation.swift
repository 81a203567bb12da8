import IbidClaims
import IbidModel

extension Rule {
  static let linkableTerseCitation = Rule(
    id: "linkable-terse-citation", severity: .info,
    summary: "A work named in passing that a note of the article holds",
    explanation: """
      «Engel said» names a work, and the article has a note with its reference, but the sentence does not point at it.
      The fix puts the marker, or in a note the note's number, behind the name. Whether the sentence means that work a
      person decides: `--fix` makes it only with `--rule linkable-terse-citation`.
      """,
    examples: [
      RuleExample(
        "Medicine needs a new model.[^1] Much later ⟦Engel et al⟧ were read again.\n\n[^1]: \(RuleExample.engelReference)\n",
        "“Engel et al” is the work of note 1; point at it", fix: "Engel et al[^1]"),
      RuleExample("As Engel et al said, medicine needs a new model.[^1]\n\n[^1]: \(RuleExample.engelReference)\n"),
      RuleExample("As Nobody et al said, medicine needs a new model.\n"),
    ]
  ) { article in
    var noteOf: [Int: Int] = [:]
    for (index, note) in article.notes.enumerated() {
      for reference in note.references where noteOf[reference.work] == nil { noteOf[reference.work] = index }
    }
    let inText = article.mentions.compactMap { mention -> Remark? in
      guard mention.works.count == 1, let work = mention.works.first, let note = noteOf[work] else { return nil }
      let sentence = article.article.sentences[mention.sentence]
      guard !article.markers[sentence.markers].contains(where: { $0.works.contains(work) }) else { return nil }
      return remark(mention.citation, note: article.article.notes[note], isInNote: false, article.article)
    }
    let inNotes = article.notes.enumerated().flatMap { index, link in
      zip(article.article.notes[index].terseCitations, link.mentions).compactMap { citation, works -> Remark? in
        guard citation.form == .mention, works.count == 1, let work = works.first, let note = noteOf[work],
          note != index,
          !link.references.contains(where: { $0.work == work })
        else { return nil }
        return remark(citation, note: article.article.notes[note], isInNote: true, article.article)
      }
    }
    return inText + inNotes
  }

  private static func remark(_ citation: TerseCitation, note: Note, isInNote: Bool, _ article: Article) -> Remark {
    let isFootnote = article.markers.contains { $0.style == .footnote }
    let mark = isInNote || !isFootnote ? nil : article.traits.noteMark
    let pointer = mark?.text(for: note.label) ?? " (note \(note.label))"
    return Remark(
      citation.range, "“\(citation.text)” is the work of note \(note.label); point at it",
      fix: Finding.Fix(range: citation.range, replacement: citation.text + pointer))
  }
}
