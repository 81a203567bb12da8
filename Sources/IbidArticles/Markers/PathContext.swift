import IbidModel
import IbidText

/// What a first choice of citations tells about each candidate: which notes are cited near it, and how the document
/// sets its markers.
struct PathContext: Sendable {
  private let chosen: [NumberRun.Reading]
  /// The highest note cited before each of the chosen, and at the end.
  private var frontiers: [Int] = [0]
  /// Indices of the chosen readings that cite each note.
  private var citing: [[Int32]]
  private var behindStops = 0
  private var beforeStops = 0
  private var spaced = 0

  init(_ chosen: [NumberRun.Reading], noteCount: Int) {
    self.chosen = chosen
    citing = Array(repeating: [], count: noteCount + 2)
    for (index, reading) in chosen.enumerated() {
      var highest = frontiers.last ?? 0
      for part in reading.parts {
        highest = max(highest, part.last)
        for number in part.first...part.last where number <= noteCount { citing[number].append(Int32(index)) }
      }
      frontiers.append(highest)
      if Self.isBehindStop(reading) { behindStops += 1 }
      if Self.isBeforeStop(reading) { beforeStops += 1 }
      if reading.features.contains(.spaced) { spaced += 1 }
    }
  }

  /// The highest note cited before this offset.
  func frontier(before offset: Int) -> Int { frontiers[index(at: offset)] }

  /// What the other citations tell about a reading.
  func features(of reading: NumberRun.Reading) -> MarkerFeatures {
    guard let first = reading.parts.first?.first, let last = reading.parts.last?.last else { return [] }
    let before = index(at: reading.extent.lowerBound)
    var after = before
    while after < chosen.count, chosen[after].extent.lowerBound < reading.extent.upperBound { after += 1 }
    let frontier = frontiers[before]
    var features: MarkerFeatures = []
    if count(first, 0..<before) == 0, count(first, after..<chosen.count) == 0 { features.append(.citedNowhereElse) }
    if cites(first, before - 5..<before) || cites(first, after..<after + 5) { features.append(.sameNear) }
    if first > 1, cites(first - 1, before - 4..<before) { features.append(.previousNear) }
    if cites(last + 1, after..<after + 4) { features.append(.nextNear) }
    if first == frontier + 1 { features.append(.isNext) }
    if first > frontier + 4 { features.append(.isAhead) }
    if first > frontier, overtaken(first, frontier: frontier, after: after) { features.append(.breaksOrder) }
    features += styleFeatures(reading)
    return features
  }

  /// Whether notes before this one are first cited behind it.
  private func overtaken(_ number: Int, frontier: Int, after: Int) -> Bool {
    guard number > frontier + 1 else { return false }
    var count = 0
    for earlier in frontier + 1..<number {
      if let first = citing[earlier].first, first >= after { count += 1 }
      if count > 1 { return true }
    }
    return false
  }

  private func styleFeatures(_ reading: NumberRun.Reading) -> MarkerFeatures {
    var features: MarkerFeatures = []
    let isMostlyBehind = behindStops > 3 && behindStops > 3 * beforeStops
    let isMostlyBefore = beforeStops > 3 && beforeStops > 3 * behindStops
    if Self.isBehindStop(reading) {
      if isMostlyBehind { features.append(.agreesWithStops) }
      if isMostlyBefore { features.append(.contradictsStops) }
    } else if Self.isBeforeStop(reading) {
      if isMostlyBefore { features.append(.agreesWithStops) }
      if isMostlyBehind { features.append(.contradictsStops) }
    }
    if reading.features.contains(.spaced), spaced * 6 > chosen.count, spaced > 3 { features.append(.spacedAmongSpaced) }
    return features
  }

  private static func isBehindStop(_ reading: NumberRun.Reading) -> Bool {
    reading.features.intersects([.afterStop, .afterComma]) && !reading.features.contains(.spaced)
  }

  private static func isBeforeStop(_ reading: NumberRun.Reading) -> Bool {
    reading.features.intersects([.beforeStop, .beforeComma])
      && !reading.features.intersects([.afterStop, .afterComma])
  }

  private func cites(_ number: Int, _ range: Range<Int>) -> Bool { count(number, range) > 0 }

  /// How many of the chosen readings with these indices cite a note.
  private func count(_ number: Int, _ range: Range<Int>) -> Int {
    guard number >= 0, number < citing.count else { return 0 }
    return lowerBound(citing[number], range.upperBound) - lowerBound(citing[number], range.lowerBound)
  }

  private func lowerBound(_ indices: [Int32], _ value: Int) -> Int { indices.partitioningIndex { Int($0) >= value } }

  /// The first chosen reading that starts at `offset` or behind it.
  private func index(at offset: Int) -> Int { chosen.partitioningIndex { $0.extent.lowerBound >= offset } }
}
