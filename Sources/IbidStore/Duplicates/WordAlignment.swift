internal import IbidModel

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
        let isSame = Self.isSame(one[row], other[column])
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

  /// Whether two words are one, but for a slip, an ending or another country's spelling.
  static func isSame(_ word: String, _ other: String) -> Bool {
    if word == other { return true }
    let shorter = min(word.utf8.count, other.utf8.count)
    guard shorter >= 5, word.utf8.first == other.utf8.first, !word.utf8.contains(where: \.isASCIIDigit),
      !other.utf8.contains(where: \.isASCIIDigit)
    else { return false }
    return EditDistance.isWithin(shorter >= 9 ? 2 : 1, word, other) && !areOpposites(word, other)
  }

  /// Whether two words begin with what makes opposites of them: `hypertension`, `hypotension`.
  static func areOpposites(_ word: String, _ other: String) -> Bool {
    opposites.contains { one, two in
      word.hasPrefix(one) && other.hasPrefix(two) || word.hasPrefix(two) && other.hasPrefix(one)
    }
  }

  private static let opposites = [
    ("hyper", "hypo"), ("inter", "intra"), ("pre", "post"), ("pre", "peri"), ("intra", "extra"), ("macro", "micro"),
    ("under", "over"), ("in", "ex"), ("im", "ex"), ("ad", "ab"), ("anti", "ante"), ("endo", "exo"), ("endo", "ecto"),
  ]
}
