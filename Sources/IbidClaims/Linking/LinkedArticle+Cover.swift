internal import IbidModel
internal import IbidText

extension LinkedArticle {
  /// Whether a cited sentence further on in the same block says that it speaks for what stands before: «All of this was
  /// shown in …».
  package func isCoveredLater(_ index: Int) -> Bool {
    let block = article.sentences[index].block
    var later = index + 1
    let end = min(article.sentences.count, later + Self.reach)
    while later < end, article.sentences[later].block == block {
      if namesSource[later], Self.gathers(article.sentences[later].text) { return true }
      later += 1
    }
    return false
  }

  /// So many sentences back speaks a sentence that gathers: an article may be one paragraph of a million.
  private static let reach = 8

  /// Whether a sentence begins by gathering what was said: «All of this», «These figures are from».
  private static func gathers(_ text: String) -> Bool {
    let words = SearchKey.words(of: text).prefix(4)
    guard let first = words.first else { return false }
    if gatherers.contains(String(first)) { return words.dropFirst().contains { demonstratives.contains(String($0)) } }
    return demonstratives.contains(String(first))
      && words.dropFirst().contains { statements.contains(String($0)) }
  }

  private static let gatherers: Set<String> = ["all", "both", "each", "everything", "most", "much"]
  private static let demonstratives: Set<String> = ["this", "these", "that", "those", "it", "them", "above"]
  private static let statements: Set<String> = [
    "claims", "data", "effects", "facts", "figures", "findings", "numbers", "observations", "points", "results",
    "statements", "statistics", "things", "values",
  ]
}
