import IbidClaims
import IbidModel

extension Rule {
  static let fusedMarkers = Rule(
    id: "fused-markers", severity: .warning,
    summary: "Note numbers that have run together",
    explanation: """
      Two or more raised numbers stand side by side with nothing between them, so that a reader sees one number:
      «101112» for notes 10, 11 and 12. Put commas between them; the fix does.
      """,
    examples: [
      RuleExample(
        """
        Sleep and pain

        Sleep is good for the brain.1 Rest is good for the heart.2 Both are good for long life.⟦34⟧ Walking is good for the mind.5

        Notes

        1. Roe J. Sleep and the brain. Sleep. 2010;3(2):10–12.
        2. Doe A. Rest and the heart. Heart. 2011;4(1):20–30.
        3. Poe B. Long life. Aging. 2012;5(1):1–9.
        4. Low C. Long lives. Aging. 2013;6(1):1–9.
        5. Moe D. Walking. Mind. 2014;7(1):1–9.
        """, path: "example.txt"),
      RuleExample(
        """
        Sleep and pain

        Sleep is good for the brain.1 Rest is good for the heart.2 Both are good for long life.3,4 Walking is good for the mind.5

        Notes

        1. Roe J. Sleep and the brain. Sleep. 2010;3(2):10–12.
        2. Doe A. Rest and the heart. Heart. 2011;4(1):20–30.
        3. Poe B. Long life. Aging. 2012;5(1):1–9.
        4. Low C. Long lives. Aging. 2013;6(1):1–9.
        5. Moe D. Walking. Mind. 2014;7(1):1–9.
        """, path: "example.txt"),
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
        let range = SourceRange(
          markers[index].range.place,
          length: markers[end - 1].range.offsets.upperBound - markers[index].range.place.offset)
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
      && marker.range.place.offset == previous.range.offsets.upperBound
      && marker.range.length == marker.label.utf8.count && previous.range.length == previous.label.utf8.count
  }
}
