import IbidModel

/// Ways to cut a row of digits into several note numbers: «101112» into 10, 11, 12.
enum FusedCuts {
  /// Partial cuts that are kept at each digit.
  private static let width = 14
  /// Longest row that is looked at, in digits.
  private static let longest = 120

  private struct Partial {
    /// Where each number starts.
    var starts: [Int]
    var last: Int
    /// Lower is better: many numbers cost, one that follows the number before it costs less.
    var cost: Double
  }

  /// The likeliest ways to cut the digits of `range` into at least two rising numbers up to `count`, best first.
  static func cuts(_ text: [UInt8], _ range: Range<Int>, upTo count: Int) -> [[NumberRun.Part]] {
    guard range.count >= 2, range.count <= longest else { return [] }
    let digits = String(count).utf8.count
    var states: [[Partial]] = Array(repeating: [], count: range.count + 1)
    states[0] = [Partial(starts: [], last: 0, cost: 0)]
    for position in 0..<range.count where text[range.lowerBound + position] != UInt8(ascii: "0") {
      for partial in states[position] {
        var value = 0
        for length in 1...min(digits, range.count - position) {
          value = value * 10 + Int(text[range.lowerBound + position + length - 1] & 0x0F)
          guard value <= count else { break }
          guard value > partial.last, length < range.count else { continue }
          let step = value == partial.last + 1 && partial.last > 0 ? 0.4 : 1.0
          insert(
            Partial(starts: partial.starts + [position], last: value, cost: partial.cost + step),
            into: &states[position + length])
        }
      }
    }
    return states[range.count].filter { $0.starts.count > 1 }.map { parts($0, range, text) }
  }

  private static func insert(_ partial: Partial, into states: inout [Partial]) {
    var index = states.count
    while index > 0, states[index - 1].cost > partial.cost { index -= 1 }
    guard index < width else { return }
    states.insert(partial, at: index)
    if states.count > width { states.removeLast() }
  }

  private static func parts(_ partial: Partial, _ range: Range<Int>, _ text: [UInt8]) -> [NumberRun.Part] {
    zip(partial.starts, partial.starts.dropFirst() + [range.count]).map { start, end in
      let digits = range.lowerBound + start..<range.lowerBound + end
      let value = digits.reduce(0) { $0 * 10 + Int(text[$1] & 0x0F) }
      return NumberRun.Part(first: value, last: value, range: digits)
    }
  }
}
