import IbidModel

/// Finds the citations of a text that no markup tells apart, and the notes that they point at.
enum MarkerLinker {
  /// The citations in the body of a draft whose notes are known.
  static func citations(in draft: ArticleDraft) -> [ArticleDraft.Citation] { [] }
}
