import IbidModel

extension BibTeXNames {
  /// Reads a name of plain words as most are, `Engel, George L.` and `George L. Engel`; nil of any other: of one with two
  /// commas, of one that may have a particle or a suffix.
  static func plainName(_ part: ArraySlice<UInt8>) -> Name? {
    var comma: Int?
    var words = 0
    var lastWord = part.startIndex
    // A word that starts small is a particle, but for the last one.
    var isCapital = true
    for place in part.indices {
      let byte = part[place]
      if byte == UInt8(ascii: ",") {
        guard comma == nil, place > lastWord else { return nil }
        comma = place
      } else if byte == 0x20 {
        lastWord = place + 1
      } else if place == lastWord, comma == nil {
        guard isCapital else { return nil }
        words += 1
        isCapital = byte >= 65 && byte <= 90
      }
    }
    return comma.map { inReverse(part, comma: $0, hasWords: words > 1) } ?? inOrder(part, words, lastWord)
  }

  /// `Last, First`
  private static func inReverse(_ part: ArraySlice<UInt8>, comma: Int, hasWords: Bool) -> Name? {
    let given = part[(comma + 1)...].drop { $0 == 0x20 }
    guard !given.isEmpty, !hasWords || given.count > longestSuffix else { return nil }
    return name(family: part[..<comma], given: given)
  }

  /// `First Last`
  private static func inOrder(_ part: ArraySlice<UInt8>, _ words: Int, _ lastWord: Int) -> Name? {
    guard words > 1 else { return Name(family: text(part)) }
    guard words == 2 || part.endIndex - lastWord > longestSuffix else { return nil }
    return name(family: part[lastWord...], given: part[..<(lastWord - 1)])
  }

  private static func name(family: ArraySlice<UInt8>, given: ArraySlice<UInt8>) -> Name {
    let name = text(given)
    return Name(
      family: text(family), given: given.last == UInt8(ascii: ".") ? BibTeXNameText.spacedInitials(name) : name)
  }

  private static let longestSuffix = 3

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
