import IbidXML

extension PubMedState {
  /// The node of an element that the table does not list below this parent; 0 where the element is dealt with.
  @inline(never)
  mutating func unlisted(_ name: MarkupName, below parent: UInt16) -> UInt16 {
    if nodes[Int(parent)].shape == .related { return relatedItem }
    guard isInRecord else {
      // A wrapper: a set of records, an answer of E-utilities, or what another program put around them.
      frames.append(Frame(node: 0, run: 0))
      return 0
    }
    let top = next[Int(name.element)]
    if top != 0 {
      // A record inside a record: the outer one has lost its end.
      isTorn = true
    } else {
      count(unknown: name.spelling)
    }
    skipped = 1
    return 0
  }

  /// Whether a start tag of this name, a record's or a set's, shows that the open record has lost its end.
  func breaksRecord(_ name: MarkupName) -> Bool {
    guard isInRecord else { return false }
    guard text == .ignored, skipped == 0 else { return true }
    return next[Int(frames[frames.count - 1].node) << 8 | Int(name.element)] == 0
  }

  /// Counts an element that the table does not know, once its record is whole: one that is broken is read again.
  mutating func count(unknown name: UnsafePointer<UInt8>) { unknownOfRecord.append(name) }

  /// An entity that nothing defines: a character that HTML has a name for, or else the reference as it stands.
  mutating func reference(_ name: UnsafePointer<UInt8>) {
    guard isInRecord else { return }
    undefinedEntities += 1
    guard text != .ignored, skipped == 0, !position.isInAttribute else { return }
    let spelling = String(cString: name)
    var words = HTMLEntity.character(named: spelling).map { String($0) } ?? "&\(spelling);"
    words.withUTF8 { utf8 in
      if let start = utf8.baseAddress { characters(start, utf8.count) }
    }
  }
}
