import IbidModel

/// Cuts text into words, numbers and marks.
package enum Tokenizer {
  /// The tokens of a stretch of UTF-8 bytes, in one pass.
  ///
  /// Letters and digits that touch are tokens of their own (`e0270221` is two); an apostrophe between letters joins
  /// them (`O’Brien`), every other mark stands alone. Bytes that are no UTF-8 are marks.
  package static func tokens(of bytes: [UInt8], in range: Range<Int>) -> [Token] {
    bytes.withUnsafeBufferPointer { buffer in
      var tokens: [Token] = []
      tokens.reserveCapacity(range.count / 4 + 4)
      var index = range.lowerBound
      let end = min(range.upperBound, buffer.count)
      var followsSpace = true
      while index < end {
        let (scalarClass, length) = classified(buffer, index)
        switch scalarClass {
        case .space:
          followsSpace = true
          index += length
        case .digit:
          let start = index
          while index < end, buffer[index].isASCIIDigit { index += 1 }
          append(start, index, .number, index - start)
        case .mark:
          append(index, index + length, .mark, length)
          index += length
        case .lower, .upper, .caseless, .combining:
          index = word(from: index, scalarClass, length)
        }
      }
      return tokens

      func append(_ start: Int, _ stop: Int, _ kind: Token.Kind, _ length: Int) {
        tokens.append(
          Token(
            start: start, end: min(stop, end), kind: kind, followsSpace: followsSpace,
            length: UInt8(min(255, length))))
        followsSpace = false
      }

      func word(from start: Int, _ first: ScalarClass, _ firstLength: Int) -> Int {
        var index = start + firstLength
        var letters = 1
        var second: ScalarClass?
        var hasLower = first == .lower
        while index < end {
          let (scalarClass, length) = classified(buffer, index)
          switch scalarClass {
          case .lower, .upper, .caseless:
            if second == nil { second = scalarClass }
            if scalarClass == .lower { hasLower = true }
            letters += 1
          case .combining: break
          default:
            let mark = decodedScalar(in: buffer, at: index)
            guard mark.value == 0x27 || mark.value == 0x2019 || mark.value == 0x2032, index + length < end,
              isLetter(index + length)
            else {
              append(start, index, kind(first, second, hasLower), letters)
              return index
            }
          }
          index += length
        }
        append(start, index, kind(first, second, hasLower), letters)
        return index
      }

      func isLetter(_ index: Int) -> Bool {
        switch classified(buffer, index).0 {
        case .lower, .upper, .caseless: true
        default: false
        }
      }
    }
  }

  /// The tokens of a text.
  package static func tokens(of bytes: [UInt8]) -> [Token] { tokens(of: bytes, in: 0..<bytes.count) }

  @inline(__always)
  private static func classified(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (ScalarClass, Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      if (byte | 0x20) &- 97 < 26 { return (byte & 0x20 != 0 ? .lower : .upper, 1) }
      if byte &- 48 < 10 { return (.digit, 1) }
      return (byte == 0x20 || byte &- 9 < 5 ? .space : .mark, 1)
    }
    let (value, length) = decodedScalar(in: bytes, at: index)
    return (ScalarClass.beyondASCII(value), length)
  }

  private static func kind(_ first: ScalarClass, _ second: ScalarClass?, _ hasLower: Bool) -> Token.Kind {
    switch first {
    case .upper:
      if !hasLower { return .upper }
      return second == .lower ? .capitalized : .mixed
    case .lower: return .lower
    default: return .caseless
    }
  }
}
