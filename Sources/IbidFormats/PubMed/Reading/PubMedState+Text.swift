import IbidModel
import IbidScan

extension PubMedState {
  /// Opens a text whose pieces follow; blanks at its ends are dropped, runs of them are one.
  @inline(__always)
  mutating func openText(_ kind: Text) {
    text = kind
    textStart = kind == .facts ? notes.facts.count : notes.texts.count
    endsInBlank = true
    hasMarkup = false
    inlineDepth = 0
  }

  /// Closes the open text and says what was read.
  @inline(__always)
  mutating func closeText(_ field: PubMedField) {
    let isEscaped = text == .facts
    if endsInBlank {
      if isEscaped {
        if notes.facts.count > textStart { notes.facts.truncate(to: notes.facts.count - 1) }
      } else if notes.texts.count > textStart {
        notes.texts.truncate(to: notes.texts.count - 1)
      }
    }
    if field != .none {
      let count = (isEscaped ? notes.facts.count : notes.texts.count) - textStart
      append(field, isEscaped: isEscaped, start: textStart, count: count)
    }
    text = .ignored
  }

  @inline(__always)
  mutating func append(_ field: PubMedField, isEscaped: Bool, start: Int, count: Int) {
    guard count > 0 || field == .abstractText, let start = Int32(exactly: start), let count = Int32(exactly: count)
    else { return }
    notes.entries.append(
      PubMedNotes.Entry(field: field, isEscaped: isEscaped, hasMarkup: hasMarkup, start: start, count: count))
  }

  /// A piece of text.
  @inline(__always)
  mutating func characters(_ piece: Span<UInt8>) {
    switch text {
    case .ignored: return
    case .facts where math.count == 0:
      endsInBlank = notes.facts.append(escaping: piece, after: endsInBlank)
    case .item where math.count == 0:
      endsInBlank = notes.texts.append(folding: piece, after: endsInBlank)
    default: mathCharacters(piece)
    }
  }

  /// Text in MathML: only tokens hold any, and blanks around it are layout. It comes in any number of pieces.
  private mutating func mathCharacters(_ piece: Span<UInt8>) {
    var frame = math.last
    guard frame.element.isToken else { return }
    var start = 0
    if frame.element != .mtext, frame.textStart == nil {
      while start < piece.count, piece[start].isASCIISpace { start += 1 }
      guard start < piece.count else { return }
      frame.textStart = Int32(exactly: text == .facts ? notes.facts.count : notes.texts.count)
      frame.followsBlank = endsInBlank
      math.last = frame
    }
    write(piece.extracting(start...))
  }

  /// Takes the blank behind a token's text off, and U+2061 to U+2064, invisible operators, where they are all of it.
  mutating func trimToken(from start: Int, _ frame: MathFrame) {
    if text == .facts {
      endsInBlank = Self.trim(&notes.facts, from: start, frame) ?? endsInBlank
    } else {
      endsInBlank = Self.trim(&notes.texts, from: start, frame) ?? endsInBlank
    }
  }

  /// Whether the text ends in a blank then; nil where nothing was taken off.
  private static func trim(_ bytes: inout ByteArena, from start: Int, _ frame: MathFrame) -> Bool? {
    var endsInBlank: Bool?
    if bytes.count > start, bytes.last == 0x20 {
      bytes.truncate(to: bytes.count - 1)
      endsInBlank = false
    }
    if bytes.count - start == 3, bytes[start] == 0xE2, bytes[start + 1] == 0x81,
      (0xA1...0xA4).contains(bytes[start + 2])
    {
      bytes.truncate(to: start)
      endsInBlank = frame.followsBlank
    }
    return endsInBlank
  }

  /// Text of our own between what the file says.
  mutating func write(plain text: String) { write(text.utf8Span.span) }

  /// A tag of CSL's rich text.
  mutating func write(markup: StaticString) {
    hasMarkup = true
    if text == .facts { notes.facts.append(markup) } else { notes.texts.append(markup) }
  }

  private mutating func write(_ piece: Span<UInt8>) {
    if text == .facts {
      endsInBlank = notes.facts.append(escaping: piece, after: endsInBlank)
    } else {
      endsInBlank = notes.texts.append(folding: piece, after: endsInBlank)
    }
  }
}
