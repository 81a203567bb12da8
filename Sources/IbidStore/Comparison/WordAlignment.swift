internal import IbidText

/// The longest row of words that two texts have in common, in order, slips of the pen forgiven.
struct WordAlignment {
  private(set) var onlyInFirst: [String] = []
  private(set) var onlyInSecond: [String] = []
  /// Letters of the words in common.
  private(set) var letters = 0
  /// Whether what only one has stands behind all that they have in common.
  private(set) var isCut = true

  init(_ one: [String], _ other: [String]) {
    let width = other.count + 1
    var best = [Int](repeating: 0, count: (one.count + 1) * width)
    var same = [Bool](repeating: false, count: one.count * other.count)
    for row in one.indices.reversed() {
      for column in other.indices.reversed() {
        let isSame = WordSpelling.isSame(one[row], other[column])
        same[row * other.count + column] = isSame
        let skip = max(best[(row + 1) * width + column], best[row * width + column + 1])
        let take =
          isSame ? best[(row + 1) * width + column + 1] + min(one[row].utf8.count, other[column].utf8.count) : 0
        best[row * width + column] = max(skip, take)
      }
    }
    var (row, column) = (0, 0)
    while row < one.count, column < other.count {
      let here = best[row * width + column]
      if same[row * other.count + column],
        here == best[(row + 1) * width + column + 1] + min(one[row].utf8.count, other[column].utf8.count)
      {
        if !onlyInFirst.isEmpty || !onlyInSecond.isEmpty { isCut = false }
        letters += min(one[row].utf8.count, other[column].utf8.count)
        (row, column) = (row + 1, column + 1)
      } else if best[(row + 1) * width + column] == here {
        onlyInFirst.append(one[row])
        row += 1
      } else {
        onlyInSecond.append(other[column])
        column += 1
      }
    }
    onlyInFirst += one[row...]
    onlyInSecond += other[column...]
  }
}
