import IbidModel
import IbidText

extension SelfDescription {
  /// What the text of an article tells: title, byline, dates, permalink.
  init(textOf article: Article) {
    self.init(type: .manuscript)
    let blocks = TextBlock.blocks(of: article)
    // A line that tells a date is no title, however much it looks like one.
    let isTitle = { (text: String) in text.utf8.count <= 300 && TextDates([TextBlock(text: text)]).isEmpty }
    let title = article.title.map(MetadataText.line).flatMap { isTitle($0) ? $0 : nil }
    let first = blocks.lazy.map(\.text).first(where: isTitle)
    item[names: .author] = Byline.names(in: blocks, title: title ?? first)
    readAddress(in: blocks)
    let dates = TextDates(blocks)
    item[date: .issued] = dates.issued
    updated = dates.updated
    item[.title] = title
    firstLine = first
  }

  private mutating func readAddress(in blocks: [TextBlock]) {
    switch Permalink.find(in: blocks) {
    case .doi(let doi)?: item[.DOI] = doi
    case .address(let address)?:
      item[.URL] = address
      (item.type, hasType) = (.webpage, true)
    case nil: break
    }
  }
}

/// A paragraph, heading or list item of an article as one text.
struct TextBlock {
  /// On one line, no-break spaces as blanks.
  var text: String

  /// Blocks that are looked at; what an article says of itself stands at its ends.
  private static let most = 4_000

  static func blocks(of article: Article) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var number = -1
    for sentence in article.sentences {
      if sentence.block == number, let last = blocks.indices.last {
        blocks[last].text += " " + line(sentence.text)
      } else {
        blocks.append(TextBlock(text: line(sentence.text)))
        number = sentence.block
      }
    }
    return blocks.count <= most ? blocks : Array(blocks.prefix(most / 2) + blocks.suffix(most / 2))
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
