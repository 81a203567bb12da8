import IbidModel

/// Takes a Typst document apart: one pass, markup and code followed by a stack of what their brackets end.
struct TypstDraft {
  let text: [UInt8]
  var index: Int
  var writer = DraftWriter()
  var frames: [TypstFrame] = []
  var blockStart = 0
  var setting = Sentence.Setting.paragraph
  var level = 0
  /// The column of the list's item under way.
  var itemIndent: Int?
  /// Whether nothing but blanks stands before `index` on its line.
  var isAtLineStart = true
  /// Labels of the document's own parts, which keys of works do not have.
  var labels: Set<String> = []
  /// Labels of footnotes, by those of Typst.
  var noteLabels: [String: String] = [:]
  var footnotes = 0
  /// The note that has just ended, which a label behind it names.
  var lastNote: (label: String, end: Int)?

  /// Most brackets that are followed.
  static let frameLimit = 10_000

  /// The draft of a Typst document.
  static func draft(_ bytes: [UInt8], from start: Int) -> ArticleDraft {
    var reader = TypstDraft(text: bytes, index: start)
    reader.read()
    reader.endBlock(isForced: true)
    reader.resolve()
    reader.findTitle()
    return reader.writer.draft
  }

  private init(text: [UInt8], index: Int) {
    self.text = text
    self.index = index
  }

  private mutating func read() {
    while index < text.count {
      let before = index
      if case .code(let code)? = frames.last { readCode(code) } else { readMarkup() }
      if index <= before { index = before + 1 }
    }
  }

  // MARK: Looking

  func byte(_ offset: Int) -> UInt8 { text.indices.contains(offset) ? text[offset] : 0 }

  func has(_ word: StaticString) -> Bool { has(word, at: index) }

  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset + word.utf8CodeUnitCount <= text.count else { return false }
    return word.withUTF8Buffer { text[offset..<offset + $0.count].elementsEqual($0) }
  }

  func end(from offset: Int, where satisfies: (UInt8) -> Bool) -> Int {
    guard offset < text.count else { return text.count }
    return text[offset...].firstIndex { !satisfies($0) } ?? text.count
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  static func isIdentifier(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == 0x5F || byte == 0x2D || byte >= 0x80
  }

  // MARK: Blocks

  /// Whether a paragraph may end here.
  var mayEndBlock: Bool { inlineFrames == 0 }

  /// How many footnotes and links' words are open.
  var inlineFrames: Int { frames.suffix(64).count { !$0.holdsParagraphs } }

  mutating func endBlock(isForced: Bool = false) {
    guard isForced || mayEndBlock else {
      writer.append(" ", source: max(0, index - 1)..<index)
      return
    }
    let range = writer.trimmed(from: blockStart)
    if !range.isEmpty {
      writer.draft.blocks.append(.init(range: range, setting: setting, level: setting == .heading ? level : 0))
      writer.endBlock(at: max(0, index - 1))
    }
    blockStart = writer.offset
    if setting == .heading || setting == .listItem { setting = .paragraph }
    itemIndent = nil
  }

  /// Where the only heading of the highest level comes first, it is the title.
  private mutating func findTitle() {
    guard writer.draft.title == nil else { return }
    let headings = writer.draft.blocks.indices.filter { writer.draft.blocks[$0].setting == .heading }
    let tops = headings.filter { writer.draft.blocks[$0].level == 1 }
    guard tops.count == 1, let first = headings.first, first == tops.first,
      !NoteHeading.announcesNotes(writer.draft.text, writer.draft.blocks[first].range)
    else { return }
    writer.draft.title = ReadingText.string(writer.draft.text, writer.draft.blocks[first].range)
    for heading in headings { writer.draft.blocks[heading].level = max(0, writer.draft.blocks[heading].level - 1) }
  }
}
