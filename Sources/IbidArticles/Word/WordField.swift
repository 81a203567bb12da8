import IbidModel

/// A field or content control of a part, with the tokens that it is made of.
///
/// Source: ECMA-376, part 1, sections 17.16.2, 17.16.18 (`fldChar`), 17.16.19 (`fldSimple`), 17.5.2.
struct WordField: Sendable {
  /// How a field is written.
  enum Form: Sendable {
    /// Between characters of its own, in whatever runs and paragraphs.
    case complex
    /// One element around its result.
    case simple
    /// A content control whose tag is the instruction.
    case control
  }

  var form: Form
  /// The tokens of `fldChar` that begin and end it; the element's own token otherwise.
  var begin: Int
  var end: Int
  /// The token behind which the result stands; nil where there is no result.
  var separate: Int?
  /// The text tokens of the instruction.
  var instruction: [Int] = []
  /// Whether it was deleted, with changes tracked, or moved away.
  var isDeleted = false
  /// Whether it only repeats, for older programs, a field before it.
  var isFallback = false
  /// Whether it stands within another field.
  var isNested = false
}

/// Finds the fields of a part.
struct WordFieldScan {
  private let part: WordPart
  private(set) var fields: [WordField] = []
  /// Open fields, for each story that is open.
  private var open: [[WordField]] = [[]]
  private var deletions = 0
  private var fallbacks = 0

  /// The complete fields of a part, in the order in which they begin. One that does not end within its story is none.
  static func fields(of part: WordPart) -> [WordField] {
    var scan = WordFieldScan(part)
    for index in part.tokens.indices { scan.take(index) }
    return scan.fields.sorted { $0.begin < $1.begin }
  }

  private init(_ part: WordPart) { self.part = part }

  private mutating func take(_ index: Int) {
    let token = part.tokens[index]
    switch token.kind {
    case .text, .literal: takeText(index)
    case .end: takeEnd(token.tag)
    case .start, .empty: takeStart(index, token)
    }
  }

  private mutating func takeStart(_ index: Int, _ token: WordPart.Token) {
    switch token.tag {
    case .fieldCharacter: change(index)
    case .simpleField:
      fields.append(
        WordField(
          form: .simple, begin: index, end: token.match, separate: index, isDeleted: deletions > 0,
          isFallback: fallbacks > 0, isNested: !(open.last?.isEmpty ?? true)))
    case .control: takeControl(index, token)
    case _ where token.kind == .empty: break
    case .deleted, .movedFrom: deletions += 1
    case .fallback: fallbacks += 1
    case _ where token.tag.isStory: open.append([])
    default: break
    }
  }

  private mutating func takeEnd(_ tag: WordTag) {
    switch tag {
    case .deleted, .movedFrom: deletions -= 1
    case .fallback: fallbacks -= 1
    case _ where tag.isStory: if open.count > 1 { open.removeLast() }
    default: break
    }
  }

  private mutating func change(_ index: Int) {
    let last = open.count - 1
    switch part.attribute(index, "fldCharType") {
    case "begin":
      open[last].append(
        WordField(
          form: .complex, begin: index, end: index, isDeleted: deletions > 0, isFallback: fallbacks > 0,
          isNested: !open[last].isEmpty))
    case "separate": if !open[last].isEmpty { open[last][open[last].count - 1].separate = index }
    case "end":
      guard var field = open[last].popLast() else { return }
      field.end = index
      fields.append(field)
    default: break
    }
  }

  private mutating func takeText(_ index: Int) {
    guard let parent = part.tokens[index].parent, let last = open.indices.last, !open[last].isEmpty else { return }
    switch part.tokens[parent].tag {
    case .instruction, .deletedInstruction:
      if open[last][open[last].count - 1].separate == nil { open[last][open[last].count - 1].instruction.append(index) }
    default: break
    }
  }

  /// A content control that a reference manager made.
  private mutating func takeControl(_ index: Int, _ token: WordPart.Token) {
    guard token.kind == .start else { return }
    let children = part.children(of: index)
    guard let properties = children.first(where: { part.tokens[$0].tag == .controlProperties }),
      let content = children.first(where: { part.tokens[$0].tag == .controlContent }),
      let tag = part.children(of: properties).first(where: { part.tokens[$0].tag == .controlTag }),
      let range = part.attributeRange(tag, "val"), part.bytes[range].starts(with: "MENDELEY_".utf8)
    else { return }
    fields.append(
      WordField(
        form: .control, begin: index, end: token.match, separate: content, instruction: [tag],
        isDeleted: deletions > 0, isFallback: fallbacks > 0))
  }
}

extension WordPart {
  /// A field's instruction, decoded.
  func instruction(of field: WordField) -> [UInt8] {
    switch field.form {
    case .complex: pieces(of: field).reduce(into: []) { $0 += $1.text }
    case .simple: Array((attribute(field.begin, "instr") ?? "").utf8)
    case .control: Array((field.instruction.first.flatMap { attribute($0, "val") } ?? "").utf8)
    }
  }

  /// The data beside a field's instruction, decoded: its own, or those of a field within the instruction.
  func data(of field: WordField) -> [UInt8] {
    guard field.form == .complex, let end = field.separate, field.begin < end else { return [] }
    return (field.begin..<end).reduce(into: []) { text, token in
      guard tokens[token].kind == .text, let holder = tokens[token].parent, tokens[holder].tag == .fieldData else {
        return
      }
      MarkupFields.appendText(bytes, tokens[token].range, isLiteral: false, to: &text)
    }
  }

  private func pieces(of field: WordField) -> [(token: Token, text: [UInt8])] {
    field.instruction.map { index in
      var text: [UInt8] = []
      MarkupFields.appendText(bytes, tokens[index].range, isLiteral: tokens[index].kind == .literal, to: &text)
      return (tokens[index], text)
    }
  }

  /// Changes a field's instruction at some stretches of its decoded text and leaves all else as it is written.
  func change(_ field: WordField, _ changes: [(range: Range<Int>, text: [UInt8])], in edits: inout WordEdits) {
    switch field.form {
    case .simple, .control:
      let token = field.form == .simple ? field.begin : field.instruction.first ?? field.begin
      guard let value = attributeRange(token, field.form == .simple ? "instr" : "val") else { return }
      for change in changes {
        let start = source(of: change.range.lowerBound, in: value, isLiteral: false)
        let end = source(of: change.range.upperBound, in: value, isLiteral: false)
        edits.replace(start..<end, by: WordEscape.text(change.text, inAttribute: true))
      }
    case .complex:
      var start = 0
      for piece in pieces(of: field) {
        let whole = start..<start + piece.text.count
        let isLiteral = piece.token.kind == .literal
        for change in changes {
          let isHere = whole.contains(change.range.lowerBound)
          let part = change.range.clamped(to: whole)
          guard isHere || !part.isEmpty else { continue }
          let from = source(of: part.lowerBound - start, in: piece.token.range, isLiteral: isLiteral)
          let to = source(of: part.upperBound - start, in: piece.token.range, isLiteral: isLiteral)
          // What runs over several pieces is written into the first.
          let text = isHere ? change.text : []
          edits.replace(from..<to, by: isLiteral ? text : WordEscape.text(text))
        }
        start = whole.upperBound
      }
    }
  }
}
