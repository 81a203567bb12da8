import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let notesOutOfOrder = Rule(
    id: "notes-out-of-order", severity: .info,
    summary: "A number that breaks the order in which notes are counted",
    explanation: """
      Numbered notes count up in the order in which the text first points at them. This one breaks the order: a passage was
      moved, or a marker is wrong. An article whose numbers follow another order, as that of the alphabet, is left
      alone, and so are markers by author and year.
      """,
    examples: [
      RuleExample(
        "One.[^1] Two.[^2] Four.⟦[^4]⟧ Three.[^3] Five.[^5]\n\n[^1]: A.\n\n[^2]: B.\n\n[^3]: C.\n\n[^4]: D.\n\n[^5]: E.\n",
        "note 4 comes before note 3"),
      RuleExample("One.[^1] Two.[^2] One again.[^1] Three.[^3]\n\n[^1]: A.\n\n[^2]: B.\n\n[^3]: C.\n"),
      RuleExample("By name.[^3] So.[^1] Too.[^2]\n\n[^1]: Adams.\n\n[^2]: Brown.\n\n[^3]: Clark.\n"),
    ]
  ) { article in
    var seen: Set<String> = []
    let numbered = article.article.markers.compactMap { marker -> (marker: Marker, number: Int)? in
      guard marker.style != .authorYear, case .note(let label) = marker.target, let number = Int(label),
        seen.insert(label).inserted
      else { return nil }
      return (marker, number)
    }
    let kept = longestRise(of: numbered.map(\.number))
    let strays = numbered.indices.filter { !kept.contains($0) }
    guard strays.count * 4 <= numbered.count else { return [] }
    return strays.map { index in
      let number = numbered[index].number
      let higher = numbered[..<index].map(\.number).filter { $0 > number }.max()
      let lower = numbered[index...].map(\.number).filter { $0 < number }.min()
      let place = higher.map { "after note \($0)" } ?? "before note \(lower ?? number)"
      return Remark(numbered[index].marker.range, "note \(numbered[index].marker.label) comes \(place)")
    }
  }

  /// The indices of the longest run of numbers that rise, of several the one that ends lowest: what is left stands out
  /// of order.
  private static func longestRise(of numbers: [Int]) -> Set<Int> {
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: numbers.count)
    for index in numbers.indices {
      let place = ends.partitioningIndex { numbers[$0] >= numbers[index] }
      previous[index] = place > 0 ? ends[place - 1] : -1
      if place == ends.count { ends.append(index) } else { ends[place] = index }
    }
    var rise: Set<Int> = []
    var index = ends.last ?? -1
    while index >= 0 {
      rise.insert(index)
      index = previous[index]
    }
    return rise
  }
}
