/// What holds for all segmentations.
package enum Segmentation {
  /// References of more pieces than this are none.
  package static let longest = 64
}

/// The likeliest way to cut a paragraph into references and commentary.
///
/// A semi-Markov conditional random field (Sarawagi and Cohen 2004) over the stretches between boundaries: references
/// are of one or more pieces, commentary is of one each.
extension SegmentFeatures {
  /// The references, as half-open ranges of pieces, in order.
  package func references(by model: SegmentModel) -> [Range<Int>] {
    let features = self
    let count = features.pieceCount
    guard count > 0 else { return [] }
    let beginnings = (0..<count).map { model.weight(of: features.beginning($0)) }
    let endings = (1...count).map { model.weight(of: features.ending($0)) }
    // By piece: the weight of the best way up to its start, and where that way's last reference begins, if it ends so.
    var best: [Float] = [0]
    var sources: [Int?] = [nil]
    for end in 1...count {
      var weight = best[end - 1] + model.weight(of: features.commentary(end - 1))
      var source: Int?
      for start in max(0, end - Segmentation.longest)..<end {
        let other =
          best[start] + beginnings[start] + endings[end - 1] + model.weight(of: features.reference(start..<end))
        if other > weight {
          weight = other
          source = start
        }
      }
      best.append(weight)
      sources.append(source)
    }
    var references: [Range<Int>] = []
    var end = count
    while end > 0 {
      if let start = sources[end] {
        references.append(start..<end)
        end = start
      } else {
        end -= 1
      }
    }
    return references.reversed()
  }
}
