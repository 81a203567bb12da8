/// How offsets have moved since a text was checked.
package struct OffsetShift: Sendable, Equatable {
  private struct Change: Equatable {
    var range: Range<Int>
    var count: Int
  }

  /// In the order in which they were made, each in the text that the ones before made.
  private var changes: [Change] = []

  /// Nothing has moved.
  package init() {}

  /// Whether nothing has changed.
  package var isEmpty: Bool { changes.isEmpty }

  /// Takes up one more change: a stretch, and how many bytes stand there then.
  package mutating func add(_ range: Range<Int>, count: Int) { changes.append(Change(range: range, count: count)) }

  /// Where an offset of the checked text is now; inside of what was replaced, its end.
  package func current(of offset: Int) -> Int {
    changes.reduce(offset) { offset, change in
      if offset < change.range.lowerBound { return offset }
      if offset >= change.range.upperBound { return offset - change.range.count + change.count }
      return change.range.lowerBound + change.count
    }
  }

  /// Where an offset of the text as it is now was in the checked one; inside of what was put in, its start.
  package func checked(of offset: Int) -> Int {
    changes.reversed().reduce(offset) { offset, change in
      if offset < change.range.lowerBound { return offset }
      if offset >= change.range.lowerBound + change.count { return offset - change.count + change.range.count }
      return change.range.lowerBound
    }
  }

  /// Where a stretch of the checked text is now.
  package func current(of range: Range<Int>) -> Range<Int> {
    let start = current(of: range.lowerBound)
    return start..<max(start, current(of: range.upperBound))
  }
}
