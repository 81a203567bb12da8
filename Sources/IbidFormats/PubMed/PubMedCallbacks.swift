import IbidXML

extension PubMedState {
  /// The functions that the parser calls: they find the state behind its pointer and nothing else.
  static var callbacks: XMLCallbacks {
    XMLCallbacks(
      start: { state, name, _, _, _, _, attributeCount, _, attributes in
        guard let name, let state else { return }
        state.assumingMemoryBound(to: PubMedState.self).pointee.start(name, Int(attributeCount), attributes)
      },
      end: { state, name, _, _ in
        guard let name, let state else { return }
        state.assumingMemoryBound(to: PubMedState.self).pointee.end(name)
      },
      characters: { state, piece, count in
        guard let piece, let state else { return }
        state.assumingMemoryBound(to: PubMedState.self).pointee.characters(piece, Int(count))
      },
      reference: { state, name in
        guard let name, let state else { return }
        state.assumingMemoryBound(to: PubMedState.self).pointee.reference(name)
      })
  }

  /// Five pointers an attribute: local name, prefix, namespace, start and end of the value.
  typealias Attributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  @inline(__always)
  private mutating func start(_ name: UnsafePointer<UInt8>, _ attributeCount: Int, _ attributes: Attributes) {
    if skipped > 0 {
      skipped += 1
      return
    }
    let meaning = names.meaning(of: name)
    if text != .ignored {
      startInline(meaning.inline, name: name)
      return
    }
    var parent = frames[frames.count - 1]
    var id = next[Int(parent.node) << 8 | Int(meaning.element)]
    if id == 0 {
      id = unlisted(name, below: parent.node, meaning)
      if id == 0 { return }
    }
    let node = nodes[Int(id)]
    // A comma, a name and its brackets: more is asked for where more is written.
    facts.reserve(96)
    if node.shape.rawValue > PubMedSchema.Shape.attributes.rawValue, node.shape != .take {
      beginMember(node, id, of: &parent)
      frames[frames.count - 1] = parent
    } else if node.shape == .attributes, parent.run != 0 {
      facts.append(0x5D)
      frames[frames.count - 1].run = 0
    }
    frames.append(Frame(node: id, run: 0))
    switch node.shape {
    case .take:
      if node.field != .none { take(attributeCount, attributes, node.field) }
      openText(.item)
    case .text:
      facts.appendReserved(0x22)
      openText(.facts)
    case .value:
      facts.appendReserved(0x7B)
      if attributeCount > 0 { write(attributeCount, attributes, capturing: node.field) }
      if facts.last != 0x7B { facts.append(0x2C) }
      facts.append("\"text\":\"")
      openText(.facts)
    case .object:
      facts.appendReserved(0x7B)
      if attributeCount > 0 { write(attributeCount, attributes, capturing: node.field) }
      if node.isElement, parent.node != 0, nodes[Int(parent.node)].shape == .related { nameRelation(name) }
    case .list, .related: facts.appendReserved(0x5B)
    case .attributes, .dissolved: startDissolved(node, attributeCount, attributes)
    }
  }

  /// The beginning of a member in the object around it, or of an element in its array.
  @inline(__always)
  private mutating func beginMember(_ node: PubMedSchema.Node, _ id: UInt16, of parent: inout Frame) {
    if parent.run != 0 {
      if parent.run == id {
        facts.appendReserved(0x2C)
        return
      }
      facts.appendReserved(0x5D)
      parent.run = 0
    }
    let last = facts.last
    if last != 0x7B, last != 0x5B { facts.appendReserved(0x2C) }
    if node.repeats || !node.isElement {
      facts.appendReserved(keys + Int(node.keyStart), Int(node.keyCount))
      if node.repeats {
        facts.appendReserved(0x5B)
        parent.run = id
      }
    }
  }

  /// A comma, unless an object or array has just begun.
  @inline(__always)
  mutating func separate() {
    let last = facts.last
    if last != 0x7B, last != 0x5B { facts.append(0x2C) }
  }

  /// A wrapper, a record or an author: what has no member of its own.
  private mutating func startDissolved(
    _ node: PubMedSchema.Node, _ attributeCount: Int, _ attributes: Attributes
  ) {
    switch node.field {
    case .record, .bookRecord, .deletion:
      beginRecord()
      if node.field == .bookRecord { mark(.book) }
    case .book, .authorList, .bookAuthorList, .author:
      mark(node.field)
      take(attributeCount, attributes, node.field)
    default: break
    }
    if node.shape == .attributes, attributeCount > 0 {
      let start = facts.count
      separate()
      facts.append(keys + Int(node.keyStart), Int(node.keyCount))
      facts.append(0x7B)
      let empty = facts.count
      write(attributeCount, attributes, capturing: .none)
      if facts.count == empty { facts.count = start } else { facts.append(0x7D) }
    }
  }

  /// An entry that is a mark and has no text.
  private mutating func mark(_ field: PubMedField) {
    entries.append(Entry(field: field, isEscaped: false, hasMarkup: false, start: 0, count: 0))
  }

  private mutating func beginRecord() {
    facts.count = 0
    facts.append(0x7B)
    texts.count = 0
    entries.removeAll()
    undefinedEntities = 0
    isInRecord = true
    recordLine = position.line
  }

  @inline(__always)
  private mutating func end(_ name: UnsafePointer<UInt8>) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if text != .ignored, inlineDepth > 0 {
      endInline(names.meaning(of: name).inline)
      return
    }
    guard frames.count > 1 else { return }
    let frame = frames[frames.count - 1]
    frames.removeLast()
    if frame.run != 0 { facts.append(0x5D) }
    let node = nodes[Int(frame.node)]
    switch node.shape {
    case .take: closeText(node.field)
    case .text:
      closeText(node.field)
      facts.append(0x22)
    case .value:
      closeText(node.field)
      facts.append(0x22)
      facts.append(0x7D)
    case .object: facts.append(0x7D)
    case .list, .related: facts.append(0x5D)
    case .attributes, .dissolved: endDissolved(node.field)
    }
  }

  private mutating func endDissolved(_ field: PubMedField) {
    switch field {
    case .record, .bookRecord:
      isInRecord = false
      guard !isTorn else { return }
      sink.pointee.finishRecord(&self)
      lastEnd = position.offset
    case .deletion:
      isInRecord = false
      guard !isTorn else { return }
      sink.pointee.finishDeletion(&self)
      lastEnd = position.offset
    default:
      if !isInRecord { lastLine = position.line }
    }
  }
}
