package import IbidModel
package import IbidText

/// An article with its chain closed: sentence → marker → note → reference → work.
package struct LinkedArticle: Sendable {
  /// The article; its notes have been read.
  package var article: Article
  /// The works that the article cites, each once, in the order of first citation.
  package var works: [Work]
  /// What each of the article's notes leads to, in the order of its notes.
  package var notes: [LinkedNote]
  /// What each of the article's markers leads to, in the order of its markers.
  package var markers: [LinkedMarker]
  /// Works that sentences of the body name in passing, in the order of the file.
  package var mentions: [LinkedMention]
  /// What was made of each sentence, in the order of its sentences.
  package var judgements: [Judgement]
  /// Whether each sentence cites or names a source, be it found or not, in the order of its sentences.
  package var namesSource: [Bool]
  /// Whether each sentence has a citation behind it, in the order of its sentences.
  package var statuses: [CitationStatus]
  /// Parts of cited sentences that stand behind the last marker and claim something of their own.
  package var uncoveredClauses: [UncoveredClause]
}

/// A work that an article cites.
package struct Work: Sendable, Hashable {
  /// The library's record, or what the article's own reference says; with a key that no other work of the article has.
  package var item: Item
  /// Whether `item` is a record of the library (or of the files that stand for it).
  package var isRecord: Bool
  /// What PubMed's record says, read once for all who ask.
  package let facts: PubMedReading?

  init(item: Item, isRecord: Bool) {
    self.item = item
    self.isRecord = isRecord
    facts = item.pubmed.map(PubMedReading.init)
  }
}

/// A note's references and mentions, and the works behind them.
package struct LinkedNote: Sendable, Hashable {
  /// The note's references, in order.
  package var references: [LinkedReference]
  /// For each of the note's terse citations the works that it may mean: one where it is clear, none where it leads
  /// nowhere.
  package var mentions: [[Int]]

  /// The works of its short citations («Ibid.»), those that are clear.
  package var repeated: [Int] = []

  /// The works behind the note, each once: its references' and short citations'; where it has none, those that it names
  /// in passing.
  package var works: [Int] {
    var seen = Set<Int>()
    let cited = references.map(\.work) + repeated
    let works = cited.isEmpty ? mentions.filter { $0.count == 1 }.flatMap(\.self) : cited
    return works.filter { seen.insert($0).inserted }
  }
}

/// A reference as it was written, and the work behind it.
package struct LinkedReference: Sendable, Hashable {
  /// What the article says.
  package var reference: Reference
  /// 0-based index into the article's works.
  package var work: Int
  /// How the library's record was found; nil where the library has none.
  package var match: RecordMatch?
  /// Records that the reference's identifiers name though nothing else agrees with them.
  package var conflicts: [RecordMatch] = []
}

/// A marker, and what it leads to.
package struct LinkedMarker: Sendable, Hashable {
  /// 0-based index of the note; nil where there is none of this label.
  package var note: Int?
  /// 0-based indices of the works behind the marker.
  package var works: [Int]
  /// Of a key that no record has, at its first marker: those that may have been meant.
  package var nearestKeys: [String] = []
}

/// A work that a sentence of the body names in passing.
package struct LinkedMention: Sendable, Hashable {
  /// 0-based index of the sentence.
  package var sentence: Int
  /// The words.
  package var citation: TerseCitation
  /// The works that it may mean.
  package var works: [Int]
}
