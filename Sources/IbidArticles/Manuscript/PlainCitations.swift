import IbidModel
import IbidText

/// Pandoc's citations in a text that is no Markdown: nothing but `[… @key …]` and `@key` means anything, wherever it
/// stands. A backslash before the `@` says that it is none.
///
/// Source: pandoc's manual, «Citation syntax».
struct PlainCitations {
  private let text: [UInt8]
  private let pandoc: PandocCitation
  /// The closing bracket of each opening one, in the same paragraph.
  private let closings: [Int: Int]
  private var citations: [ArticleDraft.Citation] = []

  /// The citations of `text`, from `start` on, in order.
  static func citations(in text: [UInt8], from start: Int) -> [ArticleDraft.Citation] {
    var reader = PlainCitations(text, from: start)
    reader.scan(from: start)
    return reader.citations
  }

  private init(_ text: [UInt8], from start: Int) {
    self.text = text
    pandoc = PandocCitation(text: text)
    closings = Self.closings(of: text, from: start)
  }

  private static func closings(of text: [UInt8], from start: Int) -> [Int: Int] {
    var closings: [Int: Int] = [:]
    var open: [Int] = []
    var isLineBlank = false
    for index in start..<text.count {
      switch text[index] {
      case UInt8(ascii: "["):
        // No citation stands deeper, and a text of nothing but brackets stays cheap.
        if open.count == 16 { open.removeFirst() }
        open.append(index)
      case UInt8(ascii: "]"): if let start = open.popLast() { closings[start] = index }
      case 0x0A where isLineBlank: open = []
      default: break
      }
      if text[index] == 0x0A { isLineBlank = true } else if !text[index].isASCIISpace { isLineBlank = false }
    }
    return closings
  }

  private mutating func scan(from start: Int) {
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "["): index = readBracket(at: index)
      case UInt8(ascii: "@"): index = readKey(at: index)
      default: index += 1
      }
    }
  }

  /// Returns where to go on.
  private mutating func readBracket(at open: Int) -> Int {
    guard let close = closings[open], close - open < 4000,
      !text[open..<close].indices.contains(where: isEscaped),
      let citation = pandoc.citation(inside: open + 1..<close, extent: open..<close + 1)
    else { return open + 1 }
    citations.append(citation)
    return close + 1
  }

  private func isEscaped(_ index: Int) -> Bool {
    text[index] == UInt8(ascii: "@") && index > 0 && text[index - 1] == UInt8(ascii: "\\")
  }

  /// `@key` or `-@key`, with a locator in brackets behind it; returns where to go on.
  private mutating func readKey(at mark: Int) -> Int {
    guard !isEscaped(mark), pandoc.isCitationMark(mark, from: 0), let found = pandoc.key(at: mark, to: text.count)
    else { return mark + 1 }
    let name = String(decoding: text[found.key], as: UTF8.self)
    let suppresses =
      mark > 0 && text[mark - 1] == UInt8(ascii: "-") && (mark == 1 || text[mark - 2].isASCIISpace)
    var extent = (suppresses ? mark - 1 : mark)..<found.end
    var marker = ArticleDraft.MarkerDraft(label: name, target: .key(name), style: .citationKey, range: extent)
    marker.suppressesAuthor = suppresses
    var citation = ArticleDraft.Citation(range: extent, isInText: true, markers: [marker])
    if let open = pandoc.bracket(behind: found.end), let close = closings[open] {
      let whole = extent.lowerBound..<close + 1
      if let found = pandoc.citation(of: marker, inside: open + 1..<close, extent: whole) {
        (citation, extent) = (found, whole)
      }
    }
    citations.append(citation)
    return extent.upperBound
  }
}
