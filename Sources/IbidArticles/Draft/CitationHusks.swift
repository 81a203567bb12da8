import IbidModel

/// What is left of citations that were taken out of a text: blanks, and brackets around nothing but separators.
enum CitationHusks {
  /// Stands where a citation was taken out.
  static let gap: UInt8 = 0x00

  /// A text without its gaps and what belonged to them alone.
  static func removed(from text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let isGap = text[index] == gap
      guard let end = isGap ? index + 1 : endOfHusk(text, at: index) else {
        if !bytes.isEmpty || text[index] != 0x20 { bytes.append(text[index]) }
        index += 1
        continue
      }
      index = endOfSeparator(text, at: end)
      // «(25 %; [4])»: what held the citation apart from the words goes with it.
      if index < text.count, text[index] == UInt8(ascii: ")") || text[index] == UInt8(ascii: "]") {
        while let last = bytes.last, last == 0x20 || last == UInt8(ascii: ";") || last == UInt8(ascii: ",") {
          bytes.removeLast()
        }
      }
      if bytes.last == 0x20, index == text.count || closes(text[index]) { bytes.removeLast() }
    }
    return bytes
  }

  /// The next gap or husk, where nothing but a separator stands before it: «1, 2» leaves no comma.
  private static func endOfSeparator(_ text: [UInt8], at index: Int) -> Int {
    var end = index
    while end < min(text.count, index + 6) {
      if text[end] == 0x20 || ",;-".utf8.contains(text[end]) {
        end += 1
      } else if isDash(text, at: end) {
        end += 3
      } else {
        return text[end] == gap || endOfHusk(text, at: end) != nil ? end : index
      }
    }
    return index
  }

  /// Behind the brackets that open at `index`, where a gap and nothing else but separators and words such as «see» stand
  /// in them.
  private static func endOfHusk(_ text: [UInt8], at index: Int) -> Int? {
    guard text[index] == UInt8(ascii: "(") || text[index] == UInt8(ascii: "[") else { return nil }
    var depth = 0
    var hasGap = false
    var end = index
    let limit = min(text.count, index + 80)
    while end < limit {
      switch text[end] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return hasGap ? end + 1 : nil }
      case gap: hasGap = true
      case 0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "-"): break
      case 0xE2 where isDash(text, at: end): end += 2
      default:
        let word = text[end..<limit].prefix { $0.isASCIILetter || $0 == UInt8(ascii: ".") }
        guard words.contains(String(decoding: Array(word).loweredASCII, as: UTF8.self)) else { return nil }
        end = word.endIndex - 1
      }
      end += 1
    }
    return nil
  }

  private static func isDash(_ text: [UInt8], at index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80 && (0x90...0x94).contains(text[index + 2])
  }

  /// Words that only lead in citations.
  private static let words: Set<String> = [
    "see", "also", "e.g.", "eg", "e.g", "cf.", "cf", "ref.", "refs.", "ref", "refs", "and", "reviewed", "in", "for",
    "review", "siehe", "s.", "vgl.", "voir", "ver",
  ]

  /// Whether no blank stands before this byte: closing punctuation, a blank, or a further gap.
  private static func closes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), 0x20, 0x0A, 0x0D, 0x09:
      true
    default: false
    }
  }
}
