import IbidClaims
import IbidModel

extension Rule {
  static let fusedMarkers = Rule(
    id: "fused-markers", severity: .warning,
    summary: "Note numbers that have run together",
    explanation: """
      Two or more raised numbers stand side by side with nothing between them, so that a reader sees one number:
      «101112» for notes 10, 11 and 12. Put commas between them; the fix does, and `--fix` makes it.
      """,
    hasSafeFixes: true,
    examples: [
      RuleExample(
        article(ending: "⟦101112⟧"), "“101112” reads as one number; these are notes 10, 11, 12", fix: "10,11,12",
        path: "example.txt"),
      RuleExample(article(ending: "10,11,12"), path: "example.txt"),
    ]
  ) { article in
    let markers = article.article.markers
    var remarks: [Remark] = []
    var index = 0
    while index < markers.count {
      var end = index + 1
      while end < markers.count, follows(markers[end], markers[end - 1]) { end += 1 }
      if end - index > 1 {
        let labels = markers[index..<end].map(\.label)
        let range = markers[index].range.through(markers[end - 1].range)
        remarks.append(
          Remark(
            range, "“\(labels.joined())” reads as one number; these are notes \(labels.joined(separator: ", "))",
            fix: Finding.Fix(range: range, replacement: labels.joined(separator: ","))))
      }
      index = end
    }
    return remarks
  }

  /// Whether one bare number begins where the other ends.
  private static func follows(_ marker: Marker, _ previous: Marker) -> Bool {
    marker.style == .superscript && previous.style == .superscript
      && marker.range.position == previous.range.positions.upperBound
      && marker.range.length == marker.label.utf8.count && previous.range.length == previous.label.utf8.count
  }

  /// A plain text of twelve notes, the last three of which are cited at its end.
  private static func article(ending: String) -> String {
    let topics = [
      "sleep", "walking", "swimming", "heat", "cold", "massage", "company", "music", "fresh air", "rest", "laughter",
      "dance",
    ]
    let cited = topics.prefix(9).enumerated().map { "Pain is eased by \($1) in many people.\($0 + 1)" }
    let notes = topics.enumerated().map { index, topic in
      "\(index + 1). Roe J, Doe A. Effects of \(topic) on pain. Pain. 20\(10 + index);\(index + 3)(2):10–12."
    }
    return "What eases pain\n\n\(cited.joined(separator: " "))\n\n"
      + "It is eased too by rest, laughter and dance.\(ending) So much for that.\n\nNotes\n\n"
      + notes.joined(separator: "\n") + "\n"
  }
}
