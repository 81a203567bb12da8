import IbidModel

/// What stands beside the article: `<aside>` elements outside `<article>` or `<main>`, where the page has one of these.
///
/// Source: HTML Living Standard, «The aside element».
struct HTMLAsides {
  private var hasArticle = false
  private var depth = 0
  private var start = 0
  private var ranges: [Range<Int>] = []

  mutating func start(_ tag: MarkupTag, isInArticle: Bool, text: Int) {
    if tag.name == "article" || tag.name == "main" { hasArticle = true }
    guard tag.name == "aside", !isInArticle || depth > 0 else { return }
    if depth == 0 { start = text }
    depth += 1
  }

  mutating func end(text: Int) {
    guard depth > 0 else { return }
    depth -= 1
    if depth == 0 { ranges.append(start..<text) }
  }

  /// Makes furniture of the page of the blocks in such elements.
  func leaveOut(of draft: inout ArticleDraft) {
    guard hasArticle, !ranges.isEmpty else { return }
    let ranges = MergedRanges(ranges)
    for index in draft.blocks.indices where ranges.overlaps(draft.blocks[index].range) {
      draft.blocks[index].setting = .metadata
      draft.blocks[index].level = 0
    }
  }
}
