import IbidModel
import IbidText

/// Takes an HTML page apart, tag by tag. What is not closed is closed by what follows.
struct HTMLDraft {
  private let bytes: [UInt8]
  private var writer = DraftWriter()
  /// Open elements that matter, and the number of the container that each opened.
  private var stack: [(name: String, container: Int?)] = []
  private var skipped = 0
  private var blockStart = 0
  private var heading: Int?
  private var pageTitle: String?
  private var isInPageTitle = false
  private var anchors = HTMLAnchors()
  /// Where the raised text under way starts.
  private var raisedStart: Int?
  /// The address of the open link out of the page, and where its words start.
  private var outward: (address: String, text: Int)?
  private var lists = HTMLLists()
  private var sidenotes = HTMLSidenotes()
  private var asides = HTMLAsides()

  /// The draft of a page.
  static func draft(_ bytes: [UInt8], from start: Int) -> ArticleDraft {
    var reader = HTMLDraft(bytes: bytes)
    var scanner = MarkupScanner(bytes, from: start, isHTML: true)
    while let token = scanner.next() { reader.take(token) }
    reader.endBlock(at: bytes.count)
    reader.anchors.closeAll(blocks: reader.writer.draft.blocks.count, source: bytes.count)
    reader.anchors.resolve(in: &reader.writer.draft)
    reader.sidenotes.takeBlocks(from: &reader.writer.draft)
    BlockNoteSections.takeNotes(from: &reader.writer.draft)
    reader.asides.leaveOut(of: &reader.writer.draft)
    reader.chooseTitle()
    return reader.writer.draft
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func take(_ token: MarkupToken) {
    switch token {
    case .start(let tag): start(tag)
    case .end(let name, let range): end(name, range)
    case .text(let range, let isLiteral):
      if isInPageTitle {
        pageTitle = (pageTitle ?? "") + String(decoding: bytes[range], as: UTF8.self)
      } else if skipped == 0 {
        writer.appendMarkup(bytes, range, isLiteral: isLiteral)
      }
    }
  }

  private mutating func start(_ tag: MarkupTag) {
    if tag.name == "title" { isInPageTitle = skipped == 0 && !stack.contains { $0.name == "svg" } }
    readSite(tag)
    if Self.void.contains(tag.name) || tag.isEmpty && Self.left.contains(tag.name) {
      if skipped == 0, tag.name == "br" { breakLine(at: tag.range.lowerBound) }
      if skipped == 0, tag.name == "hr" { endBlock(at: tag.range.lowerBound) }
      if let id = tag["id"] ?? tag["name"] {
        anchors.name([id], inside: stack.lazy.reversed().compactMap(\.container).first)
      }
      return
    }
    if Self.left.contains(tag.name) { skipped += 1 }
    let isBlock = Self.blocks.contains(tag.name)
    if isBlock, skipped == 0 {
      endBlock(at: tag.range.lowerBound)
      lists.start(tag)
    }
    if tag.name == "li" { closeOpen("li", before: ["ul", "ol"], at: tag.range.lowerBound) }
    // A paragraph ends where another block begins, as HTML has it.
    if isBlock, let last = stack.lastIndex(where: { Self.blocks.contains($0.name) }), stack[last].name == "p" {
      close(from: last, at: tag.range.lowerBound)
    }
    if let level = Self.level(tag.name) { heading = level }
    let container: Int? =
      Self.containers.contains(tag.name)
      ? anchors.open(
        tag.name, inside: stack.lazy.reversed().compactMap(\.container).first, blocks: writer.draft.blocks.count,
        source: tag.range.lowerBound) : nil
    let ids = [tag["id"], tag.name == "a" ? tag["name"] : nil].compactMap(\.self)
    if !ids.isEmpty {
      anchors.name(ids, inside: container ?? stack.lazy.reversed().compactMap(\.container).first)
    }
    if tag.name == "a", skipped == 0, let address = tag["href"], address.first == "#", address.utf8.count > 1 {
      anchors.beginLink(
        to: String(address.dropFirst()), text: writer.offset, isRaised: stack.contains { $0.name == "sup" },
        role: (tag["role"] ?? "") + " " + (tag["class"] ?? "") + " " + (tag["rel"] ?? ""))
    }
    if tag.name == "sup", skipped == 0 { raisedStart = writer.offset }
    if tag.name == "a", skipped == 0 {
      outward = tag["href"].flatMap { $0.first == "#" ? nil : ($0, writer.offset) }
    }
    asides.start(tag, isInArticle: isIn("article") || isIn("main"), text: writer.offset)
    if skipped == 0 { sidenotes.start(tag, depth: stack.count, isBlock: isBlock, text: writer.offset) }
    stack.append((tag.name, container))
    if stack.count > 512 { stack.removeFirst(256) }
  }

  /// Where the page says that it stands.
  private mutating func readSite(_ tag: MarkupTag) {
    let address =
      switch tag.name {
      case "base": tag["href"]
      case "link" where tag["rel"]?.lowercased() == "canonical": tag["href"]
      case "meta" where tag["property"] == "og:url": tag["content"]
      default: String?.none
      }
    if let address, let place = WebAddress(address) { writer.draft.site = writer.draft.site ?? place.host }
  }

  private mutating func end(_ name: String, _ range: Range<Int>) {
    if name == "title" { isInPageTitle = false }
    guard let open = stack.lastIndex(where: { $0.name == name }) else { return }
    if name == "a" {
      anchors.endLink(&writer, blockStart: blockStart)
      endOutward()
    }
    if name == "sup", let start = raisedStart {
      if start >= blockStart, start < writer.offset { writer.draft.raised.append(start..<writer.offset) }
      raisedStart = nil
    }
    if skipped == 0, Self.blocks.contains(name) { endBlock(at: range.lowerBound) }
    close(from: open, at: range.upperBound)
  }

  /// Keeps a link out of the page.
  private mutating func endOutward() {
    guard let link = outward else { return }
    outward = nil
    guard link.text >= blockStart, link.text < writer.offset else { return }
    writer.draft.links.append(.init(range: writer.trimmed(from: link.text), address: link.address))
  }

  /// Closes an element that HTML lets stand open, unless one of `barriers` was opened within it.
  private mutating func closeOpen(_ name: String, before barriers: [String], at source: Int) {
    guard let open = stack.lastIndex(where: { $0.name == name || barriers.contains($0.name) }), stack[open].name == name
    else { return }
    close(from: open, at: source)
  }

  private mutating func close(from open: Int, at source: Int) {
    for (depth, element) in stack.enumerated().dropFirst(open).reversed() {
      lists.end(element.name)
      sidenotes.end(depth: depth, source: source, &writer)
      if element.name == "aside" { asides.end(text: writer.offset) }
      if Self.left.contains(element.name) { skipped = max(0, skipped - 1) }
      if let container = element.container {
        anchors.close(container, blocks: writer.draft.blocks.count, source: source)
      }
    }
    stack.removeSubrange(open...)
  }

  /// Ends a line; two breaks, one behind the other, end a paragraph.
  private mutating func breakLine(at source: Int) {
    if writer.draft.text[blockStart...].last(where: { $0 != 0x20 }) == 0x0A {
      endBlock(at: source)
    } else {
      writer.breakLine(at: source)
    }
  }

  private mutating func endBlock(at source: Int) {
    let range = writer.trimmed(from: blockStart)
    if !range.isEmpty {
      let setting = setting
      writer.draft.blocks.append(
        .init(
          range: range, setting: setting, level: setting == .heading ? heading ?? 2 : 0, isVerbatim: isIn("pre"),
          item: lists.takeItem()))
    }
    writer.endBlock(at: source)
    blockStart = writer.offset
    heading = nil
  }

  private var setting: Sentence.Setting {
    if heading != nil { return .heading }
    if isIn("figcaption") || isIn("caption") || isIn("td") || isIn("th") { return .caption }
    if isIn("blockquote") { return .quotation }
    return isIn("li") || isIn("dd") || isIn("dt")
      ? .listItem : isIn("header") && !isIn("article") ? .metadata : .paragraph
  }

  private func isIn(_ name: String) -> Bool { stack.contains { $0.name == name } }

  /// The only first-level heading is the title; else the page's own.
  private mutating func chooseTitle() {
    let tops = writer.draft.blocks.indices.filter { writer.draft.blocks[$0].level == 1 }
    if let first = tops.first, tops.count == 1 {
      writer.draft.title = ReadingText.string(writer.draft.text, writer.draft.blocks[first].range)
      for index in writer.draft.blocks.indices where writer.draft.blocks[index].level > 0 {
        writer.draft.blocks[index].level -= 1
      }
    } else if let title = pageTitle {
      writer.draft.title = ReadingText.string(Array(title.utf8), 0..<title.utf8.count)
    }
  }

  private static func level(_ name: String) -> Int? {
    guard name.utf8.count == 2, name.first == "h", let level = name.last?.wholeNumberValue, (1...6).contains(level)
    else {
      return nil
    }
    return level
  }

  private static let void: Set<String> = [
    "br", "hr", "img", "input", "meta", "link", "source", "wbr", "area", "base", "col", "embed", "param", "track",
  ]

  /// Elements whose text is no part of the article; Tufte's sidenotes have labels that open them.
  private static let left: Set<String> = [
    "label",
    "script", "style", "nav", "noscript", "template", "svg", "form", "button", "select", "textarea", "math", "iframe",
    "object", "footer",
  ]

  private static let containers: Set<String> = ["li", "p", "div", "aside", "section", "dd", "dt", "td", "ol", "ul"]

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table",
    "tr", "td", "th", "caption", "figure", "figcaption", "section", "article", "aside", "header", "footer", "main",
    "body", "html", "address", "details", "summary", "hr",
  ]
}
