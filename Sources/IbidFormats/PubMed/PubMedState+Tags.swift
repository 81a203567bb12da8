/// What start and end tags do to the state, whoever parses them.
extension PubMedState {
  @inline(__always)
  mutating func start(_ name: MarkupName, _ attributes: Attributes) {
    if skipped > 0 {
      skipped += 1
      return
    }
    if text != .ignored {
      startInline(name)
      return
    }
    var parent = frames[frames.count - 1]
    var id = next[Int(parent.node) << 8 | Int(name.element)]
    if id == 0 {
      id = unlisted(name, below: parent.node)
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
      if node.field != .none { take(attributes) }
      openText(.item)
    case .text:
      facts.appendReserved(0x22)
      openText(.facts)
    case .value:
      facts.appendReserved(0x7B)
      if !attributes.isEmpty { write(attributes, capturing: node.field) }
      if facts.last != 0x7B { facts.append(0x2C) }
      facts.append("\"text\":\"")
      openText(.facts)
    case .object:
      facts.appendReserved(0x7B)
      if !attributes.isEmpty { write(attributes, capturing: node.field) }
      if node.isElement, parent.node != 0, nodes[Int(parent.node)].shape == .related { nameRelation(name) }
    case .list, .related: facts.appendReserved(0x5B)
    case .attributes, .dissolved: startDissolved(node, attributes)
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
  private mutating func startDissolved(_ node: PubMedSchema.Node, _ attributes: Attributes) {
    switch node.field {
    case .record, .bookRecord, .deletion:
      beginRecord()
      if node.field == .bookRecord { mark(.book) }
    case .book, .authorList, .bookAuthorList, .author:
      mark(node.field)
      take(attributes)
    default: break
    }
    if node.shape == .attributes, !attributes.isEmpty {
      let start = facts.count
      separate()
      facts.append(keys + Int(node.keyStart), Int(node.keyCount))
      facts.append(0x7B)
      let empty = facts.count
      write(attributes, capturing: .none)
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
    unknownOfRecord.removeAll()
    isInRecord = true
    recordLine = line
  }

  /// The end of the element that was opened last, whose name this is.
  @inline(__always)
  mutating func end(_ name: MarkupName) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if text != .ignored, inlineDepth > 0 {
      endInline(name.inline)
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
    guard field == .record || field == .bookRecord || field == .deletion else { return }
    isInRecord = false
    guard !isTorn else { return }
    if field == .deletion {
      sink.pointee.finishDeletion(&self)
    } else {
      sink.pointee.finishRecord(&self)
    }
    for index in 0..<unknownOfRecord.count { unknown.count(unknownOfRecord[index]) }
    lastEnd = offset
  }
}
