import IbidModel

/// Links within a page and the elements that they point at: a link that reads as a marker, to an element further down,
/// is one, and the element is its note; with it the list that it stands in.
struct HTMLAnchors {
  private struct Container {
    var name: String
    var parent: Int?
    var id: String?
    var blocks: Range<Int>
    var source: Range<Int>

    var isItem: Bool { name == "li" }
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

  mutating func open(_ name: String, inside parent: Int?, blocks: Int, source: Int) -> Int {
    containers.append(
      Container(name: name, parent: parent, blocks: blocks..<blocks, source: source..<source))
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
    for id in ids where named[id] == nil {
      named[id] = container
      containers[container].id = containers[container].id ?? id
    }
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
    } else if !words.isEmpty, range.count <= HTMLMarkerWords.longest {
      links.append(Link(target: link.target, range: range, isRaised: link.isRaised, role: link.role))
    }
  }

  // MARK: Notes

  /// Makes notes of the elements that markers point at and of the lists that these stand in, and takes them out of the
  /// body.
  func resolve(in draft: inout ArticleDraft) {
    let headings = NoteHeadings(draft)
    let markers = links.map { link in (link: link, container: note(of: link, draft, headings)) }
    let cited = Set(markers.compactMap(\.container))
    guard !cited.isEmpty else { return }
    let notes = withLists(cited, draft, headings).sorted {
      (containers[$0].blocks.lowerBound, $0) < (containers[$1].blocks.lowerBound, $1)
    }
    let positions = Dictionary(uniqueKeysWithValues: zip(notes, notes.indices))
    let labels = labels(of: notes, markers: markers, draft)
    draft.citations += LinkedCitations(
      text: draft.text,
      links: markers.map { link, container in
        LinkedCitations.Link(
          targets: container.flatMap { positions[$0] }.map { [$0] } ?? [], range: link.range, isRaised: link.isRaised,
          isFootnote: link.isRaised || HTMLMarkerWords.isFootnote(role: link.role))
      }, labels: labels
    ).citations()
    for (container, label) in zip(notes, labels) { appendNote(containers[container], label, to: &draft) }
    let taken = Set(notes.flatMap { containers[$0].blocks })
    draft.blocks = draft.blocks.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }

  /// The element further down that a link points at, if it holds text and the link reads as a marker does.
  private func note(of link: Link, _ draft: ArticleDraft, _ headings: NoteHeadings) -> Int? {
    guard var container = named[link.target] else { return nil }
    // What holds nothing but the element, as a list's item around its paragraph, is the note.
    while let parent = containers[container].parent, containers[parent].isItem,
      containers[parent].blocks.lowerBound == containers[container].blocks.lowerBound
    {
      container = parent
    }
    let blocks = containers[container].blocks
    guard let first = blocks.first, blocks.count < 60, first < draft.blocks.count,
      draft.blocks[first].range.lowerBound > link.range.upperBound, draft.blocks[first].setting != .heading
    else { return nil }
    let words = ReadingText.string(draft.text, link.range)
    if !link.isRaised, HTMLMarkerWords.isCounted(draft.text, link.range.lowerBound) { return nil }
    let isMarker = HTMLMarkerWords.areMarker(
      words, role: link.role, isRaised: link.isRaised, isListed: headings.announce(block: first))
    return isMarker ? container : nil
  }

  /// These elements, and the other entries of their lists: where two entries are cited, or a heading announces notes.
  private func withLists(_ cited: Set<Int>, _ draft: ArticleDraft, _ headings: NoteHeadings) -> Set<Int> {
    var entries: [EntryKind: [Int]] = [:]
    for index in containers.indices where !containers[index].blocks.isEmpty {
      if let kind = EntryKind(containers[index]) { entries[kind, default: []].append(index) }
    }
    var all = cited
    for list in entries.values where list.count > 1 {
      let known = list.filter(cited.contains)
      guard let first = known.first,
        known.count > 1 || headings.announce(block: containers[first].blocks.lowerBound)
      else { continue }
      all.formUnion(list.filter { containers[$0].blocks.count < 60 })
    }
    return all
  }

  /// What the entries of one list have in common: their parent, their element and, without list, how their identifiers
  /// begin.
  private struct EntryKind: Hashable {
    var parent: Int?
    var name: String
    var stem: String

    init?(_ container: Container) {
      let stem = (container.id ?? "").utf8.prefix { !$0.isASCIIDigit }
      guard container.isItem || !stem.isEmpty else { return nil }
      (parent, name, self.stem) = (
        container.parent, container.name, container.isItem ? "" : String(decoding: Array(stem), as: UTF8.self)
      )
    }
  }

  /// The numbers or signs by which markers call the notes, else the notes' places in their lists.
  private func labels(
    of notes: [Int], markers: [(link: Link, container: Int?)], _ draft: ArticleDraft
  ) -> [String] {
    var words: [Int: String] = [:]
    for (link, container) in markers {
      guard let container, words[container] == nil else { continue }
      words[container] = HTMLMarkerWords.label(ReadingText.string(draft.text, link.range))
    }
    var labels: [Int: String] = [:]
    var used: Set<String> = []
    func give(_ label: String, to note: Int) {
      var label = label
      while !used.insert(label).inserted { label += "b" }
      labels[note] = label
    }
    for note in notes { if let label = words[note] { give(label, to: note) } }
    var places: [Int?: Int] = [:]
    for note in notes {
      let place = places[containers[note].parent, default: 0] + 1
      places[containers[note].parent] = place
      if labels[note] == nil { give(String(place), to: note) }
    }
    return notes.map { labels[$0] ?? "" }
  }

  private func appendNote(_ container: Container, _ label: String, to draft: inout ArticleDraft) {
    let paragraphs = container.blocks.filter { $0 < draft.blocks.count }.map { draft.blocks[$0] }
    guard let first = paragraphs.first, let last = paragraphs.last else { return }
    var note = ArticleDraft.NoteDraft(
      label: label, range: first.range.lowerBound..<last.range.upperBound,
      paragraphs: paragraphs.enumerated().map { index, block in
        .init(range: block.range, listDepth: index > 0 && block.setting == .listItem && !container.isItem ? 1 : 0)
      })
    note.sourceStart = container.source.lowerBound
    draft.notes.append(note)
  }
}
