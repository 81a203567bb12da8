/// Elements that the table does not know, by the numbers of their names, and how often each was met.
struct UnknownElements {
  /// Of more names than these only those are counted that came first.
  private static let mostNames = 1_000
  private var counts: [Int32: Int] = [:]

  mutating func count(_ name: Int32) {
    guard counts[name] != nil || counts.count < Self.mostNames, name >= 0 else { return }
    counts[name, default: 0] += 1
  }

  /// Names and counts, in no order.
  var all: [(name: Int32, count: Int)] { counts.map { ($0.key, $0.value) } }
}
