import Glibc
import IbidText

/// Ranks works by what a claim says, the sentences beside it and the article around it.
package struct SuggestionRanking {
  private let index: TextIndex
  private let theme: ArticleTheme
  /// Works that no claim of the article may have.
  private let excluded: [Bool]
  private var scores: [Float] = []
  /// What the theme says for a work, on average.
  private let usualTheme: Float

  /// A work, and how much speaks for it.
  package struct Ranked: Sendable, Hashable {
    /// The work's place in the index.
    package let work: Int
    /// What speaks for it; of use only beside those of the claim's other works.
    package var value: Float
    /// How sure it is that the work supports the claim, 0…100, on one scale for all claims of all articles.
    package var score: Double = 0
  }

  private static let beforeWeight: Float = 0.26
  private static let afterWeight: Float = 0.2
  /// What makes one point of the values of one claim's works.
  private static let unit: Float = 0.16

  /// Ranks for an article with this theme; `excluded` says of each work whether it is out of question.
  package init(_ index: TextIndex, theme: ArticleTheme, excluded: [Bool]) {
    (self.index, self.theme, self.excluded) = (index, theme, excluded)
    usualTheme = theme.scores.reduce(0, +) / Float(max(1, theme.scores.count))
  }

  /// The works that fit a claim best, the best first, each with its score.
  ///
  /// - Parameters:
  ///   - count: how many; at least `leastCount`, or the scores say nothing.
  ///   - before: the stems of the sentence before it in its paragraph, as `after` are those of the one behind it.
  ///   - preference: what is added to the value of a work for what it is.
  package mutating func best(
    _ count: Int, for claim: Set<Int>, before: Set<Int>, after: Set<Int>, preference: (Int) -> Float
  ) -> [Ranked] {
    guard !claim.isEmpty else { return [] }
    scores = theme.scores
    index.add(claim, weight: 1, to: &scores)
    index.add(before, weight: Self.beforeWeight, to: &scores)
    index.add(after, weight: Self.afterWeight, to: &scores)
    var best: [Ranked] = []
    var least = -Float.infinity
    for (work, score) in scores.enumerated() where score > least && score > 0 && !excluded[work] {
      let place = best.partitioningIndex { $0.value < score }
      best.insert(Ranked(work: work, value: score), at: place)
      if best.count > count { best.removeLast() }
      if best.count == count, let last = best.last { least = last.value }
    }
    return Self.scored(
      best.map { Ranked(work: $0.work, value: $0.value * Self.unit + preference($0.work)) },
      unknown: usualTheme * Self.unit)
  }

  /// The works in the order of their values, each with its score.
  ///
  /// A claim's first work is right as often as it stands out: from the tenth behind it, for the library holds much of
  /// the subject anyway, and from the second, for a claim has one source more often than two that say the same. How
  /// high the values are says little: it grows with the claim's length.
  ///
  /// - Parameter unknown: the value of works that would stand behind them in a larger library.
  static func scored(_ ranked: [Ranked], unknown: Float) -> [Ranked] {
    let ranked = ranked.sorted { ($1.value, $0.work) < ($0.value, $1.work) }
    guard let first = ranked.first else { return [] }
    let second = ranked.count > 1 ? ranked[1].value : unknown
    let crowd = ranked.count > crowdPlace ? ranked[crowdPlace].value : min(unknown, second)
    return ranked.enumerated().map { place, one in
      var one = one
      let lead = one.value - (place == 0 ? second : first.value)
      one.score = score(standingOut: Double(one.value - crowd + leadWeight * lead))
      return one
    }
  }

  /// 0…100 with one digit behind the point, for how much a work stands out.
  private static func score(standingOut value: Double) -> Double {
    (1000 / (1 + exp(-(value - usualValue) / spread))).rounded() / 10
  }

  /// So many works have to be ranked for the score of the first.
  package static let leastCount = crowdPlace + 1
  /// The place, from 0, of the work that stands for the crowd.
  private static let crowdPlace = 10
  private static let leadWeight: Float = 1.75
  /// How much a work stands out that is as likely right as not.
  private static let usualValue = 11.2
  private static let spread = 4.0
}
