import IbidClaims
import IbidModel

extension Rule {
  static let notesOutOfOrder = Rule(
    id: "notes-out-of-order", severity: .info,
    summary: "A number that appears in the text after a higher one",
    explanation: """
      Numbered notes count up in the order in which the text first points at them. This one comes late: a passage was
      moved, or a marker is wrong. An article whose numbers follow another order, as that of the alphabet, is left
      alone, and so are markers by author and year.
      """,
    examples: [
      RuleExample(
        "One.[^1] Two.[^2] Four.[^4] Late.⟦[^3]⟧ Five.[^5]\n\n[^1]: A.\n\n[^2]: B.\n\n[^3]: C.\n\n[^4]: D.\n\n[^5]: E.\n",
        "note 3 comes after note 4"),
      RuleExample("One.[^1] Two.[^2] One again.[^1] Three.[^3]\n\n[^1]: A.\n\n[^2]: B.\n\n[^3]: C.\n"),
      RuleExample("By name.[^3] So.[^1] Too.[^2]\n\n[^1]: Adams.\n\n[^2]: Brown.\n\n[^3]: Clark.\n"),
    ]
  ) { article in
    var seen: Set<String> = []
    var highest = 0
    var late: [(marker: Marker, after: Int)] = []
    for marker in article.article.markers {
      guard marker.style != .authorYear, case .note(let label) = marker.target, let number = Int(label),
        seen.insert(label).inserted
      else { continue }
      if number < highest { late.append((marker, highest)) } else { highest = number }
    }
    guard late.count * 4 <= seen.count else { return [] }
    return late.map { Remark($0.marker.range, "note \($0.marker.label) comes after note \($0.after)") }
  }
}
