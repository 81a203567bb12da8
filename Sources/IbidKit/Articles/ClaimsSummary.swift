import IbidModel

/// An article's claims and notes in figures.
///
///     let summary = article.summary
///     print("\(summary.uncited) of \(summary.claims) claims lack a citation")
public struct ClaimsSummary: Sendable, Hashable {
  /// Sentences that are claims.
  public let claims: Int
  /// Claims that are cited.
  public let cited: Int
  /// Claims whose markers lead only to notes without a reference.
  public let hollow: Int
  /// Claims without a citation.
  public let uncited: Int
  /// Notes.
  public let notes: Int
  /// Notes that hold a reference.
  public let notesWithReference: Int
  /// Works that the article cites.
  public let works: Int
  /// Labels of notes that no marker leads to, in order.
  public let notesWithoutMarker: [String]
  /// Labels of markers that lead nowhere, each once, in order.
  public let markersWithoutNote: [String]

  init(sentences: [CheckedSentence], notes: [CheckedNote], markers: [CheckedMarker], works: Int) {
    let claims = sentences.filter { $0.kind == .claim }
    func count(_ status: CitationStatus) -> Int { claims.count { $0.status == status } }
    self.claims = claims.count
    cited = count(.cited)
    hollow = count(.hollow)
    uncited = count(.uncited)
    self.notes = notes.count
    notesWithReference = notes.count { !$0.references.isEmpty }
    self.works = works
    notesWithoutMarker = notes.filter { !$0.isCited }.map(\.note.label)
    var seen = Set<String>()
    markersWithoutNote = markers.filter { $0.note == nil && $0.works.isEmpty }.map(\.marker.label)
      .filter { seen.insert($0).inserted }
  }
}
