import IbidScan
import IbidText

extension PubMedState {
  /// The node of an element that the table does not list below this parent; 0 where the element is dealt with.
  @inline(never)
  mutating func unlisted(_ name: Name, below parent: UInt16) -> UInt16 {
    if nodes[Int(parent)].shape == .related { return relatedItem }
    guard isInRecord else {
      // A wrapper: a set of records, an answer of E-utilities, or what another program put around them.
      frames.append(Frame(node: 0, run: 0))
      return 0
    }
    let top = next[Int(name.meaning.element)]
    if top != 0 {
      // A record inside a record: the outer one has lost its end.
      isUnterminated = true
    } else {
      unknownOfRecord.append(name.number)
    }
    skipped = 1
    return 0
  }

  /// Whether a start tag of this name, a record's or a set's, shows that the open record has lost its end.
  @inline(__always)
  func refuses(_ name: Name) -> Bool { name.meaning.isOuter && breaksRecord(name) }

  private func breaksRecord(_ name: Name) -> Bool {
    guard isInRecord else { return false }
    guard text == .ignored, skipped == 0 else { return true }
    return next[Int(frames.last.node) << 8 | Int(name.meaning.element)] == 0
  }

  /// An entity that nothing defines: a character that HTML has a name for, as old exports use them under a document
  /// type that is never read, or else the reference as it stands.
  mutating func reference(_ name: Span<UInt8>, isInAttribute: Bool) {
    guard isInRecord else { return }
    undefinedEntities += 1
    guard text != .ignored, skipped == 0, !isInAttribute else { return }
    let spelling = name.text
    let words = HTMLEntity.scalar(named: spelling).map { String($0) } ?? "&\(spelling);"
    characters(words.utf8Span.span)
  }
}
