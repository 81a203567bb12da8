import IbidScan

/// What is known while a record is read.
struct PubMedState: ~Copyable, MarkupHandler {
  /// An open element.
  struct Frame: BitwiseCopyable {
    var node: UInt16
    /// The child whose array is open in this element's object; 0 for none.
    var run: UInt16
  }

  /// Where text goes.
  enum Text: UInt8 {
    case ignored, facts, item
  }

  /// An element inside of MathML.
  struct MathFrame: BitwiseCopyable {
    var element: PubMedInline.Element
    /// How many children it has had.
    var children: Int32 = 0
    /// Where its own text begins; nil while it has none.
    var textStart: Int32?
    /// Whether the text before it ends in a blank.
    var followsBlank = true
  }

  // The table.
  let nodes: [PubMedSchema.Node]
  let next: [UInt16]
  let keys: [UInt8]
  let relatedItem: UInt16

  // The record.
  var notes = PubMedNotes()
  var frames = PlainList<Frame>(capacity: 300)
  var recordLine = 0
  /// Offset behind the last record that ended.
  var lastEnd = 0
  /// Whether a record is open.
  var isInRecord = false
  /// Whether a record began inside another: the one before has no end.
  var isUnterminated = false
  /// Elements deep inside of one that the table does not know.
  var skipped = 0
  var unknown = UnknownElements()
  /// By the numbers of their names.
  var unknownOfRecord = PlainList<Int32>(capacity: 64)
  var undefinedEntities = 0

  // The text that is open.
  var text = Text.ignored
  var textStart = 0
  var endsInBlank = true
  var hasMarkup = false
  var inlineDepth = 0
  var math = PlainList<MathFrame>(capacity: 300)

  // What came of it.
  /// The file as it is named in problems.
  let path: String
  /// 1-based line where the document begins.
  var line = 1
  /// Finished records and deletions.
  var batch = PubMedBatch()

  init(_ schema: PubMedSchema, path: String) {
    nodes = schema.nodes
    next = schema.next
    keys = schema.keys
    relatedItem = schema.relatedItem
    self.path = path
    frames.append(Frame(node: 0, run: 0))
  }

  func meaning(of name: Span<UInt8>) -> PubMedMeaning { PubMedMeaning(name) }

  var ignoresText: Bool { text == .ignored }

  /// Before a document.
  mutating func begin() {
    notes.removeAll()
    frames.removeAll()
    lastEnd = 0
    frames.append(Frame(node: 0, run: 0))
    math.removeAll()
    unknownOfRecord.removeAll()
    isInRecord = false
    isUnterminated = false
    skipped = 0
    text = .ignored
    inlineDepth = 0
    undefinedEntities = 0
  }
}
