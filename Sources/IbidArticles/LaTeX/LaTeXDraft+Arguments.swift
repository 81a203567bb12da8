import IbidModel
import IbidText

/// The arguments of commands: `[…]`, `{…}`, and the words in them.
extension LaTeXDraft {
  mutating func skipBlanks() {
    while index < text.count, text[index].isASCIISpace { index += 1 }
  }

  mutating func skipOptional() {
    while index < text.count, text[index] == UInt8(ascii: "["), bracket() != nil {}
  }

  /// The inside of `[…]` at `index`, which moves past it; at most 2,000 bytes.
  mutating func bracket() -> Range<Int>? { enclosed(UInt8(ascii: "["), UInt8(ascii: "]"), limit: 2000) }

  /// The inside of `{…}`, blanks before it allowed; at most 40,000 bytes: some cite hundreds of keys at once.
  mutating func group() -> Range<Int>? {
    let back = index
    skipBlanks()
    if let inside = enclosed(UInt8(ascii: "{"), UInt8(ascii: "}"), limit: 40_000) { return inside }
    index = back
    return nil
  }

  private mutating func enclosed(_ open: UInt8, _ close: UInt8, limit: Int) -> Range<Int>? {
    guard index < text.count, text[index] == open else { return nil }
    var depth = 0
    var end = index
    while end < min(text.count, index + limit) {
      if text[end] == UInt8(ascii: "\\") {
        end += 1
      } else if text[end] == open {
        depth += 1
      } else if text[end] == close {
        depth -= 1
        if depth == 0 {
          let inside = index + 1..<end
          index = end + 1
          return inside
        }
      }
      end += 1
    }
    return nil
  }

  /// The words of an argument as LaTeX prints them.
  func words(_ range: Range<Int>) -> String {
    let printed = LaTeXDecoder.decoded(String(decoding: text[range], as: UTF8.self)).unicodeScalars
    let bytes = printed.flatMap { $0.properties.isWhitespace ? [0x20] : Array($0.utf8) }
    return ReadingText.string(bytes, 0..<bytes.count)
  }

  /// An argument without its braces.
  func plain(_ range: Range<Int>) -> String {
    String(decoding: text[range].filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }, as: UTF8.self)
  }

  mutating func skip(past word: String) {
    index = offset(of: word, from: index).map { $0 + word.utf8.count } ?? text.count
  }

  func offset(of word: String, from start: Int) -> Int? {
    let word = Array(word.utf8)
    var index = start
    while index + word.count <= text.count {
      if text[index] == word[0], text[index..<index + word.count].elementsEqual(word) { return index }
      index += 1
    }
    return nil
  }
}
