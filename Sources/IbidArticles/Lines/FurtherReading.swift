import IbidText

/// Lists of works beyond those that an article cites.
package enum FurtherReading {
  /// Whether a heading announces one: «Further reading», «Weiterführende Literatur».
  package static func isAnnounced(by heading: String) -> Bool {
    let bytes = Array(heading.utf8)
    // «Note» may head such a list as well as notes.
    return NoteHeading.kind(bytes, bytes.indices) == .doubtful && SearchKey.folded(heading) != "note"
  }
}
