import IbidModel

/// What a paragraph of plain text is when it is neither prose nor heading.
enum BlockSetting {
  /// The setting that the form of a paragraph tells; `paragraph` where it tells nothing.
  static func setting(_ bytes: [UInt8], _ range: Range<Int>) -> Sentence.Setting {
    if ListLabel(bytes, range) != nil { return .listItem }
    if isCaption(bytes, range) { return .caption }
    if isMetadata(bytes, range) { return .metadata }
    return .paragraph
  }

  /// A short sentence without a finite verb or a share, as descriptions of pictures are; what cites is none. Tells nothing by
  /// itself: only what stands directly under a heading is asked.
  static func describesPicture(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count < 160, bytes[range.upperBound - 1] == UInt8(ascii: "."), !cites(bytes, range) else {
      return false
    }
    var words = 0
    for word in bytes[range].split(separator: 0x20) {
      words += 1
      if word.contains(UInt8(ascii: "%")) { return false }
      var range = word.startIndex..<word.endIndex
      while let last = range.last, !bytes[last].isASCIILetter { range = range.lowerBound..<last }
      if verbs.contains(String(decoding: bytes[range].map { $0 | 0x20 }, as: UTF8.self)) { return false }
      if word.contains(where: { $0 == UInt8(ascii: "'") || $0 == 0x99 }) { return false }
    }
    return words >= 4 && words <= 25
  }

  /// Whether something in a stretch may be a marker: a number or year in brackets, raised digits, a digit glued to a
  /// stop before another sentence.
  private static func cites(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range.dropFirst() {
      let before = bytes[index - 1]
      if bytes[index].isASCIIDigit {
        if before == UInt8(ascii: "[") { return true }
        if before == UInt8(ascii: "."), index > range.lowerBound + 1, bytes[index - 2].isASCIILetter { return true }
        let end = bytes[index..<range.upperBound].prefix { $0.isASCIIDigit }.endIndex
        if end < range.upperBound, bytes[end] == UInt8(ascii: ")") || bytes[end] == UInt8(ascii: "]") { return true }
      } else if RaisedNumber.read(bytes, index..<range.upperBound) != nil {
        return true
      }
    }
    return false
  }

  private static func isCaption(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = String(decoding: bytes[range.prefix(24)], as: UTF8.self)
    for word in numbered where start.hasPrefix(word) {
      var rest = start.utf8.dropFirst(word.utf8.count).drop { $0 == UInt8(ascii: ".") || $0 == 0x20 }
      if rest.first == UInt8(ascii: "S") { rest = rest.dropFirst() }
      let behind = rest.drop { $0.isASCIIDigit || $0.isASCIILetter && $0 | 0x20 <= UInt8(ascii: "h") }
      guard behind.count < rest.count else { continue }
      if behind.first == UInt8(ascii: ".") || behind.first == UInt8(ascii: ":") || behind.isEmpty { return true }
    }
    return pictures.contains { start.hasPrefix($0) }
  }

  private static func isMetadata(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count < 200 else { return false }
    let slice = bytes[range]
    // A line drawn across the page.
    if !slice.contains(where: { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }) { return true }
    let text = String(decoding: slice, as: UTF8.self)
    if !slice.contains(0x20) { return slice.contains(UInt8(ascii: "/")) || slice.contains(UInt8(ascii: "@")) }
    let ends = slice.last == UInt8(ascii: ".") || slice.last == UInt8(ascii: "?") || slice.last == UInt8(ascii: "!")
    if ends { return false }
    return text.hasPrefix("By ") || text.contains(" • ") || text.contains(" | ") || text.hasSuffix(" words")
      || text.hasSuffix(" read") || text.contains(" » ") || text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  private static let numbered = [
    "Figure", "Fig", "FIGURE", "Table", "TABLE", "Box", "Scheme", "Supplementary Figure", "Supplementary Table",
    "Abbildung", "Abb", "Tabelle", "Tab", "Tableau", "Tabla", "Tabela", "Tabella", "Tabel", "Figura", "Figuur",
    "Рисунок", "Рис", "Таблица", "Rysunek", "Obrázek", "Kuva", "Taulukko", "Şekil", "Tablo",
  ]

  private static let pictures = [
    "Image of ", "Image: ", "Photo of ", "Photo: ", "Photograph of ", "Picture of ", "Drawing of ", "Diagram of ",
    "Illustration of ", "Screenshot of ", "Headshot of ", "Portrait of ", "Cartoon of ", "Comic strip", "Map of ",
    "Chart of ", "Chart showing", "Graph of ", "Graph showing", "Close-up of ", "Infographic", "Logo of ",
  ]

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "does", "did", "can", "could", "will",
    "would", "may", "might", "must", "shall", "should", "it", "i", "we", "you", "they", "he", "she", "this", "there",
    "that", "which", "who", "not", "never", "but", "because", "if", "work", "works", "make", "makes", "feel", "see",
    // What one thing does to another.
    "cause", "causes", "raise", "raises", "reduce", "reduces", "increase", "increases", "decrease", "decreases",
    "lower", "lowers", "prevent", "prevents", "improve", "improves", "lead", "leads", "help", "helps", "kill", "kills",
    "affect", "affects", "cost", "costs", "double", "doubles", "triple", "triples", "halve", "halves", "protect",
    "protects", "harm", "harms", "damage", "damages", "shorten", "shortens", "lengthen", "lengthens", "trigger",
    "triggers", "worsen", "worsens", "relieve", "relieves", "cure", "cures", "become", "becomes", "remain", "remains",
    "need", "needs", "lose", "loses", "die", "dies", "suffer", "suffers", "contain", "contains", "produce", "produces",
    "emit", "emits", "rise", "rises", "fell", "rose", "grew", "increased", "decreased", "reduced", "caused", "killed",
  ]
}
