extension RandomAccessCollection {
  /// Where the elements begin for which this holds: it holds for none before there, and for all from there on.
  ///
  /// A binary search: the collection's end where it holds for none. Which elements are asked about, and how often, is
  /// left open.
  ///
  ///     [10, 20, 30].partitioningIndex { $0 > 15 }  // 1
  @inlinable
  package func partitioningIndex(where holds: (Element) throws -> Bool) rethrows -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if try holds(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
