internal import IbidModel

/// Cuts a sentence into the words that its terms are made of.
struct TermScanner {
  /// What a word looks like.
  enum Kind { case plain, capitalized, number, year }

  /// One word: its letters in the sentence, or `#` and `#y` for what is a number.
  struct Word {
    var kind: Kind
    /// Its letters as they stand in the sentence.
    let letters: UnsafeBufferPointer<UInt8>

    fileprivate init(_ kind: Kind, _ letters: UnsafeBufferPointer<UInt8>) {
      self.kind = kind
      self.letters = letters
    }

    /// The word's text in small letters, byte by byte.
    @inline(__always)
    func forEachByte(_ body: (UInt8) -> Void) {
      switch kind {
      case .number: body(UInt8(ascii: "#"))
      case .year:
        body(UInt8(ascii: "#"))
        body(UInt8(ascii: "y"))
      case .plain, .capitalized: for byte in letters { body(byte &- 65 < 26 ? byte | 0x20 : byte) }
      }
    }
  }

  /// Longer words say no more by their ends.
  private static let longest = 24

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// A scanner of a sentence in UTF-8, which must stay where it is as long as the words are used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next word; nil at the end.
  mutating func next() -> Word? {
    while index < bytes.count {
      let start = index
      if bytes[start].isASCIIDigit {
        while index < bytes.count, bytes[index].isASCIIDigit || isInNumber(index) { index += 1 }
        return Word(isYear(start) ? .year : .number, word(start))
      }
      if isLetter(start) {
        while index < bytes.count, isLetter(index) || isApostrophe(index) || bytes[index].isASCIIDigit { index += 1 }
        return Word(bytes[start] &- 65 < 26 ? .capitalized : .plain, word(start))
      }
      index += 1
    }
    return nil
  }

  private func word(_ start: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<min(index, start + Self.longest)])
  }

  private func isYear(_ start: Int) -> Bool {
    guard index - start == 4 else { return false }
    return bytes[start] == UInt8(ascii: "1") && bytes[start + 1] == UInt8(ascii: "9")
      || bytes[start] == UInt8(ascii: "2") && bytes[start + 1] == UInt8(ascii: "0")
  }

  private func isInNumber(_ index: Int) -> Bool {
    (bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")) && index + 1 < bytes.count
      && bytes[index + 1].isASCIIDigit
  }

  private func isApostrophe(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "'") && index + 1 < bytes.count && bytes[index + 1].isASCIILetter
  }

  /// Letters of ASCII, and all beyond but typographic marks (U+2000 to U+203F) and no-break blanks.
  @inline(__always)
  private func isLetter(_ index: Int) -> Bool {
    bytes[index] < 0x80 ? bytes[index].isASCIILetter : isLetterBeyondASCII(index)
  }

  private func isLetterBeyondASCII(_ index: Int) -> Bool {
    // The rest of a scalar belongs to what its first byte is.
    var first = index
    while first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    guard first + 1 < bytes.count else { return false }
    return !(bytes[first] == 0xE2 && bytes[first + 1] == 0x80) && !(bytes[first] == 0xC2 && bytes[first + 1] == 0xA0)
  }
}
