import IbidModel

/// Counts the items of a page's lists, as a reader sees them numbered.
struct HTMLLists {
  /// The last number of each open list; nil for one without numbers.
  private var open: [Int?] = []
  /// The item whose first block is still to come.
  private var pending: ArticleDraft.Block.Item?

  mutating func start(_ tag: MarkupTag) {
    switch tag.name {
    case "ol": push((tag["start"].flatMap { Int($0) } ?? 1) &- 1)
    case "ul", "dl": push(nil)
    case "li":
      guard let last = open.indices.last, let count = open[last] else {
        pending = .bulleted
        return
      }
      let number = tag["value"].flatMap { Int($0) } ?? count &+ 1
      open[last] = number
      pending = .numbered(number)
    default: break
    }
  }

  mutating func end(_ name: String) {
    if ["ol", "ul", "dl"].contains(name), !open.isEmpty { open.removeLast() }
  }

  /// The item that a block begins, which is asked once.
  mutating func takeItem() -> ArticleDraft.Block.Item? {
    defer { pending = nil }
    return pending
  }

  private mutating func push(_ count: Int?) {
    open.append(count)
    if open.count > 256 { open.removeFirst() }
  }
}
