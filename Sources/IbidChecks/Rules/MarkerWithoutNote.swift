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
        "Sleep helps ⟦[@nobody2020]⟧.",
        "no record has the key nobody2020; import it, or name its file with --from or --bibliography"),
      RuleExample(
        "Sleep helps ⟦[@engel1977x]⟧. It heals [@engel1977x].",
        "no record has the key engel1977x (cited 2 times); did you mean engel1977?", records: [.engel]),
      RuleExample("Sleep helps.[^7]\n\n[^7]: Sleep well.\n"),
    ]
  ) { article in
    let lost = zip(article.article.markers, article.markers).filter { $1.note == nil && $1.works.isEmpty }
    let uses = Dictionary(grouping: lost, by: \.0.target)
    var told: Set<Marker.Target> = []
    return lost.compactMap { marker, link in
      switch marker.target {
      case .note(let label): return Remark(marker.range, "there is no note \(label)")
      case .key(let key):
        guard told.insert(marker.target).inserted, let uses = uses[marker.target] else { return nil }
        // «@handle» in running text may be no citation at all.
        return Remark(
          marker.range, message(key, uses: uses.count, nearest: link.nearestKeys),
          severity: uses.allSatisfy(\.0.isInText) ? .info : nil)
      }
    }
  }

  private static func message(_ key: String, uses: Int, nearest: [String]) -> String {
    let count = uses > 1 ? " (cited \(uses) times)" : ""
    guard nearest.isEmpty else {
      return "no record has the key \(key)\(count); did you mean \(nearest.joined(separator: " or "))?"
    }
    return "no record has the key \(key)\(count); import it, or name its file with --from or --bibliography"
  }
}
