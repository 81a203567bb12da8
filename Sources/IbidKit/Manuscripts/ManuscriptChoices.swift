/// What the manuscript's block chooses for the look of citations and bibliography.
struct ManuscriptChoices: Sendable {
  /// A heading before the bibliography.
  var heading: String?
  /// Whether citations lead to their entries.
  var linksCitations = false
  /// Whether addresses and DOIs of the bibliography are links.
  var linksBibliography = true
  /// Whether a note's mark, or a raised number, moves behind the punctuation that follows it.
  var movesBehindPunctuation = false

  init() {}

  /// - Parameter makesNotes: whether the style does; then marks of notes move where nothing else is said.
  init(_ metadata: ManuscriptMetadata, makesNotes: Bool) {
    heading = metadata.bibliographyHeading
    linksCitations = metadata.linksCitations
    linksBibliography = metadata.linksBibliography
    movesBehindPunctuation = metadata.notesFollowPunctuation ?? makesNotes
  }
}
