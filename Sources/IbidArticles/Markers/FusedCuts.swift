import IbidModel

/// Ways to cut a row of digits into several note numbers: «101112» into 10, 11, 12.
enum FusedCuts {
  /// Cuts that are tried at most; the better ones come first in practice, because notes are cited in rising order.
  private static let mostCuts = 24

  /// The ways to cut the digits of `range` into at least two rising numbers up to `count`.
  ///
  /// A row longer than 60 digits is not looked at.
  static func cuts(_ text: [UInt8], _ range: Range<Int>, upTo count: Int) -> [[NumberRun.Part]] {
    guard range.count >= 2, range.count <= 60 else { return [] }
    var found: [[NumberRun.Part]] = []
    var path: [NumberRun.Part] = []
    var budget = 4000
    extend(text, range.lowerBound, range.upperBound, count, &path, &found, &budget)
    return found
  }

  /// Depth is at most the count of digits, which is capped.
  private static func extend(
    _ text: [UInt8], _ start: Int, _ end: Int, _ count: Int, _ path: inout [NumberRun.Part],
    _ found: inout [[NumberRun.Part]], _ budget: inout Int
  ) {
    budget -= 1
    guard budget > 0, found.count < mostCuts else { return }
    if start == end {
      if path.count > 1 { found.append(path) }
      return
    }
    let previous = path.last?.last ?? 0
    var value = 0
    var index = start
    while index < end, index - start < 4 {
      value = value * 10 + Int(text[index] & 0x0F)
      index += 1
      guard value > 0, value <= count else { return }
      if value > previous {
        path.append(NumberRun.Part(first: value, last: value, range: start..<index))
        extend(text, index, end, count, &path, &found, &budget)
        path.removeLast()
      }
    }
  }
}
