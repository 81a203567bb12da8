import IbidModel

extension PubMedState {
  /// Opens a text whose pieces follow; blanks at its ends are dropped, runs of them are one.
  @inline(__always)
  mutating func openText(_ kind: Text) {
    text = kind
    textStart = kind == .facts ? facts.count : texts.count
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
        if facts.count > textStart { facts.count -= 1 }
      } else if texts.count > textStart {
        texts.count -= 1
      }
    }
    if field != .none {
      let count = (isEscaped ? facts.count : texts.count) - textStart
      append(field, isEscaped: isEscaped, start: textStart, count: count)
    }
    text = .ignored
  }

  @inline(__always)
  mutating func append(_ field: PubMedField, isEscaped: Bool, start: Int, count: Int) {
    guard count > 0 || field == .abstractText, let start = Int32(exactly: start), let count = Int32(exactly: count)
    else { return }
    entries.append(
      Entry(field: field, isEscaped: isEscaped, hasMarkup: hasMarkup, start: start, count: count))
  }

  /// A piece of text.
  @inline(__always)
  mutating func characters(_ piece: UnsafePointer<UInt8>, _ count: Int) {
    switch text {
    case .ignored: return
    case .facts where math.count == 0:
      endsInBlank = TextWriter.appendEscaped(piece, count, to: &facts, endsInBlank)
    case .item where math.count == 0:
      endsInBlank = TextWriter.append(piece, count, to: &texts, endsInBlank)
    default: mathCharacters(piece, count)
    }
  }

  /// Text in MathML: only tokens hold any, and blanks around it are layout. It comes in any number of pieces.
  private mutating func mathCharacters(_ piece: UnsafePointer<UInt8>, _ count: Int) {
    var frame = math[math.count - 1]
    guard frame.element.isToken else { return }
    var start = 0
    if frame.element != .mtext, frame.textStart == nil {
      while start < count, piece[start].isASCIISpace { start += 1 }
      guard start < count else { return }
      frame.textStart = Int32(exactly: text == .facts ? facts.count : texts.count)
      frame.followsBlank = endsInBlank
      math[math.count - 1] = frame
    }
    write(piece + start, count - start)
  }

  /// Takes the blank behind a token's text off, and U+2061 to U+2064, invisible operators, where they are all of it.
  mutating func trimToken(from start: Int, _ frame: MathFrame) {
    var end = text == .facts ? facts.count : texts.count
    let bytes = text == .facts ? facts.bytes : texts.bytes
    if end > start, bytes[end - 1] == 0x20 {
      end -= 1
      endsInBlank = false
    }
    if end - start == 3, bytes[start] == 0xE2, bytes[start + 1] == 0x81, (0xA1...0xA4).contains(bytes[start + 2]) {
      end = start
      endsInBlank = frame.followsBlank
    }
    if text == .facts { facts.count = end } else { texts.count = end }
  }

  /// Text of our own between what the file says.
  mutating func write(plain: StaticString) { write(plain.utf8Start, plain.utf8CodeUnitCount) }

  /// A tag of CSL's rich text.
  mutating func write(markup: StaticString) {
    hasMarkup = true
    if text == .facts { facts.append(markup) } else { texts.append(markup) }
  }

  private mutating func write(_ piece: UnsafePointer<UInt8>, _ count: Int) {
    if text == .facts {
      endsInBlank = TextWriter.appendEscaped(piece, count, to: &facts, endsInBlank)
    } else {
      endsInBlank = TextWriter.append(piece, count, to: &texts, endsInBlank)
    }
  }
}

/// Copies text with its runs of blanks made one.
enum TextWriter {
  /// Appends `piece`; `endsInBlank` says whether the text before ends in a blank, or is empty. The same is returned.
  @inline(__always)
  static func append(
    _ piece: UnsafePointer<UInt8>, _ count: Int, to arena: inout ByteArena, _ endsInBlank: Bool
  ) -> Bool {
    arena.reserve(count)
    return copy(piece, count, to: &arena, endsInBlank, isEscaping: false)
  }

  /// The same, escaped for a JSON string.
  @inline(__always)
  static func appendEscaped(
    _ piece: UnsafePointer<UInt8>, _ count: Int, to arena: inout ByteArena, _ endsInBlank: Bool
  ) -> Bool {
    arena.reserve(6 * count)
    return copy(piece, count, to: &arena, endsInBlank, isEscaping: true)
  }

  @inline(__always)
  private static func copy(
    _ piece: UnsafePointer<UInt8>, _ count: Int, to arena: inout ByteArena, _ startsInBlank: Bool, isEscaping: Bool
  ) -> Bool {
    var out = arena.bytes + arena.count
    var endsInBlank = startsInBlank
    var index = 0
    while index < count {
      if index + 8 < count, !(endsInBlank && piece[index] <= 0x20) {
        // As many as are copied as they are, sixteen or eight at a time.
        let start = index
        while index + 16 < count, isCopied(piece + index, 16, isEscaping) {
          (out + (index - start)).update(from: piece + index, count: 16)
          index += 16
        }
        while index + 8 < count, isCopied(piece + index, 8, isEscaping) {
          (out + (index - start)).update(from: piece + index, count: 8)
          index += 8
        }
        if index > start {
          out += index - start
          endsInBlank = piece[index - 1] == 0x20
        }
      }
      let end = min(index + 8, count)
      while index < end {
        let byte = piece[index]
        index += 1
        if byte > 0x20 {
          if isEscaping, byte == 0x22 || byte == 0x5C {
            out.pointee = 0x5C
            out += 1
          } else if isEscaping, byte == 0x7F {
            out = escapeDelete(out)
            endsInBlank = false
            continue
          }
          out.pointee = byte
          out += 1
          endsInBlank = false
        } else if !endsInBlank {
          out.pointee = 0x20
          out += 1
          endsInBlank = true
        }
      }
    }
    arena.count = out - arena.bytes
    return endsInBlank
  }

  /// Whether so many bytes stay as they are; the one behind them is looked at too.
  @inline(__always)
  private static func isCopied(_ place: UnsafePointer<UInt8>, _ count: Int, _ isEscaping: Bool) -> Bool {
    ByteRun.isSpaced(place, count) && (!isEscaping || ByteRun.isPlain(place, count))
  }

  /// `\u007f`, the one control character that XML allows.
  private static func escapeDelete(_ out: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    let escape: StaticString = "\\u007f"
    out.update(from: escape.utf8Start, count: 6)
    return out + 6
  }
}
