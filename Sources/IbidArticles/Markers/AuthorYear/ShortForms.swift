import IbidModel

/// Short forms of names that the text gives in brackets: «World Health Organization [WHO]».
struct ShortForms {
  let text: [UInt8]
  /// Keys by their first word.
  private var byWord: [String: [Int]] = [:]
  private let keys: [ReferenceKeys.Key]
  /// Words of a name at most.
  private static let mostWords = 12
  /// Bytes of a short form at most.
  private static let longest = 12

  init(_ text: [UInt8], of keys: [ReferenceKeys.Key]) {
    self.text = text
    self.keys = keys
    for (index, key) in keys.enumerated() { key.words.first.map { byWord[$0, default: []].append(index) } }
  }

  /// Whether brackets hold this word alone, and at least two capitals are in it.
  static func isEnclosed(_ text: [UInt8], _ word: NameWord) -> Bool {
    let end = word.range.upperBound
    guard opens(text, word), end < text.count else { return false }
    return text[end] == UInt8(ascii: "]") || text[end] == UInt8(ascii: ")")
  }

  private static func opens(_ text: [UInt8], _ word: NameWord) -> Bool {
    let start = word.range.lowerBound
    guard start > 0, text[start - 1] == UInt8(ascii: "[") || text[start - 1] == UInt8(ascii: "("),
      word.range.count <= longest
    else { return false }
    return text[word.range].count { (65...90).contains($0) } >= 2
  }

  /// The short forms that a block gives right behind the whole names that begin references, and those references.
  func definitions(in block: Range<Int>) -> [(word: String, key: Int)] {
    guard text[block].contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") }) else { return [] }
    let words = NameWord.words(text, in: block)
    var found: [(word: String, key: Int)] = []
    for (index, word) in words.enumerated() where index >= 2 && Self.opens(text, word) {
      let end = word.range.upperBound
      guard end < block.upperBound, "]),".utf8.contains(text[end]) else { continue }
      for start in max(0, index - Self.mostWords)...index - 2 where words[start].isCapitalized {
        let name = words[start..<index].map(\.folded)
        let named = byWord[name[0], default: []].filter { keys[$0].words.starts(with: name) }
        guard !named.isEmpty else { continue }
        found += named.map { (word.folded, $0) }
        break
      }
    }
    return found
  }
}
