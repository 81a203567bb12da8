public import IbidModel

/// Copies text with its runs of blanks made one.
extension ByteArena {
  /// Appends `piece`; `endsInBlank` says whether the text before ends in a blank, or is empty. The same is returned.
  @inlinable @inline(__always)
  public mutating func append(folding piece: Span<UInt8>, after endsInBlank: Bool) -> Bool {
    reserve(piece.count)
    return unsafe piece.withUnsafeBufferPointer { unsafe fold($0, endsInBlank, isEscaping: false) }
  }

  /// The same, escaped for a JSON string.
  @inlinable @inline(__always)
  public mutating func append(escaping piece: Span<UInt8>, after endsInBlank: Bool) -> Bool {
    // `\u007f` is six bytes.
    reserve(6 * piece.count)
    return unsafe piece.withUnsafeBufferPointer { unsafe fold($0, endsInBlank, isEscaping: true) }
  }

  /// The same for a stretch of another arena.
  public mutating func append(
    escaping other: borrowing ByteArena, _ range: Range<Int>, after endsInBlank: Bool
  ) -> Bool {
    append(escaping: other.slice(range), after: endsInBlank)
  }

  @inlinable @inline(__always)
  mutating func fold(_ source: UnsafeBufferPointer<UInt8>, _ startsInBlank: Bool, isEscaping: Bool) -> Bool {
    guard let piece = source.baseAddress else { return startsInBlank }
    let count = source.count
    var out = unsafe bytes + self.count
    var endsInBlank = startsInBlank
    var index = 0
    while index < count {
      if index + 8 < count, unsafe !(endsInBlank && piece[index] <= 0x20) {
        // As many as are copied as they are, sixteen or eight at a time.
        let start = index
        while index + 16 < count, unsafe Self.isCopied(piece + index, 16, isEscaping) {
          unsafe (out + (index - start)).update(from: piece + index, count: 16)
          index += 16
        }
        while index + 8 < count, unsafe Self.isCopied(piece + index, 8, isEscaping) {
          unsafe (out + (index - start)).update(from: piece + index, count: 8)
          index += 8
        }
        if index > start {
          unsafe out += index - start
          endsInBlank = unsafe piece[index - 1] == 0x20
        }
      }
      let end = min(index + 8, count)
      while index < end {
        let byte = unsafe piece[index]
        index += 1
        if byte > 0x20 {
          if isEscaping, byte == 0x22 || byte == 0x5C {
            unsafe out.pointee = 0x5C
            unsafe out += 1
          } else if isEscaping, byte == 0x7F {
            unsafe out = Self.escapeDelete(out)
            endsInBlank = false
            continue
          }
          unsafe out.pointee = byte
          unsafe out += 1
          endsInBlank = false
        } else if !endsInBlank {
          unsafe out.pointee = 0x20
          unsafe out += 1
          endsInBlank = true
        }
      }
    }
    length = unsafe out - bytes
    assert(length <= capacity)
    return endsInBlank
  }

  /// Whether so many bytes stay as they are; the one behind them is looked at too.
  @inlinable @inline(__always)
  static func isCopied(_ place: UnsafePointer<UInt8>, _ count: Int, _ isEscaping: Bool) -> Bool {
    unsafe ByteRun.isSpaced(place, count) && (!isEscaping || ByteRun.isPlain(place, count))
  }

  /// `\u007f`, the one control character that XML allows.
  @usableFromInline
  static func escapeDelete(_ out: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    let escape: StaticString = "\\u007f"
    unsafe out.update(from: escape.utf8Start, count: 6)
    return unsafe out + 6
  }
}
