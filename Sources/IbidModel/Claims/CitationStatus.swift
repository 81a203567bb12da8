/// Whether a sentence has a citation behind it.
///
///     let bare = article.sentences.filter { $0.status == .uncited }
public enum CitationStatus: String, Sendable, Hashable, CaseIterable {
  /// One of its markers leads to a work, or it names one work in passing: «Webber et al».
  case cited
  /// Its markers lead only to notes without a reference.
  case hollow
  /// It is a claim and has no marker.
  case uncited
  /// It has no marker and needs none.
  case none
}
