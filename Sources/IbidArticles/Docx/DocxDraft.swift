import IbidModel

/// Takes a Word document apart, tag by tag. The draft's text has a line for each paragraph.
struct DocxDraft {
  /// Longest tag that is read: Mendeley keeps whole citations in one attribute.
  static let longestTag = 4_000_000

  private let styles: DocxStyles
  private let sources: WordSources
  private let addresses: [String: String]
  /// Links out of the document, and the one under way.
  private(set) var links: [ArticleDraft.Link] = []
  private var openLink: (address: String, start: Int)?
  private(set) var text: [UInt8] = []
  /// Where each stretch of the text stands in its part.
  private(set) var origins: [Origin] = []
  private(set) var blocks: [ArticleDraft.Block] = []
  private(set) var fields = DocxFields()
  private(set) var raised: [Range<Int>] = []
  private(set) var verbatim: [Range<Int>] = []
  private(set) var references: [NoteReference] = []
  /// References so far: to endnotes, and to footnotes.
  private var counts: [Bool: Int] = [:]
  /// Foot- and endnotes, in order.
  private(set) var notes: [NoteBody] = []

  private var story = Story.document
  private var openNote: (key: NoteKey, start: Int)?
  private var blockStart = 0
  private var level: Int?
  private var isListItem = false
  private var tableDepth = 0
  /// Elements whose text is left out, counted from the outermost on.
  private var skipped = 0
  private var isInRun = false
  private var isRaised = false
  private var isHidden = false
  private var mathStart: Int?
  /// What text means where it stands.
  private var reading = Reading.nothing

  private enum Reading { case nothing, text, instruction, data }

  /// Which part is read.
  enum Story { case document, footnotes, endnotes }

  /// A stretch of the text, and the bytes of its part that it comes from: a text of XML, or the tag that stands for it.
  struct Origin {
    var text: Range<Int>
    var story: Story
    var source: Range<Int>
    var isTag = false
    var isLiteral = false
  }

  /// A foot- or endnote by the identifier that references name.
  struct NoteKey: Hashable {
    var isEndnote: Bool
    var id: String
  }

  /// A mark in the text that points at a foot- or endnote.
  struct NoteReference {
    var key: NoteKey
    var range: Range<Int>
  }

  /// A foot- or endnote's text.
  struct NoteBody {
    var key: NoteKey
    var paragraphs: [Range<Int>]
    var range: Range<Int>
  }

  /// The draft of a document's parts.
  static func draft(_ parts: DocxParts) -> ArticleDraft { DocxNotes.draft(of: document(parts)) }

  /// A document's parts, taken apart.
  static func document(_ parts: DocxParts) -> DocxDraft {
    var reader = DocxDraft(parts)
    for (part, story) in [
      (parts.document, Story.document), (parts.footnotes, .footnotes), (parts.endnotes, .endnotes),
    ] {
      reader.story = story
      reader.read(part)
    }
    return reader
  }

  private init(_ parts: DocxParts) {
    styles = DocxStyles(parts.styles)
    sources = WordSources(parts.sources)
    addresses = parts.addresses
  }

