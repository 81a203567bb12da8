package import IbidModel

/// What an article says as a whole, which tells works of its subject from others that happen to share a claim's words:
/// its title, its most telling words, those of its reference list, and how it begins.
package struct ArticleTheme: Sendable {
  /// What all of it says for each work.
  let scores: [Float]
  /// Whether it speaks of animals, so that studies of animals are no worse for it.
  package let isAboutAnimals: Bool

  /// What the parts weigh beside a claim's own words, which weigh 1. They were fitted together on the citing sentences
  /// of 176 articles, and hold where they are fitted on four fifths and tried on the fifth; the abstract's best
  /// sentence, the title alone, the heading, shared authors and the kind of publication added nothing there.
  private static let titleWeight: Float = 0.39
  private static let wordsWeight: Float = 0.13
  private static let listWeight: Float = 0.17
  private static let beginningWeight: Float = 0.06
  /// So many words stand for the article, and for its reference list.
  private static let keywordCount = 60
  /// Bytes of an article's beginning.
  private static let beginningLength = 1800

  /// The theme of an article, told in the words of these works.
  package init(_ article: Article, title: String?, in index: TextIndex) {
    var scores = [Float](repeating: 0, count: index.count)
    let title = title ?? ""
    index.add(Set(index.stems(of: title)), weight: Self.titleWeight, to: &scores)
    var counts: [Int: Int] = [:]
    var beginning: Set<Int> = []
    var length = 0
    for sentence in article.sentences where sentence.setting != .metadata {
      let stems = index.stems(of: sentence.text)
      for stem in stems { counts[stem, default: 0] += 1 }
      if length < Self.beginningLength { beginning.formUnion(stems) }
      length += sentence.text.utf8.count
    }
    index.add(Self.keywords(counts, in: index), weight: Self.wordsWeight, to: &scores)
    index.add(beginning, weight: Self.beginningWeight, to: &scores)
    var listed: [Int: Int] = [:]
    for paragraph in article.notes.lazy.flatMap(\.paragraphs) {
      for stem in index.stems(of: paragraph.text) { listed[stem, default: 0] += 1 }
    }
    index.add(Self.keywords(listed, in: index), weight: Self.listWeight, to: &scores)
    self.scores = scores
    isAboutAnimals = StudyKind.namesAnimals(title) || StudyKind.namesAnimals(article.sentences.prefix(12).map(\.text))
  }

  /// The stems that tell most of a text: often in it, and rare elsewhere.
  private static func keywords(_ counts: [Int: Int], in index: TextIndex) -> Set<Int> {
    let weighed = counts.map { (stem: $0, weight: Float(min(20, $1)) * index.rarity(of: $0)) }
    return Set(
      weighed.sorted { ($1.weight, $0.stem) < ($0.weight, $1.stem) }.prefix(keywordCount).map(\.stem))
  }
}
