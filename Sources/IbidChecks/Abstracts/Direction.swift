/// Which way a word says that something goes.
enum Direction {
  case up, down, better, worse

  /// The other way.
  var opposite: Direction {
    switch self {
    case .up: .down
    case .down: .up
    case .better: .worse
    case .worse: .better
    }
  }

  /// The direction of a word in small letters; nil where it has none.
  init?(word: String) {
    guard let direction = Self.words[word] else { return nil }
    self = direction
  }

  private static let words: [String: Direction] = {
    let lists: [(Direction, [String])] = [
      (
        .up,
        [
          "increase", "increases", "increased", "increasing", "raise", "raises", "raised", "raising", "higher",
          "greater", "rise", "rises", "rose", "risen", "elevated", "elevates", "longer", "larger", "prolonged",
          "prolongs", "lengthens", "lengthened", "faster", "stronger", "doubled", "doubles", "tripled", "heavier",
        ]
      ),
      (
        .down,
        [
          "decrease", "decreases", "decreased", "decreasing", "reduce", "reduces", "reduced", "reducing", "reduction",
          "lower", "lowers", "lowered", "lowering", "fewer", "less", "fell", "fallen", "decline", "declines",
          "declined", "dropped", "diminished", "diminishes", "shorter", "shortened", "shortens", "smaller", "slower",
          "weaker", "halved", "halves", "lighter",
        ]
      ),
      (.better, ["improve", "improves", "improved", "improving", "improvement", "better", "benefits", "benefited"]),
      (.worse, ["worsen", "worsens", "worsened", "worse", "impair", "impairs", "impaired", "harms", "harmed"]),
    ]
    return Dictionary(lists.flatMap { list in list.1.map { ($0, list.0) } }) { first, _ in first }
  }()
}

/// What of a text goes which way: each word of direction with the words of meaning beside it.
struct Directions {
  /// A word of direction.
  struct Place {
    let direction: Direction
    let word: String
    /// The beginnings of up to two words of meaning behind it and one before.
    let near: Set<String>
    /// Whether one of the three words before turns its meaning round or leaves it open.
    let isTurned: Bool
  }

  /// In the order of the text.
  private(set) var all: [Place] = []
  /// Whether any word of the text turns a meaning round.
  let isTurned: Bool

  init(words: [String]) {
    isTurned = words.contains(where: Self.turning.contains)
    for (index, word) in words.enumerated() {
      guard let direction = Direction(word: word) else { continue }
      func isMeaning(_ word: String) -> Bool {
        word.utf8.count > 2 && !ContentWords.small.contains(word) && Direction(word: word) == nil
      }
      let behind = words[(index + 1)...].prefix(4).filter(isMeaning).prefix(2)
      let before = words[..<index].suffix(3).filter(isMeaning).suffix(1)
      all.append(
        Place(
          direction: direction, word: word, near: Set((behind + before).map(ContentWords.stem)),
          isTurned: words[..<index].suffix(3).contains(where: Self.turning.contains)))
    }
  }

  private static let turning: Set<String> = [
    "not", "no", "without", "neither", "nor", "never", "cannot", "didnt", "doesnt", "unclear", "unlikely", "rather",
    "instead", "although", "but", "however", "except", "hardly", "little", "lack", "failed", "fails", "neither",
  ]
}
