import IbidModel

/// Links within a page and the elements that they point at: a short link to an element further down is a marker, and
/// the element is its note.
struct HTMLAnchors {
  private struct Container {
    var blocks: Range<Int>
    var source: Range<Int>
    var element: String
    /// The container around it.
    var parent: Int?
  }

  private struct Link {
    var target: String
    var range: Range<Int>
    var isRaised: Bool
    var role: String
  }

  private var containers: [Container] = []
  private var named: [String: Int] = [:]
  private var links: [Link] = []
  private var openLink: (target: String, text: Int, isRaised: Bool, role: String)?

  mutating func open(blocks: Int, source: Int, element: String, parent: Int?) -> Int {
    containers.append(
      Container(blocks: blocks..<blocks, source: source..<source, element: element, parent: parent))
    return containers.count - 1
  }

  mutating func close(_ container: Int, blocks: Int, source: Int) {
    containers[container].blocks =
      containers[container].blocks.lowerBound..<max(blocks, containers[container].blocks.lowerBound)
    containers[container].source = containers[container].source.lowerBound..<source
  }

  mutating func closeAll(blocks: Int, source: Int) {
    for index in containers.indices where containers[index].source.isEmpty {
      close(index, blocks: blocks, source: source)
    }
  }

  /// Gives identifiers to the element that holds them.
  mutating func name(_ ids: [String], inside container: Int?) {
    guard let container else { return }
    for id in ids where named[id] == nil { named[id] = container }
  }

  mutating func beginLink(to target: String, text: Int, isRaised: Bool, role: String) {
    openLink = (target, text, isRaised, role.lowercased())
  }

  /// Ends a link; one that leads back up is left out of the text.
  mutating func endLink(_ writer: inout DraftWriter, blockStart: Int) {
    guard let link = openLink else { return }
    openLink = nil
    let range = link.text..<writer.offset
    let words = ReadingText.string(writer.draft.text, range)
    let leadsBack =
      ["backlink", "backref", "reversefootnote", "back-link"].contains { link.role.contains($0) }
      || ["↩", "↑", "^", "⏎", "↩︎", "⤴"].contains(words) || named[link.target] != nil && words.unicodeScalars.count <= 3
    if leadsBack, link.text >= blockStart {
      writer.truncate(to: range.lowerBound)
    } else if words.unicodeScalars.count <= 12, !words.isEmpty {
      links.append(Link(target: link.target, range: range, isRaised: link.isRaised, role: link.role))
    }
  }

  /// Makes notes of the elements that markers point at, and takes them out of the body.
  func resolve(in draft: inout ArticleDraft) {
    var labels: [Int: String] = [:]
    var used: Set<String> = []
    var taken: Set<Int> = []
    for link in links {
      guard let container = named[link.target], isNote(containers[container], link, draft) else { continue }
      let words = ReadingText.string(draft.text, link.range).filter { !"[]() ".contains($0) }
      var label = labels[container] ?? words
      if labels[container] == nil {
        while !used.insert(label).inserted { label += "b" }
        labels[container] = label
        taken.formUnion(containers[container].blocks)
      }
      let style: Marker.Style =
        link.isRaised || link.role.contains("footnote") || link.role.contains("noteref") ? .footnote : .bracket
      var range = link.range
      if range.lowerBound > 0, range.upperBound < draft.text.count,
        draft.text[range.lowerBound - 1] == UInt8(ascii: "["),
        draft.text[range.upperBound] == UInt8(ascii: "]")
      {
        range = range.lowerBound - 1..<range.upperBound + 1
      }
      draft.citations.append(
        .init(range: range, markers: [.init(label: words, target: .note(label), style: style, range: link.range)]))
    }
    addUncited(to: &labels, &used, &taken, of: draft)
    for (container, label) in labels.sorted(by: { $0.key < $1.key }) {
      appendNote(containers[container], label, to: &draft)
    }
    draft.blocks = draft.blocks.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }

  /// Adds the entries that no link points at of lists in which links point at others: they are notes as well. All items
  /// of a list are entries; paragraphs beside notes are where most of those behind the first note are notes, and they
  /// are written as references. An entry's label is its place among the entries, where it is free.
  private func addUncited(
    to labels: inout [Int: String], _ used: inout Set<String>, _ taken: inout Set<Int>, of draft: ArticleDraft
  ) {
    // What stands in no container stands in the page, as if that were one.
    var siblings: [Int: [Int]] = [:]
    for (index, container) in containers.enumerated() where !container.blocks.isEmpty {
      siblings[container.parent ?? -1, default: []].append(index)
    }
    for list in Set(labels.keys.map { containers[$0].parent ?? -1 }).sorted() {
      let children = siblings[list] ?? []
      guard let first = children.first(where: { labels[$0] != nil }) else { continue }
      let areItems = containers[first].element == "li"
      let entries = children.filter {
        containers[$0].element == containers[first].element && (areItems || $0 >= first)
      }
      guard areItems || entries.count(where: { labels[$0] != nil }) * 2 >= entries.count else { continue }
      for (place, entry) in entries.enumerated() where labels[entry] == nil {
        let blocks = containers[entry].blocks
        guard taken.isDisjoint(with: blocks), areItems || readsAsReference(blocks, draft) else { continue }
        var label = String(place + 1)
        while !used.insert(label).inserted { label += "b" }
        labels[entry] = label
        taken.formUnion(blocks)
      }
    }
  }

  private func readsAsReference(_ blocks: Range<Int>, _ draft: ArticleDraft) -> Bool {
    guard let first = blocks.first, first < draft.blocks.count else { return false }
    return ReferenceShape(draft.text, draft.blocks[first].range).points >= ReferenceShape.likely
  }

  /// Whether a container further down holds text, and the link reads as a marker does.
  private func isNote(_ container: Container, _ link: Link, _ draft: ArticleDraft) -> Bool {
    guard let first = container.blocks.first, container.blocks.count < 60, first < draft.blocks.count,
      draft.blocks[first].range.lowerBound > link.range.upperBound, draft.blocks[first].setting != .heading
    else { return false }
    if link.role.contains("noteref") || link.role.contains("footnote") { return true }
    let words = ReadingText.string(draft.text, link.range)
    return link.isRaised || words.contains { $0.isNumber } || words.unicodeScalars.count <= 2
  }

  private func appendNote(_ container: Container, _ label: String, to draft: inout ArticleDraft) {
    let paragraphs = container.blocks.filter { $0 < draft.blocks.count }.map { draft.blocks[$0] }
    guard let first = paragraphs.first, let last = paragraphs.last else { return }
    var note = ArticleDraft.NoteDraft(
      label: label, range: first.range.lowerBound..<last.range.upperBound,
      paragraphs: paragraphs.enumerated().map { index, block in
        .init(
          range: block.range, listDepth: index > 0 && block.setting == .listItem && container.element != "li" ? 1 : 0)
      })
    note.sourceStart = container.source.lowerBound
    draft.notes.append(note)
  }
}
