import IbidModel

/// What the words of a list's entry tell: addresses and identifiers, words that references use, words that prose uses.
struct EntryWords {
  private(set) var count = 0
  /// Verbs and pronouns of running text.
  private(set) var proseCount = 0
  private(set) var hasHint = false
  private(set) var hasIdentifier = false
  private(set) var hasAddress = false
  /// «et al.» near the start.
  private(set) var namesOthers = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard Self.isLetter(bytes[index]) else {
        if bytes[index].isASCIIDigit, Self.isDOI(bytes, index, range.upperBound) { hasIdentifier = true }
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, Self.isLetter(bytes[index]) { index += 1 }
      count += 1
      take(String(decoding: Array(bytes[start..<index]).loweredASCII, as: UTF8.self), behind: start - range.lowerBound)
    }
  }

  private mutating func take(_ word: String, behind distance: Int) {
    switch word {
    case "http", "https", "www": hasAddress = true
    case "doi", "pmid", "pmcid", "arxiv", "isbn", "issn": hasIdentifier = true
    case "al": if distance < 120 { namesOthers = true }
    default:
      if Self.hints.contains(word) { hasHint = true }
      if Self.prose.contains(word) { proseCount += 1 }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 && byte != 0xE2 }

  /// `10.1000/x`
  private static func isDOI(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index + 8 < end, bytes[index] == UInt8(ascii: "1"), bytes[index + 1] == UInt8(ascii: "0"),
      bytes[index + 2] == UInt8(ascii: ".")
    else { return false }
    let digits = bytes[(index + 3)..<min(end, index + 12)].prefix { $0.isASCIIDigit }.count
    return digits >= 4 && index + 3 + digits < end && bytes[index + 3 + digits] == UInt8(ascii: "/")
  }

  private static func words(_ words: StaticString) -> Set<String> {
    Set(words.description.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }

  private static let hints = words(
    """
    press verlag publisher publishers publishing university universität université universidad journal proceedings
    review vol vols bd tome ed eds hrsg hg dir retrieved accessed available abgerufen zugriff consulté consultado
    recuperado disponible disponível disponibile acceduto geraadpleegd internet thesis dissertation report preprint
    издательство изд url
    """)

  private static let prose = words(
    """
    is are was were be been am you your yours we our us i me my they their he she it its can could will would should must
    have has had do does did not if then this that these those there because please also when which who
    ist sind war waren wird werden wurde nicht wir sie man muss kann können dass wenn ich es
    est sont était vous nous il elle ils pas que qui fait être
    es son era está usted se que fue
    é são você não foi
    è sono che non
    zijn wordt niet
    """)
}
