import IbidModel
import IbidText

extension BibTeXLint {
  /// A DOI as an address, with a prefix or with a blank in it.
  mutating func lookAtDOI(_ value: WrittenValue) {
    guard !value.hasWords else { return }
    let range = value.text.trimmedASCII(value.text.indices)
    let text = String(decoding: value.text[range], as: UTF8.self)
    let lowered = text.lowercased()
    let isAddress = lowered.hasPrefix("http") || lowered.hasPrefix("www.") || lowered.contains("doi.org/")
    if isAddress || lowered.hasPrefix("doi:") || lowered.hasPrefix("doi ") {
      let start = text.firstRange(of: "10.").map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
      let rest = start.map { Array(value.text[(range.lowerBound + $0)..<range.upperBound]) }
      return tell(
        "doi-as-url", in: value, at: range, isAddress ? "the DOI is written as a URL" : "the DOI has a prefix",
        replacement: rest?.contains(where: \.isASCIISpace) == false ? rest : nil)
    }
    guard let blank = range.first(where: { value.text[$0].isASCIISpace }) else { return }
    let length = value.text[blank..<range.upperBound].prefix(while: \.isASCIISpace).count
    let isOne = !value.text[(blank + length)..<range.upperBound].contains(where: \.isASCIISpace)
    let isWhole = text.hasPrefix("10.") && text.ranges(of: "10.").count == 1 && isOne
    tell(
      "doi-with-space", in: value, at: blank..<blank + length, "a space stands in the DOI",
      replacement: isWhole ? [] : nil)
  }

  /// The DOI of an entry before, in whatever spelling.
  mutating func lookForOther(_ value: WrittenValue, _ entry: Entry) {
    guard !value.hasWords, let doi = Identifier(.doi, value.string) else { return }
    guard let other = dois[doi] else {
      dois[doi] = entry.key
      return
    }
    // An entry that is repeated is told of by its key.
    guard other.lowercased() != entry.key.lowercased() else { return }
    tell(
      "duplicate-doi", in: value, at: value.text.trimmedASCII(value.text.indices),
      "the entry “\(other)” has this DOI, too: both may be of one work")
  }

  /// HTML's entities in an address lead elsewhere.
  mutating func lookAtURL(_ pieces: ArraySlice<BibTeXPlaces.Piece>) {
    for piece in pieces {
      for place in piece.range where bytes[place] == UInt8(ascii: "&") {
        _ = lookAtEntity(at: place, piece.range.upperBound, isPrinted: false)
      }
    }
  }

  mutating func lookAtISBN(_ value: WrittenValue) { lookAtNumber(value, "bad-isbn", "ISBN", [10, 13], Self.isISBN) }

  mutating func lookAtISSN(_ value: WrittenValue) {
    lookAtNumber(value, "bad-issn", "ISSN", [8]) { Self.weighted($0).isMultiple(of: 11) }
  }

  private mutating func lookAtNumber(
    _ value: WrittenValue, _ rule: String, _ name: String, _ lengths: [Int], _ isValid: ([Int]) -> Bool
  ) {
    guard !value.hasWords else { return }
    let text = value.string.trimmedASCII
    guard let wrong = Self.numbers(text, lengths: lengths).first(where: { !lengths.contains($0.count) || !isValid($0) })
    else { return }
    let reason =
      lengths.contains(wrong.count) ? "its last digit does not fit the others" : "it has \(wrong.count) digits"
    tell(rule, in: value, at: value.text.indices, "“\(text)” is no \(name): \(reason)")
  }

  /// The digits of each number in a value: of all of it, or of its pieces where it holds several.
  private static func numbers(_ value: String, lengths: [Int]) -> [[Int]] {
    func digits(_ text: some StringProtocol) -> [Int] {
      text.utf8.compactMap { $0.isASCIIDigit ? Int($0) - 48 : $0 | 0x20 == 0x78 ? 10 : nil }
    }
    let hyphens: [Unicode.Scalar] = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}"]
    let plain = String(String.UnicodeScalarView(value.unicodeScalars.map { hyphens.contains($0) ? "-" : $0 }))
    let whole = digits(plain)
    if lengths.contains(whole.count) { return [whole] }
    let pieces = plain.split { !$0.isASCII || !($0.isNumber || "Xx-".contains($0)) }.map { digits($0) }
    let numbers = pieces.filter { lengths.contains($0.count) }
    return numbers.isEmpty ? [whole] : numbers
  }

  private static func isISBN(_ digits: [Int]) -> Bool {
    if digits.count == 10 { return weighted(digits).isMultiple(of: 11) }
    guard digits.starts(with: [9, 7, 8]) || digits.starts(with: [9, 7, 9]) else { return false }
    return digits.enumerated().reduce(0) { $0 + $1.1 * ($1.0.isMultiple(of: 2) ? 1 : 3) }.isMultiple(of: 10)
  }

  private static func weighted(_ digits: [Int]) -> Int {
    zip(digits, (1...digits.count).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// A range with one hyphen, or another dash, between two pages that are alike: `1-9`, `S12–S20`, `iv-xx`.
  mutating func lookAtPages(_ value: WrittenValue) {
    guard !value.hasWords else { return }
    let bytes = value.text
    for range in Self.split(bytes, at: ",;") {
      guard let dash = Self.dash(in: bytes, range) else { continue }
      let first = bytes.trimmedASCII(range.lowerBound..<dash.lowerBound)
      let last = bytes.trimmedASCII(dash.upperBound..<range.upperBound)
      guard Self.areAlike(Array(bytes[first]), Array(bytes[last])) else { continue }
      tell(
        "pages-dash", in: value, at: first.upperBound..<last.lowerBound, "a range of pages is written with two hyphens",
        replacement: Array("--".utf8))
    }
  }

  private static func split(_ bytes: [UInt8], at marks: String) -> [Range<Int>] {
    bytes.split { marks.utf8.contains($0) }.map { $0.startIndex..<$0.endIndex }
  }

  /// The only dash of a stretch: a hyphen, or one of Unicode's from U+2010 to U+2015, or U+2212.
  private static func dash(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound {
      var length = 0
      if bytes[index] == UInt8(ascii: "-") { length = 1 }
      if index + 3 <= range.upperBound, bytes[index] == 0xE2 {
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if second == 0x80 && (0x90...0x95).contains(third) || second == 0x88 && third == 0x92 { length = 3 }
      }
      if length > 0 {
        if found != nil { return nil }
        found = index..<index + length
      }
      index += max(1, length)
    }
    return found
  }

  private static func areAlike(_ first: [UInt8], _ last: [UInt8]) -> Bool {
    guard !first.isEmpty, !last.isEmpty else { return false }
    let roman = Set("ivxlcdmIVXLCDM".utf8)
    if first.allSatisfy(roman.contains), last.allSatisfy(roman.contains) { return true }
    func parts(_ page: [UInt8]) -> (letters: ArraySlice<UInt8>, digits: ArraySlice<UInt8>) {
      let letters = page.prefix(while: \.isASCIILetter)
      return (letters, page[letters.endIndex...])
    }
    let (left, right) = (parts(first), parts(last))
    return !left.digits.isEmpty && !right.digits.isEmpty && left.digits.allSatisfy(\.isASCIIDigit)
      && right.digits.allSatisfy(\.isASCIIDigit) && (right.letters.isEmpty || left.letters == right.letters)
  }
}
