import IbidScan

/// What start and end tags do to the state, whoever parses them.
extension PubMedState {
  typealias Name = MarkupName<PubMedMeaning>

  @inline(__always)
  mutating func start(_ name: Name, _ tag: borrowing StartTag<PubMedMeaning>, at place: inout DocumentPlace) -> Bool {
    start(name, tag, &place)
    return !isUnterminated
  }

  @inline(__always)
  private mutating func start(
    _ name: Name, _ tag: borrowing StartTag<PubMedMeaning>, _ place: inout DocumentPlace
  ) {
    if skipped > 0 {
      skipped += 1
      return
    }
    if text != .ignored {
      startInline(name)
      return
    }
    var parent = frames.last
    var id = next[Int(parent.node) << 8 | Int(name.meaning.element)]
    if id == 0 {
      id = unlisted(name, below: parent.node)
      if id == 0 { return }
    }
    let node = nodes[Int(id)]
    if node.shape.rawValue > PubMedSchema.Shape.attributes.rawValue, node.shape != .take {
      beginMember(node, id, of: &parent)
      frames.last = parent
    } else if node.shape == .attributes, parent.run != 0 {
      notes.facts.append(0x5D)
      frames.last.run = 0
    }
    frames.append(Frame(node: id, run: 0))
    switch node.shape {
    case .take:
      if node.field != .none { take(tag) }
      openText(.item)
    case .text:
      notes.facts.append(0x22)
      openText(.facts)
    case .value:
      notes.facts.append(0x7B)
      if !tag.isEmpty { write(tag, capturing: node.field) }
      if notes.facts.last != 0x7B { notes.facts.append(0x2C) }
      notes.facts.append("\"text\":\"")
      openText(.facts)
    case .object:
      notes.facts.append(0x7B)
      if !tag.isEmpty { write(tag, capturing: node.field) }
      if node.isElement, parent.node != 0, nodes[Int(parent.node)].shape == .related { nameRelation(tag) }
    case .list, .related: notes.facts.append(0x5B)
    case .attributes, .dissolved: startDissolved(node, tag, &place)
    }
  }

  /// The beginning of a member in the object around it, or of an element in its array.
  @inline(__always)
  private mutating func beginMember(_ node: PubMedSchema.Node, _ id: UInt16, of parent: inout Frame) {
    if parent.run != 0 {
      if parent.run == id {
        notes.facts.append(0x2C)
        return
      }
      notes.facts.append(0x5D)
      parent.run = 0
    }
    let last = notes.facts.last
    if last != 0x7B, last != 0x5B { notes.facts.append(0x2C) }
    if node.repeats || !node.isElement {
      notes.facts.append(keys, node.key)
      if node.repeats {
        notes.facts.append(0x5B)
        parent.run = id
      }
    }
  }

  /// A wrapper, a record or an author: what has no member of its own.
  private mutating func startDissolved(
    _ node: PubMedSchema.Node, _ tag: borrowing StartTag<PubMedMeaning>, _ place: inout DocumentPlace
  ) {
    switch node.field {
    case .record, .bookRecord, .deletion:
      beginRecord(at: &place)
      if node.field == .bookRecord { mark(.book) }
    case .book, .authorList, .bookAuthorList, .author:
      mark(node.field)
      take(tag)
    default: break
    }
    if node.shape == .attributes, !tag.isEmpty {
      let start = notes.facts.count
      notes.separate()
      notes.facts.append(keys, node.key)
      notes.facts.append(0x7B)
      let empty = notes.facts.count
      write(tag, capturing: .none)
      if notes.facts.count == empty { notes.facts.truncate(to: start) } else { notes.facts.append(0x7D) }
    }
  }

  /// An entry that is a mark and has no text.
  private mutating func mark(_ field: PubMedField) {
    notes.entries.append(PubMedNotes.Entry(field: field, isEscaped: false, hasMarkup: false, start: 0, count: 0))
  }

  private mutating func beginRecord(at place: inout DocumentPlace) {
    notes.removeAll()
    notes.facts.append(0x7B)
    undefinedEntities = 0
    unknownOfRecord.removeAll()
    isInRecord = true
    recordLine = place.line()
  }

  /// The end of the element that was opened last, whose name this is.
  @inline(__always)
  mutating func end(_ name: Name, at place: inout DocumentPlace) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if text != .ignored, inlineDepth > 0 {
      endInline(name.meaning.inline)
      return
    }
    guard frames.count > 1 else { return }
    let frame = frames.last
    frames.removeLast()
    if frame.run != 0 { notes.facts.append(0x5D) }
    let node = nodes[Int(frame.node)]
    switch node.shape {
    case .take: closeText(node.field)
    case .text:
      closeText(node.field)
      notes.facts.append(0x22)
    case .value:
      closeText(node.field)
      notes.facts.append(0x22)
      notes.facts.append(0x7D)
    case .object: notes.facts.append(0x7D)
    case .list, .related: notes.facts.append(0x5D)
    case .attributes, .dissolved: endDissolved(node.field, at: place.offset)
    }
  }

  private mutating func endDissolved(_ field: PubMedField, at offset: Int) {
    guard field == .record || field == .bookRecord || field == .deletion else { return }
    isInRecord = false
    guard !isUnterminated else { return }
    if field == .deletion {
      finishDeletion()
    } else {
      finishRecord()
    }
    for index in 0..<unknownOfRecord.count { unknown.count(unknownOfRecord[index]) }
    lastEnd = offset
  }
}
