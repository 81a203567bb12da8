import IbidModel

/// The order of first citation.
enum CitationOrder {
  /// The article with its works in the order in which it cites them first, and every index into them adjusted.
  ///
  /// Markers tell the order. A note that has lost its marker takes its place among the notes where these stand in the
  /// order of their markers, as foot- and endnotes do; in a list in another order its works come last.
  static func ordered(_ linked: LinkedArticle) -> LinkedArticle {
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: linked.works.count)
    func place(_ works: [Int]) {
      for work in works where !isPlaced[work] {
        isPlaced[work] = true
        order.append(work)
      }
    }
    if notesFollowMarkers(linked) {
      // Keys may stand between notes; they do not move the notes.
      linked.notes.forEach { place($0.works) }
      linked.markers.forEach { place($0.works) }
    } else {
      linked.markers.forEach { place($0.works) }
      linked.notes.forEach { place($0.works) }
    }
    linked.mentions.forEach { place($0.works) }
    place(Array(linked.works.indices))
    return linked.reordered(order)
  }

  private static func notesFollowMarkers(_ linked: LinkedArticle) -> Bool {
    guard linked.article.markers.allSatisfy({ if case .note = $0.target { true } else { false } }) else { return false }
    var highest = -1
    var seen = Set<Int>()
    for note in linked.markers.compactMap(\.note) where seen.insert(note).inserted {
      guard note > highest else { return false }
      highest = note
    }
    return true
  }
}

extension LinkedArticle {
  fileprivate func reordered(_ order: [Int]) -> LinkedArticle {
    var position = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { position[old] = new }
    var result = self
    result.works = order.map { works[$0] }
    for index in notes.indices {
      for reference in notes[index].references.indices {
        result.notes[index].references[reference].work = position[notes[index].references[reference].work]
      }
      result.notes[index].repeated = notes[index].repeated.map { position[$0] }
      result.notes[index].mentions = notes[index].mentions.map { $0.map { position[$0] } }
    }
    for index in markers.indices { result.markers[index].works = markers[index].works.map { position[$0] } }
    for index in mentions.indices { result.mentions[index].works = mentions[index].works.map { position[$0] } }
    return result
  }
}
