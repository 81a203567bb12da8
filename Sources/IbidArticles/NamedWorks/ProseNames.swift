import IbidModel
import IbidText

/// Finds identifiers and addresses that stand in the prose as they are: «(PMID: 123)», «doi:10.1000/x», «https://…».
struct ProseNames {
  private let text: [UInt8]
  private(set) var names: [ProseName] = []

  /// The names in a draft's blocks, in order.
  init(_ draft: ArticleDraft) {
    text = draft.text
    let left = MergedRanges(draft.links.map(\.range) + draft.verbatim)
    for block in draft.blocks where !block.isVerbatim {
      let first = names.count
      scan(block.range, without: left)
      addEnclosures(from: first, in: block.range)
    }
  }

  private mutating func scan(_ block: Range<Int>, without left: MergedRanges) {
    var index = block.lowerBound
    while index < block.upperBound {
      guard Self.mayStart[Int(text[index])], index == block.lowerBound || !isWord(text[index - 1]) else {
        index += 1
        continue
      }
      let found = names(at: index, to: block.upperBound)
      guard let last = found.last, !left.overlaps(index..<last.range.upperBound) else {
        index += 1
        continue
      }
      names += found
      index = last.range.upperBound
    }
  }

  private static let mayStart: [Bool] = (0..<256).map { "hH1dDpPaA".utf8.contains(UInt8($0)) }

