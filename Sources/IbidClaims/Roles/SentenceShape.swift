/// What is counted of a sentence, whatever its words.
enum ShapeFeature: Int, CaseIterable {
  case length, characters, numbers, years, percents, capitals, acronyms, parentheses, commas, colons, quotes
  case asks, endsInColon, exclamations, symbols, dashes
  case writer, writers, reader, modal, hedge, norm, evidence, definition, negation, quantity, comparison
  case past, present, display, this
  case cause, ed, ing, ly, nominal, wordLength
  case imperative, connective, demonstrative, startsSmall

  /// The first of those that count words of a group, in the order of the groups.
  static let firstGroup = Self.writer
}

/// The counts of a sentence, by `ShapeFeature`.
struct SentenceShape {
  private(set) var values = [Float](repeating: 0, count: ShapeFeature.allCases.count)

  subscript(feature: ShapeFeature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  /// Counts a word; `index` is its place in the sentence.
  mutating func count(_ word: TermScanner.Word, hash: UInt32, index: Int) {
    self[.length] += 1
    switch word.kind {
    case .number: self[.numbers] += 1
    case .year: self[.years] += 1
    case .capitalized: if index > 0 { self[.capitals] += 1 }
    case .plain: break
    }
    let mask = WordGroup.mask(of: hash)
    if mask != 0 { countGroups(mask, index: index) }
    let letters = word.letters
    self[.wordLength] += Float(letters.count)
    guard word.kind == .plain || word.kind == .capitalized else { return }
    if letters.count > 1, letters.allSatisfy({ $0 &- 65 < 26 }) { self[.acronyms] += 1 }
    countEndings(letters)
  }

  private mutating func countGroups(_ mask: UInt32, index: Int) {
    for group in WordGroup.allCases where mask & (1 << UInt32(group.rawValue)) != 0 {
      switch group {
      case .imperative: if index == 0 { self[.imperative] = 1 }
      case .connective: if index == 0 { self[.connective] = 1 }
      case .demonstrative: if index == 0 { self[.demonstrative] = 1 }
      default: values[ShapeFeature.firstGroup.rawValue + group.rawValue] += 1
      }
    }
  }

  private mutating func countEndings(_ letters: UnsafeBufferPointer<UInt8>) {
    func ends(_ ending: StaticString, longerThan length: Int) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard letters.count > max(length, count - 1) else { return false }
      return (0..<count).allSatisfy { letters[letters.count - count + $0] | 0x20 == ending.utf8Start[$0] }
    }
    if ends("ed", longerThan: 4) { self[.ed] += 1 }
    if ends("ing", longerThan: 5) { self[.ing] += 1 }
    if ends("ly", longerThan: 4) { self[.ly] += 1 }
    if Self.nominal.contains(where: { ends($0, longerThan: 0) }) { self[.nominal] += 1 }
    let first = letters[0] | 0x20
    let isCause = Self.causes.contains { stem in
      stem.utf8Start[0] == first && stem.utf8CodeUnitCount <= letters.count
        && (0..<stem.utf8CodeUnitCount).allSatisfy { letters[$0] | 0x20 == stem.utf8Start[$0] }
    }
    if isCause { self[.cause] += 1 }
  }

  private static let nominal: [StaticString] = [
    "tion", "tions", "ment", "ity", "ness", "ance", "ence", "ism",
  ]
  /// Stems of words that say that one thing brings about another.
  private static let causes: [StaticString] = [
    "caus", "reduc", "increas", "decreas", "improv", "prevent", "trigger", "reliev", "inhibit", "induc", "worsen",
    "lower", "rais", "impair", "enhanc", "promot", "contribut", "affect", "correlat", "associat", "predict", "lead",
    "result", "damag", "risk", "rise",
  ]

  /// Counts the signs of the whole text.
  mutating func countSigns(_ bytes: UnsafeBufferPointer<UInt8>) {
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 { self[.characters] += 1 }
      switch byte {
      case UInt8(ascii: "%"): self[.percents] += 1
      case UInt8(ascii: "("): self[.parentheses] += 1
      case UInt8(ascii: ","): self[.commas] += 1
      case UInt8(ascii: ";"), UInt8(ascii: ":"): self[.colons] += 1
      case UInt8(ascii: "\""): self[.quotes] += 1
      case UInt8(ascii: "!"): self[.exclamations] += 1
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "$"), UInt8(ascii: "\\"),
        UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
        UInt8(ascii: "^"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"):
        self[.symbols] += 1
      // «“» and «—»
      case 0x80 where previous == 0xE2 && index + 1 < bytes.count:
        if bytes[index + 1] == 0x9C { self[.quotes] += 1 }
        if bytes[index + 1] == 0x94 { self[.dashes] += 1 }
      case 0xB1 where previous == 0xC2: self[.symbols] += 1
      case 0xAB where previous == 0xC2: self[.quotes] += 1
      default: break
      }
      previous = byte
    }
    let closing: [UInt8] = [0x22, 0x27, 0x29, 0x2A, 0x20, 0x5D, 0x5F, 0x80, 0xE2, 0x9D, 0x99, 0xC2, 0xBB]
    if bytes.last(where: { !closing.contains($0) }) == UInt8(ascii: "?") { self[.asks] = 1 }
    if bytes.last == UInt8(ascii: ":") { self[.endsInColon] = 1 }
    if let first = bytes.first, first &- 97 < 26 { self[.startsSmall] = 1 }
  }

  /// Ends the counting.
  mutating func close() {
    if self[.length] > 0 { self[.wordLength] /= self[.length] }
  }
}
