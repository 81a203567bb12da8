import IbidClaims
import IbidModel

/// The linked article's parallel lists as values that stand for themselves.
extension CheckedArticle {
  /// The linked article whose lists are turned into values; each list is made once.
  struct Values {
    let sentences: [CheckedSentence]
    let notes: [CheckedNote]
    let markers: [CheckedMarker]
    let works: [CitedWork]

    init(_ linked: LinkedArticle) {
      let works = linked.works.map { CitedWork(item: $0.item, isRecord: $0.isRecord) }
      func at(_ indices: [Int]) -> [CitedWork] { indices.map { works[$0] } }
      let markers = zip(linked.article.markers, linked.markers).map {
        CheckedMarker(marker: $0, note: $1.note, works: at($1.works))
      }
      let mentions = Dictionary(grouping: linked.mentions, by: \.sentence)
      let clauses = Dictionary(grouping: linked.uncoveredClauses, by: \.sentence)
      self.works = works
      self.markers = markers
      sentences = linked.article.sentences.indices.map { index in
        let sentence = linked.article.sentences[index]
        let judgement = linked.judgements[index]
        return CheckedSentence(
          sentence: sentence, id: "s\(index + 1)", section: sentence.section.map { linked.article.sections[$0].title },
          kind: judgement.kind, needsCitation: judgement.needsCitation, status: linked.statuses[index],
          markers: Array(markers[sentence.markers]),
          mentions: mentions[index, default: []].map { CheckedMention(citation: $0.citation, works: at($0.works)) },
          uncovered: clauses[index, default: []].map { CheckedSentence.UncoveredPart(text: $0.text, range: $0.range) },
          judgement: judgement)
      }
      let cited = Set(linked.markers.compactMap(\.note))
      notes = linked.article.notes.indices.map { index in
        let note = linked.article.notes[index]
        let link = linked.notes[index]
        return CheckedNote(
          note: note, isCited: cited.contains(index),
          references: link.references.map {
            CheckedReference(reference: $0.reference, work: works[$0.work], match: $0.match, conflicts: $0.conflicts)
          },
          mentions: zip(note.terseCitations, link.mentions).map { CheckedMention(citation: $0, works: at($1)) })
      }
    }
  }
}
