import IbidXML

/// What the callbacks know while they read a record: plain values behind a pointer, no String, no class.
struct PubMedState: BitwiseCopyable {
  /// One thing that the item needs, in the order of the file.
  struct Entry: BitwiseCopyable {
    var field: PubMedField
    /// Whether the text stands in ``facts``, escaped for JSON.
    var isEscaped: Bool
    var hasMarkup: Bool
    var start: Int32
    var count: Int32
  }

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
  let nodes: UnsafePointer<PubMedSchema.Node>
  let next: UnsafePointer<UInt16>
  let keys: UnsafePointer<UInt8>
  let relatedItem: UInt16
  var names: NameTable
  var position: XMLPosition
  /// Where ``PlainParser`` is, while it parses.
  var plain: PlainPosition?
  /// Those of the start tag that is parsed.
  var attributes = EntryList<MarkupAttribute>(capacity: 64)

  // The record.
  var facts = ByteArena(capacity: 1 << 16)
  var texts = ByteArena(capacity: 1 << 14)
  var entries = EntryList<Entry>(capacity: 512)
  var frames = EntryList<Frame>(capacity: 300)
  var recordLine = 0
  /// Offset behind the last record that ended.
  var lastEnd = 0
  /// Whether a record is open.
  var isInRecord = false
  /// Whether a record began inside another: the one before has no end.
  var isTorn = false
  /// Elements deep inside of one that the table does not know.
  var skipped = 0
  var unknown = UnknownElements()
  var unknownOfRecord = EntryList<UnsafePointer<UInt8>>(capacity: 64)
  var undefinedEntities = 0

  // The text that is open.
  var text = Text.ignored
  var textStart = 0
  var endsInBlank = true
  var hasMarkup = false
  var inlineDepth = 0
  var math = EntryList<MathFrame>(capacity: 300)

  /// What is called with each finished record and deletion.
  let sink: UnsafeMutablePointer<PubMedSink>

  init(names: NameTable, position: XMLPosition, tables: PubMedTables, sink: UnsafeMutablePointer<PubMedSink>) {
    self.names = names
    self.position = position
    nodes = UnsafePointer(tables.nodes)
    next = UnsafePointer(tables.next)
    keys = UnsafePointer(tables.keys)
    relatedItem = tables.relatedItem
    self.sink = sink
    frames.append(Frame(node: 0, run: 0))
  }

  func free() {
    facts.free()
    texts.free()
    entries.free()
    frames.free()
    unknown.free()
    unknownOfRecord.free()
    attributes.free()
    math.free()
    names.free()
  }

  /// 1-based line of the byte that is parsed next.
  var line: Int {
    mutating get { plain?.countedLine() ?? position.line }
  }

  /// Offset in the document of the byte that is parsed next.
  var offset: Int { plain?.offset ?? position.offset }

  /// Before a document.
  mutating func begin() {
    facts.count = 0
    texts.count = 0
    entries.removeAll()
    frames.removeAll()
    lastEnd = 0
    frames.append(Frame(node: 0, run: 0))
    math.removeAll()
    unknownOfRecord.removeAll()
    plain = nil
    isInRecord = false
    isTorn = false
    skipped = 0
    text = .ignored
    inlineDepth = 0
    undefinedEntities = 0
  }
}

/// The schema's arrays behind pointers: made once, never changed, never freed.
struct PubMedTables: BitwiseCopyable, @unchecked Sendable {
  static let shared = PubMedTables(.shared)

  let nodes: UnsafeMutablePointer<PubMedSchema.Node>
  let next: UnsafeMutablePointer<UInt16>
  let keys: UnsafeMutablePointer<UInt8>
  let relatedItem: UInt16

  private init(_ schema: PubMedSchema) {
    nodes = Self.copy(schema.nodes)
    next = Self.copy(schema.next)
    keys = Self.copy(schema.keys)
    relatedItem = schema.relatedItem
  }

  private static func copy<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let memory = UnsafeMutablePointer<Value>.allocate(capacity: values.count)
    memory.initialize(from: values, count: values.count)
    return memory
  }
}