  private mutating func read(_ bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes, from: 0, isHTML: false, longestTag: Self.longestTag)
    while let token = scanner.next() {
      switch token {
      case .start(let tag):
        start(tag)
        if tag.isEmpty { end(tag.name) }
      case .end(let name, _): end(name)
      case .text(let range, let isLiteral): take(bytes, range, isLiteral: isLiteral)
      }
    }
    endBlock()
    (skipped, tableDepth, isInRun, reading, mathStart) = (0, 0, false, .nothing, nil)
    fields.endAll(at: text.count, sources: sources)
  }

  private mutating func take(_ bytes: [UInt8], _ range: Range<Int>, isLiteral: Bool) {
    guard skipped == 0 else { return }
    switch reading {
    case .nothing: break
    case .instruction: fields.appendInstruction(bytes, range, isLiteral: isLiteral)
    case .data: fields.appendData(bytes[range])
    case .text:
      guard !isHidden, !fields.isInInstruction else { return }
      let from = text.count
      MarkupFields.appendText(bytes, range, isLiteral: isLiteral, to: &text)
      // A line is a paragraph.
      for index in from..<text.count where text[index].isASCIISpace { text[index] = 0x20 }
      if from < text.count {
        origins.append(Origin(text: from..<text.count, story: story, source: range, isLiteral: isLiteral))
      }
      if isRaised, from < text.count { raise(from..<text.count) }
    }
  }

  private mutating func raise(_ range: Range<Int>) {
    if let last = raised.last, last.upperBound == range.lowerBound {
      raised[raised.count - 1] = last.lowerBound..<range.upperBound
    } else {
      raised.append(range)
    }
  }

  // MARK: Elements

  private mutating func start(_ tag: MarkupTag) {
    if Self.left.contains(tag.name) { skipped += 1 }
    guard skipped == 0 else { return }
    switch tag.name {
    case "p": beginBlock()
    case "pstyle": level = styles.level(of: tag["val"] ?? "") ?? level
    case "outlinelvl":
      if let value = tag["val"].flatMap(Int.init), (0...5).contains(value) { level = level ?? value + 1 }
    case "numpr": isListItem = true
    case "tbl": tableDepth += 1
    case "r": (isInRun, isRaised, isHidden) = (true, false, false)
    case "vertalign" where isInRun: isRaised = tag["val"] == "superscript"
    case "rstyle" where isInRun: isRaised = isRaised || styles.raised.contains(tag["val"] ?? "")
    case "vanish" where isInRun: isHidden = tag["val"] != "0" && tag["val"] != "false"
    case "t": reading = .text
    case "instrtext": reading = .instruction
    case "flddata": reading = .data
    case "tab", "br", "cr": if isInRun { append(" ", of: tag) }
    case "nobreakhyphen": append("-", of: tag)
    case "omath": mathStart = mathStart ?? text.count
    case "footnotereference", "endnotereference": refer(to: tag)
    case "footnote", "endnote": beginNote(tag)
    case "fldchar": change(tag["fldchartype"] ?? "")
    case "fldsimple":
      fields.begin(simple: tag["instr"] ?? "", at: text.count)
    case "hyperlink": openLink = tag["id"].flatMap { addresses[$0] }.map { ($0, text.count) }
    case "sdt": fields.beginControl()
    case "tag": fields.name(tag["val"] ?? "")
    case "sdtcontent": fields.beginContent(at: text.count)
    default: break
    }
  }

  /// Text that a tag stands for.
  private mutating func append(_ piece: String, of tag: MarkupTag) {
    let start = text.count
    text += piece.utf8
    origins.append(Origin(text: start..<text.count, story: story, source: tag.range, isTag: true))
  }

  private mutating func end(_ name: String) {
    defer { if Self.left.contains(name) { skipped = max(0, skipped - 1) } }
    guard skipped == 0 else { return }
    switch name {
    case "p": endBlock()
    case "tbl": tableDepth = max(0, tableDepth - 1)
    case "r": (isInRun, isRaised, isHidden) = (false, false, false)
    case "t", "instrtext", "flddata": reading = .nothing
    case "omath":
      if let start = mathStart, start < text.count { verbatim.append(start..<text.count) }
      mathStart = nil
    case "footnote", "endnote": endNote()
    case "fldsimple": fields.end(at: text.count, sources: sources)
    case "hyperlink": endLink()
    case "sdt": fields.endControl(at: text.count)
    default: break
    }
  }

  private mutating func endLink() {
    guard let link = openLink else { return }
    openLink = nil
    let range = text.trimmedASCII(link.start..<text.count)
    if story == .document, !range.isEmpty { links.append(.init(range: range, address: link.address)) }
  }

  private mutating func change(_ type: String) {
    switch type {
    case "begin": fields.begin(at: text.count)
    case "separate": fields.separate(at: text.count)
    case "end": fields.end(at: text.count, sources: sources)
    default: break
    }
  }

  // MARK: Paragraphs and notes

  private mutating func beginBlock() {
    if text.count > blockStart { endBlock() }
    (level, isListItem) = (nil, false)
  }

  private mutating func endBlock() {
    let range = text.trimmedASCII(blockStart..<text.count)
    text.append(0x0A)
    blockStart = text.count
    guard !range.isEmpty, story == .document else { return }
    let isHeading = level != nil || NoteHeading.announcesNotes(text, range)
    blocks.append(.init(range: range, setting: setting(isHeading: isHeading), level: isHeading ? level ?? 1 : 0))
  }

  private func setting(isHeading: Bool) -> Sentence.Setting {
    if tableDepth > 0 { return .caption }
    return isHeading ? .heading : isListItem ? .listItem : .paragraph
  }

  /// Writes the note's number, as a reader sees it.
  private mutating func refer(to tag: MarkupTag) {
    guard story == .document, let id = tag["id"] else { return }
    let key = NoteKey(isEndnote: tag.name == "endnotereference", id: id)
    let number = counts[key.isEndnote, default: 0] + 1
    counts[key.isEndnote] = number
    let start = text.count
    append(String(number), of: tag)
    references.append(NoteReference(key: key, range: start..<text.count))
  }

  private mutating func beginNote(_ tag: MarkupTag) {
    let isSeparator = tag["type"].map { $0 != "normal" } ?? false
    guard story != .document, !isSeparator, let id = tag["id"] else { return }
    openNote = (NoteKey(isEndnote: story == .endnotes, id: id), text.count)
  }

  private mutating func endNote() {
    guard let note = openNote else { return }
    openNote = nil
    let paragraphs = text[note.start...].split(separator: 0x0A).compactMap { line -> Range<Int>? in
      guard let first = line.firstIndex(where: { !$0.isASCIISpace }),
        let last = line.lastIndex(where: { !$0.isASCIISpace })
      else { return nil }
      return first..<last + 1
    }
    guard let first = paragraphs.first, let last = paragraphs.last else { return }
    notes.append(NoteBody(key: note.key, paragraphs: paragraphs, range: first.lowerBound..<last.upperBound))
  }

  /// Elements whose text is left out: what was deleted or moved away, and what stands in for newer markup.
  private static let left: Set<String> = ["del", "movefrom", "fallback", "sectpr", "rprchange", "pprchange"]
}
