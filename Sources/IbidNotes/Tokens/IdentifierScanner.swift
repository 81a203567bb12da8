import IbidModel
import IbidText

/// Finds identifiers and addresses in a text: the surest things that a reference says.
struct IdentifierScanner {
  let bytes: [UInt8]
  let tokens: [Token]
  var spans: [IdentifierSpan] = []

  init(_ bytes: [UInt8], _ tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let next: Int?
      switch token.kind {
      case .number: next = bareDOI(at: index) ?? bareArXivNumber(at: index)
      case .mark, .identifier: next = nil
      default: next = token.length <= 9 ? introduced(at: index) : nil
      }
      index = next ?? index + 1
    }
  }

  private func word(_ index: Int) -> PackedWord { PackedWord(tokens[index], bytes) }

  private func byte(_ index: Int) -> UInt8 { index < tokens.count ? bytes[tokens[index].start] : 0 }

  /// The first token that is no mark of `:`, `.`, `#`, `=` or a blank dash behind `index`.
  private func skippingColons(_ index: Int) -> Int {
    var index = index
    while index < tokens.count, [58, 46, 35, 61].contains(byte(index)) { index += 1 }
    return index
  }

  /// The first token that starts at or behind an offset.
  private func token(at offset: Int, from index: Int) -> Int {
    var index = index
    while index < tokens.count, tokens[index].start < offset { index += 1 }
    return index
  }

  private mutating func add(_ kind: IdentifierSpan.Kind, from index: Int, _ value: Range<Int>) -> Int {
    var start = tokens[index].start
    // «doi: https://doi.org/10.…»: an introduction without value belongs to what follows it.
    if index >= 2, byte(index - 1) == UInt8(ascii: ":"), introductions.contains(word(index - 2)),
      tokens[index - 2].start >= (spans.last?.range.upperBound ?? 0)
    {
      start = tokens[index - 2].start
    } else if index >= 1, introductions.contains(word(index - 1)),
      tokens[index - 1].start >= (spans.last?.range.upperBound ?? 0)
    {
      start = tokens[index - 1].start
    }
    spans.append(
      IdentifierSpan(kind: kind, range: start..<value.upperBound, value: String(decoding: bytes[value], as: UTF8.self)))
    return token(at: value.upperBound, from: index)
  }

  private var introductions: [PackedWord] { ["doi", "pmid", "pmcid", "url", "arxiv"] }

  private static let known = PackedWords([
    1: "http https ftp", 2: "www", 3: "pmid pubmed", 4: "pmc pmcid pmcpmc", 5: "arxiv", 6: "isbn", 7: "issn",
    8: "astro cond hep gr math nucl quant physics chao",
  ])

  private mutating func introduced(at index: Int) -> Int? {
    switch Self.known[word(index)] {
    case 1:
      guard byte(index + 1) == 58, byte(index + 2) == 47, byte(index + 3) == 47 else { return nil }
      return url(at: index)
    case 2: return byte(index + 1) == 46 ? url(at: index) : nil
    case 3:
      var value = skippingColons(index + 1)
      if value < tokens.count, ["id", "pmid"].contains(word(value)) { value = skippingColons(value + 1) }
      return number(at: value, digits: 1...9).map { add(.pmid, from: index, $0) }
    case 4:
      var value = skippingColons(index + 1)
      // «PMCID: PMCPMC3640091»
      if value < tokens.count, ["pmc", "pmcpmc"].contains(word(value)) { value = skippingColons(value + 1) }
      guard let range = number(at: value, digits: 3...10) else { return nil }
      let hasPrefix = value > 0 && ["pmc", "pmcpmc"].contains(word(value - 1)) && !tokens[value].followsSpace
      let start = hasPrefix ? tokens[value - 1].end - 3 : range.lowerBound
      return add(.pmcid, from: index, start..<range.upperBound)
    case 5:
      let value = skippingColons(index + 1)
      return arXivNumber(at: value).map { add(.arxiv, from: index, $0) }
    case 6:
      var value = skippingColons(index + 1)
      if byte(value) == 45, byte(value + 1) == 49 { value = skippingColons(value + 2) }
      return digitsAndHyphens(at: value, count: [10, 13]).map { add(.isbn, from: index, $0) }
    case 7:
      return digitsAndHyphens(at: skippingColons(index + 1), count: [8]).map { add(.issn, from: index, $0) }
    case 8:
      return oldArXivNumber(at: index).map { add(.arxiv, from: index, $0) }
    default: return nil
    }
  }

  private func number(at index: Int, digits: ClosedRange<Int>) -> Range<Int>? {
    guard index < tokens.count, tokens[index].kind == .number, digits.contains(tokens[index].range.count) else {
      return nil
    }
    return tokens[index].range
  }

  private func digitsAndHyphens(at index: Int, count: [Int]) -> Range<Int>? {
    guard index < tokens.count else { return nil }
    let start = tokens[index].start
    var end = start
    var digits = 0
    while end < bytes.count, digits < 13 {
      let byte = bytes[end]
      if byte.isASCIIDigit || byte | 0x20 == UInt8(ascii: "x") {
        digits += 1
      } else if byte != UInt8(ascii: "-") && byte != 0x20 {
        break
      }
      end += 1
    }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return count.contains(digits) ? start..<end : nil
  }

  /// `2301.01234v2` behind «arXiv:», or an old number.
  private func arXivNumber(at index: Int) -> Range<Int>? {
    guard index < tokens.count else { return nil }
    guard tokens[index].kind == .number else { return oldArXivNumber(at: index) }
    guard tokens[index].range.count == 4, byte(index + 1) == 46, index + 2 < tokens.count,
      (4...5).contains(tokens[index + 2].range.count), tokens[index + 2].kind == .number
    else { return nil }
    var end = tokens[index + 2].end
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "v"), bytes[end + 1].isASCIIDigit { end += 2 }
    return tokens[index].start..<end
  }

  /// `hep-th/9901001`.
  private func oldArXivNumber(at index: Int) -> Range<Int>? {
    var slash = index + 1
    while slash < min(tokens.count, index + 6), byte(slash) != 47 { slash += 1 }
    guard slash + 1 < tokens.count, byte(slash) == 47, tokens[slash + 1].kind == .number,
      tokens[slash + 1].range.count == 7, !tokens[(index + 1)...(slash + 1)].contains(where: \.followsSpace)
    else { return nil }
    return tokens[index].start..<tokens[slash + 1].end
  }

  private mutating func bareDOI(at index: Int) -> Int? {
    let token = tokens[index]
    guard token.end - token.start == 2, bytes[token.start] == 49, bytes[token.start + 1] == 48, byte(index + 1) == 46,
      index + 3 < tokens.count, tokens[index + 2].kind == .number, tokens[index + 2].length >= 4
    else { return nil }
    var slash = index + 3
    while slash + 1 < tokens.count, byte(slash) == 46, tokens[slash + 1].kind == .number { slash += 2 }
    guard slash < tokens.count, byte(slash) == 47 else { return nil }
    let end = addressEnd(from: token.start, isDOI: true)
    guard end > tokens[slash].end else { return nil }
    return add(.doi, from: index, token.start..<end)
  }

  /// «arXiv, 1709.02082»: a number that looks like a year and a page, in a reference that names the server.
  private mutating func bareArXivNumber(at index: Int) -> Int? {
    let token = tokens[index]
    guard token.end - token.start == 4, byte(index + 1) == 46, index + 2 < tokens.count,
      tokens[index + 2].kind == .number, !tokens[index + 2].followsSpace,
      (4...5).contains(tokens[index + 2].end - tokens[index + 2].start), bytes[token.start] < UInt8(ascii: "3"),
      bytes[token.start + 2] < UInt8(ascii: "2"), bytes[token.start + 2] == 48 || bytes[token.start + 3] < 51,
      namesArXiv, let value = arXivNumber(at: index)
    else { return nil }
    return add(.arxiv, from: index, value)
  }

  private var namesArXiv: Bool {
    tokens.contains { $0.length == 5 && $0.isWord && PackedWord($0, bytes) == "arxiv" }
  }

  private mutating func url(at index: Int) -> Int? {
    let start = tokens[index].start
    let end = addressEnd(from: start)
    guard end > start + 8 else { return nil }
    if let doi = offset(of: "10.", in: start..<end), let host = offset(of: "doi", in: start..<end), host < doi,
      Identifier(.doi, String(decoding: bytes[doi..<end], as: UTF8.self)) != nil
    {
      return addAddress(.doi, from: index, start, doi..<end)
    }
    if let path = offset(of: "ncbi.nlm.nih.gov/", in: start..<end) {
      let digits = trailingDigits(start..<end)
      if let pmc = offset(of: "PMC", in: path..<end) { return addAddress(.pmcid, from: index, start, pmc..<end) }
      if offset(of: "pub", in: start..<end) != nil, digits.count >= 4 {
        return addAddress(.pmid, from: index, start, digits)
      }
    }
    if let abs = offset(of: "arxiv.org/abs/", in: start..<end) {
      return addAddress(.arxiv, from: index, start, (abs + 14)..<end)
    }
    return add(.url, from: index, start..<end)
  }

  private mutating func addAddress(_ kind: IdentifierSpan.Kind, from index: Int, _ start: Int, _ value: Range<Int>)
    -> Int
  {
    let end = addressEnd(from: start)
    let next = add(kind, from: index, value)
    spans[spans.count - 1].range = spans[spans.count - 1].range.lowerBound..<end
    return max(next, token(at: end, from: index))
  }

  private func trailingDigits(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 47 { end -= 1 }
    var start = end
    while start > range.lowerBound, bytes[start - 1].isASCIIDigit { start -= 1 }
    return start..<end
  }

  private func offset(of text: StaticString, in range: Range<Int>) -> Int? {
    let count = text.utf8CodeUnitCount
    guard range.count >= count else { return nil }
    return text.withUTF8Buffer { text in
      (range.lowerBound...(range.upperBound - count)).first { bytes[$0..<$0 + count].elementsEqual(text) }
    }
  }

  /// Where an address or a DOI that starts at `start` ends: at white space and what no address holds, without the
  /// punctuation of the sentence and without closing brackets that it did not open.
  ///
  /// A DOI made of a SICI holds angle brackets: `<114::AID-HUMU21>`.
  private func addressEnd(from start: Int, isDOI: Bool = false) -> Int {
    var end = start
    let limit = min(bytes.count, start + 2_000)
    while end < limit {
      let byte = bytes[end]
      if isDOI, byte == UInt8(ascii: "<"), let close = siciEnd(from: end, limit) {
        end = close
        continue
      }
      if byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") { break }
      // Marks and blanks beyond ASCII (❐, ”, no-break space) end it, letters do not.
      if byte >= 0xE2, byte != 0xE3 { break }
      if byte == 0xC2 { break }
      end += 1
    }
    var open = 0
    for byte in bytes[start..<end] {
      if byte == 40 || byte == 91 { open += 1 }
      if byte == 41 || byte == 93 { open -= 1 }
    }
    while end > start {
      let last = bytes[end - 1]
      if [46, 44, 59, 58, 39].contains(last) {
        end -= 1
      } else if (last == 41 || last == 93 || last == 125), open < 0 || last == 125 {
        open += 1
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  /// The offset behind `<114::AID-HUMU21>`; nil for another bracket.
  private func siciEnd(from start: Int, _ limit: Int) -> Int? {
    guard start + 1 < limit, bytes[start + 1].isASCIIDigit else { return nil }
    var end = start + 1
    while end < min(limit, start + 40), bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">") { end += 1 }
    return end < limit && bytes[end] == UInt8(ascii: ">") ? end + 1 : nil
  }
}
