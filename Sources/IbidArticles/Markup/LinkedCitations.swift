import IbidModel

/// Makes citations of links to notes: links with only separators between are one, and a dash between two is a range.
struct LinkedCitations {
  /// A link, and the notes that it leads to.
  struct Link {
    /// Indices of labels; empty where the link leads to no note.
    var targets: [Int]
    var range: Range<Int>
    var isRaised: Bool
    /// Whether the markup says that it is a footnote's mark.
    var isFootnote = false
  }

  let text: [UInt8]
  /// In the order of the text.
  let links: [Link]
  /// The labels of the notes, in their order.
  let labels: [String]

  /// The citations, in order.
  func citations() -> [ArticleDraft.Citation] {
    var citations: [ArticleDraft.Citation] = []
    var index = 0
    while index < links.count {
      var markers: [ArticleDraft.MarkerDraft] = []
      var range = links[index].range
      var last: Int?
      while index < links.count {
        let link = links[index]
        let between =
          markers.isEmpty
          ? Separator.none : separator(range.upperBound..<max(range.upperBound, link.range.lowerBound))
        if !markers.isEmpty, between == .prose || link.targets.isEmpty { break }
        if between == .dash, let from = last, let to = link.targets.first, to > from + 1, to - from < 500 {
          for middle in from + 1..<to {
            markers.append(marker(middle, link, range: range.lowerBound..<link.range.upperBound))
          }
        }
        for target in link.targets { markers.append(marker(target, link, range: link.range)) }
        range = range.lowerBound..<max(range.upperBound, link.range.upperBound)
        last = link.targets.last
        index += 1
        if markers.isEmpty { break }
      }
      if !markers.isEmpty { citations.append(citation(markers, range)) }
    }
    return citations
  }

  private enum Separator { case none, list, dash, prose }

  private func separator(_ range: Range<Int>) -> Separator {
    guard range.count <= 12 else { return .prose }
    var isDash = false
    var index = range.lowerBound
    while index < range.upperBound {
      if let length = NumberList.dashLength(text, index, range.upperBound) {
        isDash = true
        index += length
      } else if text[index].isASCIISpace || ",;[]()".utf8.contains(text[index]) || text[index] == 0xC2
        || text[index] == 0xA0
      {
        index += 1
      } else {
        return .prose
      }
    }
    return isDash ? .dash : .list
  }

  private func marker(_ target: Int, _ link: Link, range: Range<Int>) -> ArticleDraft.MarkerDraft {
    let words = ReadingText.string(text, link.range)
    let isNamed = words.unicodeScalars.contains { $0.properties.isAlphabetic }
    return ArticleDraft.MarkerDraft(
      label: isNamed && !link.isFootnote ? words : labels[target], target: .note(labels[target]),
      style: link.isFootnote ? .footnote : isNamed ? .authorYear : numberStyle(link), range: range)
  }

  /// How a linked number is written.
  private func numberStyle(_ link: Link) -> Marker.Style {
    if link.isRaised { return .superscript }
    let before = link.range.lowerBound > 0 ? text[link.range.lowerBound - 1] : 0x20
    switch (text[link.range.lowerBound], before) {
    case (UInt8(ascii: "["), _), (_, UInt8(ascii: "[")): return .bracket
    case (UInt8(ascii: "("), _), (_, UInt8(ascii: "(")): return .parenthesis
    default: return before.isASCIILetter || before == UInt8(ascii: ".") ? .superscript : .bracket
    }
  }

  /// The citation, brackets around it included; a name in the prose stays a part of its sentence.
  private func citation(_ markers: [ArticleDraft.MarkerDraft], _ range: Range<Int>) -> ArticleDraft.Citation {
    var extent = range
    while extent.lowerBound > 0, extent.upperBound < text.count,
      text[extent.lowerBound - 1] == UInt8(ascii: "(") && text[extent.upperBound] == UInt8(ascii: ")")
        || text[extent.lowerBound - 1] == UInt8(ascii: "[") && text[extent.upperBound] == UInt8(ascii: "]")
    {
      extent = extent.lowerBound - 1..<extent.upperBound + 1
    }
    let isInText = extent == range && markers.contains { $0.style == .authorYear }
    return ArticleDraft.Citation(range: extent, isInText: isInText, markers: markers)
  }
}
