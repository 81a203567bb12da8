/// How many letters must be put in, left out, replaced or swapped with the next to make one word of another.
package enum EditDistance {
  /// Whether at most `limit` changes make `other` of `word`. Takes time in the product of their lengths at most.
  package static func isWithin(_ limit: Int, _ word: String, _ other: String) -> Bool {
    guard abs(word.utf8.count - other.utf8.count) <= limit else { return false }
    let (word, other) = (Array(word.utf8), Array(other.utf8))
    let start = zip(word, other).prefix { $0 == $1 }.count
    let end = zip(word[start...].reversed(), other[start...].reversed()).prefix { $0 == $1 }.count
    return isWithin(limit, word[start..<(word.count - end)], other[start..<(other.count - end)])
  }

  private static func isWithin(_ limit: Int, _ word: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    guard !word.isEmpty, !other.isEmpty else { return max(word.count, other.count) <= limit }
    let (word, other) = (Array(word), Array(other))
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 1...word.count {
      var line = [row] + [Int](repeating: 0, count: other.count)
      for column in 1...other.count {
        let isSame = word[row - 1] == other[column - 1]
        line[column] = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, word[row - 1] == other[column - 2], word[row - 2] == other[column - 1] {
          line[column] = min(line[column], beforeLast[column - 2] + 1)
        }
      }
      guard line.contains(where: { $0 <= limit }) else { return false }
      (beforeLast, last) = (last, line)
    }
    return last[other.count] <= limit
  }
}
