import IbidModel

extension BibTeXNames {
  /// The words of a part of a name: what stands between blanks and ties outside of braces.
  struct Words {
    private struct Word {
      /// Where it stands.
      var range: Range<Int>
      /// What is printed of it; nil where it says what it looks like.
      var printed: String?
      /// Whether its first letter outside of braces is small.
      var isSmall: Bool
    }

    private let raw: ArraySlice<UInt8>
    private var words: ArraySlice<Word> = []

    /// - Parameter isPlain: whether no sign of LaTeX's stands in it, and single blanks between words.
    init(_ raw: ArraySlice<UInt8>, isPlain: Bool) {
      self.raw = raw
      words = isPlain ? Self.plainWords(raw) : Self.words(raw)
    }

    var count: Int { words.count }
    var isEmpty: Bool { words.isEmpty }

    /// The words in one; nil where there are none.
    var text: String? {
      guard let first = words.first, let last = words.last else { return nil }
      if first.printed == nil {
        return String(decoding: raw[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
      }
      return words.compactMap(\.printed).joined(separator: " ")
    }

    /// Whether it is one word that stands behind a name.
    var isSuffix: Bool {
      guard words.count == 1, let text else { return false }
      return text.utf8.count < 4 && ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(text.lowercased())
    }

    func prefix(_ count: Int) -> Words {
      var part = self
      part.words = words.prefix(count)
      return part
    }

    func suffix(from number: Int) -> Words {
      var part = self
      part.words = words.dropFirst(number)
      return part
    }

    /// From the first word that starts small to the last one, among those before `limit`; nil where none does.
    func smallWords(before limit: Int) -> Range<Int>? {
      let candidates = words.prefix(max(0, limit))
      guard let first = candidates.firstIndex(where: \.isSmall), let last = candidates.lastIndex(where: \.isSmall)
      else { return nil }
      return first - words.startIndex..<last + 1 - words.startIndex
    }

    private static func plainWords(_ raw: ArraySlice<UInt8>) -> ArraySlice<Word> {
      var words: ArraySlice<Word> = []
      var start = raw.startIndex
      while start < raw.endIndex {
        let end = raw[start...].firstIndex(of: 0x20) ?? raw.endIndex
        if end > start { words.append(Word(range: start..<end, isSmall: isSmall(raw[start..<end]))) }
        start = end + 1
      }
      return words
    }

    private static func words(_ raw: ArraySlice<UInt8>) -> ArraySlice<Word> {
      var words: ArraySlice<Word> = []
      var depth = 0
      var start = raw.startIndex
      func end(at place: Int) {
        let text = raw[start..<place]
        guard !text.isEmpty else { return }
        let printed = BibTeXNameText.withPlainBlanks(BibTeXValue.plain(text)).trimmedASCII
        if !printed.isEmpty { words.append(Word(range: start..<place, printed: printed, isSmall: isSmall(text))) }
      }
      for place in raw.indices {
        let byte = raw[place]
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
        guard depth == 0, byte.isASCIISpace || byte == UInt8(ascii: "~") else { continue }
        // `\v c` and `\"~` are one.
        if place > start, byte == 0x20, raw[..<place].endsWithAccent { continue }
        end(at: place)
        start = place + 1
      }
      end(at: raw.endIndex)
      return words
    }

    /// The first letter decides; of a group only where it begins with a command, as `{\'e}` does.
    private static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
      guard let first = word.first else { return false }
      if first.isASCIILetter { return first >= 97 }
      var place = word.startIndex
      while place < word.endIndex {
        let byte = word[place]
        if byte == UInt8(ascii: "{") {
          guard place + 1 < word.endIndex, word[place + 1] == UInt8(ascii: "\\") else { return false }
          return firstLetterIsSmall(BibTeXValue.plain(word[place...]))
        }
        if byte == UInt8(ascii: "\\") { return firstLetterIsSmall(BibTeXValue.plain(word[place...])) }
        if byte >= 0x80 { return firstLetterIsSmall(String(decoding: word[place...], as: UTF8.self)) }
        if byte.isASCIILetter { return byte >= 97 }
        place += 1
      }
      return false
    }

    private static func firstLetterIsSmall(_ text: String) -> Bool {
      text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase == true
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether it ends with an accent's command that waits for its letter: `\v`, `\"`.
  fileprivate var endsWithAccent: Bool {
    guard count > 1, self[endIndex - 2] == UInt8(ascii: "\\") else { return false }
    return "vcukrHdbt'`^\"~=.".utf8.contains(self[endIndex - 1])
  }
}
