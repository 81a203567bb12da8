import IbidModel

/// The fields of a Word document, as they open and close around its text.
///
/// Source: ECMA-376, part 1, sections 17.16.2 (fields) and 17.5.2 (structured document tags).
struct DocxFields {
  /// What a reference manager put into a stretch of the text.
  struct Citation {
    var range: Range<Int>
    var works: [EmbeddedCite]
  }

  private(set) var citations: [Citation] = []
  private(set) var bibliographies: [Range<Int>] = []
  private(set) var navigation: [Range<Int>] = []
  private(set) var links: [ArticleDraft.Link] = []
  private var open: [Field] = []
  private var controls: [Control] = []

  private struct Field {
    var instruction: [UInt8] = []
    var data: [UInt8] = []
    /// Where the result starts; nil before it.
    var result: Int?
    var start: Int
  }

  private struct Control {
    var tag = ""
    var content: Int?
  }

  /// Most fields within one another.
  private static let depthLimit = 64
  /// Most bytes of an instruction or its data.
  private static let lengthLimit = 8_000_000

  /// Whether the text that comes is an instruction and no result.
  var isInInstruction: Bool { open.last.map { $0.result == nil } ?? false }

  mutating func begin(at offset: Int) {
    if open.count < Self.depthLimit { open.append(Field(start: offset)) }
  }

  mutating func begin(simple instruction: String, at offset: Int) {
    begin(at: offset)
    guard !open.isEmpty else { return }
    let bytes = Array(instruction.utf8)
    MarkupFields.appendText(bytes, 0..<bytes.count, isLiteral: false, to: &open[open.count - 1].instruction)
    separate(at: offset)
  }

  mutating func appendInstruction(_ bytes: [UInt8], _ range: Range<Int>, isLiteral: Bool) {
    guard let field = open.last, field.result == nil, field.instruction.count < Self.lengthLimit else { return }
    MarkupFields.appendText(bytes, range, isLiteral: isLiteral, to: &open[open.count - 1].instruction)
  }

  mutating func appendData(_ bytes: ArraySlice<UInt8>) {
    guard let field = open.last, field.data.count < Self.lengthLimit else { return }
    open[open.count - 1].data += bytes
  }

  mutating func separate(at offset: Int) {
    if !open.isEmpty { open[open.count - 1].result = offset }
  }

  mutating func end(at offset: Int, sources: WordSources) {
    guard let field = open.popLast() else { return }
    // EndNote keeps its records in a field within the field.
    if let outer = open.last, outer.result == nil, !field.data.isEmpty { open[open.count - 1].data += field.data }
    guard let result = field.result, result < offset else { return }
    switch FieldCode(instruction: field.instruction, data: Base64.decoded(field.data), sources: sources) {
    case .citation(let works): add(works, result..<offset)
    case .bibliography: bibliographies.append(result..<offset)
    case .navigation: navigation.append(result..<offset)
    case .link(let address): links.append(.init(range: result..<offset, address: address))
    case .other: break
    }
  }

  mutating func endAll(at offset: Int, sources: WordSources) {
    while !open.isEmpty { end(at: offset, sources: sources) }
    controls = []
  }

  // MARK: Content controls

  mutating func beginControl() {
    if controls.count < Self.depthLimit { controls.append(Control()) }
  }

  mutating func name(_ tag: String) {
    if let last = controls.last, last.content == nil { controls[controls.count - 1].tag = tag }
  }

  mutating func beginContent(at offset: Int) {
    if let last = controls.last, last.content == nil { controls[controls.count - 1].content = offset }
  }

  /// Ends a control; Mendeley Cite names its own with the citation in base 64.
  mutating func endControl(at offset: Int) {
    guard let control = controls.popLast(), let start = control.content, start < offset else { return }
    if control.tag.hasPrefix("MENDELEY_CITATION_v") {
      let data = control.tag.utf8.dropFirst(19).drop { $0 != UInt8(ascii: "_") }.dropFirst()
      add(EmbeddedCite.works(inCSL: Base64.decoded(data)), start..<offset)
    } else if control.tag.hasPrefix("MENDELEY_BIBLIOGRAPHY") {
      bibliographies.append(start..<offset)
    }
  }

  private mutating func add(_ works: [EmbeddedCite], _ range: Range<Int>) {
    if !works.isEmpty { citations.append(Citation(range: range, works: works)) }
  }
}
