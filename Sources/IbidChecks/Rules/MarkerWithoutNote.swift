import IbidClaims
import IbidModel

extension Rule {
  static let markerWithoutNote = Rule(
    id: "marker-without-note", severity: .error,
    summary: "A marker that leads to no note and to no record",
    explanation: """
      The text cites a note that the article does not have, or a key that neither the library nor the files named
      with `--from` know. The note was lost, renumbered or never written; or the key is misspelt.
      """,
    examples: [
      RuleExample("Sleep helps.⟦[^7]⟧\n\n[^8]: Sleep well.\n", "there is no note 7"),
      RuleExample(
        "Sleep helps ⟦[@nobody2020]⟧.", "no record has the key nobody2020; import it, or name its file with --from"),
      RuleExample("Sleep helps.[^7]\n\n[^7]: Sleep well.\n"),
    ]
  ) { article in
    zip(article.article.markers, article.markers).compactMap { marker, link in
      guard link.note == nil, link.works.isEmpty else { return nil }
      switch marker.target {
      case .note(let label): return Remark(marker.range, "there is no note \(label)")
      case .key(let key):
        // «@handle» in running text may be no citation at all.
        return Remark(
          marker.range, "no record has the key \(key); import it, or name its file with --from",
          severity: marker.isInText ? .info : nil)
      }
    }
  }
}
