import IbidClaims
import IbidModel

extension Rule {
  static let mixedCitationStyles = Rule(
    id: "mixed-citation-styles", severity: .info,
    summary: "Citations in another manner than the rest of the article",
    explanation: """
      The article cites mostly in one manner, by numbers or by names and years, and here in the other. The remark
      stands at the first such place only. Links in the prose are neither.
      """,
    examples: [
      RuleExample(
        "One.[^1] Two.[^2] Three ⟦[@engel1977]⟧.\n\n[^1]: Adams.\n\n[^2]: Brown.\n",
        "cited by name and year, where the article mostly cites by number (1 of 3)", records: [.engel]),
      RuleExample("One.[^1] Two.[^2]\n\n[^1]: Adams.\n\n[^2]: Brown.\n"),
    ]
  ) { article in
    let markers = article.article.markers.filter { !isLink($0) }
    let groups = Dictionary(grouping: markers, by: { CitationFormat($0.style) })
    guard groups.count > 1 else { return [] }
    let ranked = groups.sorted { ($0.value.count, $1.key.rawValue) > ($1.value.count, $0.key.rawValue) }
    return ranked.dropFirst().compactMap { format, others in
      others.first.map {
        Remark(
          $0.range,
          "cited by \(format.rawValue), where the article mostly cites by \(ranked[0].key.rawValue) (\(others.count) of \(markers.count))"
        )
      }
    }
  }

  /// Whether a marker is a link or an identifier in the prose: its note is called by that, `doi:10.1000/x`.
  private static func isLink(_ marker: Marker) -> Bool {
    guard marker.style == .citationKey, case .note = marker.target else { return false }
    return marker.label.utf8.contains(UInt8(ascii: ":"))
  }

  private enum CitationFormat: String {
    case numbers = "number"
    case names = "name and year"

    init(_ style: Marker.Style) {
      switch style {
      case .superscript, .bracket, .parenthesis, .footnote: self = .numbers
      case .authorYear, .citationKey: self = .names
      }
    }
  }
}
