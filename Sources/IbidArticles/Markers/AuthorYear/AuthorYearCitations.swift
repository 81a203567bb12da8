import IbidModel

/// Makes citations of cites by author and year: those in one pair of parentheses are one citation.
struct AuthorYearCitations {
  let text: [UInt8]
  let linker: AuthorYearLinker

  /// The citations of a block.
  func citations(in block: Range<Int>) -> [ArticleDraft.Citation] {
    let cites = linker.cites(in: block)
    guard !cites.isEmpty else { return [] }
    let enclosures = enclosures(in: block)
    var citations: [ArticleDraft.Citation] = []
    var lastEnclosure = -1
    var enclosure = 0
    for cite in cites {
      while enclosure < enclosures.count, enclosures[enclosure].upperBound <= cite.range.lowerBound { enclosure += 1 }
      let holder =
        enclosure < enclosures.count && enclosures[enclosure].contains(cite.range.lowerBound) ? enclosure : -1
      let marker = marker(cite)
      if holder >= 0, holder == lastEnclosure, let last = citations.indices.last {
        citations[last].markers.append(marker)
      } else if holder >= 0, opensWithCite(enclosures[holder], cite) {
        citations.append(.init(range: enclosures[holder], markers: [marker]))
      } else {
        citations.append(.init(range: cite.range.lowerBound..<closed(cite, block), isInText: true, markers: [marker]))
      }
      lastEnclosure = holder >= 0 && opensWithCite(enclosures[holder], cite) || holder == lastEnclosure ? holder : -1
    }
    return citations
  }

  private func marker(_ cite: AuthorYearLinker.Cite) -> ArticleDraft.MarkerDraft {
    let label = linker.keys.keys[cite.key].label
    return ArticleDraft.MarkerDraft(
      label: ReadingText.string(text, cite.range), target: .note(label), style: .authorYear, range: cite.range)
  }

  /// The parentheses and brackets of a block, the outer ones only, in order.
  private func enclosures(in block: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: [Int] = []
    for index in block {
      if text[index] == UInt8(ascii: "(") || text[index] == UInt8(ascii: "[") {
        open.append(index)
      } else if text[index] == UInt8(ascii: ")") || text[index] == UInt8(ascii: "]"), let start = open.popLast() {
        while let last = found.last, last.lowerBound > start { found.removeLast() }
        found.append(start..<index + 1)
      }
    }
    return found
  }

  /// Whether nothing but a few words of introduction stands between the opening bracket and the cite.
  private func opensWithCite(_ enclosure: Range<Int>, _ cite: AuthorYearLinker.Cite) -> Bool {
    guard cite.yearRange.upperBound < enclosure.upperBound else { return false }
    let words = text[enclosure.lowerBound + 1..<cite.range.lowerBound].split(separator: 0x20)
    return words.count <= 3 && cite.range.lowerBound < cite.yearRange.lowerBound
  }

  /// Behind the bracket that closes «Smith (2010)».
  private func closed(_ cite: AuthorYearLinker.Cite, _ block: Range<Int>) -> Int {
    let end = cite.range.upperBound
    return end < block.upperBound && text[end] == UInt8(ascii: ")") ? end + 1 : end
  }
}
