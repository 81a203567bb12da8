import IbidModel

/// Takes a JATS document apart, tag by tag.
struct JATSDraft {
  private let bytes: [UInt8]
  private var writer = DraftWriter()
  /// Open elements, the outermost first.
  private var stack: [String] = []
  /// Elements whose text is left out, counted from the outermost on.
  private var skipped = 0
  private var sectionDepth = 0
  /// Where the block under way starts in the text; nil between blocks.
  private var blockStart: Int?
  private var blockElement = ""
  private var links = LinkedNotes()
  private var titleRange: Range<Int>?
  /// The reference under way, and where its text starts.
  private var citation: (record: JATSCitation, start: Int)?
  /// Elements of it that are open, with where the text of each starts.
  private var fields: [(tag: MarkupTag, start: Int)] = []
  /// Open links out of the article.
  private var outward: [(address: String, start: Int)] = []

  /// The draft of a JATS document.
  static func draft(_ bytes: [UInt8], from start: Int) -> ArticleDraft {
    var reader = JATSDraft(bytes: bytes)
    var scanner = MarkupScanner(bytes, from: start, isHTML: false)
    while let token = scanner.next() { reader.take(token) }
    reader.endBlock(at: bytes.count)
    reader.links.resolve(in: &reader.writer.draft)
    reader.writer.draft.addNamedWorks()
    return reader.writer.draft
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func take(_ token: MarkupToken) {
    switch token {
    case .start(let tag):
      if !tag.isEmpty {
        stack.append(tag.name)
        if stack.count > 256 { stack.removeFirst() }
      }
      start(tag)
    case .end(let name, let range):
      guard let open = stack.lastIndex(of: name) else { return }
      end(name, range)
      stack.removeSubrange(open...)
    case .text(let range, let isLiteral):
      guard skipped == 0, blockStart != nil || links.isInNote else { return }
      writer.appendMarkup(bytes, range, isLiteral: isLiteral)
    }
  }

  private mutating func start(_ tag: MarkupTag) {
    if Self.left.contains(tag.name) {
      if !tag.isEmpty { skipped += 1 }
      return
    }
    guard skipped == 0 else { return }
    if links.isInNote { startField(tag) }
    switch tag.name {
    case "sec": sectionDepth += 1
    case "article-title" where isIn("title-group") && titleRange == nil: beginBlock(tag)
    case "ref", "fn":
      endBlock(at: tag.range.lowerBound)
      citation = nil
      links.beginNote(
        id: tag["id"], kind: tag.name == "ref" ? .reference : isIn("table-wrap") ? .tableFootnote : .footnote,
        source: tag.range.lowerBound, text: writer.offset)
    case "ext-link" where !tag.isEmpty: outward.append((tag["href"] ?? "", writer.offset))
    case "p", "title", "label", "term", "def", "verse-line", "attrib", "td", "th":
      if links.isInNote {
        if tag.name == "label" { links.labelStart = writer.offset } else { writer.separate(at: tag.range.lowerBound) }
      } else if tag.name != "label" || isIn("fig") || isIn("table-wrap") {
        if isInBody { beginBlock(tag) }
      }
    case "xref" where !tag.isEmpty:
      if let ids = tag["rid"], let kind = tag["ref-type"], kind == "bibr" || kind == "fn" {
        links.beginLink(ids.split(separator: " ").map(String.init), text: writer.offset, isRaised: isIn("sup"))
      }
    case "break": writer.separate(at: tag.range.lowerBound)
    default:
      if links.isInNote, JATSCitation.elements.contains(tag.name) { writer.separate(at: tag.range.lowerBound) }
    }
  }

  private mutating func end(_ name: String, _ range: Range<Int>) {
    if Self.left.contains(name) {
      skipped = max(0, skipped - 1)
      return
    }
    guard skipped == 0 else { return }
    if links.isInNote { endField(name) }
    switch name {
    case "sec": sectionDepth = max(0, sectionDepth - 1)
    case "ref", "fn": links.endNote(source: range.upperBound, &writer)
    case "label" where links.isInNote: links.endLabel(&writer)
    case "xref": links.endLink(text: writer.offset)
    case "ext-link":
      guard let link = outward.popLast(), link.start < writer.offset else { return }
      writer.draft.links.append(.init(range: writer.trimmed(from: link.start), address: link.address))
    default: if name == blockElement { endBlock(at: range.lowerBound) }
    }
  }

  private mutating func startField(_ tag: MarkupTag) {
    if citation == nil {
      if JATSCitation.elements.contains(tag.name), !tag.isEmpty {
        citation = (JATSCitation(tag), writer.offset)
        fields = []
      }
      return
    }
    if !tag.isInline, isIn("element-citation") { writer.separate(at: tag.range.lowerBound) }
    citation?.record.start(tag)
    if !tag.isEmpty, fields.count < 64 { fields.append((tag, writer.offset)) }
  }

  private mutating func endField(_ name: String) {
    guard let (record, start) = citation else { return }
    if let open = fields.lastIndex(where: { $0.tag.name == name }) {
      for field in fields[open...].reversed() {
        citation?.record.end(field.tag, text: ReadingText.string(writer.draft.text, writer.trimmed(from: field.start)))
      }
      fields.removeSubrange(open...)
    } else if JATSCitation.elements.contains(name) {
      citation = nil
      let range = writer.trimmed(from: start)
      if let item = record.record(), !range.isEmpty { links.add(item, at: range) }
    }
  }

  private var isInBody: Bool {
    stack.contains {
      $0 == "body" || $0 == "abstract" || $0 == "ack" || $0 == "app" || $0 == "back" || $0 == "boxed-text"
        || $0 == "floats-group" || $0 == "floats-wrap"
    }
  }

  private func isIn(_ name: String) -> Bool { stack.contains(name) }

  private mutating func beginBlock(_ tag: MarkupTag) {
    guard !tag.isEmpty else { return }
    endBlock(at: tag.range.lowerBound)
    blockStart = writer.offset
    blockElement = tag.name
  }

  private mutating func endBlock(at source: Int) {
    guard let start = blockStart else { return }
    blockStart = nil
    let range = writer.trimmed(from: start)
    writer.endBlock(at: source)
    guard !range.isEmpty else { return }
    if blockElement == "article-title" {
      writer.draft.title = ReadingText.string(writer.draft.text, range)
      titleRange = range
      writer.draft.blocks.append(.init(range: range, setting: .heading, level: 0))
      return
    }
    let setting = setting(of: blockElement)
    let level = setting == .heading ? min(6, max(1, sectionDepth)) : 0
    writer.draft.blocks.append(.init(range: range, setting: setting, level: level))
  }

  private func setting(of element: String) -> Sentence.Setting {
    if isIn("fig") || isIn("table-wrap") || isIn("supplementary-material") { return .caption }
    if element == "title" { return .heading }
    if isIn("list-item") || element == "term" || element == "def" { return .listItem }
    return isIn("disp-quote") ? .quotation : .paragraph
  }

  /// Elements whose text is no prose.
  private static let left: Set<String> = [
    "journal-meta", "contrib-group", "aff", "author-notes", "pub-date", "permissions", "history", "article-categories",
    "kwd-group", "counts", "self-uri", "custom-meta-group", "funding-group", "related-article",
    "elocation-id", "article-id", "tex-math", "math", "object-id",
    "trans-abstract", "disp-formula", "sub-article", "response",
  ]
}

extension MarkupTag {
  /// Whether the element stands within words.
  fileprivate var isInline: Bool { Self.inline.contains(name) }

  private static let inline: Set<String> = [
    "italic", "bold", "sup", "sub", "sc", "underline", "monospace", "roman", "sans-serif", "overline", "strike",
    "styled-content", "named-content", "abbrev", "xref", "ext-link",
  ]
}
