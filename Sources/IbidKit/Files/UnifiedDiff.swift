/// The differences of two texts, line by line, as `diff -u` shows them.
///
/// Made for edits within lines: where the texts part, it looks only a few lines ahead for where they meet again.
enum UnifiedDiff {
  private static let context = 3
  private static let mostAhead = 64

  /// Where lines differ: half-open stretches of both texts.
  private typealias Change = (old: Range<Int>, new: Range<Int>)

  /// Nothing where the texts are the same.
  static func text(from old: [UInt8], to new: [UInt8], path: String) -> String {
    let (left, right) = (lines(of: old), lines(of: new))
    var hunks: [[Change]] = []
    for change in changes(left, right) {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    guard !hunks.isEmpty else { return "" }
    return "--- \(path)\n+++ \(path)\n" + hunks.map { hunk($0, left, right) }.joined()
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func changes(_ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]) -> [Change] {
    var changes: [Change] = []
    var (old, new) = (0, 0)
    while old < left.count || new < right.count {
      if old < left.count, new < right.count, left[old] == right[new] {
        (old, new) = (old + 1, new + 1)
        continue
      }
      let (oldEnd, newEnd) = meeting(left, old, right, new)
      changes.append((old..<oldEnd, new..<newEnd))
      (old, new) = (oldEnd, newEnd)
    }
    return changes
  }

  /// Where two texts that part here meet again; their ends where that is too far.
  private static func meeting(
    _ left: [ArraySlice<UInt8>], _ old: Int, _ right: [ArraySlice<UInt8>], _ new: Int
  ) -> (Int, Int) {
    for distance in 1...mostAhead {
      // Lines that are changed are as many as before, most often: the middle comes first.
      for shift in (0...distance).sorted(by: { abs(2 * $0 - distance) < abs(2 * $1 - distance) }) {
        let (first, second) = (old + shift, new + distance - shift)
        guard first <= left.count, second <= right.count else { continue }
        if first == left.count, second == right.count { return (first, second) }
        if first < left.count, second < right.count, left[first] == right[second] { return (first, second) }
      }
    }
    return (left.count, right.count)
  }

  private static func hunk(_ changes: [Change], _ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]) -> String {
    guard let first = changes.first, let last = changes.last else { return "" }
    let before = min(context, first.old.lowerBound)
    let behind = min(context, left.count - last.old.upperBound)
    let old = first.old.lowerBound - before..<last.old.upperBound + behind
    let new = first.new.lowerBound - before..<last.new.upperBound + behind
    var text = "@@ -\(header(old)) +\(header(new)) @@\n"
    var place = old.lowerBound
    for change in changes {
      text += left[place..<change.old.lowerBound].map { line(" ", $0) }.joined()
      text += left[change.old].map { line("-", $0) }.joined()
      text += right[change.new].map { line("+", $0) }.joined()
      place = change.old.upperBound
    }
    return text + left[place..<old.upperBound].map { line(" ", $0) }.joined()
  }

  private static func header(_ range: Range<Int>) -> String {
    "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1),\(range.count)"
  }

  private static func line(_ sign: String, _ bytes: ArraySlice<UInt8>) -> String {
    let text = sign + String(decoding: bytes, as: UTF8.self)
    return bytes.last == 0x0A ? text : text + "\n\\ No newline at end of file\n"
  }
}
