import IbidClaims
public import IbidModel

/// A note of an article, and what was read in it.
///
///     for note in article.notes where !note.isCited { print("no marker leads to", note.note.label) }
public struct CheckedNote: Sendable {
  /// What a note holds.
  ///
  ///     let asides = article.notes.filter { $0.kind == .commentary }
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// References and nothing else.
    case reference
    /// No reference, nor a short citation of one.
    case commentary
    /// References, and words about them.
    case both
  }

  /// The note as it was read: label, place, paragraphs, quotes.
  public let note: Note
  /// Whether a marker leads to it.
  public let isCited: Bool
  /// Its references, in order.
  public let references: [CheckedReference]
  /// Works that it names in passing, in order.
  public let mentions: [CheckedMention]

  /// The works of its short citations, those that are clear: «Ibid., p. 12».
  public var repeated: [CitedWork] {
    mentions.filter { $0.citation.form != .mention && $0.works.count == 1 }.flatMap(\.works)
  }

  /// What it holds.
  public var kind: Kind {
    switch (note.references.isEmpty && repeated.isEmpty, note.hasCommentary) {
    case (true, _): .commentary
    case (false, true): .both
    case (false, false): .reference
    }
  }
}

/// A reference as it was written, and the work behind it.
///
///     for reference in note.references where !reference.conflicts.isEmpty { print(reference.reference.text) }
public struct CheckedReference: Sendable, Hashable {
  /// What the article says.
  public let reference: Reference
  /// The work that it means.
  public let work: CitedWork
  /// How the record was found; nil where there is none.
  public let match: RecordMatch?
  /// Records that the reference's identifiers name though nothing else agrees with them.
  public let conflicts: [RecordMatch]
}

/// A work named in passing, «Hopewell et al», and what it may mean.
///
///     let dangling = note.mentions.filter { $0.works.isEmpty }
public struct CheckedMention: Sendable, Hashable {
  /// The mention as it was written.
  public let citation: TerseCitation
  /// The works that it may mean: one where it is clear, none where it leads nowhere.
  public let works: [CitedWork]
}

/// A work that an article cites.
///
///     let unknown = article.works.filter { !$0.isRecord }.map(\.item.id)
public struct CitedWork: Sendable, Hashable {
  /// The record, or what the article's own reference says; with a key that no other work of the article has.
  public let item: Item
  /// Whether `item` is a record.
  public let isRecord: Bool
}
