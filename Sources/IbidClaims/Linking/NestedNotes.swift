import IbidModel
import IbidText

/// Notes that other notes point at: «See the other note.² », whose own reference is all that is behind the first.
struct NestedNotes {
  /// For each note the works behind it: its own; where it has none, those of the notes that it points at.
  private(set) var works: [[Int]]

  /// - Parameters:
  ///   - article: its notes in the order of the file.
  ///   - keys: the work that each marker names by its key, where it does.
  init(_ article: Article, notes: [LinkedNote], byLabel: [String: Int], keys: [Int?]) {
    works = notes.map(\.works)
    var targets: [Int: [Int]] = [:]
    for (marker, work) in zip(article.markers, keys) {
      guard let outer = Self.note(holding: marker.range.position, in: article.notes), works[outer].isEmpty else {
        continue
      }
      if let work { works[outer].append(work) }
      if case .note(let label) = marker.target, let inner = byLabel[label], inner != outer {
        targets[outer, default: []].append(inner)
      }
    }
    // Each round follows one further step; a circle leads nowhere however often it is followed.
    for _ in 0..<8 {
      let hollow = targets.keys.sorted().filter { works[$0].isEmpty }
      let found = hollow.map { note in
        (
          note,
          (targets[note] ?? []).flatMap { works[$0] }.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
        )
      }
      for (note, behind) in found { works[note] = behind }
      if found.allSatisfy({ $0.1.isEmpty }) { break }
    }
  }

  /// The last note that starts before a position and holds it.
  private static func note(holding position: Int, in notes: [Note]) -> Int? {
    let last = notes.partitioningIndex { $0.range.position > position } - 1
    return last >= 0 && notes[last].range.positions.contains(position) ? last : nil
  }
}
