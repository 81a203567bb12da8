import IbidKit
import IbidModel

/// Where in a sentence an article puts its citations: before the mark that ends it or behind, with a blank or without.
struct CitationPlace {
  private let isBehindStop: Bool
  private let isSpaced: Bool

  /// The places that most of the article's citations have; of an article without any, those that are usual for the text
  /// of a citation.
  init(_ article: CheckedArticle, _ text: EditedText, citation: String) {
    let places = ArticlePlaces(article, text)
    var (behind, before, spaced, close) = (0, 0, 0, 0)
    for marker in article.markers.map(\.marker) where places.isOwn(marker.range) {
      let range = marker.range.offsets
      guard range.lowerBound > 0, range.upperBound <= text.bytes.count else { continue }
      let isSpaced = text.bytes[range.lowerBound - 1] == 0x20
      spaced += isSpaced ? 1 : 0
      close += isSpaced ? 0 : 1
      let start = range.lowerBound - (isSpaced ? 1 : 0)
      if start > 0, Self.isStop(text.bytes[start - 1]) { behind += 1 }
      if range.upperBound < text.bytes.count, Self.isStop(text.bytes[range.upperBound]) { before += 1 }
    }
    let isNumber = citation.utf8.contains { $0.isASCIIDigit } && !citation.contains(" ") && !citation.contains("@")
    let isNote = citation.hasPrefix("[^") || citation.hasPrefix("[fn:")
    isBehindStop = behind == before ? isNote : behind > before
    isSpaced = spaced == close ? !(isNote || isNumber) : spaced > close
  }

  /// The edit that puts a citation into the sentence that stands here.
  func edit(_ citation: String, in sentence: Range<Int>, of text: EditedText) -> TextEdit {
    var end = sentence.clamped(to: 0..<text.bytes.count).upperBound
    while end > sentence.lowerBound, text.bytes[end - 1] <= 0x20 { end -= 1 }
    if !isBehindStop {
      while end > sentence.lowerBound + 1, Self.isStop(text.bytes[end - 1]) { end -= 1 }
    }
    return TextEdit(at: end, (isSpaced ? " " : "") + citation)
  }

  private static func isStop(_ byte: UInt8) -> Bool { ".!?,;:".utf8.contains(byte) }
}
