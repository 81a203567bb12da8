import IbidModel
import IbidText

/// Phrases that are looked for in running text, word by word.
struct Phrases: Sendable {
  private let byFirstWord: [UInt64: [(words: ArraySlice<UInt64>, text: String)]]

  /// These phrases: small letters without accents, no punctuation, no apostrophes.
  init(_ phrases: [String]) {
    var byFirstWord: [UInt64: [(words: ArraySlice<UInt64>, text: String)]] = [:]
    for phrase in phrases {
      let words = Self.words(of: phrase)
      if let first = words.first { byFirstWord[first, default: []].append((words[...], phrase)) }
    }
    self.byFirstWord = byFirstWord
  }

  /// Whether one of them occurs in the text, whole words at both ends.
  func occur(in text: String) -> Bool { first(in: text) != nil }

  /// The one that occurs first.
  ///
  /// - Parameter before: single words; where they are given, a phrase counts only at the text's start and behind one
  ///   of them.
  func first(in text: String, behind before: Phrases? = nil) -> String? {
    let words = Self.words(of: text)
    for index in words.indices {
      if index > 0, let before, before.byFirstWord[words[index - 1]] == nil { continue }
      if let found = byFirstWord[words[index]]?.first(where: { words[index...].starts(with: $0.words) }) {
        return found.text
      }
    }
    return nil
  }

  /// A hash (FNV-1a, 64 bits) for each word: runs of letters and digits, without regard to case; an apostrophe joins
  /// what stands around it. All phrases are ASCII, so that other letters need not be folded.
  private static func words(of text: String) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64?
    var skipped = 0
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if skipped > 0 {
        skipped -= 1
        continue
      }
      // Typographic marks are three bytes; the apostrophe is the only one that does not part words.
      let isMark = byte == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
      if isMark { skipped = 2 }
      if byte == UInt8(ascii: "'") || isMark && bytes[index + 2] == 0x99 { continue }
      if !isMark, byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 {
        let folded = byte.isASCIILetter ? byte | 0x20 : byte
        hash = (hash ?? .fnvBasis).fnv(folded)
      } else if let whole = hash {
        words.append(whole)
        hash = nil
      }
    }
    if let hash { words.append(hash) }
    return words
  }
}