  private func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || ".-_/@".utf8.contains(byte) }

  // MARK: One name

  private func names(at index: Int, to end: Int) -> [ProseName] {
    switch text[index] | 0x20 {
    case UInt8(ascii: "h"): address(at: index, to: end)
    case UInt8(ascii: "d"): doi(at: index, to: end)
    case UInt8(ascii: "p"): numbers(at: index, to: end)
    case UInt8(ascii: "a"): arXiv(at: index, to: end)
    default: name(of: .doi, index..<endOfAddress(index, end)).map { [$0] } ?? []
    }
  }

  private func address(at index: Int, to end: Int) -> [ProseName] {
    guard holds("http", at: index, to: end) else { return [] }
    let range = index..<endOfAddress(index, end)
    let address = string(range)
    guard let work = NamedWork(address: address) ?? NamedWork(page: address) else { return [] }
    return [ProseName(range: range, work: work)]
  }

  /// `doi:10.1000/x`, `DOI 10.1000/x`, `doi: https://doi.org/10.1000/x`.
  private func doi(at index: Int, to end: Int) -> [ProseName] {
    guard holds("doi", at: index, to: end) else { return [] }
    let start = behindMark(index + 3, end)
    guard start < end, start > index + 3, text[start].isASCIIDigit || holds("http", at: start, to: end) else {
      return []
    }
    let range = index..<endOfAddress(start, end)
    guard let identifier = Identifier(.doi, string(start..<range.upperBound)) else { return [] }
    return [ProseName(range: range, work: NamedWork(identifier), isAnnounced: true)]
  }

  /// `PMID: 123`, `PMIDs 123, 456`, `PMCID: PMC123`, `PMC123456`.
  private func numbers(at index: Int, to end: Int) -> [ProseName] {
    if holds("pmid", at: index, to: end) || holds("pubmed id", at: index, to: end) {
      var start = index + (text[index + 1] | 0x20 == UInt8(ascii: "m") ? 4 : 9)
      if start < end, text[start] | 0x20 == UInt8(ascii: "s") { start += 1 }
      return list(of: .pmid, from: index, behindMark(start, end), to: end)
    }
    let isNamed = holds("pmcid", at: index, to: end)
    let start = isNamed ? behindMark(index + 5, end) : index
    guard holds("pmc", at: start, to: end), text[start] == UInt8(ascii: "P") else { return [] }
    let stop = endOfDigits(start + 3, end)
    guard stop >= start + (isNamed ? 4 : 8) else { return [] }
    return name(of: .pmcid, index..<stop, value: start..<stop).map { [$0] } ?? []
  }

  /// Numbers with commas or «and» between.
  private func list(of kind: Identifier.Kind, from index: Int, _ first: Int, to end: Int) -> [ProseName] {
    var found: [ProseName] = []
    var (start, from) = (first, index)
    while true {
      let stop = endOfDigits(start, end)
      guard stop > start, stop == end || !text[stop].isASCIILetter,
        let name = name(of: kind, from..<stop, value: start..<stop)
      else { return found }
      found.append(name)
      var next = stop
      while next < end, text[next].isASCIISpace || ",;&".utf8.contains(text[next]) { next += 1 }
      if holds("and ", at: next, to: end) { next = NumberList.skippingBlanks(text, next + 4, end) }
      // A number of few digits behind a comma counts something else.
      guard next > stop, endOfDigits(next, end) >= next + 5 else { return found }
      (start, from) = (next, next)
    }
  }

  private func arXiv(at index: Int, to end: Int) -> [ProseName] {
    guard holds("arxiv:", at: index, to: end) else { return [] }
    let start = NumberList.skippingBlanks(text, index + 6, end)
    return name(of: .arxiv, index..<endOfAddress(start, end), value: start..<endOfAddress(start, end)).map { [$0] }
      ?? []
  }

  private func name(of kind: Identifier.Kind, _ range: Range<Int>, value: Range<Int>? = nil) -> ProseName? {
    guard !range.isEmpty, let identifier = Identifier(kind, string(value ?? range)),
      kind != .doi || string(range).hasPrefix("10.")
    else { return nil }
    return ProseName(range: range, work: NamedWork(identifier), isAnnounced: kind != .doi)
  }

  // MARK: Stretches

  private func holds(_ word: String, at index: Int, to end: Int) -> Bool {
    index + word.utf8.count <= end
      && zip(text[index...], word.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $0.isASCIILetter }
  }

  /// Behind a colon and blanks.
  private func behindMark(_ index: Int, _ end: Int) -> Int {
    var index = NumberList.skippingBlanks(text, index, end)
    if index < end, text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "#") { index += 1 }
    return NumberList.skippingBlanks(text, index, end)
  }

  private func endOfDigits(_ index: Int, _ end: Int) -> Int {
    var stop = index
    while stop < end, text[stop].isASCIIDigit { stop += 1 }
    return stop
  }

  /// Where an address ends: before a blank, a quotation mark, or a bracket that was not opened in it; without the
  /// sentence's punctuation.
  private func endOfAddress(_ start: Int, _ end: Int) -> Int {
    var depth = 0
    var stop = start
    scan: while stop < min(end, start + 2000) {
      switch text[stop] {
      case ...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "`"):
        break scan
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if depth == 0 { break scan }
        depth -= 1
      case 0xE2 where stop + 1 < end && text[stop + 1] == 0x80, 0xC2: break scan
      default: break
      }
      stop += 1
    }
    while stop > start, ".,;:!?'*".utf8.contains(text[stop - 1]) { stop -= 1 }
    return stop
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  // MARK: Parentheses

  /// Adds the parentheses around names, where only names stand in them, and words that announce them.
  private mutating func addEnclosures(from first: Int, in block: Range<Int>) {
    var left = first
    while left < names.count {
      var right = left
      while right + 1 < names.count, isAnnouncement(names[right].range.upperBound..<names[right + 1].range.lowerBound) {
        right += 1
      }
      if let enclosure = enclosure(of: names[left].range.lowerBound..<names[right].range.upperBound, in: block) {
        for index in left...right { names[index].enclosure = enclosure }
      }
      left = right + 1
    }
  }

  private func enclosure(of range: Range<Int>, in block: Range<Int>) -> Range<Int>? {
    let limit = max(block.lowerBound, range.lowerBound - 30)
    guard let open = (limit..<range.lowerBound).last(where: { "([".utf8.contains(text[$0]) }),
      isAnnouncement(open + 1..<range.lowerBound), range.upperBound < block.upperBound,
      text[range.upperBound] == (text[open] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]"))
    else { return nil }
    return open..<range.upperBound + 1
  }

  private func isAnnouncement(_ range: Range<Int>) -> Bool {
    range.count < 30
      && text[range].split(whereSeparator: { $0.isASCIISpace || ",;:.&".utf8.contains($0) }).allSatisfy {
        Self.announcements.contains(String(decoding: Array($0).loweredASCII, as: UTF8.self))
      }
  }

  private static let announcements: Set<String> = [
    "see", "also", "e", "g", "eg", "cf", "and", "in", "ref", "refs", "source", "sources", "doi", "pmid", "via", "from",
    "at", "quelle", "siehe", "vgl", "voir", "véase", "ver",
  ]
}
